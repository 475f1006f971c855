/** All accounts, searched by name, role, agency and state. */
import { Link } from '@remix-run/react';
import { useFormat, useSection, useText } from '~/i18n';
import { HOUSE_TIME_ZONE } from '~/i18n/zonedTime';
import { Button, ButtonLink, FilterForm, PageHeader, SelectField, TextField, Sideways } from '~/ui';
import { ROLES } from '~/policy';
import type { AccountFilter, AccountListEntry } from './accountRows.server';
import { StateBadges } from './stateBadges';
import { accountWords } from './accountWords';

export const ACCOUNT_STATES = ['active', 'initial', 'disabled', 'demo'] as const;

export function AccountListScreen(props: {
  accounts: readonly AccountListEntry[];
  total: number;
  perPage: number;
  filter: AccountFilter;
}) {
  const text = useText();
  const accountText = useSection(accountWords);
  const format = useFormat();
  const words = accountText.list;
  const { filter, accounts, total } = props;
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        actions={
          <ButtonLink tone="primary" to="/akun/baru">
            {words.create}
          </ButtonLink>
        }
      />
      <FilterForm
        role="search"
        className="mb-4 grid items-end gap-3 sm:grid-cols-[minmax(0,2fr)_repeat(2,minmax(0,1fr))_auto]"
        button={<Button tone="secondary">{text.search}</Button>}
      >
        <TextField
          id="cari"
          name="cari"
          type="search"
          label={words.searchLabel}
          defaultValue={filter.search}
        />
        <SelectField id="peran" name="peran" label={words.roleLabel} defaultValue={filter.role ?? ''}>
          <option value="">{words.anyRole}</option>
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {text.role[role]}
            </option>
          ))}
        </SelectField>
        <SelectField id="keadaan" name="keadaan" label={words.stateLabel} defaultValue={filter.state ?? ''}>
          <option value="">{words.anyState}</option>
          {ACCOUNT_STATES.map((state) => (
            <option key={state} value={state}>
              {words.state[state]}
            </option>
          ))}
        </SelectField>
      </FilterForm>
      <p role="status" translate="no" className="mb-2 text-muted">
        {total === 0 ? words.none : words.found({ count: format.number(total) })}
      </p>
      {total > 0 ? <AccountTable accounts={accounts} /> : null}
      <Pages filter={filter} total={total} perPage={props.perPage} />
    </>
  );
}

function AccountTable({ accounts }: { accounts: readonly AccountListEntry[] }) {
  const text = useText();
  const accountText = useSection(accountWords);
  const format = useFormat();
  const words = accountText.list;
  const head = 'px-3 py-2 font-semibold whitespace-nowrap';
  return (
    <Sideways label={words.caption} framed>
      <table className="w-full min-w-3xl text-left">
        <caption className="sr-only">{words.caption}</caption>
        <thead className="border-b border-line-strong bg-sunken">
          <tr>
            <th scope="col" className={head}>
              {words.account}
            </th>
            <th scope="col" className={head}>
              {words.roleLabel}
            </th>
            <th scope="col" className={head}>
              {text.agency}
            </th>
            <th scope="col" className={head}>
              {words.stateLabel}
            </th>
            <th scope="col" className={head}>
              {words.lastSeen}
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id} className="border-b border-line align-top last:border-0">
              <th scope="row" className="min-w-52 px-3 py-1 font-normal">
                <Link
                  to={`/akun/${account.id}`}
                  className="flex min-h-11 flex-col justify-center text-ink no-underline"
                >
                  <span className="font-semibold text-brand underline underline-offset-2">
                    {account.name}
                  </span>
                  <span className="text-sm text-muted">{account.username}</span>
                </Link>
              </th>
              <td className="px-3 py-2">{text.role[account.role]}</td>
              <td className="px-3 py-2">{account.agencyName ?? '–'}</td>
              <td className="px-3 py-2">
                <StateBadges {...account} />
              </td>
              <td className="px-3 py-2 whitespace-nowrap">
                {account.lastSeen ? format.dateTime(account.lastSeen, HOUSE_TIME_ZONE) : words.never}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function Pages({ filter, total, perPage }: { filter: AccountFilter; total: number; perPage: number }) {
  const accountText = useSection(accountWords);
  const format = useFormat();
  const words = accountText.list;
  const pages = Math.ceil(total / perPage);
  if (pages <= 1) return null;
  const to = (page: number) => {
    const search = new URLSearchParams();
    if (filter.search) search.set('cari', filter.search);
    if (filter.role) search.set('peran', filter.role);
    if (filter.state) search.set('keadaan', filter.state);
    if (page > 1) search.set('hal', String(page));
    return `/akun?${search.toString()}`;
  };
  return (
    <nav aria-label={words.pages} className="mt-4 flex flex-wrap items-center gap-3">
      {filter.page > 1 ? <ButtonLink to={to(filter.page - 1)}>{words.previous}</ButtonLink> : null}
      <span>{words.pageOf({ page: format.number(filter.page), pages: format.number(pages) })}</span>
      {filter.page < pages ? <ButtonLink to={to(filter.page + 1)}>{words.next}</ButtonLink> : null}
    </nav>
  );
}
