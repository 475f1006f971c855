import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readBlankQuestionnaire } from '~/assessment/blankQuestionnaire.read.server';
import { assessmentHeaderData, BlankQuestionnaireScreen } from '~/assessment/screens';
import { openAssessment } from '~/rakerda/meetingScope.server';

/** Nothing around the sheets. */
export const handle = { bare: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.header.agency ?? ''} – Rakerda SPBE` },
];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openAssessment(args, 'assessment.read');
  return { header: assessmentHeaderData(scope.place), questionnaire: readBlankQuestionnaire(scope) };
}

export default function QuestionnairePrintRoute() {
  return <BlankQuestionnaireScreen {...useLoaderData<typeof loader>()} />;
}
