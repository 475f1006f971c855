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
  formErrors,
  readFields,
} from '~/accounts/screens';
import {
  disableAccount,
  enableAccount,
  renameAccount,
  resetPassword,
  setMemberships,
} from '~/accounts/manage.server';
import { findAccount, findAgencyName, listMemberships, listRakerdaChoices } from '~/accounts/queries.server';
import { signInAddress } from '~/accounts/signInAddress.server';
import { authorize } from '~/record/change.server';
import { notFound, requireActor } from '~/accounts/scope.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.account.name ?? ''} – Rakerda SPBE` },
];

async function managedAccount({ request, context, params }: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await requireActor({ request, context });
  authorize(actor, 'account.manage');
  const account = await findAccount(context.db, params.akun);
  return account ? { actor, account } : notFound();
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, account } = await managedAccount(args);
  const { db } = args.context;
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
      createdAt: account.created_at,
      isOwn: account.id === actor.id,
    },
    rakerda: await listRakerdaChoices(db),
    memberships: await listMemberships(db, account.id),
    done: DONE.find((known) => known === done) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, account } = await managedAccount(args);
  const { request, context } = args;
  const form = await request.formData();
  const parsed = accountChangeSchema.safeParse(readFields(form, ['rakerda']));
  if (!parsed.success) {
    const name = form.get('name');
    return refuse({
      kind: 'invalid',
      errors: formErrors(parsed.error),
      name: typeof name === 'string' ? name : null,
    });
  }
  const finished = (done: Done) => redirect(`/akun/${account.id}?selesai=${done}`);
  switch (parsed.data.intent) {
    case 'rename':
      await renameAccount(context, actor, account, parsed.data.name, context.requestId);
      return finished('rename');
    case 'memberships': {
      const saved = await setMemberships(context, actor, account, parsed.data.rakerda, context.requestId);
      if (!saved) return refuse({ kind: 'invalid', errors: { rakerda: 'rakerdaUnknown' }, name: null });
      return finished('memberships');
    }
    case 'resetPassword': {
      const reset = await resetPassword(context, actor, account, context.requestId);
      if (!reset) return redirect(`/akun/${account.id}`);
      const address = signInAddress(request, context.config);
      return answer({ kind: 'reset', account: reset, address }, 200);
    }
    case 'disable': {
      const outcome = await disableAccount(context, actor, account, context.requestId);
      return outcome === 'done' ? finished('disable') : refuse({ kind: outcome });
    }
    case 'enable':
      await enableAccount(context, actor, account, context.requestId);
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

export default function Account() {
  return <AccountScreen {...useLoaderData<typeof loader>()} outcome={useActionData<typeof action>()} />;
}
