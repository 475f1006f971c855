import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { AssessmentHeader, assessmentHeaderData, HistoryScreen } from '~/assessment/screens';
import { readHistory } from '~/assessment/history.read.server';
import { indicatorsOf, localize } from '~/instrument';
import { openAssessment } from '~/rakerda/meetingScope.server';

const wholeNumber = z.coerce.number().int().positive().nullable().catch(null);

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openAssessment(args, 'assessment.read');
  const { place, instrument, locale } = scope;
  const query = new URL(args.request.url).searchParams;
  const indicatorNo = wholeNumber.parse(query.get('indikator'));
  const before = wholeNumber.parse(query.get('sebelum'));
  return {
    header: assessmentHeaderData(place),
    ...(await readHistory(scope, { indicatorNo, before })),
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
