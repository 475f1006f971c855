import { shortAgencyName, useFormat, useSection, useText } from '~/i18n';
import { Index } from './comparedName';
import { aspectGroups, aspectsOf, needsShortNames, type ScoredAgency, seriesOf } from './chartData';
import { LazyChart } from './lazyChart';
import { Section, TableFrame } from './comparisonSection';
import type { Shown } from './shownAgencies';
import { comparisonWords } from './comparisonWords';

/** The chosen agencies over one another, one axis per aspect. */
export function RadarSection({ drawn, ...shown }: Shown & { drawn: readonly ScoredAgency[] }) {
  const text = useText();
  const comparisonText = useSection(comparisonWords);
  const format = useFormat();
  const { instrument } = shown.view;
  const words = comparisonText;
  const short = (no: number) => words.chart.aspectShort({ no: String(no) });
  return (
    <Section shown={shown} section="radar" lead={words.radarLead} csv="aspek">
      <LazyChart
        kind="radar"
        id="radar-grafik"
        label={words.chart.radar({ agencies: drawn.map(({ name }) => shortAgencyName(name)).join(', ') })}
        height="h-80 sm:h-[34rem] 2xl:h-[44rem]"
        series={seriesOf(drawn, words.provisionalMark)}
        groups={aspectGroups(instrument, drawn, short)}
        range={instrument.level}
        targets={[]}
        formatLevel={(value) => format.figure(Math.round(value * 100))}
      />
      <ShortNames
        names={aspectsOf(instrument).map(({ no, name }) => ({ short: short(no), name }))}
        className={needsShortNames(aspectsOf(instrument).length) ? '' : 'md:hidden'}
      />
      {/* Without scripts there is no chart: the table stands open where the browser can do that. */}
      <details className="noscript:[&::details-content]:[content-visibility:visible]">
        <summary className="inline-flex min-h-11 items-center font-semibold text-brand underline underline-offset-2">
          {text.tableTwin}
        </summary>
        <TableFrame label={words.table.radar}>
          <table className="w-full border-collapse">
            <caption className="sr-only">{words.table.radar}</caption>
            <thead>
              <tr className="bg-sunken text-left">
                <th scope="col" className="min-w-40 px-3 py-2">
                  {text.aspect}
                </th>
                {drawn.map(({ code, name }) => (
                  <th key={code} scope="col" className="px-3 py-2 text-right">
                    {shortAgencyName(name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {aspectsOf(instrument).map((aspect, position) => (
                <tr key={aspect.no} className="border-t border-line">
                  <th scope="row" className="px-3 py-2 text-left font-normal">
                    {short(aspect.no)} – {aspect.name}
                  </th>
                  {drawn.map((agency) => {
                    const node = agency.score.aspects[position];
                    return (
                      <td key={agency.code} className="px-3 py-2 text-right">
                        <Index
                          text={format.figure(node?.index.hundredths ?? 0)}
                          isProvisional={node !== undefined && node.answered < node.total}
                        />
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      </details>
    </Section>
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
