import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { authorize, requireActor } from '~/accounts/guard.server';
import { findRakerdaPlace } from '~/accounts/place.server';
import { changeAgenda, readAgendaPage } from '~/agenda/index.server';
import { AgendaScreen, agendaTitle, isAboutAgenda } from '~/agenda/screens';
import { readLocale } from '~/i18n/locale.server';
import { LiveMarker, useLiveRevalidation } from '~/live';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.read', place);
  const page = await readAgendaPage(context.db, actor, place);
  return { title: agendaTitle(place.row.name, await readLocale(request)), ...page };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.manage', place);
  const result = await changeAgenda(context, actor, place, await request.formData(), context.requestId);
  switch (result.kind) {
    case 'done': {
      const search = new URLSearchParams({ pesan: result.message, acara: result.id });
      return redirect(
        `/rakerda/${place.row.id}/agenda?${search.toString()}#acara-${encodeURIComponent(result.id)}`,
      );
    }
    case 'refused':
      return data(result.refusal, { status: 422 });
    case 'unreadable':
      throw Response.json({ reason: 'unreadable' }, { status: 400 });
  }
}

export default function Agenda() {
  const { title: _title, ...page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutAgenda);
  return (
    <AgendaScreen {...page} refusal={useActionData<typeof action>()} live={<LiveMarker state={live} />} />
  );
}
