/** What a ladder comes to: the three figures apart, every indicator with its value, and the shortest way to the next band. */
import { Link } from '@remix-run/react';
import { useMemo } from 'react';
import { formatQuantity, useFormat, useLocale, useSection } from '~/i18n';
import { localize, type Quantity, writeNumber } from '~/instrument';
import {
  assessedOf,
  bandOf,
  type Exact,
  FIGURE_NAMES,
  FIGURES,
  IN_WORK,
  isSettled,
  type Ladder,
  ladderQuantity,
  markOf,
  nextBand,
  planItems,
  scoreIndicator,
  scoreWhole,
} from '~/instrument/ladder';
import { type Figures, kindOf } from '~/instrument/topic';
import { Badge, Card } from '~/ui';
import { ladderWords } from './ladderWords';
import { PartList, type PartPlaces } from './partedSheet';
import { Remarks } from './remarks';

interface LadderProps {
  readonly topic: Ladder;
  readonly figures: Figures;
}

/** Never drawn on one scale: each stands in its own box, with its name and what it means. */
export function LadderFigures({ topic, figures }: LadderProps) {
  const words = useSection(ladderWords);
  const locale = useLocale();
  const format = useFormat();
  const { headline, ceiling, remarks } = kindOf(topic).outcome(figures);
  const assessed = assessedOf(topic, figures);
  const indexes: Readonly<Record<(typeof FIGURES)[number], Exact | null>> = {
    self: headline && scoreWhole(topic, figures, 'self').index,
    simulation: headline && scoreWhole(topic, figures, 'simulation').index,
    assessor: assessed.whole?.index ?? null,
  };
  const given = { given: format.number(assessed.given), total: format.number(assessed.total) };
  return (
    <section aria-label={words.figures} className="space-y-2">
      <dl className="grid gap-3 sm:grid-cols-3">
        {FIGURES.map((figure) => (
          <div
            key={figure}
            data-figure={figure}
            className="space-y-1 rounded-xl border border-line bg-surface p-4 shadow-sm sm:p-6 print:break-inside-avoid print:shadow-none"
          >
            <dt className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
              {localize(FIGURE_NAMES[figure].name, locale)}
              {FIGURE_NAMES[figure].confidence === 'proposal' ? <Badge>{words.estimate}</Badge> : null}
            </dt>
            <dd>
              <Index topic={topic} index={indexes[figure]} />
              <span className="block text-sm text-muted">
                {localize(FIGURE_NAMES[figure].meaning, locale)}
              </span>
              {figure === 'assessor' ? (
                <span translate="no" className="block text-sm text-muted tabular-nums">
                  {words.given(given)}
                </span>
              ) : null}
              {figure === 'self' && ceiling ? <Ceiling quantity={ceiling} /> : null}
            </dd>
          </div>
        ))}
      </dl>
      <Remarks of={remarks} />
      <p className="text-sm text-muted">{words.official}</p>
    </section>
  );
}

function Index({ topic, index }: { topic: Ladder; index: Exact | null }) {
  const words = useSection(ladderWords);
  const locale = useLocale();
  if (!index) return <span className="block py-1 text-muted">{words.notYet}</span>;
  const band = bandOf(topic, index);
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      <span translate="no" className="text-4xl font-bold tabular-nums">
        {formatQuantity(ladderQuantity(index), locale)}
      </span>
      {band ? (
        <span translate="no" className="font-semibold">
          {localize(band.name, locale)}
        </span>
      ) : null}
    </span>
  );
}

function Ceiling({ quantity }: { quantity: Quantity }) {
  const words = useSection(ladderWords);
  const locale = useLocale();
  return (
    <span translate="no" className="block text-sm text-muted tabular-nums">
      {words.upTo({ index: formatQuantity(quantity, locale) })}
    </span>
  );
}

export const LADDER_PLACES: PartPlaces = { anchor: 'tangga', idOf: (code) => `butir-${code}` };

/** Every indicator with its value; the one that is open is marked. */
export function IndicatorList({ topic, figures, part }: LadderProps & { part: string | null }) {
  const words = useSection(ladderWords);
  const locale = useLocale();
  return (
    <PartList
      name={words.indicators}
      part={part}
      places={LADDER_PLACES}
      groups={topic.aspects.map(({ code, name, indicators }) => ({
        key: code,
        name: localize(name, locale),
        parts: indicators,
      }))}
    >
      {(indicator) => {
        const { value } = scoreIndicator(topic, indicator, figures, 'self');
        const isDone = isSettled(indicator, figures);
        return (
          <>
            <span translate="no" className="w-9 shrink-0 tabular-nums">
              {indicator.code}
            </span>
            <span className="min-w-0 grow">{shortName(localize(indicator.name, locale))}</span>
            <span translate="no" className="shrink-0 whitespace-nowrap tabular-nums">
              {formatQuantity(ladderQuantity(value), locale)}
            </span>
            <span className={isDone ? 'text-success' : 'text-muted'}>
              <span aria-hidden="true">{isDone ? '✓' : '◌'}</span>
              <span className="sr-only">{isDone ? words.done : words.open}</span>
            </span>
          </>
        );
      }}
    </PartList>
  );
}

/** Without what every name begins with, where there is little room. */
function shortName(name: string): string {
  const rest = name.replace(/^(Tingkat Kematangan|Maturity of) (the )?/, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** The fewest items that lead to the band above. */
export function NextBand({ topic, figures }: LadderProps) {
  const words = useSection(ladderWords).plan;
  const locale = useLocale();
  const format = useFormat();
  const band = useMemo(() => nextBand(topic, figures), [topic, figures]);
  const plan = useMemo(() => band && planItems(topic, figures, band.min), [topic, figures, band]);
  if (!band) return <p className="font-medium">{words.reached}</p>;
  const title = words.title({ band: localize(band.name, locale), min: writeNumber(band.min, 2, locale) });
  return (
    <Card aria-labelledby="menuju" className="space-y-3" data-plan="">
      <h2 id="menuju" className="text-xl">
        {title}
      </h2>
      {plan ? (
        <>
          <p>
            {words.lead({
              count: format.number(plan.cost),
              index: formatQuantity(ladderQuantity(plan.index), locale),
            })}
          </p>
          <ol className="columns-1 gap-6 space-y-1 text-sm lg:columns-2">
            {plan.items.map((item) => (
              <li key={item.code} className="break-inside-avoid">
                <Link
                  to={`?bagian=${item.code.split('-')[0] ?? ''}#tangga`}
                  className="inline-flex min-h-8 items-center gap-2 text-brand underline underline-offset-2"
                >
                  <span translate="no" className="whitespace-nowrap">
                    {item.code}
                  </span>{' '}
                  {localize(item.name, locale)}
                </Link>
                {markOf(figures, item) === IN_WORK ? (
                  <span className="text-muted"> ({words.mark})</span>
                ) : null}
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p>{words.none}</p>
      )}
    </Card>
  );
}
