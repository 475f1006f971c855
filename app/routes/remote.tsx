import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { catalogueOf, readLocale } from '~/i18n/locale.server';
import { obeyRemote, openProjector, readChoices, readRemote } from '~/projector/index.server';
import { RemoteScreen } from '~/projector/screens';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'projector.control', place);
  await openProjector(context, actor, place, context.requestId);
  const locale = await readLocale(request);
  const { row } = place;
  const asked = { rakerda: row, locale, request };
  return {
    title: `${row.name} – ${catalogueOf(locale).ui.productName}`,
    view: await readRemote(context, asked),
    choices: await readChoices(context, asked),
    rakerda: { id: row.id, name: row.name, isDemo: row.is_demo === 1 },
    isArchived: row.state === 'archived',
    isStale: new URL(request.url).searchParams.get('pesan') === 'lewat',
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'projector.control', place);
  const form = await request.formData();
  const asked = { request, requestId: context.requestId };
  const result = await obeyRemote(context, actor, place, form, asked);
  switch (result.kind) {
    case 'done':
      return redirect(`/rakerda/${place.row.id}/kendali`);
    case 'stale':
      return redirect(`/rakerda/${place.row.id}/kendali?pesan=lewat`);
    case 'tooMany':
      return data({ agencies: result.agencies }, { status: 422 });
    case 'unreadable':
      throw Response.json({ reason: 'unreadable' }, { status: 400 });
  }
}

export default function Remote() {
  const { title: _title, isStale, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const notice = refused ? 'tooMany' : isStale ? 'stale' : null;
  return <RemoteScreen {...page} notice={notice} refusedAgencies={refused?.agencies ?? null} />;
}
