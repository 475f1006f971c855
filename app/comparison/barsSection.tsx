import { shortAgencyName, useFormat, useSection, useText } from '~/i18n';
import { AgencyName, Index } from './comparedName';
import {
  aspectGroups,
  aspectsOf,
  type ChartGroup,
  distinctTargets,
  domainGroups,
  needsShortNames,
  type ScoredAgency,
  seriesOf,
} from './chartData';
import { LazyChart } from './lazyChart';
import { ShortNames } from './radarSection';
import { Section, SortHeader, TableFrame } from './comparisonSection';
import type { Shown } from './shownAgencies';
import { comparisonWords } from './comparisonWords';

/** More target lines than this hide the bars behind them; the ranking's table holds every target. */
const MOST_TARGETS = 3;

/** Grouped bars by domain (with the whole index) or by aspect, and the same as a table that sorts. */
export function BarsSection({
  by,
  drawn,
  inTable,
  ...shown
}: Shown & { by: 'domain' | 'aspek'; drawn: readonly ScoredAgency[]; inTable: readonly ScoredAgency[] }) {
  const text = useText();
  const comparisonText = useSection(comparisonWords);
  const format = useFormat();
  const words = comparisonText;
  const { instrument } = shown.view;
  const isByDomain = by === 'domain';
  const short = (no: number) =>
    isByDomain ? words.chart.domainShort({ no: String(no) }) : words.chart.aspectShort({ no: String(no) });
  const nodes = isByDomain ? instrument.domains : aspectsOf(instrument);
  const groups: readonly ChartGroup[] = isByDomain
    ? domainGroups(instrument, drawn, { short: text.index, name: text.index }, short)
    : aspectGroups(instrument, drawn, short);
  const targets = distinctTargets(drawn);
  return (
    <Section shown={shown} section={by} lead={isByDomain ? words.domainLead : words.aspectLead} csv={by}>
      <LazyChart
        kind="bars"
        id={`${by}-grafik`}
        label={words.chart[by]({ agencies: drawn.map(({ name }) => shortAgencyName(name)).join(', ') })}
        height={isByDomain ? 'h-[32rem] md:h-[26rem] 2xl:h-[34rem]' : 'h-[46rem] md:h-[28rem] 2xl:h-[36rem]'}
        series={seriesOf(drawn, words.provisionalMark)}
        groups={groups}
        range={instrument.level}
        targets={(isByDomain && targets.length <= MOST_TARGETS ? targets : []).map((target) => ({
          value: target / 100,
          label: words.chart.target({ target: format.figure(target) }),
        }))}
        formatLevel={(value) => format.figure(Math.round(value * 100))}
      />
      <ShortNames
        names={nodes.map(({ no, name }) => ({ short: short(no), name }))}
        className={needsShortNames(groups.length) ? '' : isByDomain ? 'lg:hidden' : '2xl:hidden'}
      />
      <TableFrame label={words.table[by]}>
        <table className="w-full border-collapse">
          <caption className="sr-only">{words.table[by]}</caption>
          <thead>
            <tr>
              <SortHeader
                shown={shown}
                sortKey="nama"
                label={text.agency}
                name={text.agency}
                anchor={by}
                className="sticky left-0 z-10 text-left"
              />
              <SortHeader
                shown={shown}
                sortKey="indeks"
                label={text.index}
                name={text.index}
                anchor={by}
                className="text-right"
              />
              {nodes.map(({ no, name }) => (
                <SortHeader
                  key={no}
                  shown={shown}
                  sortKey={`${isByDomain ? 'd' : 'a'}${String(no)}`}
                  label={
                    <>
                      <span className={isByDomain ? 'lg:hidden' : '2xl:hidden'}>
                        {short(no)}
                        <span className="sr-only"> {name}</span>
                      </span>
                      <span
                        className={`hidden text-sm 2xl:text-base ${isByDomain ? 'lg:inline' : '2xl:inline'}`}
                      >
                        {name}
                      </span>
                    </>
                  }
                  name={name}
                  anchor={by}
                  className="text-right"
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {inTable.map((agency) => (
              <tr
                key={agency.code}
                className={`border-t border-line ${shown.moved.has(agency.code) ? 'bg-accent-soft' : 'bg-surface'}`}
              >
                <th scope="row" className="sticky left-0 z-10 bg-inherit px-3 text-left font-normal">
                  <AgencyName
                    base={shown.base}
                    code={agency.code}
                    name={agency.name}
                    hasMoved={shown.moved.has(agency.code)}
                  />
                </th>
                <td className="px-3 text-right font-bold">
                  <Index text={format.figure(agency.index)} isProvisional={agency.answered < agency.total} />
                </td>
                {(isByDomain ? agency.score.domains : agency.score.aspects).map((node) => (
                  <td key={node.no} className="px-3 text-right">
                    <Index
                      text={format.figure(node.index.hundredths)}
                      isProvisional={node.answered < node.total}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Section>
  );
}
