/** The first page a newcomer sees: what this is, for whom, and two ways in. */
import { Form, Link } from '@remix-run/react';
import { useState } from 'react';
import { useSection, useText } from '~/i18n';
import { Alert, Button, Card, ErrorSummary, SelectField, TextField } from '~/ui';
import type { FormErrors } from './accountForms';
import { INITIAL_DAYS } from './initialPassword';
import type { DemoAccount } from './accountRows.server';
import { ShowPasswords } from './showPasswords';
import { accountFormWords } from './accountFormWords';
import { signInWords } from './signInWords';

export type SignInRefusal =
  | { readonly kind: 'invalid'; readonly username: string; readonly errors: FormErrors }
  | { readonly kind: 'refused' | 'initialOver'; readonly username: string }
  | { readonly kind: 'unchecked'; readonly username: string }
  | { readonly kind: 'demoRefused'; readonly username: string };

interface SignInScreenProps {
  /** Where to go afterwards; `/` for the start page. */
  readonly back: string;
  readonly signedInAs: string | null;
  readonly demo: { readonly shown: readonly DemoAccount[]; readonly byAgency: readonly DemoAccount[] };
  readonly refusal: SignInRefusal | undefined;
}

export function SignInScreen({ back, signedInAs, demo, refusal }: SignInScreenProps) {
  const text = useText();
  const signInText = useSection(signInWords);
  return (
    <div className="mx-auto grid max-w-6xl gap-8 lg:grid-cols-[1.15fr_1fr] lg:gap-12">
      <div className="space-y-6 lg:pt-4">
        <div className="space-y-4">
          <p className="font-semibold text-brand">{text.productName}</p>
          <h1 className="text-3xl sm:text-4xl">{signInText.heading}</h1>
          <p className="max-w-prose text-lg">{signInText.lead}</p>
        </div>
        <div className="space-y-2 max-lg:hidden">
          <ForWhom />
        </div>
      </div>
      <div className="space-y-4">
        {signedInAs ? <AlreadyIn name={signedInAs} /> : null}
        <SignInForm back={back} refusal={refusal} continuing={back !== '/' && !signedInAs} />
      </div>
      {demo.shown.length > 0 ? <DemoAccounts back={back} demo={demo} /> : null}
      <div className="space-y-2 lg:hidden">
        <ForWhom />
      </div>
    </div>
  );
}

function ForWhom() {
  const signInText = useSection(signInWords);
  return (
    <>
      <h2 className="text-lg">{signInText.forWhomTitle}</h2>
      <ul className="max-w-prose space-y-2">
        {signInText.forWhom.map((line) => (
          <li key={line.who} className="border-l-4 border-brand pl-3">
            <span className="font-semibold">{line.who}:</span> {line.what}
          </li>
        ))}
      </ul>
    </>
  );
}

function AlreadyIn({ name }: { name: string }) {
  const signInText = useSection(signInWords);
  return (
    <Alert title={signInText.signedInAs({ name })}>
      <p>{signInText.switchNote}</p>
      <Link to="/" className="inline-flex min-h-11 items-center font-semibold text-brand underline">
        {signInText.goOn}
      </Link>
    </Alert>
  );
}

function SignInForm(props: { back: string; refusal: SignInRefusal | undefined; continuing: boolean }) {
  const signInText = useSection(signInWords);
  const formText = useSection(accountFormWords);
  const [shown, setShown] = useState(false);
  const { refusal } = props;
  const errors = refusal?.kind === 'invalid' ? refusal.errors : {};
  const messageOf = (field: string) => {
    const error = errors[field];
    return error ? formText.error[error] : undefined;
  };
  const summary = ['username', 'password'].flatMap((id) => {
    const message = messageOf(id);
    return message ? [{ id, message }] : [];
  });
  return (
    <Card className="space-y-4">
      <h2 className="text-xl">{signInText.formTitle}</h2>
      {props.continuing && !refusal ? <p className="text-muted">{signInText.continueNote}</p> : null}
      <ErrorSummary errors={summary} />
      <RefusalAlert refusal={refusal} />
      <Form method="post" className="space-y-4" noValidate>
        <input type="hidden" name="kembali" value={props.back} />
        <TextField
          id="username"
          name="username"
          label={signInText.username}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          required
          maxLength={200}
          defaultValue={refusal?.username ?? ''}
          error={messageOf('username')}
        />
        <TextField
          id="password"
          name="password"
          type={shown ? 'text' : 'password'}
          label={signInText.password}
          autoComplete="current-password"
          required
          maxLength={200}
          error={messageOf('password')}
        />
        <ShowPasswords id="show-password" shown={shown} onChange={setShown} />
        <Button className="w-full">{signInText.submit}</Button>
      </Form>
      <p className="text-sm text-muted">{signInText.help}</p>
    </Card>
  );
}

function RefusalAlert({ refusal }: { refusal: SignInRefusal | undefined }) {
  const words = useSection(signInWords);
  switch (refusal?.kind) {
    case 'refused':
      return (
        <Alert tone="danger" title={words.refusedTitle}>
          {words.refused}
        </Alert>
      );
    case 'initialOver':
      return (
        <Alert tone="danger" title={words.refusedTitle}>
          {words.initialOver({ days: String(INITIAL_DAYS) })}
        </Alert>
      );
    case 'unchecked':
      return (
        <Alert tone="warning" title={words.uncheckedTitle}>
          {words.unchecked}
        </Alert>
      );
    case 'demoRefused':
      return (
        <Alert tone="danger" title={words.refusedTitle}>
          {words.demoRefused}
        </Alert>
      );
    case 'invalid':
    case undefined:
      return null;
  }
}

function DemoAccounts({ back, demo }: Pick<SignInScreenProps, 'back' | 'demo'>) {
  const text = useText();
  const signInText = useSection(signInWords);
  const words = signInText.demo;
  return (
    <Card className="space-y-4 lg:col-span-2" aria-labelledby="demo-title">
      <div>
        <h2 id="demo-title" className="text-xl">
          {words.title}
        </h2>
        <p className="text-muted">{words.lead}</p>
      </div>
      <Form method="post">
        <input type="hidden" name="kembali" value={back} />
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-5">
          {demo.shown.map((account) => (
            <li key={account.id}>
              <button
                name="demo"
                value={account.id}
                className="flex h-full min-h-11 w-full flex-col gap-1 rounded-lg border border-line-strong bg-surface p-3 text-left hover:border-brand hover:bg-brand-soft"
              >
                <span className="font-semibold text-brand">
                  {words.enterAs({ role: text.role[account.role] })}
                  <span aria-hidden="true"> →</span>
                </span>
                {account.agencyName ? (
                  <span className="text-sm font-medium">{account.agencyName}</span>
                ) : null}
                <span className="text-sm text-muted">{words.role[account.role]}</span>
              </button>
            </li>
          ))}
        </ul>
      </Form>
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="kembali" value={back} />
        <div className="min-w-0 flex-1 basis-72">
          <SelectField id="demo-other" name="demo" label={words.otherLabel}>
            {demo.byAgency.map((account) => (
              <option key={account.id} value={account.id}>
                {words.otherOption({
                  agency: account.agencyName ?? account.name,
                  role: text.role[account.role],
                })}
              </option>
            ))}
          </SelectField>
        </div>
        <Button tone="secondary">{words.otherSubmit}</Button>
      </Form>
    </Card>
  );
}
