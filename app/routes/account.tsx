import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  accountChangeSchema,
  type AccountOutcome,
  AccountScreen,
  DONE,
  type Done,
  FORM_ERRORS,
  isInitialOver,
} from '~/accounts/screens';
import {
  disableAccount,
  enableAccount,
  endSignInOf,
  renameAccount,
  resetPassword,
  setMemberships,
} from '~/accounts/manageAccounts.server';
import {
  findAccount,
  findAgencyName,
  listMemberships,
  listRakerdaChoices,
} from '~/accounts/accountRows.server';
import { listSignIns } from '~/accounts/signIn.server';
import { signInAddress } from '~/accounts/signInAddress.server';
import { askProof } from '~/accounts/proveAccount.server';
import { judge, listIn, textsIn } from '~/text';
import { type Args, notFound, openScope } from '~/accounts/requestScope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.account.name ?? ''} – Rakerda SPBE` },
];

async function managedAccount(args: Args) {
  const scope = await openScope(args, 'account.manage');
  const account = await findAccount(scope.db, args.params.akun);
  return account ? { scope, account } : notFound();
}

export async function loader(args: LoaderFunctionArgs) {
  const { scope, account } = await managedAccount(args);
  const { db, actor } = scope;
  const done = new URL(args.request.url).searchParams.get('selesai');
  return {
    account: {
      id: account.id,
      username: account.username,
      name: account.name,
      role: account.role,
      agencyName: await findAgencyName(db, account.agency_code),
      isDemo: account.is_demo === 1,
      disabledAt: account.disabled_at,
      mustChangePassword: account.must_change_password === 1,
      isInitialOver: isInitialOver(account, Date.now()),
      createdAt: account.created_at,
      isOwn: account.id === actor.id,
    },
    rakerda: await listRakerdaChoices(db),
    memberships: await listMemberships(db, account.id),
    devices: await listSignIns(db, account.id, args.request.headers.get('Cookie'), scope.secure),
    done: DONE.find((known) => known === done) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { scope: asked, account } = await managedAccount(args);
  const form = await args.request.formData();
  const typed = { ...textsIn(form, ['intent', 'name', 'signIn']), rakerda: listIn(form, 'rakerda') };
  const judged = judge(accountChangeSchema, typed, FORM_ERRORS, 'required');
  if (!judged.ok) {
    const name = form.has('name') ? typed.name : null;
    return refuse({ kind: 'invalid', errors: judged.errors, name });
  }
  const proof = await askProof(asked, 'account.manage', form);
  if (proof.kind === 'asked') {
    return answer({ kind: 'proof', why: proof.why, typed }, proof.why === 'unchecked' ? 429 : 422);
  }
  const { scope } = proof;
  const finished = (done: Done) => redirect(`/akun/${account.id}?selesai=${done}`);
  switch (judged.input.intent) {
    case 'rename':
      await renameAccount(scope, account, judged.input.name);
      return finished('rename');
    case 'memberships': {
      const saved = await setMemberships(scope, account, judged.input.rakerda);
      if (!saved) return refuse({ kind: 'invalid', errors: { rakerda: 'rakerdaUnknown' }, name: null });
      return finished('memberships');
    }
    case 'resetPassword': {
      const reset = await resetPassword(scope, account);
      if (!reset) return redirect(`/akun/${account.id}`);
      const address = signInAddress(args.request, scope.config);
      return answer({ kind: 'reset', account: reset, address }, 200);
    }
    case 'disable': {
      const outcome = await disableAccount(scope, account);
      return outcome === 'done' ? finished('disable') : refuse({ kind: outcome });
    }
    case 'endSignIn':
      await endSignInOf(scope, account, judged.input.signIn);
      return finished('endSignIn');
    case 'enable':
      await enableAccount(scope, account);
      return finished('enable');
  }
}

function refuse(outcome: AccountOutcome) {
  return answer(outcome, 422);
}

/** It may carry a password: no cache keeps it. */
function answer(outcome: AccountOutcome, status: number) {
  return data(outcome, { status, headers: { 'Cache-Control': 'no-store' } });
}

export { keptAction as clientAction, keptRevalidation as shouldRevalidate } from '~/ui';

export default function Account() {
  return <AccountScreen {...useLoaderData<typeof loader>()} outcome={useActionData<typeof action>()} />;
}
