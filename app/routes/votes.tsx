/** The votes of a Rakerda: `/rakerda/:rakerda/suara`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { showVote } from '~/hall/projector/index.server';
import { openMeeting } from '~/rakerda/meetingScope.server';
import { isAboutVotes, VOTE_PAUSE_MS } from '~/hall/votes';
import { postToVotes, readVotesPage } from '~/hall/votes/index.server';
import { VotesScreen } from '~/hall/votes/screens';
import { rakerdaPath } from '~/paths';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.page.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.read');
  return { page: await readVotesPage(scope, new URL(args.request.url).searchParams) };
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'vote.manage');
  const posted = await postToVotes(scope, await args.request.formData());
  switch (posted.kind) {
    case 'opened':
      if (posted.show) await showVote(scope, posted.voteId);
      return redirect(`${rakerdaPath(scope.place.row.id, 'votes')}/${posted.voteId}?pesan=dibuka`);
    case 'refused':
      return data(posted.refusal, { status: 422 });
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function VotesRoute() {
  const { page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutVotes, VOTE_PAUSE_MS);
  return (
    <VotesScreen page={page} refusal={useActionData<typeof action>()} live={<LiveMarker state={live} />} />
  );
}
