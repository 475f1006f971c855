import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '~/accounts/requestScope.server';
import { isAboutFigures, type LiveEvent, LiveMarker, useLiveRevalidation } from '~/live';
import { openMeeting } from '~/rakerda/meetingScope.server';
import { manageRakerda, readOverviewPage } from '~/hall/overview/index.server';
import { OverviewScreen } from '~/hall/overview/screens';
import { rakerdaPath } from '~/paths';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.read');
  return (await readOverviewPage(scope, new URL(args.request.url).searchParams)) ?? notFound();
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.manage');
  const result = await manageRakerda(scope, await args.request.formData());
  switch (result.kind) {
    case 'done': {
      // The order of the table and the instrument stay as they were chosen.
      const search = new URL(args.request.url).searchParams;
      search.delete('index');
      search.set('pesan', result.message);
      return redirect(`${rakerdaPath(scope.place.row.id)}?${search.toString()}#${result.message}`);
    }
    case 'refused':
      return data(result.refusal, { status: 422 });
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function Rakerda() {
  const page = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutOverview);
  return (
    <OverviewScreen {...page} refusal={useActionData<typeof action>()} live={<LiveMarker state={live} />} />
  );
}

function isAboutOverview(event: LiveEvent): boolean {
  return (
    isAboutFigures(event) || (event.type === 'hint' && (event.about === 'late' || event.about === 'topics'))
  );
}
