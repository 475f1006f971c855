import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { cardWords, manageCards, readCardsPage } from '~/cards/index.server';
import { CardsScreen, isAboutCards } from '~/cards/screens';
import { readLocale } from '~/i18n/locale.server';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';
import { findRakerdaPlace } from '~/rakerda/scope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.manage', place);
  const locale = await readLocale(request);
  return {
    title: `${cardWords[locale].list.title} – ${place.row.name}`,
    ...(await readCardsPage(context, actor, place, request)),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  const place = await findRakerdaPlace(context.db, actor, params.rakerda);
  authorize(actor, 'rakerda.manage', place);
  const result = await manageCards(context, actor, place, await request.formData(), context.requestId);
  switch (result.kind) {
    case 'done':
      return redirect(`/rakerda/${place.row.id}/kartu?pesan=${result.message}`);
    case 'closed':
      // The page itself says that it is too late.
      return redirect(`/rakerda/${place.row.id}/kartu`);
    case 'unreadable':
      throw Response.json({ reason: 'unreadable' }, { status: 400 });
  }
}

export default function Cards() {
  const { title: _title, asOf, ...page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, asOf, isAboutCards);
  return <CardsScreen {...page} live={<LiveMarker state={live} />} />;
}
