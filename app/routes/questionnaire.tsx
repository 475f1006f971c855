import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  AssessmentHeader,
  assessmentHeaderData,
  OverviewScreen,
  readOverviewFilter,
} from '~/assessment/screens';
import { readOnlyReason, readOverview } from '~/assessment/queries.server';
import { readLocale } from '~/i18n/locale.server';
import { localize } from '~/instrument';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findAssessmentPlace } from '~/rakerda/scope.server';

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findAssessmentPlace(context.db, actor, params);
  authorize(actor, 'assessment.read', place);
  const locale = await readLocale(request);
  const instrument = context.instruments.get(
    place.assessment.instrument_code,
    place.assessment.instrument_version,
  );
  return {
    header: assessmentHeaderData(place),
    readOnly: readOnlyReason(actor, place),
    filter: readOverviewFilter(new URL(request.url).searchParams),
    overview: await readOverview(context.db, place, instrument, locale),
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
