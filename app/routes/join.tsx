import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { cardWords, join, readJoinPage, statusOf } from '~/hall/cards/index.server';
import { JoinScreen } from '~/hall/cards/screens';
import { readLocale } from '~/i18n/locale.server';
import { sharedWords } from '~/i18n';
import { currentActor } from '~/accounts/requestScope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await currentActor({ request, context });
  const locale = await readLocale(request);
  const typed = new URL(request.url).searchParams.get('kode');
  const page = await readJoinPage(context, actor, typed, { request, ...context });
  const title = `${cardWords[locale].join.title} – ${sharedWords[locale].productName}`;
  return data({ title, page }, { status: statusOf(page) });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await currentActor({ request, context });
  const result = await join(context, actor, await request.formData(), { request, ...context });
  if (result.kind === 'refused') {
    const { page, refusal } = result;
    return data({ page, refusal }, { status: Math.max(422, statusOf(page)) });
  }
  const { path, setCookie } = result;
  return redirect(path, setCookie === null ? {} : { headers: { 'Set-Cookie': setCookie } });
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function Join() {
  const { page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <JoinScreen page={refused?.page ?? page} refusal={refused?.refusal} />;
}
