/** The topics that a Rakerda measures: `/rakerda/:rakerda/topik`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { rakerdaPath } from '~/paths';
import { openMeeting } from '~/rakerda/meetingScope.server';
import { listIn } from '~/text';
import { addTopics } from '~/topics/addTopics.server';
import { readTopicList } from '~/topics/topicList.read.server';
import { isAboutTopics, TopicListScreen } from '~/topics/screens';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.read');
  return readTopicList(scope, new URL(args.request.url).searchParams);
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openMeeting(args, 'rakerda.manage');
  const result = await addTopics(scope, listIn(await args.request.formData(), 'topics'));
  if (result.kind === 'locked') return data(result, { status: 422 });
  return redirect(`${rakerdaPath(scope.place.row.id, 'topics')}?pesan=ditambah#pesan`);
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function TopicsRoute() {
  const page = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutTopics);
  const isLocked = useActionData<typeof action>() !== undefined;
  return <TopicListScreen page={page} isLocked={isLocked} live={<LiveMarker state={live} />} />;
}
