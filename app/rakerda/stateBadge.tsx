/** How far an assessment is on its way to the head, as a mark with its word. */
import type { AssessmentState } from '#db/schema';
import { useFormat, useText } from '~/i18n';
import { Badge, type BadgeTone } from '~/ui';

const TONES: Readonly<Record<AssessmentState, BadgeTone>> = {
  draft: 'neutral',
  submitted: 'brand',
  approved: 'success',
};

/**
 * What was sent on with indicators unanswered, which whoever sends it has to confirm, says so: "submitted" beside 45 of 47
 * would look like a mistake.
 */
export function StateBadge(props: {
  readonly state: AssessmentState;
  readonly answered: number;
  readonly total: number;
}) {
  const { state, answered, total } = props;
  const text = useText();
  const format = useFormat();
  return (
    <>
      <Badge tone={TONES[state]}>{text.state[state]}</Badge>
      {state !== 'draft' && answered < total ? (
        <span translate="no" className="block text-sm leading-tight whitespace-nowrap text-muted">
          {text.leftUnanswered({ count: format.number(total - answered) })}
        </span>
      ) : null}
    </>
  );
}
