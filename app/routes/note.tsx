/** One note with its history: `/rakerda/:rakerda/catatan/:catatan`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { words } from '~/commitments/index.server';
import { postNotePage, readNotePage } from '~/commitments/notesPage.server';
import { concernsNotes, NoteScreen } from '~/commitments/screens';
import { readLocale } from '~/i18n/locale.server';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.read', place);
  const locale = await readLocale(request);
  const search = new URL(request.url).searchParams;
  const page = await readNotePage(context, actor, place, params.catatan, locale, search);
  return { page, title: `${words[locale].note.title[page.note.kind]} – ${place.row.name}` };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'note.write', place);
  const form = await request.formData();
  const result = await postNotePage(context, actor, place, params.catatan, form, context.requestId);
  const list = `/rakerda/${place.row.id}/catatan`;
  switch (result.kind) {
    case 'removed':
      return redirect(`${list}?pesan=dihapus`);
    case 'done':
      return redirect(`${list}/${params.catatan ?? ''}?${result.search}#${result.hash}`);
    case 'refused':
      return data(result.refusal, { status: 422 });
    case 'unreadable':
      throw Response.json({ reason: 'unreadable' }, { status: 400 });
  }
}

export default function NoteRoute() {
  const { page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, concernsNotes);
  return (
    <NoteScreen page={page} refusal={useActionData<typeof action>()} live={<LiveMarker state={live} />} />
  );
}
