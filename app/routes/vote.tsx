/** One vote: `/rakerda/:rakerda/suara/:suara`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readLocale } from '~/i18n/locale.server';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { controlProjector } from '~/projector/index.server';
import { isAboutVotes, VOTE_PAUSE_MS } from '~/votes';
import { postToVote, readVotePage } from '~/votes/index.server';
import { VoteScreen } from '~/votes/screens';
import { authorize } from '~/record/change.server';
import { notFound, requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.page.title }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.read', place);
  const locale = await readLocale(request);
  const page = (await readVotePage(context, actor, place, params.suara, locale)) ?? notFound();
  return {
    page,
    message: new URL(request.url).searchParams.get('pesan'),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.read', place);
  const voteId = params.suara ?? '';
  const posted = await postToVote(context, actor, place, voteId, await request.formData(), context.requestId);
  switch (posted.kind) {
    case 'show':
      await controlProjector(
        context,
        actor,
        place,
        { kind: 'scene', scene: 'vote', options: { voteId } },
        { request, requestId: context.requestId },
      );
      return redirect(`/rakerda/${place.row.id}/suara/${voteId}?pesan=layar`);
    case 'done':
      return redirect(`/rakerda/${place.row.id}/suara/${voteId}?pesan=${posted.message}`);
    case 'refused':
      return data(posted.refusal, { status: 422 });
    case 'unreadable':
      throw Response.json({ reason: 'unreadable' }, { status: 400 });
  }
}

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
