/** One vote: `/rakerda/:rakerda/suara/:suara`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '~/accounts/requestScope.server';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { showVote } from '~/hall/projector/index.server';
import { openMeeting } from '~/rakerda/meetingScope.server';
import { isAboutVotes, VOTE_PAUSE_MS } from '~/hall/votes';
import { postToVote, readVotePage } from '~/hall/votes/index.server';
import { VoteScreen } from '~/hall/votes/screens';
import { entryPath } from '~/paths';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.page.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.read');
  return {
    page: (await readVotePage(scope, args.params.suara)) ?? notFound(),
    message: new URL(args.request.url).searchParams.get('pesan'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.read');
  const voteId = args.params.suara ?? '';
  const here = entryPath(scope.place.row.id, 'votes', voteId);
  const posted = await postToVote(scope, voteId, await args.request.formData());
  switch (posted.kind) {
    case 'show':
      if ((await showVote(scope, voteId)).kind === 'locked')
        return data({ kind: 'locked' as const }, { status: 422 });
      return redirect(`${here}?pesan=layar`);
    case 'done':
      return redirect(`${here}?pesan=${posted.message}`);
    case 'refused':
      return data(posted.refusal, { status: 422 });
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function VoteRoute() {
  const { page, message } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutVotes, VOTE_PAUSE_MS);
  return (
    <VoteScreen
      page={page}
      message={message}
      refusal={useActionData<typeof action>()}
      live={<LiveMarker state={live} />}
    />
  );
}
