/** The target of a topic on its pages: what it is, who has reached it, and for organisers how it is set. */
import { useState } from 'react';
import { useFormat, useLocale, useSection } from '~/i18n';
import { localize, type Quantity, writeNumber } from '~/instrument';
import { isReached, type TargetFigure, type TopicGoal } from '~/instrument/topic';
import { TopicTargetFields } from '~/rakerda/topicTargetFields';
import { distanceText, goalText, targetErrorText, useSpoken } from '~/rakerda/topicTargetText';
import { Alert, Button, Card, KeptForm } from '~/ui';
import type { TargetRefusal } from './target.post.server';
import type { TargetOfPage } from './topicTable.read.server';
import { targetWords } from './targetWords';

/** `Selesai tepat waktu paling sedikit 95,00%`. */
export function useGoalName(): (goal: Pick<TopicGoal, 'figure' | 'goal'>) => string {
  const spoken = useSpoken();
  return ({ figure, goal }) => `${localize(figure.name, spoken.locale)} ${goalText(figure, goal, spoken)}`;
}

/** Whether a figure has reached the target stands in words and in a sign: a colour alone says nothing to some. */
export function Distance({ goal, now }: { goal: Quantity; now: Quantity }) {
  const spoken = useSpoken();
  const isMet = isReached(goal, now);
  return (
    <span
      translate="no"
      data-reached={isMet}
      className={`block text-xs font-normal ${isMet ? 'text-success' : 'text-accent'}`}
    >
      <span aria-hidden="true">{isMet ? '✓ ' : ''}</span>
      {distanceText(goal, now, spoken)}
    </span>
  );
}

export function TopicTarget({
  target,
  refusal,
}: {
  target: TargetOfPage;
  refusal: TargetRefusal | undefined;
}) {
  const words = useSection(targetWords);
  const format = useFormat();
  const nameOf = useGoalName();
  const { goal } = target;
  return (
    <section aria-labelledby="target" className="space-y-3">
      <h2 id="target" className="sr-only">
        {words.title}
      </h2>
      {target.isSaved && !refusal ? <Alert tone="success">{words.saved}</Alert> : null}
      {goal ? (
        <p className="max-w-prose">
          <strong translate="no">{words.is({ target: nameOf(goal) })}</strong>{' '}
          <span translate="no">
            {goal.known === 0
              ? words.reachedByNone
              : words[goal.goal.direction === 'lower' ? 'reachedByComplete' : 'reachedBy']({
                  reached: format.number(goal.reached),
                  known: format.number(goal.known),
                })}
          </span>
        </p>
      ) : target.figures ? (
        <p className="text-muted">{words.none}</p>
      ) : null}
      {target.figures ? (
        <TargetForm
          key={target.mark}
          figures={target.figures}
          mark={target.mark}
          goal={goal}
          refusal={refusal}
        />
      ) : null}
    </section>
  );
}

function TargetForm({
  figures,
  mark,
  goal,
  refusal,
}: {
  figures: readonly TargetFigure[];
  mark: string;
  goal: TargetOfPage['goal'];
  refusal: TargetRefusal | undefined;
}) {
  const words = useSection(targetWords);
  const spoken = useSpoken();
  const locale = useLocale();
  const measure = refusal?.measure ?? goal?.figure.code ?? figures[0]?.code ?? '';
  const [code, setCode] = useState(measure);
  const chosen = figures.find((figure) => figure.code === code);
  const stored = goal ? writeNumber(goal.units, goal.figure.decimals, locale) : '';
  const error = refusal?.error;
  return (
    <details open={refusal !== undefined} className="rounded-xl border border-line bg-surface print:hidden">
      <summary className="min-h-11 px-4 py-2.5 font-medium hover:bg-sunken">{words.change}</summary>
      <KeptForm method="post" kept="target" preventScrollReset className="space-y-4 px-4 pb-4">
        <input type="hidden" name="seen.target" value={mark} />
        <p className="max-w-prose text-sm text-muted">{words.lead}</p>
        {error === 'locked' || error === 'moved' ? <Alert tone="danger">{words[error]}</Alert> : null}
        <TopicTargetFields
          figures={figures}
          chosen={chosen}
          measure={{
            id: 'measure',
            name: 'measure',
            defaultValue: measure,
            onChange: ({ currentTarget }) => setCode(currentTarget.value),
          }}
          value={{ id: 'value', name: 'value', defaultValue: refusal?.value ?? stored }}
          error={
            error === undefined || error === 'locked' || error === 'moved'
              ? undefined
              : targetErrorText(error, chosen, spoken)
          }
        />
        <Button tone="secondary">{words.save}</Button>
      </KeptForm>
    </details>
  );
}

export interface OwnGoal extends TopicGoal {
  /** What the saved figures come to there. */
  readonly now: Quantity | null;
  /** Fewer is better, and not everything is filled in. */
  readonly isUnsettled: boolean;
}

/** What an agency's own sheet says of the target, by the figures that are saved. */
export function OwnTarget({ own }: { own: OwnGoal }) {
  const words = useSection(targetWords);
  const spoken = useSpoken();
  const nameOf = useGoalName();
  const { goal, isUnsettled } = own;
  const now = isUnsettled ? null : own.now;
  return (
    <Card className="space-y-0">
      <p className="max-w-prose">
        <strong translate="no">{words.is({ target: nameOf(own) })}</strong>
      </p>
      <p
        translate="no"
        data-reached={now ? isReached(goal, now) : undefined}
        className={`text-lg font-semibold ${now === null ? 'text-muted' : isReached(goal, now) ? 'text-success' : 'text-accent'}`}
      >
        {isUnsettled
          ? words.unsettled
          : now === null
            ? words.notYet
            : words.bySaved({ distance: distanceText(goal, now, spoken) })}
      </p>
    </Card>
  );
}
