/** Takes the file and shows what it would change: `/rakerda/:rakerda/topik/:topik/:instansi/impor/berkas`. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { postImportFile } from '~/topics/imports/import.post.server';
import { readImportPage } from '~/topics/imports/import.read.server';
import { ImportScreen } from '~/topics/screens';
import { openSheet } from '~/topics/topicScope.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  // Who comes without a file finds the same page.
  return readImportPage(await openSheet(args));
}

export async function action(args: ActionFunctionArgs) {
  const answer = await postImportFile(await openSheet(args), args.request);
  return data(answer, { status: answer.kind === 'difference' ? 200 : 422 });
}

export default function TopicImportFileRoute() {
  return <ImportScreen page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
