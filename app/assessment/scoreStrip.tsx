import { useFormat, useSection, useText } from '~/i18n';
import { Badge } from '~/ui';
import type { Standing } from './standing';
import { assessmentWords } from './assessmentWords';

/** Where the assessment stands: index, predicate, how much is answered and what can still be reached. */
export function ScoreStrip({ standing }: { standing: Standing }) {
  const text = useText();
  const assessmentText = useSection(assessmentWords);
  const format = useFormat();
  const complete = standing.answered === standing.total;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1 rounded-xl border border-line bg-surface px-3 py-1 sm:px-4">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-sm text-muted max-sm:sr-only">{assessmentText.indexNow}</span>
        <span data-testid="index" translate="no" className="text-2xl font-bold tabular-nums">
          {format.figure(standing.index)}
        </span>
        <Badge tone="brand">{standing.predicate}</Badge>
        {complete ? null : <span className="text-sm text-muted">{text.provisional}</span>}
      </p>
      {standing.aspect ? (
        <p className="text-sm text-muted">
          {assessmentText.aspectNow}:{' '}
          <span translate="no" className="font-semibold text-ink tabular-nums">
            {format.figure(standing.aspect.index)}
          </span>
        </p>
      ) : null}
      <div className="min-w-48 flex-1">
        <progress
          className="bar block"
          max={standing.total}
          value={standing.answered}
          aria-label={text.answeredOf({
            answered: format.number(standing.answered),
            total: format.number(standing.total),
          })}
        />
        <p className="flex flex-wrap justify-between gap-x-4 text-sm text-muted">
          <span>
            {text.answeredOf({
              answered: format.number(standing.answered),
              total: format.number(standing.total),
            })}
          </span>
          {complete ? null : (
            <span>
              {assessmentText.rangeStill({
                low: format.figure(standing.index),
                high: format.figure(standing.ceiling),
              })}
            </span>
          )}
        </p>
      </div>
    </div>
  );
}

/** The same in the bar under an indicator, where it may not take a line of its own. */
export function ScoreLine({ standing }: { standing: Standing }) {
  const text = useText();
  const assessmentText = useSection(assessmentWords);
  const format = useFormat();
  const figures = { answered: format.number(standing.answered), total: format.number(standing.total) };
  const range = { low: format.figure(standing.index), high: format.figure(standing.ceiling) };
  const isComplete = standing.answered === standing.total;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-4 text-sm leading-tight text-muted max-sm:max-w-32">
      <p aria-live="polite" className="flex flex-wrap items-baseline gap-x-1.5">
        <span className="sr-only">{assessmentText.indexNow}</span>
        <span data-testid="index" translate="no" className="text-xl font-bold text-ink tabular-nums">
          {format.figure(standing.index)}
        </span>
        <span translate="no" className="font-semibold text-brand-strong">
          {standing.predicate}
        </span>
        {isComplete ? null : <span className="max-lg:sr-only">{text.provisional}</span>}
      </p>
      <div className="max-sm:w-full">
        <progress
          className="bar block h-1.5! sm:w-44!"
          max={standing.total}
          value={standing.answered}
          aria-label={text.answeredOf(figures)}
        />
        <p className="max-sm:hidden">{text.answeredOf(figures)}</p>
      </div>
      <div className="max-2xl:hidden">
        {standing.aspect ? (
          <p>
            {assessmentText.aspectNow}:{' '}
            <span translate="no" className="font-semibold text-ink tabular-nums">
              {format.figure(standing.aspect.index)}
            </span>
          </p>
        ) : null}
        {isComplete ? null : <p>{assessmentText.rangeStill(range)}</p>}
      </div>
    </div>
  );
}
