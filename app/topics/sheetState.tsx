/** How far a sheet is on its way to the head, as a mark with its word. */
import type { AssessmentState } from '#db/schema';
import { useSection } from '~/i18n';
import { Badge, type BadgeTone } from '~/ui';
import { topicWords } from './topicWords';

const TONES: Readonly<Record<AssessmentState, BadgeTone>> = {
  draft: 'neutral',
  submitted: 'brand',
  approved: 'success',
};

export function SheetState({ state, isBegun }: { state: AssessmentState; isBegun: boolean }) {
  const words = useSection(topicWords);
  return <Badge tone={TONES[state]}>{isBegun ? words.state[state] : words.notBegun}</Badge>;
}
