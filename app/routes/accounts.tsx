import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ACCOUNT_STATES, AccountListScreen } from '~/accounts/screens';
import { ACCOUNTS_PER_PAGE, listAccounts, readRole } from '~/accounts/accountRows.server';
import { openScope } from '~/accounts/requestScope.server';
import { sharedWords } from '~/i18n';
import { accountWords } from '~/accounts/accountWords';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const scope = await openScope(args, 'account.manage');
  const search = new URL(args.request.url).searchParams;
  const page = Number(search.get('hal') ?? '1');
  const filter = {
    search: (search.get('cari') ?? '').trim().slice(0, 100),
    role: readRole(search.get('peran')),
    state: ACCOUNT_STATES.find((state) => state === search.get('keadaan')) ?? null,
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
  return {
    title: `${accountWords[scope.locale].list.title} – ${sharedWords[scope.locale].productName}`,
    ...(await listAccounts(scope.db, filter)),
    filter,
    perPage: ACCOUNTS_PER_PAGE,
  };
}

export default function Accounts() {
  return <AccountListScreen {...useLoaderData<typeof loader>()} />;
}
