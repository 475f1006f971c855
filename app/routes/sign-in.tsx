import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { signInAsDemo, signInWithPassword } from '~/accounts/enter.server';
import { FORM_ERRORS, type SignInRefusal, signInSchema, SignInScreen } from '~/accounts/screens';
import { listDemoAccounts } from '~/accounts/accountRows.server';
import { sharedWords } from '~/i18n';
import { readLocale } from '~/i18n/locale.server';
import { signInWords } from '~/accounts/signInWords';
import { judge, textIn, textsIn } from '~/text';
import { localPath } from '~/ui/localPath';
import { currentActor } from '~/accounts/requestScope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await currentActor({ request, context });
  const locale = await readLocale(request);
  return {
    title: `${signInWords[locale].title} – ${sharedWords[locale].productName}`,
    back: localPath(new URL(request.url).searchParams.get('kembali')),
    signedInAs: actor?.name ?? null,
    demo: context.config.demo ? await listDemoAccounts(context.db) : { shown: [], byAgency: [] },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const back = localPath(textIn(form, 'kembali'));
  const visit = { request, ...context };

  const demo = textIn(form, 'demo');
  if (demo !== '') {
    const result = await signInAsDemo(context, demo, visit);
    if (result.kind === 'signedIn') return redirect(back, { headers: { 'Set-Cookie': result.setCookie } });
    return refuse({ kind: 'demoRefused', username: '' }, 422);
  }

  const typed = textsIn(form, ['username', 'password']);
  const username = typed.username.slice(0, 200);
  const judged = judge(signInSchema, typed, FORM_ERRORS, 'required');
  if (!judged.ok) return refuse({ kind: 'invalid', username, errors: judged.errors }, 422);
  const result = await signInWithPassword(context, judged.input, visit);
  switch (result.kind) {
    case 'signedIn':
      return redirect(result.mustChangePassword ? '/kata-sandi' : back, {
        headers: [result.setCookie, result.knownBrowser]
          .filter((cookie) => cookie !== null)
          .map((cookie): [string, string] => ['Set-Cookie', cookie]),
      });
    case 'refused':
    case 'initialOver':
      return refuse({ kind: result.kind, username }, 422);
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
