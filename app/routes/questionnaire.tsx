import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  AssessmentHeader,
  assessmentHeaderData,
  OverviewScreen,
  readOverviewFilter,
} from '~/assessment/screens';
import { readOnlyReason, readOverview } from '~/assessment/assessment.read.server';
import { localize } from '~/instrument';
import { openAssessment } from '~/rakerda/meetingScope.server';

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openAssessment(args, 'assessment.read');
  const { actor, place, instrument, locale } = scope;
  return {
    header: assessmentHeaderData(place),
    readOnly: readOnlyReason(actor, place),
    filter: readOverviewFilter(new URL(args.request.url).searchParams),
    overview: await readOverview(scope),
    instrument: {
      name: localize(instrument.name, locale),
      note: localize(instrument.regulation.note, locale),
    },
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.header.agency ?? ''} – Rakerda SPBE` },
];

export default function QuestionnaireRoute() {
  const { header, readOnly, filter, overview, instrument } = useLoaderData<typeof loader>();
  return (
    <>
      <AssessmentHeader header={header} readOnly={readOnly} page="overview" instrument={instrument} />
      <OverviewScreen overview={overview} filter={filter} base={header.base} mayWrite={readOnly === null} />
    </>
  );
}
