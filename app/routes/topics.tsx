/** The topics that a Rakerda measures: `/rakerda/:rakerda/topik`. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { openMeeting } from '~/rakerda/meetingScope.server';
import { readTopicList } from '~/topics/topicList.read.server';
import { isAboutTopics, TopicListScreen } from '~/topics/screens';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  return readTopicList(await openMeeting(args, 'rakerda.read'));
}

export default function TopicsRoute() {
  const page = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutTopics);
  return <TopicListScreen page={page} live={<LiveMarker state={live} />} />;
}
