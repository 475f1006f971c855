import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { catalogueOf, readLocale } from '~/i18n/locale.server';
import { postSetUp, readSetUpPage } from '~/rakerda/index.server';
import { NewRakerda } from '~/rakerda/screens';
import { authorize } from '~/record/change.server';
import { requireActor } from '~/accounts/scope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor({ request, context });
  authorize(actor, 'rakerda.create');
  const locale = await readLocale(request);
  const page = await readSetUpPage(context, actor, new URL(request.url).searchParams, locale);
  return { ...page, title: `${page.title} – ${catalogueOf(locale).ui.productName}` };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  authorize(actor, 'rakerda.create');
  const locale = await readLocale(request);
  const result = await postSetUp(context, actor, await request.formData(), {
    requestId: context.requestId,
    locale,
  });
  if (result.kind === 'refused') return data(result.refusal, { status: 422 });
  return redirect(`/rakerda/${result.id}?pesan=dibuat`);
}

export default function RakerdaNew() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { title: _title, ...page } = { ...loaded, ...refused };
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
