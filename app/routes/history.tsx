import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { AssessmentHeader, assessmentHeaderData, HistoryScreen } from '~/assessment/screens';
import { readHistory } from '~/assessment/history.server';
import { readLocale } from '~/i18n/locale.server';
import { indicatorsOf, localize } from '~/instrument';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findAssessmentPlace } from '~/rakerda/scope.server';

const wholeNumber = z.coerce.number().int().positive().nullable().catch(null);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findAssessmentPlace(context.db, actor, params);
  authorize(actor, 'assessment.read', place);
  const locale = await readLocale(request);
  const instrument = context.instruments.get(
    place.assessment.instrument_code,
    place.assessment.instrument_version,
  );
  const query = new URL(request.url).searchParams;
  const indicatorNo = wholeNumber.parse(query.get('indikator'));
  const before = wholeNumber.parse(query.get('sebelum'));
  return {
    header: assessmentHeaderData(place),
    ...(await readHistory(context.db, place, instrument, locale, { indicatorNo, before })),
    indicatorNo,
    isNewest: before === null,
    indicators: indicatorsOf(instrument).map(({ no, name }) => ({ no, name: localize(name, locale) })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.header.agency ?? ''} – Riwayat – Rakerda SPBE` },
];

export default function HistoryRoute() {
  const { header, ...history } = useLoaderData<typeof loader>();
  return (
    <>
      <AssessmentHeader header={header} readOnly={null} page="history" />
      <HistoryScreen {...history} timeZone={header.rakerda.timeZone} />
    </>
  );
}
