/** One account: who it is, and everything an administrator may change about it. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Link, useSubmit } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import type { Role } from '#db/schema';
import { useFormat, useSection, useText } from '~/i18n';
import { HOUSE_TIME_ZONE } from '~/i18n/zonedTime';
import { Alert, Button, Card, ErrorSummary, KeptForm, PageHeader, TextField } from '~/ui';
import { isAssignedToRakerda } from '~/policy';
import { useFormMessages } from './accountFormMessages';
import { type FormErrors, renameSchema } from './accountForms';
import { OneInitialPassword } from './initialPasswords';
import type { InitialPassword } from './manageAccounts.server';
import { MembershipFields } from './membershipFields';
import { ProofField, type ProofRefusal } from './proofField';
import type { RakerdaChoice } from './accountRows.server';
import type { Device } from './signIn.server';
import { SignInList } from './signInList';
import { StateBadges } from './stateBadges';
import { accountFormWords } from './accountFormWords';
import { accountWords } from './accountWords';
import { ownAccountWords } from './ownAccountWords';
import { AccountLines } from './accountLines';

export const DONE = ['rename', 'disable', 'enable', 'memberships', 'endSignIn'] as const;
export type Done = (typeof DONE)[number];

export interface ShownAccount {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly agencyName: string | null;
  readonly isDemo: boolean;
  readonly disabledAt: string | null;
  readonly mustChangePassword: boolean;
  readonly isInitialOver: boolean;
  readonly createdAt: string;
  readonly isOwn: boolean;
}

export type AccountOutcome =
  | { readonly kind: 'reset'; readonly account: InitialPassword; readonly address: string }
  | { readonly kind: 'invalid'; readonly errors: FormErrors; readonly name: string | null }
  | { readonly kind: 'oneself' | 'lastAdministrator' }
  /** The form is right; whose it is must be proved by the own password first. */
  | { readonly kind: 'proof'; readonly why: ProofRefusal; readonly typed: TypedChange };

/** What a form of the page was filled with. */
export interface TypedChange {
  readonly intent: string;
  readonly name: string;
  readonly signIn: string;
  readonly rakerda: readonly string[];
}

export function AccountScreen(props: {
  account: ShownAccount;
  rakerda: readonly RakerdaChoice[];
  memberships: readonly string[];
  devices: readonly Device[];
  done: Done | null;
  outcome: AccountOutcome | undefined;
}) {
  const accountText = useSection(accountWords);
  const ownText = useSection(ownAccountWords);
  const formText = useSection(accountFormWords);
  const { account, outcome } = props;
  const words = accountText.one;
  const proof = outcome?.kind === 'proof' ? outcome : undefined;
  const whyFor = (intent: string) => (proof?.typed.intent === intent ? proof.why : undefined);
  return (
    <div className="mx-auto max-w-4xl space-y-6">
      <PageHeader
        title={account.name}
        lead={account.username}
        crumbs={[{ to: '/akun', label: accountText.list.title }]}
      />
      {props.done && !outcome ? <Alert tone="success">{words.done[props.done]}</Alert> : null}
      {outcome?.kind === 'oneself' ? <Alert tone="danger">{words.ownDisable}</Alert> : null}
      {outcome?.kind === 'lastAdministrator' ? <Alert tone="danger">{words.lastAdministrator}</Alert> : null}
      {outcome?.kind === 'reset' ? (
        <OneInitialPassword
          account={outcome.account}
          address={outcome.address}
          title={accountText.initial.resetFor({ name: outcome.account.name })}
          offerMore={false}
        />
      ) : null}
      <Profile account={account} />
      <Rename
        key={account.id}
        name={account.name}
        refused={outcome?.kind === 'invalid' && outcome.name !== null ? outcome : undefined}
        proof={proof?.typed.intent === 'rename' ? proof : undefined}
      />
      {isAssignedToRakerda(account.role) ? (
        <Card className="space-y-3">
          <h2 className="text-xl">{words.membershipsTitle}</h2>
          <KeptForm method="post" kept="rakerda" className="space-y-3" key={props.memberships.join()}>
            <input type="hidden" name="intent" value="memberships" />
            <MembershipFields
              choices={props.rakerda.filter((choice) => choice.isDemo || !account.isDemo)}
              chosen={proof?.typed.intent === 'memberships' ? proof.typed.rakerda : props.memberships}
              hint={words.membershipsLead}
              error={
                outcome?.kind === 'invalid' && outcome.errors.rakerda
                  ? formText.error[outcome.errors.rakerda]
                  : undefined
              }
            />
            <ProofField why={whyFor('memberships')} of="memberships" />
            <Button tone="secondary">{words.membershipsSave}</Button>
          </KeptForm>
        </Card>
      ) : null}
      <Password account={account} why={whyFor('resetPassword')} />
      <Card className="space-y-3">
        <h2 className="text-xl">{ownText.devicesTitle}</h2>
        <p className="max-w-prose text-muted">{words.devicesLead}</p>
        <SignInList
          devices={props.devices}
          proof={proof?.typed.intent === 'endSignIn' ? { why: proof.why, of: proof.typed.signIn } : undefined}
        />
      </Card>
      <Access account={account} why={whyFor(account.disabledAt === null ? 'disable' : 'enable')} />
    </div>
  );
}

function Profile({ account }: { account: ShownAccount }) {
  const text = useText();
  const accountText = useSection(accountWords);
  const ownText = useSection(ownAccountWords);
  const format = useFormat();
  const words = accountText.one;
  const lines: readonly (readonly [string, ReactNode])[] = [
    [ownText.role, text.role[account.role]],
    [ownText.agency, account.agencyName ?? '–'],
    [
      words.state,
      <StateBadges
        key="state"
        isDemo={account.isDemo}
        isDisabled={account.disabledAt !== null}
        mustChangePassword={account.mustChangePassword}
        isInitialOver={account.isInitialOver}
      />,
    ],
    [words.created, format.dateTime(account.createdAt, HOUSE_TIME_ZONE)],
  ];
  return (
    <Card>
      <h2 className="mb-3 text-xl">{words.profileTitle}</h2>
      <AccountLines lines={lines} />
      <p className="mt-3">
        <Link
          to={`/jejak?${new URLSearchParams({ akun: account.username }).toString()}`}
          className="inline-flex min-h-11 items-center text-brand underline"
        >
          {words.auditLink}
        </Link>
      </p>
    </Card>
  );
}

const FIELDS = [{ field: 'name', id: 'name' }] as const;

function Rename({
  name,
  refused,
  proof,
}: {
  name: string;
  refused: { errors: FormErrors; name: string | null } | undefined;
  proof: { why: ProofRefusal; typed: TypedChange } | undefined;
}) {
  const words = useSection(accountWords).one;
  const submit = useSubmit();
  const form = useForm({ resolver: zodResolver(renameSchema), mode: 'onTouched' });
  const messages = useFormMessages(form, FIELDS, refused?.errors);
  return (
    <Card className="space-y-3">
      <h2 className="text-xl">{words.renameTitle}</h2>
      <ErrorSummary errors={messages.summary} />
      <KeptForm
        method="post"
        kept="nama"
        noValidate
        className="flex flex-wrap items-start gap-3"
        onSubmit={(event) => {
          const sent = event.currentTarget;
          void form.handleSubmit(() => {
            submit(sent);
          })(event);
        }}
      >
        <input type="hidden" name="intent" value="rename" />
        <div className="min-w-0 flex-1 basis-64">
          <TextField
            id="name"
            label={words.name}
            autoComplete="off"
            required
            maxLength={120}
            defaultValue={refused?.name ?? proof?.typed.name ?? name}
            error={messages.of('name')}
            {...form.register('name')}
          />
        </div>
        <ProofField why={proof?.why} of="rename" />
        <Button tone="secondary" className="sm:mt-7">
          {words.rename}
        </Button>
      </KeptForm>
    </Card>
  );
}

interface ManagedPart {
  readonly account: ShownAccount;
  readonly why: ProofRefusal | undefined;
}

function Password({ account, why }: ManagedPart) {
  const words = useSection(accountWords).one;
  return (
    <Card className="space-y-3">
      <h2 className="text-xl">{words.passwordTitle}</h2>
      {account.isDemo ? (
        <p>{words.demoPassword}</p>
      ) : (
        <OneButton
          intent="resetPassword"
          lead={words.resetLead}
          label={words.reset}
          tone="secondary"
          why={why}
        />
      )}
    </Card>
  );
}

function Access({ account, why }: ManagedPart) {
  const accountText = useSection(accountWords);
  const format = useFormat();
  const words = accountText.one;
  return (
    <Card className="space-y-3">
      <h2 className="text-xl">{words.accessTitle}</h2>
      {account.isOwn ? (
        <p>{words.ownDisable}</p>
      ) : account.disabledAt === null ? (
        <OneButton intent="disable" lead={words.disableLead} label={words.disable} tone="danger" why={why} />
      ) : (
        <>
          <p className="font-medium">
            {words.disabledSince({ date: format.dateTime(account.disabledAt, HOUSE_TIME_ZONE) })}
          </p>
          <OneButton
            intent="enable"
            lead={words.enableLead}
            label={words.enable}
            tone="secondary"
            why={why}
          />
        </>
      )}
    </Card>
  );
}

function OneButton(props: {
  intent: string;
  lead: string;
  label: string;
  tone: 'secondary' | 'danger';
  why: ProofRefusal | undefined;
}) {
  return (
    <KeptForm method="post" className="space-y-3">
      <input type="hidden" name="intent" value={props.intent} />
      <p id={`${props.intent}-lead`} className="max-w-prose text-muted">
        {props.lead}
      </p>
      <ProofField why={props.why} of={props.intent} />
      <Button tone={props.tone} aria-describedby={`${props.intent}-lead`}>
        {props.label}
      </Button>
    </KeptForm>
  );
}
