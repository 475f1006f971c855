import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  AssessmentHeader,
  assessmentHeaderData,
  LateList,
  readDecision,
  readLateDone,
  type StepRefused,
  useFreshAssessment,
  WorkflowScreen,
} from '~/assessment/screens';
import { readOnlyReason } from '~/assessment/assessment.read.server';
import { decideLate, readLate } from '~/assessment/decideLate.server';
import { readStep } from '~/rakerda';
import { takeStep } from '~/assessment/takeStep.server';
import { demand } from '~/accounts/requestScope.server';
import { openAssessment, openLiveAssessment } from '~/rakerda/meetingScope.server';
import { readWorkflow } from '~/assessment/workflow.read.server';

const DONE = ['submitted', 'approved', 'draft', 'takenBack'] as const;
const stateAfter = (done: (typeof DONE)[number]) => (done === 'takenBack' ? 'submitted' : done);

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openLiveAssessment(args, 'assessment.read');
  const { actor, place, asOf } = scope;
  const params = new URL(args.request.url).searchParams;
  const done = params.get('selesai');
  return {
    header: assessmentHeaderData(place),
    asOf,
    readOnly: readOnlyReason(actor, place),
    view: await readWorkflow(scope),
    late: { late: await readLate(scope), done: readLateDone(params) },
    // Only while it is still true: an old address must not claim what has changed since.
    done: DONE.find((what) => what === done && stateAfter(what) === place.assessment.state) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openAssessment(args, null);
  const refuse = (refused: StepRefused, status: number) => data(refused, { status });
  const form = await args.request.formData();
  const decided = readDecision(form);
  if (decided) {
    const { kind } = await decideLate(scope, decided);
    if (kind !== 'accepted' && kind !== 'left') return data({ late: kind }, { status: 409 });
    return redirect(`${assessmentHeaderData(scope.place).base}/status?terlambat=${kind}`);
  }
  const parsed = readStep(form);
  if (!parsed.ok) {
    demand(scope, 'assessment.read');
    return refuse(parsed, 422);
  }
  const result = await takeStep(scope, parsed.step);
  const note = 'note' in parsed.step ? parsed.step.note : '';
  switch (result.kind) {
    case 'done':
      return redirect(
        `${assessmentHeaderData(scope.place).base}/status?selesai=${parsed.step.step === 'takeBack' ? 'takenBack' : result.state}`,
      );
    case 'unconfirmed':
      return refuse({ step: 'submit', note, error: 'confirmNeeded' }, 422);
    case 'gaps':
      return refuse({ step: 'approve', note, error: 'gapsNamed' }, 422);
    case 'wrongState':
      return refuse({ step: parsed.step.step, note, error: 'wrongState' }, 409);
    case 'locked':
      return refuse(
        {
          step: parsed.step.step,
          note,
          error: parsed.step.step === 'takeBack' ? 'takeBackTooLate' : 'closed',
        },
        409,
      );
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.header.agency ?? ''} – Status – Rakerda SPBE` },
];

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function WorkflowRoute() {
  const { header, asOf, readOnly, view, late, done } = useLoaderData<typeof loader>();
  useFreshAssessment(header, asOf);
  const answer = useActionData<typeof action>();
  const refused = answer && 'step' in answer ? answer : null;
  const lateRefused = answer && 'late' in answer ? answer.late : null;
  return (
    <>
      <AssessmentHeader header={header} readOnly={readOnly} page="status" />
      <WorkflowScreen
        view={view}
        base={header.base}
        timeZone={header.rakerda.timeZone}
        refused={refused}
        done={done}
      >
        <LateList {...late} timeZone={header.rakerda.timeZone} refused={lateRefused} />
      </WorkflowScreen>
    </>
  );
}
