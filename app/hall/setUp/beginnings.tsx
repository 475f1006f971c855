/** What a new Rakerda begins with: its instruments, its target and stage, its agenda and members. */
import type { ReactNode } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { useFormat, useSection, useText } from '~/i18n';
import { Alert, Card, CheckField, TextField, useHydrated } from '~/ui';
import type { InstrumentChoice, TopicChoice } from './setUpChoices.server';
import { manageWords } from '../overview/manageWords';
import { setUpWords } from '~/rakerda/setUpWords';
import type { SourceFacts } from './copySource.server';
import {
  AGENDAS,
  type ErrorField,
  type FieldLabels,
  FIRST_STAGES,
  type RakerdaFormValues,
  type RakerdaInput,
  targetField,
  ticksIn,
} from './rakerdaForm';

export interface PartProps {
  readonly form: UseFormReturn<RakerdaFormValues, unknown, RakerdaInput>;
  readonly values: RakerdaFormValues;
  readonly errorOf: (field: ErrorField) => string | undefined;
}

export function InstrumentFields({
  form,
  values,
  errorOf,
  instruments,
}: PartProps & { readonly instruments: readonly InstrumentChoice[] }) {
  const words = useSection(setUpWords).form;
  const ticked = ticksIn(useWatch({ control: form.control, name: 'instruments' }));
  const error = errorOf('instruments');
  return (
    <Card className="space-y-4">
      <h2 className="text-xl">{words.instrumentTitle}</h2>
      <fieldset id="instruments" aria-describedby="instruments-hint">
        <legend className="sr-only">{words.instruments}</legend>
        <p id="instruments-hint" className="text-sm text-muted">
          {words.instrumentsHint}
        </p>
        {instruments.map((choice) => {
          const named = words.instrumentVersion({ name: choice.name, version: choice.version });
          return (
            <CheckField
              key={choice.value}
              id={`instrument-${choice.value}`}
              label={choice.repealed ? words.instrumentRepealed({ name: named }) : named}
              value={choice.value}
              defaultChecked={Array.isArray(values.instruments) && values.instruments.includes(choice.value)}
              {...form.register('instruments')}
            />
          );
        })}
        <FieldError id="instruments-error" error={error} />
      </fieldset>
      {instruments
        .filter((choice) => choice.repealed && ticked.includes(choice.value))
        .map((choice) => (
          <Alert key={choice.value} tone="warning">
            <p>{choice.note}</p>
          </Alert>
        ))}
    </Card>
  );
}

export function TopicFields({
  form,
  values,
  errorOf,
  topics,
}: PartProps & { readonly topics: readonly TopicChoice[] }) {
  const words = useSection(setUpWords).form;
  if (topics.length === 0) return null;
  return (
    <Card className="space-y-4">
      <h2 className="text-xl">{words.topics}</h2>
      <fieldset id="topics" aria-describedby="topics-hint">
        <legend className="sr-only">{words.topics}</legend>
        <p id="topics-hint" className="text-sm text-muted">
          {words.topicsHint}
        </p>
        {topics.map((choice) => (
          <CheckField
            key={choice.value}
            id={`topic-${choice.value}`}
            label={words.instrumentVersion({ name: choice.name, version: choice.version })}
            hint={choice.note}
            value={choice.value}
            defaultChecked={Array.isArray(values.topics) && values.topics.includes(choice.value)}
            {...form.register('topics')}
          />
        ))}
        <FieldError id="topics-error" error={errorOf('topics')} />
      </fieldset>
    </Card>
  );
}

export function TargetFields({
  form,
  values,
  labels,
  errorOf,
  instruments,
  source,
  children,
}: PartProps &
  WithSource & {
    readonly labels: FieldLabels;
    readonly instruments: readonly InstrumentChoice[];
    /** The targets of topics. */
    readonly children: ReactNode;
  }) {
  const text = useText();
  const format = useFormat();
  const words = useSection(setUpWords).form;
  const { stateMeaning } = useSection(manageWords).manage;
  const hydrated = useHydrated();
  const ticked = ticksIn(useWatch({ control: form.control, name: 'instruments' }));
  // Without scripts nothing follows the ticks: the targets of those left out are passed over.
  const asked = hydrated ? instruments.filter(({ value }) => ticked.includes(value)) : instruments;
  return (
    <Card className="space-y-4">
      <h2 className="text-xl">{words.targetTitle}</h2>
      {asked.map(({ code }) => {
        const field = targetField(code);
        return (
          <TextField
            key={code}
            id={field}
            label={labels[field] ?? words.target}
            error={errorOf(field)}
            defaultValue={values.targets[code] ?? ''}
            hint={words.targetHint}
            optional
            inputMode="decimal"
            maxLength={10}
            autoComplete="off"
            {...form.register(field)}
          />
        );
      })}
      {children}
      {source && source.targets > 0 ? (
        <CheckField
          id="keepTargets"
          label={words.keepTargets({ count: format.number(source.targets) })}
          hint={words.keepTargetsHint}
          defaultChecked={values.keepTargets}
          {...form.register('keepTargets')}
        />
      ) : null}
      <fieldset id="state">
        <legend className="font-medium">{words.state}</legend>
        {FIRST_STAGES.map((stage) => (
          <Choice
            key={stage}
            id={`state-${stage}`}
            value={stage}
            label={text.rakerdaState[stage]}
            hint={stateMeaning[stage]}
            checked={values.state === stage}
            field={form.register('state')}
          />
        ))}
      </fieldset>
    </Card>
  );
}

export function AgendaFields({ form, values, errorOf, source }: PartProps & WithSource) {
  const format = useFormat();
  const words = useSection(setUpWords).form;
  const hintOf = (agenda: (typeof AGENDAS)[number]) =>
    agenda === 'copy'
      ? words.agendaHints.copy({
          count: format.number(source?.agendaItems ?? 0),
          name: source?.name ?? '',
        })
      : words.agendaHints[agenda];
  const offered = AGENDAS.filter((agenda) => agenda !== 'copy' || (source?.agendaItems ?? 0) > 0);
  return (
    <Card className="space-y-4">
      <h2 className="text-xl">{words.agendaTitle}</h2>
      <fieldset id="agenda">
        <legend className="font-medium">{words.agenda}</legend>
        {[...offered].reverse().map((agenda) => (
          <Choice
            key={agenda}
            id={`agenda-${agenda}`}
            value={agenda}
            label={words.agendas[agenda]}
            hint={hintOf(agenda)}
            checked={values.agenda === agenda}
            field={form.register('agenda')}
          />
        ))}
        <FieldError id="agenda-error" error={errorOf('agenda')} />
      </fieldset>
      {source && source.members.length > 0 ? (
        <CheckField
          id="keepMembers"
          label={words.keepMembers({ names: source.members.join(', ') })}
          defaultChecked={values.keepMembers}
          {...form.register('keepMembers')}
        />
      ) : null}
    </Card>
  );
}

interface WithSource {
  /** The Rakerda that the form was filled from. */
  readonly source: SourceFacts | null;
}

function Choice(props: {
  id: string;
  value: string;
  label: string;
  hint: string;
  checked: boolean;
  field: ReturnType<PartProps['form']['register']>;
}) {
  return (
    <label htmlFor={props.id} className="flex min-h-11 items-start gap-3 py-2">
      <input
        id={props.id}
        type="radio"
        value={props.value}
        defaultChecked={props.checked}
        className="mt-1 size-5 shrink-0 accent-brand"
        {...props.field}
      />
      <span>
        <span className="font-medium">{props.label}</span>
        <span className="block text-sm text-muted">{props.hint}</span>
      </span>
    </label>
  );
}

function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p id={id} className="text-sm font-medium text-danger">
      <span aria-hidden="true">⚠ </span>
      {error}
    </p>
  );
}
