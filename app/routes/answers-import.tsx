/** Where answers come from a file, and what somebody agreed to is saved: `/rakerda/:rakerda/:instrumen/:instansi/impor`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { postAnswers } from '~/assessment/imports/import.post.server';
import { readAnswersImport } from '~/assessment/imports/import.read.server';
import { AnswersImportScreen } from '~/assessment/screens';
import { assessmentPath } from '~/paths';
import { openAssessment } from '~/rakerda/meetingScope.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  return readAnswersImport(await openAssessment(args, 'answer.write'));
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
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function AnswersImportRoute() {
  const page = useLoaderData<typeof loader>();
  return <AnswersImportScreen {...page} answer={useActionData<typeof action>() ?? null} />;
}
