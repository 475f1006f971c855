import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { openScope } from '~/accounts/requestScope.server';
import { postSetUp, readSetUpPage } from '~/hall/setUp/index.server';
import { NewRakerda } from '~/hall/setUp/screens';
import { rakerdaPath } from '~/paths';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openScope(args, 'rakerda.create');
  return readSetUpPage(scope, new URL(args.request.url).searchParams);
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openScope(args, 'rakerda.create');
  const result = await postSetUp(scope, await args.request.formData());
  if (result.kind === 'refused') return data(result.refusal, { status: 422 });
  return redirect(`${rakerdaPath(result.id)}?pesan=dibuat`);
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function RakerdaNew() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const page = { ...loaded, ...refused };
  return (
    <NewRakerda
      // Filled from another Rakerda it is another form.
      key={page.source?.id ?? ''}
      {...page}
      errors={refused?.errors}
      agenciesOf={page.values.provinceCode}
    />
  );
}
