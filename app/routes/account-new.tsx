import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod/mini';
import {
  AccountNewScreen,
  agencyAccountsSchema,
  FORM_ERRORS,
  type NewAccountOutcome,
  newAccountSchema,
  type ProofRefusal,
} from '~/accounts/screens';
import { createAgencyAccounts } from '~/accounts/agencyAccounts.server';
import { createAccount } from '~/accounts/manageAccounts.server';
import { listAgencyGroups, listRakerdaChoices } from '~/accounts/accountRows.server';
import { signInAddress } from '~/accounts/signInAddress.server';
import { askProof } from '~/accounts/proveAccount.server';
import { openScope } from '~/accounts/requestScope.server';
import { sharedWords } from '~/i18n';
import { keptActionTaking } from '~/ui';
import { accountWords } from '~/accounts/accountWords';
import { groupIn, judge, listIn, textIn, textsIn } from '~/text';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, locale } = await openScope(args, 'account.manage');
  const [agencies, rakerda] = await Promise.all([listAgencyGroups(db), listRakerdaChoices(db)]);
  return {
    title: `${accountWords[locale].create.title} – ${sharedWords[locale].productName}`,
    choices: { agencies, rakerda },
  };
}

export async function action(args: ActionFunctionArgs) {
  const asked = await openScope(args, 'account.manage');
  const address = signInAddress(args.request, asked.config);
  const form = await args.request.formData();

  if (textIn(form, 'intent') === 'agencies') {
    const judged = judge(agencyAccountsSchema, groupIn(form, ''), FORM_ERRORS, 'required');
    if (!judged.ok) return answer({ kind: 'bulkInvalid', errors: judged.errors }, 422);
    const proof = await askProof(asked, 'account.manage', form);
    if (proof.kind === 'asked')
      return answer({ kind: 'bulkProof', why: proof.why, typed: judged.input }, statusOf(proof.why));
    // The names are kept, so they are in the country's language whoever makes them.
    const names = accountWords.id.create.accountName;
    const accesses = await createAgencyAccounts(proof.scope, judged.input, (role, agency) =>
      names[role]({ agency }),
    );
    if (!accesses) return answer({ kind: 'bulkInvalid', errors: { rakerda: 'rakerdaUnknown' } }, 422);
    return answer({ kind: 'bulk', accesses, address });
  }

  const values = {
    ...textsIn(form, ['username', 'name', 'role', 'agencyCode']),
    rakerda: listIn(form, 'rakerda'),
  };
  const judged = judge(newAccountSchema, values, FORM_ERRORS, 'required');
  if (!judged.ok) return answer({ kind: 'invalid', errors: judged.errors, values }, 422);
  const proof = await askProof(asked, 'account.manage', form);
  if (proof.kind === 'asked') return answer({ kind: 'proof', why: proof.why, values }, statusOf(proof.why));
  const result = await createAccount(proof.scope, judged.input);
  if (result.kind === 'invalid') return answer({ kind: 'invalid', errors: result.errors, values }, 422);
  return answer({ kind: 'created', account: result.account, address });
}

function statusOf(why: ProofRefusal): number {
  return why === 'unchecked' ? 429 : 422;
}

/** It may carry passwords: no cache keeps it. */
function answer(outcome: NewAccountOutcome, status = 200) {
  return data(outcome, { status, headers: { 'Cache-Control': 'no-store' } });
}

const MADE = z.object({ kind: z.enum(['created', 'bulk']) });

/** Made accounts come as an answer, not as another address: their passwords are shown this once. */
export const clientAction = keptActionTaking((answer) => MADE.safeParse(answer).success);
export { keptRevalidation as shouldRevalidate } from '~/ui';

export default function AccountNew() {
  const { choices } = useLoaderData<typeof loader>();
  return <AccountNewScreen choices={choices} outcome={useActionData<typeof action>()} />;
}
