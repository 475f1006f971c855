/** One agency's figures of one topic, read through and decided on: `/rakerda/:rakerda/topik/:topik/:instansi/telaah`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { sheetFilePath } from '~/paths';
import { isAboutTopics, readSheetFilter, SheetReviewScreen } from '~/topics/screens';
import { postStep } from '~/topics/review/sheetReview.post.server';
import { readSheetReviewPage } from '~/topics/review/sheetReview.read.server';
import { openSheet } from '~/topics/topicScope.server';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.page.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openSheet(args);
  const params = new URL(args.request.url).searchParams;
  return { page: await readSheetReviewPage(scope, readSheetFilter(params), params) };
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openSheet(args);
  const result = await postStep(scope, await args.request.formData());
  switch (result.kind) {
    case 'done': {
      const { place, topic, agency } = scope;
      const path = sheetFilePath(place.row.id, topic.code, agency.code, 'review');
      return redirect(`${path}?pesan=${result.message}#pesan`);
    }
    case 'refused':
      return data(result.answer, { status: 422 });
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function TopicReviewRoute() {
  const { page } = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutTopics);
  return (
    <SheetReviewScreen
      page={page}
      answer={useActionData<typeof action>()}
      live={<LiveMarker state={live} />}
    />
  );
}
