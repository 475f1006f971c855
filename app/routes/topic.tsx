/** All agencies in one topic: `/rakerda/:rakerda/topik/:topik`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { topicPath } from '~/paths';
import { isAboutTopics, TopicTableScreen } from '~/topics/screens';
import { postTarget } from '~/topics/target.post.server';
import { openTopic } from '~/topics/topicScope.server';
import { readTopicPage } from '~/topics/topicTable.read.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openTopic(args, 'comparison.read');
  return readTopicPage(scope, new URL(args.request.url).searchParams);
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openTopic(args, 'rakerda.manage');
  const result = await postTarget(scope, await args.request.formData());
  if (result.kind === 'refused') return data(result.refusal, { status: 422 });
  return redirect(`${topicPath(scope.place.row.id, scope.topic.code)}?pesan=target#target`);
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function TopicRoute() {
  const page = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutTopics);
  const refusal = useActionData<typeof action>();
  return <TopicTableScreen page={page} refusal={refusal} live={<LiveMarker state={live} />} />;
}
