/** One agency's figures of one topic: `/rakerda/:rakerda/topik/:topik/:instansi`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { type ClientLoaderFunctionArgs, useActionData, useLoaderData } from '@remix-run/react';
import { useEffect } from 'react';
import { readEarlierProof } from '~/assessment/earlierProof.read.server';
import { EarlierProofNote, keepOpened, pageFrom } from '~/assessment/screens';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { topicPath } from '~/paths';
import { postSheet } from '~/topics/sheet.post.server';
import { readSheetPage } from '~/topics/sheet.read.server';
import { isAboutTopics, SheetScreen } from '~/topics/screens';
import { openSheet } from '~/topics/topicScope.server';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.page.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openSheet(args);
  const page = await readSheetPage(scope, new URL(args.request.url).searchParams);
  const { topic, agency } = scope;
  const earlier = await readEarlierProof(scope, { topic, part: page.part, agencyCode: agency.code });
  return { page, earlier };
}

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  pageFrom('sheet', request, () => serverLoader<typeof loader>());

export async function action(args: ActionFunctionArgs) {
  const scope = await openSheet(args);
  const result = await postSheet(scope, await args.request.formData());
  switch (result.kind) {
    case 'done': {
      const { place, topic, agency } = scope;
      const path = topicPath(place.row.id, topic.code, { agencyCode: agency.code });
      const part = result.part === null ? '' : `&bagian=${result.part}`;
      return redirect(`${path}?pesan=disimpan${part}#pesan`);
    }
    case 'refused':
      return data(result.answer, { status: 422 });
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function TopicSheetRoute() {
  const loaded = useLoaderData<typeof loader>();
  const { page, earlier } = loaded;
  useEffect(() => {
    if (!loaded.page.isFromDevice) keepOpened('sheet', { ...loaded, earlier: null });
  }, [loaded]);
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutTopics);
  return (
    <SheetScreen
      page={page}
      answer={useActionData<typeof action>()}
      live={<LiveMarker state={live} />}
      earlier={earlier && <EarlierProofNote key={page.part} proof={earlier} />}
    />
  );
}
