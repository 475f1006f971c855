/** Where answers come from a file, and what somebody agreed to is saved: `/rakerda/:rakerda/:instrumen/:instansi/impor`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readOnlyReason } from '~/assessment/assessment.read.server';
import { postAnswers } from '~/assessment/imports/import.post.server';
import { AnswersImportScreen, AssessmentHeader, assessmentHeaderData } from '~/assessment/screens';
import { assessmentPath } from '~/paths';
import { openAssessment } from '~/rakerda/meetingScope.server';

export async function loader(args: LoaderFunctionArgs) {
  const { actor, place } = await openAssessment(args, 'answer.write');
  return { header: assessmentHeaderData(place), readOnly: readOnlyReason(actor, place) };
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openAssessment(args, 'answer.write');
  const result = await postAnswers(scope, await args.request.formData());
  switch (result.kind) {
    case 'saved': {
      const { row, assessment, agency } = scope.place;
      return redirect(assessmentPath(row.id, assessment.instrument_code, agency.code, 'questionnaire'));
    }
    case 'answer':
      return data(result.answer, { status: 422 });
    case 'unreadable':
      throw Response.json({ reason: 'unreadable' }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.header.agency ?? ''} – Impor – Rakerda SPBE` },
];

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function AnswersImportRoute() {
  const { header, readOnly } = useLoaderData<typeof loader>();
  return (
    <>
      <AssessmentHeader header={header} readOnly={readOnly} page="import" />
      <AnswersImportScreen
        base={header.base}
        readOnly={readOnly}
        answer={useActionData<typeof action>() ?? null}
      />
    </>
  );
}
