import { useFormat, useSection, useText } from '~/i18n';
import { Badge, ButtonLink } from '~/ui';
import { AgencyName, Index } from './comparedName';
import { SearchForm } from './choicePanel';
import type { Summary } from './ranking';
import { addressWith } from './sections';
import { Section, SortHeader, TableFrame } from './comparisonSection';
import type { Shown } from './shownAgencies';
import type { RankingRow } from './comparison.read.server';
import { comparisonWords } from './comparisonWords';

const STATE_TONE = { draft: 'neutral', submitted: 'brand', approved: 'success' } as const;

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
  const top = instrument.level.max * 100;
  const column = { shown, anchor: 'peringkat' as const };
  return (
    <Section shown={shown} section="peringkat" lead={words.ranking.lead} csv="peringkat">
      <Bands summary={summary} predicates={predicates} />
      {wide ? <SearchForm search={shown.search} wanted={wide.search} /> : null}
      {wide && wide.search !== '' ? (
        <p role="status" translate="no">
          {words.ranking.filtered({ found: format.number(wide.found), search: wide.search })}
        </p>
      ) : null}
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
            {rows.map((agency) => {
              const hasMoved = shown.moved.has(agency.code);
              return (
                <tr
                  key={agency.code}
                  data-agency={agency.code}
                  className={`border-t border-line ${hasMoved ? 'bg-accent-soft' : 'bg-surface'}`}
                >
                  <td translate="no" className="px-3 text-right font-semibold tabular-nums">
                    {format.number(agency.rank)}
                  </td>
                  <th scope="row" className="px-3 text-left font-normal">
                    <AgencyName base={shown.base} code={agency.code} name={agency.name} hasMoved={hasMoved} />
                  </th>
                  <td className="min-w-36 px-3">
                    <div className="flex items-center gap-3">
                      <span className="min-w-14 text-lg font-bold 2xl:min-w-18 2xl:text-xl">
                        <Index
                          text={format.figure(agency.index)}
                          isProvisional={agency.answered < agency.total}
                        />
                      </span>
                      <progress className="bar" max={top} value={agency.index} aria-hidden="true" />
                    </div>
                  </td>
                  <td className="px-3 whitespace-nowrap">{predicates.get(agency.predicate)}</td>
                  <td translate="no" className="px-3 whitespace-nowrap tabular-nums">
                    {format.number(agency.answered)}/{format.number(agency.total)}
                  </td>
                  <td translate="no" className="px-3 text-right whitespace-nowrap tabular-nums">
                    <Gap index={agency.index} target={agency.target} />
                  </td>
                  <td className="px-3">
                    <Badge tone={STATE_TONE[agency.state]}>{text.state[agency.state]}</Badge>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableFrame>
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
    </Section>
  );
}

/** How far above (+) or below (−) its target an agency stands. */
function Gap({ index, target }: { index: number; target: number | null }) {
  const words = useSection(comparisonWords).table;
  const format = useFormat();
  if (target === null) return <span className="text-muted">{words.noTarget}</span>;
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

/** The histogram: one bar per predicate with its count, native elements that need no script. */
function Bands({ summary, predicates }: { summary: Summary; predicates: ReadonlyMap<string, string> }) {
  const words = useSection(comparisonWords);
  const format = useFormat();
  const most = Math.max(1, ...summary.bands.map((band) => band.agencies));
  return (
    <div>
      <h3 className="mb-2 text-lg" id="sebaran-judul">
        {words.bands}
      </h3>
      <ul aria-labelledby="sebaran-judul" className="grid max-w-3xl gap-1">
        {summary.bands.map(({ predicate, agencies }) => (
          <li key={predicate} className="grid grid-cols-[8rem_1fr_auto] items-center gap-3">
            <span>{predicates.get(predicate)}</span>
            <progress className="bar" max={most} value={agencies} aria-hidden="true" />
            <span translate="no" className="min-w-20 text-right tabular-nums">
              {words.bandCount({ count: format.number(agencies) })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
