import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readLocale } from '~/i18n/locale.server';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { makeMinutesByForm, readMinutesPage } from '~/minutes/index.server';
import { isAboutMinutes, MinutesScreen, minutesWords } from '~/minutes/screens';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'minutes.read', place);
  const locale = await readLocale(request);
  const made = new URL(request.url).searchParams.get('dibuat');
  return {
    title: minutesWords[locale].metaTitle({ rakerda: place.row.name }),
    justMade: made === null ? null : Number(made),
    ...(await readMinutesPage(context, actor, place, locale)),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'minutes.make', place);
  const result = await makeMinutesByForm(context, actor, place, request, context.requestId);
  switch (result.kind) {
    case 'made':
      return redirect(`/rakerda/${place.row.id}/berita-acara?dibuat=${result.number}#nomor-${result.number}`);
    case 'refused':
      return data(result.refusal, { status: result.status });
    case 'unreadable':
      throw Response.json({ reason: 'unreadable' }, { status: 400 });
  }
}

export default function Minutes() {
  const { title: _title, ...page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutMinutes);
  return (
    <MinutesScreen {...page} refusal={useActionData<typeof action>()} live={<LiveMarker state={live} />} />
  );
}
