import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { manageCards, readCardsPage } from '~/hall/cards/index.server';
import { CardsScreen, isAboutCards } from '~/hall/cards/screens';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { rakerdaPath } from '~/paths';
import { openMeeting } from '~/rakerda/meetingScope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  return readCardsPage(await openMeeting(args, 'rakerda.manage'));
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.manage');
  const result = await manageCards(scope, await args.request.formData());
  switch (result.kind) {
    case 'done':
      return redirect(`${rakerdaPath(scope.place.row.id, 'cards')}?pesan=${result.message}`);
    case 'locked':
      // The page itself says that it is too late.
      return redirect(rakerdaPath(scope.place.row.id, 'cards'));
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function Cards() {
  const { title: _title, asOf, ...page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, asOf, isAboutCards);
  return <CardsScreen {...page} live={<LiveMarker state={live} />} />;
}
