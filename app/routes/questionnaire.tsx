import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { type ClientLoaderFunctionArgs, useLoaderData } from '@remix-run/react';
import {
  AssessmentHeader,
  OverviewScreen,
  pageFrom,
  readOverviewFilter,
  useFreshAssessment,
  useUnsentAnswers,
} from '~/assessment/screens';
import { readQuestionnaire } from '~/assessment/offline/kit.read.server';
import { openLiveAssessment } from '~/rakerda/meetingScope.server';

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openLiveAssessment(args, 'assessment.read');
  return {
    ...(await readQuestionnaire(scope)),
    filter: readOverviewFilter(new URL(args.request.url).searchParams),
  };
}

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  pageFrom('list', request, () => serverLoader<typeof loader>());

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.header.agency ?? ''} – Rakerda SPBE` },
];

export default function QuestionnaireRoute() {
  const page = useLoaderData<typeof loader>();
  const { header, readOnly, filter, overview: stored, instrument, account } = page;
  useFreshAssessment(header, page.asOf);
  const { overview, unsent } = useUnsentAnswers(account, header.base, stored);
  return (
    <>
      <AssessmentHeader header={header} readOnly={readOnly} page="overview" instrument={instrument} />
      <OverviewScreen
        overview={overview}
        unsent={unsent}
        filter={filter}
        base={header.base}
        mayWrite={readOnly === null}
      />
    </>
  );
}
