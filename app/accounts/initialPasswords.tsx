/** Initial passwords, shown in the answer to the form that made them and nowhere else. */
import { Fragment, useEffect, useState } from 'react';
import type { Rows } from '~/files/csv';
import { useFormat, useSection, useText } from '~/i18n';
import { Alert, Badge, Button, ButtonLink, Card, useHydrated, Sideways } from '~/ui';
import type { AgencyAccess } from './agencyAccounts.server';
import type { InitialPassword } from './manageAccounts.server';
import { INITIAL_DAYS } from './initialPassword';
import { accountWords } from './accountWords';

/** One account and its password. */
export function OneInitialPassword(props: {
  account: InitialPassword;
  address: string;
  title: string;
  offerMore: boolean;
}) {
  const accountText = useSection(accountWords);
  const words = accountText.initial;
  const { account } = props;
  const lines = [
    [words.address, props.address],
    [words.username, account.username],
  ];
  return (
    <Card className="space-y-4 border-2 border-success" aria-labelledby="initial-title">
      <h2 id="initial-title" className="text-xl">
        {props.title}
      </h2>
      <Alert tone="warning" title={words.onceTitle}>
        <p>{words.once({ days: String(INITIAL_DAYS) })}</p>
      </Alert>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[auto_1fr]">
        {lines.map(([label, value]) => (
          <Fragment key={label}>
            <dt className="text-muted">{label}</dt>
            <dd className="font-mono">{value}</dd>
          </Fragment>
        ))}
        <dt className="text-muted">{words.password}</dt>
        <dd className="flex flex-wrap items-center gap-3">
          <span className="font-mono text-xl font-semibold">{account.password}</span>
          <CopyButton value={account.password} />
        </dd>
      </dl>
      <div className="flex flex-wrap gap-3">
        <PrintButton />
        {props.offerMore ? (
          <>
            <ButtonLink to={`/akun/${account.accountId}`}>{words.openAccount}</ButtonLink>
            <ButtonLink to="/akun/baru">{words.another}</ButtonLink>
          </>
        ) : null}
      </div>
    </Card>
  );
}

/** The list of a whole Rakerda, to print or to take along as a file made in the browser. */
export function InitialPasswordList(props: { accesses: readonly AgencyAccess[]; address: string }) {
  const text = useText();
  const accountText = useSection(accountWords);
  const format = useFormat();
  const words = accountText.initial;
  const head = 'px-3 py-2 font-semibold';
  return (
    <section className="space-y-4" aria-labelledby="list-title">
      <h2 id="list-title" className="text-xl">
        {words.madeTitle({ count: format.number(props.accesses.length) })}
      </h2>
      <Alert tone="warning" title={words.onceTitle}>
        <p>{words.once({ days: String(INITIAL_DAYS) })}</p>
      </Alert>
      <div className="flex flex-wrap gap-3 print:hidden">
        <PrintButton />
        <DownloadButton accesses={props.accesses} address={props.address} />
        <ButtonLink tone="quiet" to="/akun">
          {words.backToList}
        </ButtonLink>
      </div>
      <p>
        {words.address}: <span className="font-mono font-semibold">{props.address}</span>
      </p>
      <Sideways label={words.caption} framed>
        <table className="w-full text-left">
          <caption className="sr-only">{words.caption}</caption>
          <thead className="border-b border-line-strong bg-sunken">
            <tr>
              <th scope="col" className={head}>
                {words.agency}
              </th>
              <th scope="col" className={head}>
                {words.role}
              </th>
              <th scope="col" className={head}>
                {words.username}
              </th>
              <th scope="col" className={head}>
                {words.password}
              </th>
              <th scope="col" className={`${head} print:hidden`}>
                {words.kind}
              </th>
            </tr>
          </thead>
          <tbody>
            {props.accesses.map((access) => (
              <tr
                key={access.username}
                className="border-b border-line last:border-0 print:break-inside-avoid"
              >
                <th scope="row" className="px-3 py-2 font-medium">
                  {access.agencyName}
                </th>
                <td className="px-3 py-2">{text.role[access.role]}</td>
                <td className="px-3 py-2 font-mono whitespace-nowrap">{access.username}</td>
                <td className="px-3 py-2 font-mono font-semibold whitespace-nowrap">{access.password}</td>
                <td className="px-3 py-2 print:hidden">
                  <Badge tone={access.isNew ? 'success' : 'accent'}>
                    {access.isNew ? words.isNew : words.isReissued}
                  </Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

function CopyButton({ value }: { value: string }) {
  const words = useSection(accountWords).initial;
  const hydrated = useHydrated();
  const [copied, setCopied] = useState(false);
  // The clipboard is only there over https or on this very machine.
  if (!hydrated || !window.isSecureContext) return null;
  return (
    <>
      <Button
        type="button"
        tone="secondary"
        onClick={() => {
          void navigator.clipboard.writeText(value).then(() => {
            setCopied(true);
          });
        }}
      >
        {words.copy}
      </Button>
      <span role="status" translate="no" className="text-success">
        {copied ? words.copied : ''}
      </span>
    </>
  );
}

function PrintButton() {
  const words = useSection(accountWords).initial;
  if (!useHydrated()) return null;
  return (
    <Button
      type="button"
      tone="secondary"
      onClick={() => {
        window.print();
      }}
    >
      {words.print}
    </Button>
  );
}

/** Writes a list as CSV. It comes where there is a list, so that no other page carries the writer; null until then. */
function useAccessCsv() {
  const [write, setWrite] = useState<((rows: Rows) => string) | null>(null);
  useEffect(() => {
    void import('~/files/csv').then(
      ({ csvFile, STYLES }) => setWrite(() => (rows: Rows) => csvFile(rows, { ...STYLES.id, quoted: true })),
      // Without a network the list can still be printed and copied.
      () => undefined,
    );
  }, []);
  return write;
}

function DownloadButton({ accesses, address }: { accesses: readonly AgencyAccess[]; address: string }) {
  const text = useText();
  const accountText = useSection(accountWords);
  const words = accountText.initial;
  const write = useAccessCsv();
  if (write === null) return null;
  const download = () => {
    const header = [words.agency, words.role, words.username, words.password, words.address];
    const rows = accesses.map((access) => [
      access.agencyName,
      text.role[access.role],
      access.username,
      access.password,
      address,
    ]);
    const url = URL.createObjectURL(new Blob([write([header, ...rows])], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = words.fileName;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Button type="button" tone="primary" onClick={download}>
      {words.download}
    </Button>
  );
}
