/** The figures behind the charts as tables. */
import { useFormat, useSection, useText } from '~/i18n';
import { aspectsOf, type ScoredAgency } from './chartData';
import { AgencyName, Index } from './comparedName';
import { SortHeader, TableFrame } from './comparisonSection';
import { comparisonWords } from './comparisonWords';
import type { Shown } from './shownAgencies';

/** Indices by domain or by aspect, one row per agency; a header sorts the page. */
export function NodeTable({
  by,
  anchor = 'aspek',
  agencies,
  ...shown
}: Shown & {
  by: 'domain' | 'aspek';
  /** Where the page stays after sorting. */
  anchor?: 'aspek' | 'radar';
  agencies: readonly ScoredAgency[];
}) {
  const text = useText();
  const words = useSection(comparisonWords);
  const format = useFormat();
  const { instrument } = shown.view;
  const isByDomain = by === 'domain';
  const short = (no: number) =>
    isByDomain ? words.chart.domainShort({ no: String(no) }) : words.chart.aspectShort({ no: String(no) });
  const nodes = isByDomain ? instrument.domains : aspectsOf(instrument);
  return (
    <>
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
                anchor={anchor}
                className="sticky left-0 z-10 text-left"
              />
              <SortHeader
                shown={shown}
                sortKey="indeks"
                label={text.index}
                name={text.index}
                anchor={anchor}
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
                  anchor={anchor}
                  className="text-right"
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {agencies.map((agency) => (
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
      <ShortNames
        names={nodes.map(({ no, name }) => ({ short: short(no), name }))}
        className={isByDomain ? 'lg:hidden' : '2xl:hidden'}
      />
      {isByDomain ? null : <p className="text-sm text-muted">{words.weightedNote}</p>}
    </>
  );
}

/** What the short labels of narrow charts and tables stand for; wide ones write the names out. */
export function ShortNames({
  names,
  className,
}: {
  names: readonly { readonly short: string; readonly name: string }[];
  className: string;
}) {
  const text = useSection(comparisonWords).chart;
  return (
    <details className={`text-sm ${className}`}>
      <summary className="inline-flex min-h-11 items-center font-semibold text-brand underline underline-offset-2">
        {text.key}
      </summary>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        {names.map(({ short, name }) => (
          <div key={short} className="contents">
            <dt className="font-semibold">{short}</dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
