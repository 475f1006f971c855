import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import {
  assessmentHeaderData,
  IndicatorScreen,
  ReadOnlyIndicator,
  type RefusedPost,
} from '~/assessment/screens';
import { postAnswer } from '~/assessment/postAnswer.server';
import { readIndicator, readOnlyReason } from '~/assessment/queries.server';
import { useText } from '~/i18n';
import { readLocale } from '~/i18n/locale.server';
import { DemoMark } from '~/ui';
import { authorize } from '~/record/change.server';
import { notFound, requireActor } from '~/accounts/scope.server';
import { findAssessmentPlace } from '~/rakerda/scope.server';

async function open({ request, context, params }: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findAssessmentPlace(context.db, actor, params);
  const instrument = context.instruments.get(
    place.assessment.instrument_code,
    place.assessment.instrument_version,
  );
  const no = /^\d{1,3}$/.test(params.nomor ?? '') ? Number(params.nomor) : 0;
  return { actor, place, instrument, no, base: assessmentHeaderData(place).base };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, place, instrument, no } = await open(args);
  authorize(actor, 'assessment.read', place);
  const view = await readIndicator(args.context.db, place, instrument, await readLocale(args.request), no);
  if (!view) notFound();
  return {
    header: assessmentHeaderData(place),
    readOnly: readOnlyReason(actor, place),
    view,
    draftName: `${actor.id}:${place.assessment.id}:${String(no)}`,
    justSaved: new URL(args.request.url).searchParams.has('tersimpan'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, place, instrument, no, base } = await open(args);
  authorize(actor, 'answer.write', place);
  const here = `${base}/isi/${String(no)}`;
  const form = await args.request.formData();
  if (form.get('intent') === 'theirs') return redirect(here);
  const { result, values, version } = await postAnswer(args.context, actor, place, instrument, no, form);
  switch (result.kind) {
    case 'noIndicator':
      return notFound();
    case 'forbidden':
    case 'locked':
      // The page itself says why the answers cannot change.
      return redirect(here);
    case 'invalid':
      return data<RefusedPost>({ values, version, errors: result.errors, conflict: null }, { status: 422 });
    case 'conflict':
      return data<RefusedPost>(
        {
          values,
          version,
          errors: {},
          conflict: { theirs: result.theirs, theirName: result.theirName, own: result.own },
        },
        { status: 409 },
      );
    case 'saved':
    case 'unchanged': {
      const next = no < instrumentEnd(instrument) ? `${base}/isi/${String(no + 1)}` : `${base}/isi`;
      return redirect(form.get('intent') === 'next' ? next : `${here}?tersimpan`);
    }
  }
}

function instrumentEnd(instrument: Parameters<typeof postAnswer>[3]): number {
  return Math.max(
    ...instrument.domains.flatMap((d) => d.aspects.flatMap((a) => a.indicators.map((i) => i.no))),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? `${String(loaded.view.no)}. ${loaded.view.name} – Rakerda SPBE` : 'Rakerda SPBE' },
];

export default function IndicatorRoute() {
  const { header, readOnly, view, draftName, justSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const text = useText();
  return (
    <>
      {header.rakerda.isDemo ? <DemoMark /> : null}
      <Link
        to={`${header.base}/isi`}
        className="inline-flex min-h-8 items-center text-sm text-brand underline"
      >
        ‹ {text.assessment.toOverview} – {header.agency}
      </Link>
      {readOnly === null ? (
        <IndicatorScreen
          key={`${draftName}:${refused ? 'refused' : ''}`}
          view={view}
          base={header.base}
          draftName={draftName}
          refused={refused ?? null}
          justSaved={justSaved}
        />
      ) : (
        <ReadOnlyIndicator key={draftName} view={view} base={header.base} reason={readOnly} />
      )}
    </>
  );
}
