import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  AssessmentHeader,
  assessmentHeaderData,
  HistoryScreen,
  readRestore,
  readRestored,
  type Restored,
} from '~/assessment/screens';
import { restoreField } from '~/assessment/restoreField.server';
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
    restored: readRestored(query),
    isNewest: before === null,
    indicators: indicatorsOf(instrument).map(({ no, name }) => ({ no, name: localize(name, locale) })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openAssessment(args, 'answer.write');
  const asked = readRestore(await args.request.formData());
  const { kind } = await restoreField(scope, asked);
  if (kind !== 'restored') return data<Restored>({ kind }, { status: kind === 'same' ? 200 : 409 });
  const { base } = assessmentHeaderData(scope.place);
  return redirect(`${base}/riwayat?indikator=${String(asked.indicatorNo)}&pulih=${asked.field}`);
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.header.agency ?? ''} – Riwayat – Rakerda SPBE` },
];

export default function HistoryRoute() {
  const { header, restored, ...history } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <AssessmentHeader header={header} readOnly={null} page="history" />
      <HistoryScreen {...history} restored={refused ?? restored} timeZone={header.rakerda.timeZone} />
    </>
  );
}
