/** Notes and recommendations: `/rakerda/:rakerda/catatan`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { postNote, readNotesPage } from '~/hall/commitments/notes.read.server';
import { concernsNotes, NotesScreen } from '~/hall/commitments/screens';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { rakerdaPath } from '~/paths';
import { openMeeting } from '~/rakerda/meetingScope.server';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.page.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.read');
  return { page: await readNotesPage(scope, new URL(args.request.url).searchParams) };
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'note.write');
  const result = await postNote(scope, await args.request.formData());
  switch (result.kind) {
    case 'done': {
      // What the list is filtered by stays as it was chosen.
      const search = new URL(args.request.url).searchParams;
      search.delete('index');
      for (const [name, value] of new URLSearchParams(result.search)) search.set(name, value);
      return redirect(`${rakerdaPath(scope.place.row.id, 'notes')}?${search.toString()}#${result.hash}`);
    }
    case 'refused':
      return data(result.refusal, { status: 422 });
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function Notes() {
  const { page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, concernsNotes);
  return (
    <NotesScreen page={page} refusal={useActionData<typeof action>()} live={<LiveMarker state={live} />} />
  );
}
