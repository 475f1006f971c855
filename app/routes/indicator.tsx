import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '~/accounts/requestScope.server';
import {
  assessmentHeaderData,
  IndicatorScreen,
  ReadOnlyIndicator,
  type RefusedPost,
} from '~/assessment/screens';
import { postAnswer, readQuestions } from '~/assessment/answer.post.server';
import { readIndicator, readOnlyReason } from '~/assessment/assessment.read.server';
import { useSection } from '~/i18n';
import { findIndicator } from '~/instrument';
import { openAssessment } from '~/rakerda/meetingScope.server';
import { textIn } from '~/text';
import { DemoMark } from '~/ui';
import { assessmentWords } from '~/assessment/assessmentWords';

const numberOf = ({ params }: LoaderFunctionArgs | ActionFunctionArgs) =>
  /^\d{1,3}$/.test(params.nomor ?? '') ? Number(params.nomor) : 0;

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openAssessment(args, 'assessment.read');
  const { actor, place } = scope;
  const no = numberOf(args);
  return {
    header: assessmentHeaderData(place),
    readOnly: readOnlyReason(actor, place),
    view: (await readIndicator(scope, no)) ?? notFound(),
    account: actor.id,
    justSaved: new URL(args.request.url).searchParams.has('tersimpan'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openAssessment(args, 'answer.write');
  const { base } = assessmentHeaderData(scope.place);
  const no = numberOf(args);
  const here = `${base}/isi/${String(no)}`;
  const form = await args.request.formData();
  const { result, values, errors } = await postAnswer(scope, no, form);
  if (result.kind === 'noIndicator') return notFound();
  // The page itself says why the answers cannot change.
  if (result.kind === 'locked') return redirect(here);
  if (result.kind === 'otherAccount' || result.kind === 'conflict' || Object.keys(errors).length > 0) {
    const { version, questions } = await readQuestions(scope, no, result);
    const isOthers = result.kind === 'otherAccount';
    return data<RefusedPost>(
      { values, version, errors, questions, isOthers },
      { status: isOthers || questions.length > 0 ? 409 : 422 },
    );
  }
  const next = findIndicator(scope.instrument, no + 1) ? `${base}/isi/${String(no + 1)}` : `${base}/isi`;
  return redirect(textIn(form, 'intent') === 'next' ? next : `${here}?tersimpan`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${String(loaded.view.no)}. ${loaded.view.name} – Rakerda SPBE` : 'Rakerda SPBE' },
];

export default function IndicatorRoute() {
  const { header, readOnly, view, account, justSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const assessmentText = useSection(assessmentWords);
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 *:mb-1">
        <Link
          to={`${header.base}/isi`}
          className="inline-flex min-h-6 items-center text-sm text-brand underline"
        >
          ‹ {assessmentText.toOverview} – {header.agency}
        </Link>
        {header.rakerda.isDemo ? <DemoMark /> : null}
      </div>
      {readOnly === null ? (
        <IndicatorScreen
          key={`${account}:${String(view.no)}:${refused ? 'refused' : ''}`}
          view={view}
          base={header.base}
          timeZone={header.rakerda.timeZone}
          account={account}
          refused={refused ?? null}
          justSaved={justSaved}
        />
      ) : (
        <ReadOnlyIndicator key={view.no} view={view} base={header.base} reason={readOnly} />
      )}
    </>
  );
}
