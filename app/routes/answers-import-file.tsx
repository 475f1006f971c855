/** Takes the file and shows what it would change: `/rakerda/:rakerda/:instrumen/:instansi/impor/berkas`. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { postAnswersFile } from '~/assessment/imports/import.post.server';
import { readAnswersImport } from '~/assessment/imports/import.read.server';
import { AnswersImportScreen } from '~/assessment/screens';
import { openAssessment } from '~/rakerda/meetingScope.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** Who comes without a file finds the same page. */
export async function loader(args: LoaderFunctionArgs) {
  return readAnswersImport(await openAssessment(args, 'answer.write'));
}

export async function action(args: ActionFunctionArgs) {
  const answer = await postAnswersFile(await openAssessment(args, 'answer.write'), args.request);
  return data(answer, { status: answer.kind === 'difference' ? 200 : 422 });
}

export default function AnswersImportFileRoute() {
  const page = useLoaderData<typeof loader>();
  return <AnswersImportScreen {...page} answer={useActionData<typeof action>() ?? null} />;
}
