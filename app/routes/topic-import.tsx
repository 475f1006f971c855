/** Where figures come from a file, and what somebody agreed to is saved: `/rakerda/:rakerda/topik/:topik/:instansi/impor`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { topicPath } from '~/paths';
import { postImport } from '~/topics/imports/import.post.server';
import { readImportPage } from '~/topics/imports/import.read.server';
import { ImportScreen } from '~/topics/screens';
import { openSheet } from '~/topics/topicScope.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  return readImportPage(await openSheet(args));
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openSheet(args);
  const result = await postImport(scope, await args.request.formData());
  switch (result.kind) {
    case 'saved': {
      const { place, topic, agency } = scope;
      return redirect(
        `${topicPath(place.row.id, topic.code, { agencyCode: agency.code })}?pesan=disimpan#pesan`,
      );
    }
    case 'answer':
      return data(result.answer, { status: 422 });
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function TopicImportRoute() {
  return <ImportScreen page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
