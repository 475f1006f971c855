/** The board of commitments: `/rakerda/:rakerda/komitmen`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readBoard } from '~/hall/commitments/commitments.read.server';
import { postNewCommitment } from '~/hall/commitments/commitments.post.server';
import { BoardScreen, concernsCommitments } from '~/hall/commitments/screens';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { rakerdaPath } from '~/paths';
import { openMeeting } from '~/rakerda/meetingScope.server';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.page.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.read');
  return { page: await readBoard(scope, new URL(args.request.url).searchParams) };
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.read');
  const result = await postNewCommitment(scope, await args.request.formData());
  switch (result.kind) {
    case 'done':
      return redirect(`${rakerdaPath(scope.place.row.id, 'commitments')}?pesan=${result.message}#pesan`);
    case 'answer':
      return data(result.answer, { status: result.status });
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function Commitments() {
  const { page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, concernsCommitments);
  return (
    <BoardScreen page={page} answer={useActionData<typeof action>()} live={<LiveMarker state={live} />} />
  );
}
