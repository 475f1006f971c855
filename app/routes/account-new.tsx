import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  AccountNewScreen,
  agencyAccountsSchema,
  formErrors,
  type NewAccountOutcome,
  newAccountSchema,
  readFields,
} from '~/accounts/screens';
import { createAgencyAccounts } from '~/accounts/agencyAccounts.server';
import { createAccount } from '~/accounts/manageAccounts.server';
import { listAgencyGroups, listRakerdaChoices } from '~/accounts/accountRows.server';
import { signInAddress } from '~/accounts/signInAddress.server';
import { openScope } from '~/accounts/requestScope.server';
import { sharedWords } from '~/i18n';
import { accountWords } from '~/accounts/accountWords';

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
  const scope = await openScope(args, 'account.manage');
  const address = signInAddress(args.request, scope.config);
  const form = await args.request.formData();

  if (form.get('intent') === 'agencies') {
    const parsed = agencyAccountsSchema.safeParse(readFields(form));
    if (!parsed.success) return answer({ kind: 'bulkInvalid', errors: formErrors(parsed.error) }, 422);
    // The names are kept, so they are in the country's language whoever makes them.
    const names = accountWords.id.create.accountName;
    const accesses = await createAgencyAccounts(scope, parsed.data, (role, agency) =>
      names[role]({ agency }),
    );
    if (!accesses) return answer({ kind: 'bulkInvalid', errors: { rakerda: 'rakerdaUnknown' } }, 422);
    return answer({ kind: 'bulk', accesses, address });
  }

  const fields = readFields(form, ['rakerda']);
  const word = (value: unknown) => (typeof value === 'string' ? value : '');
  const values = {
    username: word(fields.username),
    name: word(fields.name),
    role: word(fields.role),
    agencyCode: word(fields.agencyCode),
    rakerda: form.getAll('rakerda').map(word),
  };
  const parsed = newAccountSchema.safeParse(fields);
  if (!parsed.success) return answer({ kind: 'invalid', errors: formErrors(parsed.error), values }, 422);
  const result = await createAccount(scope, parsed.data);
  if (result.kind === 'invalid') return answer({ kind: 'invalid', errors: result.errors, values }, 422);
  return answer({ kind: 'created', account: result.account, address });
}

/** It may carry passwords: no cache keeps it. */
function answer(outcome: NewAccountOutcome, status = 200) {
  return data(outcome, { status, headers: { 'Cache-Control': 'no-store' } });
}

export default function AccountNew() {
  const { choices } = useLoaderData<typeof loader>();
  return <AccountNewScreen choices={choices} outcome={useActionData<typeof action>()} />;
}
