import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readOnlyReason } from '~/assessment/assessment.read.server';
import {
  AssessmentHeader,
  assessmentHeaderData,
  type TakeOverDone,
  TakeOverScreen,
} from '~/assessment/screens';
import { readTakeOver } from '~/assessment/takeOver.read.server';
import { confirmTakenOver, takeOver } from '~/assessment/takeOver.server';
import { findIndicator } from '~/instrument';
import { openAssessment } from '~/rakerda/meetingScope.server';
import { listIn, textIn, unreadableForm } from '~/text';

const intents = z.enum(['take', 'confirm']);

/** For those who answer: what is shown belongs to another Rakerda, which others may not read. */
export async function loader(args: LoaderFunctionArgs) {
  const scope = await openAssessment(args, 'answer.write');
  return {
    header: assessmentHeaderData(scope.place),
    readOnly: readOnlyReason(scope.actor, scope.place),
    view: await readTakeOver(scope),
  };
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openAssessment(args, 'answer.write');
  const form = await args.request.formData();
  const intent = intents.safeParse(textIn(form, 'intent'));
  if (!intent.success) throw unreadableForm();
  const numbers = listIn(form, 'no')
    .map(Number)
    .filter((no) => findIndicator(scope.instrument, no) !== undefined);
  const isTake = intent.data === 'take';
  const result = await (isTake ? takeOver : confirmTakenOver)(scope, [...new Set(numbers)]);
  if (result.kind === 'locked') return data<TakeOverDone>({ kind: 'closed' }, { status: 409 });
  return data<TakeOverDone>({ kind: isTake ? 'taken' : 'confirmed', count: result.count });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.header.agency ?? ''} – Ambil alih – Rakerda SPBE` },
];

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function TakeOverRoute() {
  const { header, readOnly, view } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return (
    <>
      <AssessmentHeader header={header} readOnly={readOnly} page="takeOver" />
      <TakeOverScreen view={view} base={header.base} mayWrite={readOnly === null} done={done ?? null} />
    </>
  );
}
