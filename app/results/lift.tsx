/** What would lift the index most: the cheapest way to the next predicate, and the way to the planner. */
import { useMemo } from 'react';
import { useFormat, useSection } from '~/i18n';
import { goalOfPredicate, planRises, type Score, shownLevel } from '~/instrument';
import { ButtonLink, Card } from '~/ui';
import { addressOf, IndicatorName, usePoints } from './figures';
import { indicatorNames, isProvisional, nextPredicate } from './resultReading';
import type { ResultData } from './result.read.server';
import { resultWords } from './resultWords';

/** How many rises the hint names. */
const SHOWN = 4;

export function Lift({ result, scored }: { result: ResultData; scored: Score }) {
  const resultText = useSection(resultWords);
  const format = useFormat();
  const { instrument, levels } = result;
  const points = usePoints(instrument);
  const index = scored.whole.index.hundredths;
  const next = nextPredicate(instrument, scored.whole.index);
  const plan = useMemo(
    () => (next ? planRises(instrument, levels, goalOfPredicate(instrument, next)) : null),
    [instrument, levels, next],
  );
  const names = indicatorNames(instrument);
  // The rises that bring most come first: they are what the hall should talk about.
  const rises =
    plan?.kind === 'reached'
      ? [...plan.rises].sort((a, b) => b.gain.numerator - a.gain.numerator || a.no - b.no)
      : [];
  return (
    <Card aria-labelledby="naik" className="flex flex-col gap-3">
      <h2 id="naik" className="text-xl">
        {resultText.liftTitle}
      </h2>
      {next === null ? <p>{resultText.liftTop}</p> : null}
      {next && plan?.kind === 'reached' ? (
        <>
          <p>
            {resultText.liftNext({
              predicate: next.name,
              // At the edge less than a hundredth is missing, and still something is.
              short: format.figure(Math.max(1, next.minHundredths - index)),
              steps: format.number(plan.cost),
            })}
          </p>
          <ul className="space-y-2">
            {rises.slice(0, SHOWN).map((rise) => (
              <li key={rise.no} className="flex items-baseline justify-between gap-3">
                <span>
                  <span className="text-muted">{rise.no}.</span>{' '}
                  <IndicatorName
                    no={rise.no}
                    name={names.get(rise.no) ?? ''}
                    place={result.mayReadAssessment ? result : null}
                  />
                  <span className="block text-sm text-muted">
                    {resultText.fromTo({
                      from: format.number(shownLevel(instrument.level, rise.from)),
                      to: format.number(shownLevel(instrument.level, rise.to)),
                    })}
                  </span>
                </span>
                <span translate="no" className="font-semibold whitespace-nowrap text-success tabular-nums">
                  {resultText.gain({ points: points(rise.gain) })}
                </span>
              </li>
            ))}
          </ul>
          {rises.length > SHOWN ? (
            <p className="text-sm text-muted">
              {resultText.liftMore({ count: format.number(rises.length - SHOWN) })}
            </p>
          ) : null}
        </>
      ) : null}
      {isProvisional(scored) ? <p className="text-sm text-muted">{resultText.liftProvisional}</p> : null}
      <p className="mt-auto pt-2">
        <ButtonLink to={`${addressOf(result).result}/rencana`}>{resultText.plan}</ButtonLink>
      </p>
    </Card>
  );
}
