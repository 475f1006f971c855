import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readOnlyReason } from '~/assessment/assessment.read.server';
import { readReview } from '~/assessment/review.read.server';
import {
  AssessmentHeader,
  assessmentHeaderData,
  readReturn,
  readReviewFilter,
  type ReviewRefused,
  ReviewScreen,
} from '~/assessment/screens';
import { takeStep } from '~/assessment/takeStep.server';
import { indicatorsOf } from '~/instrument';
import { openAssessment } from '~/rakerda/meetingScope.server';

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openAssessment(args, 'assessment.read');
  return {
    header: assessmentHeaderData(scope.place),
    readOnly: readOnlyReason(scope.actor, scope.place),
    filter: readReviewFilter(new URL(args.request.url).searchParams),
    sheet: await readReview(scope),
  };
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openAssessment(args, 'assessment.return');
  const parsed = readReturn(
    await args.request.formData(),
    indicatorsOf(scope.instrument).map(({ no }) => no),
  );
  const { typed } = parsed;
  if (!parsed.ok) return data<ReviewRefused>({ typed, errors: parsed.errors, late: null }, { status: 422 });
  const result = await takeStep(scope, parsed.step);
  if (result.kind === 'done') {
    return redirect(`${assessmentHeaderData(scope.place).base}/status?selesai=${result.state}`);
  }
  const late = result.kind === 'locked' ? 'closed' : 'wrongState';
  return data<ReviewRefused>({ typed, errors: {}, late }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.header.agency ?? ''} – Telaah – Rakerda SPBE` },
];

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function ReviewRoute() {
  const { header, readOnly, filter, sheet } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <AssessmentHeader header={header} readOnly={readOnly} page="review" />
      <ReviewScreen sheet={sheet} filter={filter} base={header.base} refused={refused ?? null} />
    </>
  );
}
