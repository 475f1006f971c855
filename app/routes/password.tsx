import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  FORM_ERRORS,
  type FormErrors,
  OWN_DONE,
  passwordChangeSchema,
  type PasswordRefusal,
  PasswordScreen,
} from '~/accounts/screens';
import { changePassword, endOwnSignIn, signOutEverywhere } from '~/accounts/ownAccount.server';
import { findAgencyName, findRakerdaName } from '~/accounts/accountRows.server';
import { listSignIns } from '~/accounts/signIn.server';
import { OwnCard } from '~/hall/cards/screens';
import { type Args, currentActor, type Scope, scopeOf } from '~/accounts/requestScope.server';
import { sharedWords } from '~/i18n';
import { ownAccountWords } from '~/accounts/ownAccountWords';
import { judge, textIn, textsIn } from '~/text';

/** Not `openScope`: that sends an account with an initial password here. */
async function openOwn(args: Args): Promise<Scope> {
  const actor = await currentActor(args);
  if (!actor) throw redirect('/masuk?kembali=%2Fkata-sandi');
  return scopeOf(args, actor);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, request, locale, secure } = await openOwn(args);
  const card = actor.onlyRakerdaId === null ? null : await findRakerdaName(db, actor.onlyRakerdaId);
  const hidden = (actor.isDemo && card === null) || actor.mustChangePassword;
  return {
    title: `${ownAccountWords[locale].title} – ${sharedWords[locale].productName}`,
    account: {
      username: actor.username,
      name: actor.name,
      role: actor.role,
      agencyName: await findAgencyName(db, actor.agencyCode),
      isDemo: actor.isDemo,
      forced: actor.mustChangePassword,
      isCard: card !== null,
    },
    cardRakerda: card,
    devices: hidden ? [] : await listSignIns(db, actor.id, request.headers.get('Cookie'), secure),
    done: OWN_DONE.find((done) => done === new URL(request.url).searchParams.get('selesai')) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const scope = await openOwn(args);
  const { actor } = scope;
  const form = await args.request.formData();
  if (textIn(form, 'intent') === 'everywhere') {
    const cleared = await signOutEverywhere(scope);
    if (cleared === null) return redirect('/kata-sandi');
    return redirect('/masuk', { headers: { 'Set-Cookie': cleared } });
  }
  if (textIn(form, 'intent') === 'endSignIn') {
    const isEnded = await endOwnSignIn(scope, textIn(form, 'signIn'));
    return redirect(isEnded ? '/kata-sandi?selesai=ended' : '/kata-sandi');
  }
  if (actor.onlyRakerdaId !== null) return redirect('/kata-sandi');
  const typed = textsIn(form, ['current', 'next', 'repeat']);
  const judged = judge(passwordChangeSchema(actor.username), typed, FORM_ERRORS, 'required');
  if (!judged.ok) return invalid(judged.errors);
  const result = await changePassword(scope, judged.input);
  switch (result.kind) {
    case 'changed':
      return redirect(actor.mustChangePassword ? '/' : '/kata-sandi?selesai=changed', {
        headers: { 'Set-Cookie': result.setCookie },
      });
    case 'wrongCurrent':
      return invalid({ current: 'passwordWrong' });
    case 'weak':
      return invalid({ next: result.why });
    case 'unchecked':
      return refuse(result, 429);
    case 'demo':
    case 'card':
      return redirect('/kata-sandi');
  }
}

function invalid(errors: FormErrors) {
  return refuse({ kind: 'invalid', errors }, 422);
}

function refuse(refusal: PasswordRefusal, status: number) {
  return data(refusal, { status });
}

export default function Password() {
  const { account, devices, done, cardRakerda } = useLoaderData<typeof loader>();
  return (
    <PasswordScreen
      account={account}
      devices={devices}
      done={done}
      refusal={useActionData<typeof action>()}
      card={cardRakerda === null ? null : <OwnCard rakerdaName={cardRakerda} />}
    />
  );
}
