/** Notes and recommendations: `/rakerda/:rakerda/catatan`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { postNote, readNotesPage } from '~/commitments/notesPage.server';
import { concernsNotes, NotesScreen } from '~/commitments/screens';
import { words } from '~/commitments/index.server';
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
  const page = await readNotesPage(context, actor, place, locale, new URL(request.url).searchParams);
  return { page, title: `${words[locale].notes.title} – ${place.row.name}` };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'note.write', place);
  const result = await postNote(context, actor, place, await request.formData(), context.requestId);
  switch (result.kind) {
    case 'done': {
      // What the list is filtered by stays as it was chosen.
      const search = new URL(request.url).searchParams;
      search.delete('index');
      for (const [name, value] of new URLSearchParams(result.search)) search.set(name, value);
      return redirect(`/rakerda/${place.row.id}/catatan?${search.toString()}#${result.hash}`);
    }
    case 'refused':
      return data(result.refusal, { status: 422 });
    case 'unreadable':
      throw Response.json({ reason: 'unreadable' }, { status: 400 });
  }
}

export default function Notes() {
  const { page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, concernsNotes);
  return (
    <NotesScreen page={page} refusal={useActionData<typeof action>()} live={<LiveMarker state={live} />} />
  );
}
