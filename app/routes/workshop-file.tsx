/** Takes a definition and shows what is wrong with it, or the draft: `/bengkel/berkas`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { openScope } from '~/accounts/requestScope.server';
import { draftPath } from '~/paths';
import { WorkshopScreen } from '~/workshop/screens';
import { postDefinition } from '~/workshop/upload.post.server';
import { readWorkshop } from '~/workshop/workshop.read.server';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  // Who comes without a file finds the same page.
  return readWorkshop(await openScope(args, 'instrument.prepare'));
}

export async function action(args: ActionFunctionArgs) {
  const answer = await postDefinition(await openScope(args, 'instrument.prepare'), args.request);
  return answer.kind === 'kept' ? redirect(draftPath(answer.id)) : data(answer, { status: 422 });
}

export default function WorkshopFileRoute() {
  return <WorkshopScreen page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
