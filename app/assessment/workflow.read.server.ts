import type { AssessmentState } from '#db/schema';
import { indicatorsOf, localize } from '~/instrument';
import { allows, type StepName, stepsOpenTo } from '~/policy';
import type { AssessmentScope } from '~/rakerda/meetingScope.server';
import { listAnswers } from './answers.server';
import { countGaps, type Gap } from './gaps';
import { parseLevels } from './levels';
import { standing } from './assessment.read.server';
import type { Standing } from './standing';

/** Who did something, and when. */
interface Done {
  readonly name: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

export interface WorkflowView {
  readonly state: AssessmentState;
  /** The stage takes answers. */
  readonly open: boolean;
  readonly submitted: Done | null;
  readonly approved: Done | null;
  readonly steps: readonly StepName[];
  readonly gaps: Readonly<Record<Gap, number>>;
  readonly unanswered: readonly { readonly no: number; readonly name: string }[];
  readonly standing: Standing;
}

/** What the status page shows and which steps this actor may take now. */
export async function readWorkflow({
  db,
  actor,
  place,
  instrument,
  locale,
}: AssessmentScope): Promise<WorkflowView> {
  const { assessment } = place;
  const names = await db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', [assessment.submitted_by ?? '', assessment.approved_by ?? ''])
    .execute();
  const nameOf = (id: string | null) => names.find((account) => account.id === id)?.name ?? '';
  const levels = parseLevels(assessment.levels);
  const { answers } = await listAnswers(db, assessment.id, instrument, levels);
  return {
    state: assessment.state,
    open: allows(place.row.state, 'answers'),
    submitted:
      assessment.state !== 'draft' && assessment.submitted_at
        ? { name: nameOf(assessment.submitted_by), at: assessment.submitted_at }
        : null,
    approved: assessment.approved_at
      ? { name: nameOf(assessment.approved_by), at: assessment.approved_at }
      : null,
    steps: stepsOpenTo(actor, place, place.row.state, place.assessment.state),
    gaps: countGaps(answers),
    unanswered: indicatorsOf(instrument)
      .filter((_indicator, position) => levels[position] === null)
      .map((indicator) => ({ no: indicator.no, name: localize(indicator.name, locale) })),
    standing: standing(instrument, levels, locale),
  };
}
