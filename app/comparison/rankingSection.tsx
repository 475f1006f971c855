import { Fragment } from 'react';
import { useFormat, useSection, useText } from '~/i18n';
import { isComplete } from '~/instrument';
import { StateBadge } from '~/rakerda/stateBadge';
import { ButtonLink } from '~/ui';
import { axisOf } from '~/ui/indexAxis';
import { IndexTrack, SharedBands } from '~/ui/indexTrack';
import { AgencyName, Index } from './comparedName';
import { SearchForm } from './choicePanel';
import { setsApart, type Summary } from './ranking';
import { addressWith } from './sections';
import { Section, SortHeader, TableFrame } from './comparisonSection';
import type { Shown } from './shownAgencies';
import type { RankingRow } from './comparison.read.server';
import { comparisonWords } from './comparisonWords';

/** All visible agencies in order, and how they spread over the predicates. */
export function RankingSection({
  rows,
  summary,
  ...shown
}: Shown & { rows: readonly RankingRow[]; summary: Summary }) {
  const text = useText();
  const comparisonText = useSection(comparisonWords);
  const format = useFormat();
  const words = comparisonText;
  const { instrument, wide } = shown.view;
  const predicates = new Map(instrument.predicates.map(({ code, name }) => [code, name]));
  const axis = axisOf(instrument);
  // Where the order sets figures against one another, those that are not complete stand below a rule.
  const firstOpen = setsApart(shown.view.sort) ? rows.findIndex((agency) => !isComplete(agency)) : -1;
  const column = { shown, anchor: 'peringkat' as const };
  return (
    <Section shown={shown} section="peringkat" lead={words.ranking.lead} csv={['peringkat']}>
      {wide ? <SearchForm search={shown.search} wanted={wide.search} /> : null}
      {wide && wide.search !== '' ? (
        <p role="status" translate="no">
          {words.ranking.filtered({ found: format.number(wide.found), search: wide.search })}
        </p>
      ) : null}
      <SharedBands axis={axis} />
      <TableFrame label={words.table.peringkat}>
        <table className="w-full border-collapse">
          <caption className="sr-only">{words.table.peringkat}</caption>
          <thead>
            <tr>
              <th scope="col" className="bg-sunken px-3 py-2 text-right align-bottom">
                <span className="sr-only sm:not-sr-only">{words.table.rank}</span>
                <span aria-hidden="true" className="sm:hidden">
                  #
                </span>
              </th>
              <SortHeader
                {...column}
                sortKey="nama"
                label={text.agency}
                name={text.agency}
                className="text-left"
              />
              <SortHeader
                {...column}
                sortKey="indeks"
                label={text.index}
                name={text.index}
                className="text-left"
              />
              <th scope="col" className="bg-sunken px-3 py-2 text-left align-bottom">
                {text.predicate}
              </th>
              <SortHeader
                {...column}
                sortKey="isian"
                label={words.table.completeness}
                name={words.table.completeness}
                className="text-left"
              />
              <SortHeader
                {...column}
                sortKey="target"
                label={words.table.gap}
                name={words.table.gap}
                className="text-right"
              />
              <th scope="col" className="bg-sunken px-3 py-2 text-left align-bottom">
                {words.table.state}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((agency, place) => {
              const hasMoved = shown.moved.has(agency.code);
              const isFirstOpen = place === firstOpen;
              return (
                <Fragment key={agency.code}>
                  {isFirstOpen ? (
                    <tr className="border-t-2 border-line-strong bg-sunken">
                      <th
                        scope="rowgroup"
                        colSpan={7}
                        className="px-3 py-1 text-left text-sm font-normal text-muted 2xl:text-base"
                      >
                        <span className="sticky left-3 inline-block max-sm:w-64">
                          {words.ranking.unfinished}
                        </span>
                      </th>
                    </tr>
                  ) : null}
                  <tr
                    data-agency={agency.code}
                    className={`border-t border-line ${hasMoved ? 'bg-accent-soft' : 'bg-surface'}`}
                  >
                    <td translate="no" className="px-3 text-right font-semibold tabular-nums">
                      {agency.rank === null ? (
                        <>
                          <span aria-hidden="true">–</span>
                          <span className="sr-only">{words.ranking.unranked}</span>
                        </>
                      ) : (
                        format.number(agency.rank)
                      )}
                    </td>
                    <th scope="row" className="px-3 text-left font-normal">
                      <AgencyName
                        base={shown.base}
                        code={agency.code}
                        name={agency.name}
                        hasMoved={hasMoved}
                      />
                    </th>
                    <td className="px-3 sm:w-2/5">
                      <div className="flex items-center gap-3">
                        <span className="text-lg font-bold sm:w-28 sm:shrink-0 2xl:w-36 2xl:text-xl">
                          <Standing agency={agency} />
                        </span>
                        <IndexTrack
                          axis={axis}
                          now={agency.index}
                          ceiling={isComplete(agency) ? null : agency.ceiling}
                          target={agency.target}
                          bands="shared"
                          className="h-7 min-w-36 max-sm:hidden"
                        />
                      </div>
                    </td>
                    <td className="px-3 whitespace-nowrap">
                      {agency.predicate === null ? '–' : predicates.get(agency.predicate)}
                    </td>
                    <td translate="no" className="px-3 whitespace-nowrap tabular-nums">
                      {format.number(agency.answered)}/{format.number(agency.total)}
                    </td>
                    <td translate="no" className="px-3 text-right whitespace-nowrap tabular-nums">
                      <Gap agency={agency} />
                    </td>
                    <td className="px-3">
                      <StateBadge {...agency} />
                    </td>
                  </tr>
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </TableFrame>
      <p translate="no" className="text-sm text-muted max-sm:hidden 2xl:text-base">
        {words.ranking.key} {axis.bands.map(({ name, from }) => `${format.figure(from)} ${name}`).join(' · ')}
        .
      </p>
      {wide && wide.pages > 1 ? (
        <nav aria-label={words.ranking.pages} className="flex flex-wrap items-center gap-3">
          {wide.page > 1 ? (
            <ButtonLink to={addressWith(shown.search, { hal: String(wide.page - 1) }, 'peringkat')}>
              {words.ranking.previous}
            </ButtonLink>
          ) : null}
          <span>
            {words.ranking.page({ page: format.number(wide.page), pages: format.number(wide.pages) })}
          </span>
          {wide.page < wide.pages ? (
            <ButtonLink to={addressWith(shown.search, { hal: String(wide.page + 1) }, 'peringkat')}>
              {words.ranking.next}
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
      <Bands summary={summary} predicates={predicates} />
    </Section>
  );
}

/** The index; of an agency that is not complete what it is now and what it can still reach. */
function Standing({ agency }: { agency: RankingRow }) {
  const words = useSection(comparisonWords).ranking;
  const format = useFormat();
  if (isComplete(agency)) return <Index text={format.figure(agency.index)} isProvisional={false} />;
  const range = { low: format.figure(agency.index), high: format.figure(agency.ceiling) };
  return (
    <span translate="no" className="text-base font-normal whitespace-nowrap text-muted tabular-nums">
      <span aria-hidden="true">{words.range(range)}</span>
      <span className="sr-only">{words.rangeLong(range)}</span>
    </span>
  );
}

/** How far above (+) or below (−) its target an agency stands. */
function Gap({ agency }: { agency: RankingRow }) {
  const words = useSection(comparisonWords).table;
  const format = useFormat();
  const { index, target } = agency;
  if (target === null) return <span className="text-muted">{words.noTarget}</span>;
  if (!isComplete(agency)) return <span className="text-muted">– / {format.figure(target)}</span>;
  const gap = index - target;
  return (
    <>
      <span className={gap >= 0 ? 'text-success' : ''}>
        {gap > 0 ? '+' : ''}
        {format.figure(gap)}
      </span>{' '}
      <span className="text-sm text-muted 2xl:text-base">/ {format.figure(target)}</span>
    </>
  );
}

/** How many have which predicate, with native elements that need no script. */
function Bands({ summary, predicates }: { summary: Summary; predicates: ReadonlyMap<string, string> }) {
  const words = useSection(comparisonWords);
  const format = useFormat();
  const most = Math.max(1, ...summary.bands.map((band) => band.agencies));
  return (
    <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
      <h3 className="text-base" id="sebaran-judul">
        {words.bands}
      </h3>
      <ul aria-labelledby="sebaran-judul" className="flex flex-wrap gap-x-6 gap-y-1">
        {summary.bands.map(({ predicate, agencies }) => (
          <li key={predicate} className="flex items-center gap-2">
            <span>{predicates.get(predicate)}</span>
            <progress className="bar w-16" max={most} value={agencies} aria-hidden="true" />
            <span translate="no" className="tabular-nums">
              <span aria-hidden="true">{format.number(agencies)}</span>
              <span className="sr-only">{words.bandCount({ count: format.number(agencies) })}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
