import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { signInAsDemo, signInWithPassword } from '~/accounts/enter.server';
import {
  demoSignInSchema,
  formErrors,
  readFields,
  type SignInRefusal,
  signInSchema,
  SignInScreen,
} from '~/accounts/screens';
import { listDemoAccounts } from '~/accounts/accountRows.server';
import { sharedWords } from '~/i18n';
import { readLocale } from '~/i18n/locale.server';
import { accountWords } from '~/accounts/accountWords';
import { localPath } from '~/ui/localPath';
import { currentActor } from '~/accounts/requestScope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await currentActor({ request, context });
  const locale = await readLocale(request);
  return {
    title: `${accountWords[locale].signIn.title} – ${sharedWords[locale].productName}`,
    back: localPath(new URL(request.url).searchParams.get('kembali')),
    signedInAs: actor?.name ?? null,
    demo: context.config.demo ? await listDemoAccounts(context.db) : { shown: [], byAgency: [] },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const fields = readFields(form);
  const back = localPath(typeof fields.kembali === 'string' ? fields.kembali : null);
  const visit = { request, ...context };

  const demo = demoSignInSchema.safeParse(fields);
  if (demo.success) {
    const result = await signInAsDemo(context, demo.data.demo, visit);
    if (result.kind === 'signedIn') return redirect(back, { headers: { 'Set-Cookie': result.setCookie } });
    return refuse({ kind: 'demoRefused', username: '' }, 422);
  }

  const username = typeof fields.username === 'string' ? fields.username.slice(0, 200) : '';
  const parsed = signInSchema.safeParse(fields);
  if (!parsed.success) return refuse({ kind: 'invalid', username, errors: formErrors(parsed.error) }, 422);
  const result = await signInWithPassword(context, parsed.data, visit);
  switch (result.kind) {
    case 'signedIn':
      return redirect(result.mustChangePassword ? '/kata-sandi' : back, {
        headers: [result.setCookie, result.knownBrowser]
          .filter((cookie) => cookie !== null)
          .map((cookie): [string, string] => ['Set-Cookie', cookie]),
      });
    case 'refused':
      return refuse({ kind: 'refused', username }, 422);
    case 'unchecked':
      return refuse({ kind: 'unchecked', username }, 429);
  }
}

function refuse(refusal: SignInRefusal, status: number) {
  return data(refusal, { status });
}

export default function SignIn() {
  const { back, signedInAs, demo } = useLoaderData<typeof loader>();
  return (
    <SignInScreen back={back} signedInAs={signedInAs} demo={demo} refusal={useActionData<typeof action>()} />
  );
}
