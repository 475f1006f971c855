/** Making accounts: one at a time, or all of a Rakerda's agencies at once. */
import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigation, useSubmit } from '@remix-run/react';
import { useForm, useWatch } from 'react-hook-form';
import { useFormat, useSection, useText } from '~/i18n';
import {
  Alert,
  Button,
  Card,
  CheckField,
  ErrorSummary,
  KeptForm,
  PageHeader,
  SelectField,
  TextField,
  useHydrated,
} from '~/ui';
import { belongsToAgency, isAssignedToRakerda, ROLES } from '~/policy';
import type { AgencyAccess } from './agencyAccounts.server';
import { useFormMessages } from './accountFormMessages';
import { type FormErrors, newAccountSchema } from './accountForms';
import { InitialPasswordList, OneInitialPassword } from './initialPasswords';
import type { InitialPassword } from './manageAccounts.server';
import { MembershipFields } from './membershipFields';
import type { AgencyGroup, RakerdaChoice } from './accountRows.server';
import { ProofField, type ProofRefusal } from './proofField';
import { accountFormWords } from './accountFormWords';
import { accountWords } from './accountWords';

export interface NewAccountValues {
  readonly username: string;
  readonly name: string;
  readonly role: string;
  readonly agencyCode: string;
  readonly rakerda: readonly string[];
}

export type NewAccountOutcome =
  | { readonly kind: 'created'; readonly account: InitialPassword; readonly address: string }
  | { readonly kind: 'invalid'; readonly errors: FormErrors; readonly values: NewAccountValues }
  /** The form is right; whose it is must be proved by the own password first. */
  | { readonly kind: 'proof'; readonly why: ProofRefusal; readonly values: NewAccountValues }
  | {
      readonly kind: 'bulkProof';
      readonly why: ProofRefusal;
      readonly typed: { readonly rakerda: string; readonly reissue: boolean };
    }
  | { readonly kind: 'bulk'; readonly accesses: readonly AgencyAccess[]; readonly address: string }
  | { readonly kind: 'bulkInvalid'; readonly errors: FormErrors };

interface Choices {
  readonly agencies: readonly AgencyGroup[];
  readonly rakerda: readonly RakerdaChoice[];
}

export function AccountNewScreen({
  choices,
  outcome,
}: {
  choices: Choices;
  outcome: NewAccountOutcome | undefined;
}) {
  const accountText = useSection(accountWords);
  const words = accountText.create;
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title={words.title} crumbs={[{ to: '/akun', label: accountText.list.title }]} />
      {outcome?.kind === 'created' ? (
        <OneInitialPassword
          account={outcome.account}
          address={outcome.address}
          title={accountText.initial.createdFor({ name: outcome.account.name })}
          offerMore
        />
      ) : outcome?.kind === 'bulk' && outcome.accesses.length > 0 ? (
        <InitialPasswordList accesses={outcome.accesses} address={outcome.address} />
      ) : (
        <div className="space-y-6">
          {outcome?.kind === 'bulk' ? <Alert tone="info">{words.bulkNothing}</Alert> : null}
          <OneAccountForm
            choices={choices}
            refused={outcome?.kind === 'invalid' ? outcome : undefined}
            proof={outcome?.kind === 'proof' ? outcome : undefined}
          />
          <AgencyAccountsForm
            rakerda={choices.rakerda}
            errors={outcome?.kind === 'bulkInvalid' ? outcome.errors : undefined}
            proof={outcome?.kind === 'bulkProof' ? outcome : undefined}
          />
        </div>
      )}
    </div>
  );
}

const FIELDS = [
  { field: 'role', id: 'role' },
  { field: 'agencyCode', id: 'agencyCode' },
  { field: 'name', id: 'name' },
  { field: 'username', id: 'username' },
  { field: 'rakerda', id: 'rakerda' },
] as const;

function OneAccountForm(props: {
  choices: Choices;
  refused: { errors: FormErrors; values: NewAccountValues } | undefined;
  proof: { why: ProofRefusal; values: NewAccountValues } | undefined;
}) {
  const text = useText();
  const accountText = useSection(accountWords);
  const words = accountText.create;
  const hydrated = useHydrated();
  const submit = useSubmit();
  const form = useForm({ resolver: zodResolver(newAccountSchema), mode: 'onTouched' });
  const messages = useFormMessages(form, FIELDS, props.refused?.errors);
  const values = props.refused?.values ?? props.proof?.values;
  const typedRole: unknown = useWatch({ control: form.control, name: 'role' });
  const chosen = typedRole ?? values?.role;
  const role = ROLES.find((known) => known === chosen);
  // Without scripts every field shows, with a word on whom it is for.
  const hideAgency = hydrated && (!role || !belongsToAgency(role));
  const hideRakerda = hydrated && (!role || !isAssignedToRakerda(role));
  return (
    <Card className="space-y-4">
      <h2 className="text-xl">{words.oneTitle}</h2>
      <ErrorSummary errors={messages.summary} />
      <KeptForm
        method="post"
        kept="satu"
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          const sent = event.currentTarget;
          void form.handleSubmit(() => {
            submit(sent);
          })(event);
        }}
      >
        <input type="hidden" name="intent" value="one" />
        <SelectField
          id="role"
          label={words.role}
          required
          defaultValue={values?.role ?? ''}
          error={messages.of('role')}
          {...form.register('role')}
        >
          <option value="">{words.chooseRole}</option>
          {ROLES.map((known) => (
            <option key={known} value={known}>
              {text.role[known]}
            </option>
          ))}
        </SelectField>
        <div className={hideAgency ? 'hidden' : ''}>
          <SelectField
            id="agencyCode"
            label={words.agency}
            hint={hydrated ? undefined : words.agencyHint}
            defaultValue={values?.agencyCode ?? ''}
            error={messages.of('agencyCode')}
            {...form.register('agencyCode')}
          >
            <option value="">{words.chooseAgency}</option>
            {props.choices.agencies.map((group) => (
              <optgroup key={group.name ?? ''} label={group.name ?? words.central}>
                {group.agencies.map((agency) => (
                  <option key={agency.code} value={agency.code}>
                    {agency.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </SelectField>
        </div>
        <TextField
          id="name"
          label={words.name}
          autoComplete="off"
          required
          maxLength={120}
          defaultValue={values?.name ?? ''}
          error={messages.of('name')}
          {...form.register('name')}
        />
        <TextField
          id="username"
          label={words.username}
          hint={words.usernameHint}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={40}
          defaultValue={values?.username ?? ''}
          error={messages.of('username')}
          {...form.register('username')}
        />
        <div className={hideRakerda ? 'hidden' : ''}>
          <MembershipFields
            choices={props.choices.rakerda}
            chosen={values?.rakerda ?? []}
            hint={words.membershipsHint}
            error={messages.of('rakerda')}
            field={form.register('rakerda')}
          />
        </div>
        <p className="text-sm text-muted">{words.passwordNote}</p>
        <ProofField why={props.proof?.why} of="one" />
        <SubmitOnce label={words.submit} intent="one" />
      </KeptForm>
    </Card>
  );
}

function AgencyAccountsForm(props: {
  rakerda: readonly RakerdaChoice[];
  errors: FormErrors | undefined;
  proof: { why: ProofRefusal; typed: { rakerda: string; reissue: boolean } } | undefined;
}) {
  const accountText = useSection(accountWords);
  const formText = useSection(accountFormWords);
  const format = useFormat();
  const words = accountText.create;
  const error = props.errors?.rakerda ? formText.error[props.errors.rakerda] : undefined;
  return (
    <Card className="space-y-4">
      <h2 className="text-xl">{words.bulkTitle}</h2>
      <p className="text-muted">{words.bulkLead}</p>
      <ErrorSummary errors={error ? [{ id: 'bulk-rakerda', message: error }] : []} />
      <KeptForm method="post" kept="instansi" className="space-y-4" noValidate>
        <input type="hidden" name="intent" value="agencies" />
        <SelectField
          id="bulk-rakerda"
          name="rakerda"
          label={words.bulkRakerda}
          required
          defaultValue={props.proof?.typed.rakerda ?? ''}
          error={error}
        >
          <option value="">{words.chooseRakerda}</option>
          {props.rakerda.map((choice) => {
            const name = words.rakerdaOption({ name: choice.name, agencies: format.number(choice.agencies) });
            return (
              <option key={choice.id} value={choice.id}>
                {choice.isDemo ? words.demoSuffix({ name }) : name}
              </option>
            );
          })}
        </SelectField>
        <CheckField
          id="reissue"
          name="reissue"
          value="1"
          label={words.reissue}
          hint={words.reissueHint}
          defaultChecked={props.proof?.typed.reissue ?? false}
        />
        <ProofField why={props.proof?.why} of="agencies" />
        <SubmitOnce label={words.bulkSubmit} intent="agencies" />
      </KeptForm>
    </Card>
  );
}

/** A second click would lose the passwords that the first one made: the button rests until the answer is here. */
function SubmitOnce({ label, intent }: { label: string; intent: string }) {
  const text = useText();
  const { formData } = useNavigation();
  const busy = formData?.get('intent') === intent;
  return <Button disabled={busy}>{busy ? text.loading : label}</Button>;
}
