import { Fragment } from 'react';
import { shortAgencyName, useFormat, useSection, useText } from '~/i18n';
import { levelHundredths, shownLevel, wholeLevels } from '~/instrument';
import { unpackLevels } from './comparedAgency';
import type { ScoredAgency } from './chartData';
import { meanLevel } from './ranking';
import { FOLD, Section, TableFrame, UNFOLDED } from './comparisonSection';
import type { Shown } from './shownAgencies';
import { levelTone } from '~/ui';
import { comparisonWords } from './comparisonWords';

/** Every indicator of the agencies as one table: where the hall is weak shows as a band. */
export function HeatMap({ agencies, ...shown }: Shown & { agencies: readonly ScoredAgency[] }) {
  const text = useText();
  const comparisonText = useSection(comparisonWords);
  const format = useFormat();
  const words = comparisonText;
  const { instrument } = shown.view;
  const { level: range } = instrument;
  const levels = agencies.map((agency) => unpackLevels(agency.levels));
  const colour = (level: number) => levelTone(shownLevel(range, level));
  const write = (level: number) =>
    range.unit === 1 ? String(level) : format.figure(levelHundredths(range, level));
  return (
    <Section shown={shown} section="peta" lead={words.mapLead} csv={['peta']}>
      {/* Forty-seven rows are looked up, not read through: who asks for all of them, or only for them, sees them at once. */}
      <details open={shown.view.section === 'peta' || shown.view.showAll} className={UNFOLDED}>
        <summary className={FOLD}>{words.openMap}</summary>
        <ul className="mb-3 flex flex-wrap gap-2" aria-label={text.level}>
          {wholeLevels(range).map((stored) => (
            <li
              key={stored}
              className={`rounded-md px-3 py-1 text-sm font-semibold 2xl:text-base ${colour(stored)}`}
            >
              {text.level} {range.unit === 1 ? '' : '≥ '}
              {shownLevel(range, stored)}
            </li>
          ))}
          <li className="rounded-md border border-dashed border-line-strong px-3 py-1 text-sm 2xl:text-base">
            – {text.unanswered}
          </li>
        </ul>
        <TableFrame label={words.table.peta} className="max-h-[85vh]">
          <table className="w-full border-separate border-spacing-0">
            <caption className="sr-only">{words.table.peta}</caption>
            <thead>
              <tr>
                <th
                  scope="col"
                  className="sticky top-0 left-0 z-20 min-w-36 border-b border-line bg-sunken px-3 py-2 text-left align-bottom sm:min-w-72"
                >
                  {text.indicator}
                </th>
                {agencies.map((agency) => (
                  <th
                    key={agency.code}
                    scope="col"
                    className={`sticky top-0 z-10 h-36 min-w-11 border-b border-line px-1 py-2 align-bottom font-semibold ${shown.moved.has(agency.code) ? 'bg-accent-soft' : 'bg-sunken'}`}
                  >
                    <span className="mx-auto inline-block rotate-180 text-left text-sm leading-tight [writing-mode:vertical-rl] 2xl:text-base">
                      {shortAgencyName(agency.name)}
                    </span>
                  </th>
                ))}
                <th
                  scope="col"
                  title={words.table.meanLevelHint}
                  className="sticky top-0 z-10 min-w-14 border-b border-l border-line bg-sunken px-2 py-2 align-bottom text-sm 2xl:text-base"
                >
                  {words.table.meanLevel}
                </th>
              </tr>
            </thead>
            <tbody>
              {instrument.domains.map((domain) => (
                <Fragment key={domain.no}>
                  <tr>
                    <th
                      scope="rowgroup"
                      colSpan={agencies.length + 2}
                      className="border-b border-line bg-brand-soft px-3 py-2 text-left"
                    >
                      <span className="sticky left-3">
                        {text.domain} {domain.no} – {domain.name}
                      </span>
                    </th>
                  </tr>
                  {domain.aspects.flatMap((aspect) =>
                    aspect.indicators.map((indicator) => {
                      const row = levels.map((column) => column[indicator.no - 1] ?? null);
                      const mean = meanLevel(range, row);
                      return (
                        <tr key={indicator.no}>
                          <th
                            scope="row"
                            className="sticky left-0 z-10 border-b border-line bg-surface px-3 py-1.5 text-left text-sm leading-snug font-normal 2xl:text-base"
                          >
                            <span translate="no" className="font-semibold tabular-nums">
                              {indicator.no}
                            </span>{' '}
                            {indicator.name}
                          </th>
                          {row.map((level, position) => (
                            <td
                              key={agencies[position]?.code ?? position}
                              translate="no"
                              className={`border-b border-l border-surface text-center font-semibold tabular-nums ${level === null ? 'text-muted' : colour(level)}`}
                            >
                              {level === null ? (
                                <>
                                  <span aria-hidden="true">–</span>
                                  <span className="sr-only">{text.unanswered}</span>
                                </>
                              ) : (
                                write(level)
                              )}
                            </td>
                          ))}
                          <td
                            translate="no"
                            className="border-b border-l border-line px-2 text-center tabular-nums"
                          >
                            {mean === null ? '–' : format.figure(mean)}
                          </td>
                        </tr>
                      );
                    }),
                  )}
                </Fragment>
              ))}
            </tbody>
          </table>
        </TableFrame>
      </details>
    </Section>
  );
}
