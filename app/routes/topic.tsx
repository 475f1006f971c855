/** All agencies in one topic: `/rakerda/:rakerda/topik/:topik`. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { isAboutTopics, TopicTableScreen } from '~/topics/screens';
import { openTopic } from '~/topics/topicScope.server';
import { readTopicPage } from '~/topics/topicTable.read.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openTopic(args, 'comparison.read');
  return readTopicPage(scope, new URL(args.request.url).searchParams);
}

export default function TopicRoute() {
  const page = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutTopics);
  return <TopicTableScreen page={page} live={<LiveMarker state={live} />} />;
}
