/** A register behind one agency's figures: `/rakerda/:rakerda/topik/:topik/:instansi/register/:register`. */
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LiveMarker, useLiveRevalidation } from '~/live';
import { registerPath } from '~/paths';
import { postRegister } from '~/topics/registers/register.post.server';
import { readRegisterPage } from '~/topics/registers/register.read.server';
import { openRegister } from '~/topics/registers/registerScope.server';
import { isAboutTopics, RegisterScreen } from '~/topics/screens';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openRegister(args);
  return readRegisterPage(scope, new URL(args.request.url).searchParams);
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openRegister(args);
  const result = await postRegister(scope, await args.request.formData());
  switch (result.kind) {
    case 'done': {
      const { place, topic, agency, register } = scope;
      const of = { topic: topic.code, agencyCode: agency.code, register: register.code };
      // Back to the part of the register that was shown.
      const shown = new URL(args.request.url).searchParams;
      shown.set('pesan', result.message);
      return redirect(`${registerPath(place.row.id, of)}?${shown.toString()}#pesan`);
    }
    case 'refused':
      return data(result.answer, { status: 422 });
  }
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function RegisterRoute() {
  const page = useLoaderData<typeof loader>();
  const live = useLiveRevalidation(page.rakerda.id, page.asOf, isAboutTopics);
  return (
    <RegisterScreen page={page} answer={useActionData<typeof action>()} live={<LiveMarker state={live} />} />
  );
}
