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
  readStep,
  type StepRefused,
  WorkflowScreen,
} from '~/assessment/screens';
import { readOnlyReason } from '~/assessment/queries.server';
import { takeStep, TRANSITIONS } from '~/assessment/workflow.server';
import { readWorkflow } from '~/assessment/workflowQueries.server';
import { readLocale } from '~/i18n/locale.server';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findAssessmentPlace } from '~/rakerda/scope.server';

async function open({ request, context, params }: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findAssessmentPlace(context.db, actor, params);
  const instrument = context.instruments.get(
    place.assessment.instrument_code,
    place.assessment.instrument_version,
  );
  return { actor, place, instrument };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, place, instrument } = await open(args);
  authorize(actor, 'assessment.read', place);
  const done = new URL(args.request.url).searchParams.get('selesai');
  return {
    header: assessmentHeaderData(place),
    readOnly: readOnlyReason(actor, place),
    view: await readWorkflow(args.context.db, actor, place, instrument, await readLocale(args.request)),
    // Only while it is still true: an old address must not claim what has changed since.
    done: done === place.assessment.state ? place.assessment.state : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, place, instrument } = await open(args);
  const refuse = (refused: StepRefused, status: number) => data(refused, { status });
  const parsed = readStep(await args.request.formData());
  if (!parsed.ok) {
    authorize(actor, 'assessment.read', place);
    return refuse(parsed, 422);
  }
  authorize(actor, TRANSITIONS[parsed.step.step].action, place);
  const result = await takeStep(
    args.context.db,
    actor,
    place,
    instrument,
    parsed.step,
    args.context.requestId,
  );
  const note = 'note' in parsed.step ? parsed.step.note : '';
  switch (result.kind) {
    case 'done':
      args.context.feed.wake();
      return redirect(`${assessmentHeaderData(place).base}/status?selesai=${result.state}`);
    case 'unconfirmed':
      return refuse({ step: 'submit', note, error: 'confirmNeeded' }, 422);
    case 'wrongState':
      return refuse({ step: parsed.step.step, note, error: 'wrongState' }, 409);
    case 'closed':
    case 'forbidden':
      return refuse({ step: parsed.step.step, note, error: 'closed' }, 409);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.header.agency ?? ''} – Status – Rakerda SPBE` },
];

export default function WorkflowRoute() {
  const { header, readOnly, view, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <AssessmentHeader header={header} readOnly={readOnly} page="status" />
      <WorkflowScreen
        view={view}
        base={header.base}
        timeZone={header.rakerda.timeZone}
        refused={refused ?? null}
        done={done}
      />
    </>
  );
}
