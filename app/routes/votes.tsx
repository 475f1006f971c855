/** The votes of a Rakerda: `/rakerda/:rakerda/suara`. */
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
import { postToVotes, readVotesPage } from '~/votes/index.server';
import { VotesScreen } from '~/votes/screens';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.page.title }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.read', place);
  const locale = await readLocale(request);
  const page = await readVotesPage(context, actor, place, locale, new URL(request.url).searchParams);
  return { page };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'vote.manage', place);
  const posted = await postToVotes(context, actor, place, await request.formData(), context.requestId);
  switch (posted.kind) {
    case 'opened':
      if (posted.show) {
        const { voteId } = posted;
        await controlProjector(
          context,
          actor,
          place,
          { kind: 'scene', scene: 'vote', options: { voteId } },
          { request, requestId: context.requestId },
        );
      }
      return redirect(`/rakerda/${place.row.id}/suara/${posted.voteId}?pesan=dibuka`);
    case 'refused':
      return data(posted.refusal, { status: 422 });
    case 'unreadable':
      throw Response.json({ reason: 'unreadable' }, { status: 400 });
  }
}

export default function VotesRoute() {
  const { page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutVotes, VOTE_PAUSE_MS);
  return (
    <VotesScreen page={page} refusal={useActionData<typeof action>()} live={<LiveMarker state={live} />} />
  );
}
