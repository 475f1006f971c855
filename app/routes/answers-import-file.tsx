/** Takes the file and shows what it would change: `/rakerda/:rakerda/:instrumen/:instansi/impor/berkas`. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readOnlyReason } from '~/assessment/assessment.read.server';
import { postAnswersFile } from '~/assessment/imports/import.post.server';
import { AnswersImportScreen, AssessmentHeader, assessmentHeaderData } from '~/assessment/screens';
import { openAssessment } from '~/rakerda/meetingScope.server';

/** Who comes without a file finds the same page. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, place } = await openAssessment(args, 'answer.write');
  return { header: assessmentHeaderData(place), readOnly: readOnlyReason(actor, place) };
}

export async function action(args: ActionFunctionArgs) {
  const answer = await postAnswersFile(await openAssessment(args, 'answer.write'), args.request);
  return data(answer, { status: answer.kind === 'difference' ? 200 : 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.header.agency ?? ''} – Impor – Rakerda SPBE` },
];

export default function AnswersImportFileRoute() {
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
