import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { type ClientLoaderFunctionArgs, useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '~/accounts/requestScope.server';
import { assessmentHeaderData, IndicatorScreen, pageFrom, ReadOnlyIndicator } from '~/assessment/screens';
import { postAnswer, refusedPost } from '~/assessment/answer.post.server';
import { readIndicator, readOnlyReason } from '~/assessment/assessment.read.server';
import { findIndicator } from '~/instrument';
import { AssessmentTabs } from '~/rakerda';
import { openAssessment, openLiveAssessment } from '~/rakerda/meetingScope.server';
import { textIn } from '~/text';
import { DemoMark } from '~/ui';

const numberOf = ({ params }: LoaderFunctionArgs | ActionFunctionArgs) =>
  /^\d{1,3}$/.test(params.nomor ?? '') ? Number(params.nomor) : 0;

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openLiveAssessment(args, 'assessment.read');
  const { actor, place, asOf } = scope;
  const no = numberOf(args);
  return {
    header: assessmentHeaderData(place),
    readOnly: readOnlyReason(actor, place),
    view: (await readIndicator(scope, no)) ?? notFound(),
    account: actor.id,
    asOf,
    justSaved: new URL(args.request.url).searchParams.has('tersimpan'),
  };
}

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  pageFrom('indicator', request, () => serverLoader<typeof loader>());

export async function action(args: ActionFunctionArgs) {
  const scope = await openAssessment(args, 'answer.write');
  const { base } = assessmentHeaderData(scope.place);
  const no = numberOf(args);
  const here = `${base}/isi/${String(no)}`;
  const form = await args.request.formData();
  const posted = await postAnswer(scope, no, form);
  const { kind } = posted.result;
  if (kind === 'noIndicator') return notFound();
  // The page itself says why the answers cannot change.
  if (kind === 'locked' || kind === 'late') return redirect(here);
  if (kind === 'otherAccount' || kind === 'conflict' || Object.keys(posted.errors).length > 0) {
    const status = kind === 'otherAccount' || kind === 'conflict' ? 409 : 422;
    return data(await refusedPost(scope, no, posted), { status });
  }
  const next = findIndicator(scope.instrument, no + 1) ? `${base}/isi/${String(no + 1)}` : `${base}/isi`;
  return redirect(textIn(form, 'intent') === 'next' ? next : `${here}?tersimpan`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${String(loaded.view.no)}. ${loaded.view.name} – Rakerda SPBE` : 'Rakerda SPBE' },
];

export default function IndicatorRoute() {
  const { header, readOnly, view, account, asOf, justSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <div className="mb-1 flex flex-wrap items-center gap-x-6">
        <AssessmentTabs base={header.base} current="fill" below mayRead low />
        <p className="ml-auto text-sm text-muted max-sm:hidden">{header.agency}</p>
        {header.rakerda.isDemo ? (
          <div className="*:mb-0 max-sm:hidden">
            <DemoMark short />
          </div>
        ) : null}
      </div>
      {readOnly === null ? (
        <IndicatorScreen
          key={`${account}:${String(view.no)}:${refused ? 'refused' : ''}`}
          view={view}
          header={header}
          asOf={asOf}
          account={account}
          refused={refused ?? null}
          justSaved={justSaved}
        />
      ) : (
        <ReadOnlyIndicator key={view.no} view={view} header={header} reason={readOnly} />
      )}
    </>
  );
}
