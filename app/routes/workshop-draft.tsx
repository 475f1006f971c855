/** One definition that waits: `/bengkel/draf/:draf`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { openScope } from '~/accounts/requestScope.server';
import { versionsPath, workshopPath } from '~/paths';
import { postDraft } from '~/workshop/draft.post.server';
import { DraftScreen } from '~/workshop/screens';
import { readDraft } from '~/workshop/workshop.read.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  return readDraft(await openScope(args, 'instrument.prepare'), args.params.draf);
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openScope(args, 'instrument.prepare');
  const result = await postDraft(scope, args.params.draf ?? '', await args.request.formData());
  switch (result.kind) {
    case 'published':
      return redirect(`${versionsPath(result.code)}?pesan=terbit`);
    case 'discarded':
      return redirect(`${workshopPath()}?pesan=dibuang`);
    case 'gone':
      return redirect(`${workshopPath()}?pesan=hilang`);
    case 'answer':
      return data(result.answer, { status: result.status });
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function WorkshopDraftRoute() {
  return <DraftScreen page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
