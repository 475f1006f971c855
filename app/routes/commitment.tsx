/** One commitment with its history: `/rakerda/:rakerda/komitmen/:komitmen`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readCommitmentPage } from '~/hall/commitments/commitment.read.server';
import { postCommitment } from '~/hall/commitments/commitments.post.server';
import { CommitmentScreen, concernsCommitments } from '~/hall/commitments/screens';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { rakerdaPath } from '~/paths';
import { openMeeting } from '~/rakerda/meetingScope.server';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.page.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.read');
  const search = new URL(args.request.url).searchParams;
  return { page: await readCommitmentPage(scope, args.params.komitmen, search) };
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.read');
  const result = await postCommitment(scope, args.params.komitmen, await args.request.formData());
  const board = rakerdaPath(scope.place.row.id, 'commitments');
  switch (result.kind) {
    case 'done': {
      const path = result.message === 'dihapus' ? board : `${board}/${args.params.komitmen ?? ''}`;
      return redirect(`${path}?pesan=${result.message}#pesan`);
    }
    case 'answer':
      return data(result.answer, { status: result.status });
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function CommitmentRoute() {
  const { page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, concernsCommitments);
  return (
    <CommitmentScreen
      page={page}
      answer={useActionData<typeof action>()}
      live={<LiveMarker state={live} />}
    />
  );
}
