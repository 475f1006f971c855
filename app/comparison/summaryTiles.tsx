import { useFormat, useSection } from '~/i18n';
import type { Summary } from './ranking';
import { comparisonWords } from './comparisonWords';

/** The hall at a glance. */
export function SummaryTiles({ summary }: { summary: Summary }) {
  const text = useSection(comparisonWords).summary;
  const format = useFormat();
  const figure = (hundredths: number | null) => (hundredths === null ? '–' : format.figure(hundredths));
  const of = { complete: format.number(summary.complete), agencies: format.number(summary.agencies) };
  const tiles = [
    { label: text.mean(of), value: figure(summary.meanHundredths) },
    { label: text.median(of), value: figure(summary.medianHundredths) },
    { label: text.agencies, value: format.number(summary.agencies) },
    { label: text.complete, value: format.number(summary.complete) },
    { label: text.approved, value: format.number(summary.approved) },
  ];
  return (
    <section aria-label={text.heading}>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        {tiles.map(({ label, value }) => (
          <div
            key={label}
            className="flex flex-col-reverse justify-end rounded-xl border border-line bg-surface p-3 shadow-sm sm:p-4"
          >
            <dt className="text-sm text-muted 2xl:text-base">{label}</dt>
            <dd translate="no" className="text-2xl font-bold tabular-nums sm:text-3xl 2xl:text-4xl">
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
