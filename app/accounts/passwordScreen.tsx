/** One's own account: who one is, the password, and where one is signed in. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Form, useSubmit } from '@remix-run/react';
import { type ReactNode, useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useSection, useText } from '~/i18n';
import type { Role } from '#db/schema';
import { Alert, Button, Card, ErrorSummary, PageHeader, TextField } from '~/ui';
import { useFormMessages } from './accountFormMessages';
import { type FormErrors, passwordChangeSchema } from './accountForms';
import { ShowPasswords } from './showPasswords';
import { SignInList } from './signInList';
import type { Device } from './signIn.server';
import { ownAccountWords } from './ownAccountWords';
import { signInWords } from './signInWords';
import { type AccountLine, AccountLines } from './accountLines';

export interface OwnAccount {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly agencyName: string | null;
  readonly isDemo: boolean;
  readonly forced: boolean;
  /** Signed in with an access card: there is no password. */
  readonly isCard: boolean;
}

/** What was done, by the word that the address says it with. */
export const OWN_DONE = ['changed', 'ended'] as const;
export type OwnDone = (typeof OWN_DONE)[number];

export type PasswordRefusal =
  { readonly kind: 'invalid'; readonly errors: FormErrors } | { readonly kind: 'unchecked' };

export function PasswordScreen(props: {
  account: OwnAccount;
  devices: readonly Device[];
  done: OwnDone | null;
  refusal: PasswordRefusal | undefined;
  /** Stands in place of the password form for an access card. */
  card: ReactNode;
}) {
  const words = useSection(ownAccountWords);
  const { account } = props;
  return (
    <div className="mx-auto max-w-3xl space-y-6">
      <PageHeader
        title={account.forced ? words.forcedTitle : words.title}
        lead={account.forced ? words.forcedLead : undefined}
      />
      {props.done ? <Alert tone="success">{words.done[props.done]}</Alert> : null}
      <Profile account={account} />
      {account.isCard ? (
        props.card
      ) : account.isDemo ? (
        <Alert tone="warning">{words.demo}</Alert>
      ) : (
        <PasswordForm account={account} refusal={props.refusal} />
      )}
      {(account.isDemo && !account.isCard) || account.forced ? null : <Devices devices={props.devices} />}
    </div>
  );
}

function Profile({ account }: { account: OwnAccount }) {
  const text = useText();
  const words = useSection(ownAccountWords);
  const lines: readonly AccountLine[] = [
    [words.name, account.name],
    ...(account.isCard ? [] : [[words.username, account.username] as const]),
    [words.role, text.role[account.role]],
    ...(account.agencyName ? [[words.agency, account.agencyName] as const] : []),
  ];
  return (
    <Card>
      <h2 className="mb-3 text-xl">{words.profileTitle}</h2>
      <AccountLines lines={lines} />
    </Card>
  );
}

const FIELDS = [
  { field: 'current', id: 'current' },
  { field: 'next', id: 'next' },
  { field: 'repeat', id: 'repeat' },
] as const;

function PasswordForm({ account, refusal }: { account: OwnAccount; refusal: PasswordRefusal | undefined }) {
  const signInText = useSection(signInWords);
  const words = useSection(ownAccountWords);
  const submit = useSubmit();
  const [shown, setShown] = useState(false);
  const schema = useMemo(() => passwordChangeSchema(account.username), [account.username]);
  const form = useForm({ resolver: zodResolver(schema), mode: 'onTouched' });
  const messages = useFormMessages(form, FIELDS, refusal?.kind === 'invalid' ? refusal.errors : undefined);
  const type = shown ? 'text' : 'password';
  return (
    <Card className="space-y-4">
      <h2 className="text-xl">{words.passwordTitle}</h2>
      <ErrorSummary errors={messages.summary} />
      {refusal?.kind === 'unchecked' ? (
        <Alert tone="warning" title={signInText.uncheckedTitle}>
          {signInText.unchecked}
        </Alert>
      ) : null}
      <Form
        method="post"
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          const sent = event.currentTarget;
          void form.handleSubmit(() => {
            submit(sent);
          })(event);
        }}
      >
        <input type="hidden" name="intent" value="change" />
        {/* Password managers need to know whose password it is. */}
        <input type="text" name="username" autoComplete="username" value={account.username} readOnly hidden />
        <TextField
          id="current"
          type={type}
          label={account.forced ? words.currentForced : words.current}
          autoComplete="current-password"
          required
          error={messages.of('current')}
          {...form.register('current')}
        />
        <TextField
          id="next"
          type={type}
          label={words.next}
          hint={words.nextHint}
          autoComplete="new-password"
          required
          minLength={12}
          error={messages.of('next')}
          {...form.register('next', { deps: ['repeat'] })}
        />
        <TextField
          id="repeat"
          type={type}
          label={words.repeat}
          autoComplete="new-password"
          required
          error={messages.of('repeat')}
          {...form.register('repeat')}
        />
        <ShowPasswords id="show-passwords" shown={shown} onChange={setShown} />
        {account.forced ? null : <p className="text-sm text-muted">{words.othersEnd}</p>}
        <Button>{words.submit}</Button>
      </Form>
    </Card>
  );
}

function Devices({ devices }: { devices: readonly Device[] }) {
  const words = useSection(ownAccountWords);
  return (
    <Card className="space-y-4">
      <h2 className="text-xl">{words.devicesTitle}</h2>
      <SignInList devices={devices} />
      <Form method="post" className="space-y-2">
        <input type="hidden" name="intent" value="everywhere" />
        <Button tone="danger" aria-describedby="everywhere-hint">
          {words.everywhere}
        </Button>
        <p id="everywhere-hint" className="text-sm text-muted">
          {words.everywhereHint}
        </p>
      </Form>
    </Card>
  );
}
