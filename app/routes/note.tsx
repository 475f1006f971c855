/** One note with its history: `/rakerda/:rakerda/catatan/:catatan`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { postNotePage, readNotePage } from '~/hall/commitments/notes.read.server';
import { concernsNotes, NoteScreen } from '~/hall/commitments/screens';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { rakerdaPath } from '~/paths';
import { openMeeting } from '~/rakerda/meetingScope.server';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.page.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.read');
  return { page: await readNotePage(scope, args.params.catatan, new URL(args.request.url).searchParams) };
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'note.write');
  const result = await postNotePage(scope, args.params.catatan, await args.request.formData());
  const list = rakerdaPath(scope.place.row.id, 'notes');
  switch (result.kind) {
    case 'removed':
      return redirect(`${list}?pesan=dihapus`);
    case 'done':
      return redirect(`${list}/${args.params.catatan ?? ''}?${result.search}#${result.hash}`);
    case 'refused':
      return data(result.refusal, { status: 422 });
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function NoteRoute() {
  const { page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, concernsNotes);
  return (
    <NoteScreen page={page} refusal={useActionData<typeof action>()} live={<LiveMarker state={live} />} />
  );
}
