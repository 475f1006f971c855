/** What a new Rakerda begins with: its instruments, its target and stage, its agenda and members. */
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { useFormat, useSection, useText } from '~/i18n';
import { Alert, Card, CheckField, TextField } from '~/ui';
import type { InstrumentChoice } from '../queries.server';
import { words as sections } from '../words';
import type { SourceFacts } from './copySource.server';
import {
  AGENDAS,
  FIRST_STAGES,
  type RakerdaField,
  type RakerdaFormValues,
  type RakerdaInput,
} from './rakerdaForm';

interface PartProps {
  readonly form: UseFormReturn<RakerdaFormValues, unknown, RakerdaInput>;
  readonly values: RakerdaFormValues;
  readonly errorOf: (field: RakerdaField) => string | undefined;
}

export function InstrumentFields({
  form,
  values,
  errorOf,
  instruments,
}: PartProps & { readonly instruments: readonly InstrumentChoice[] }) {
  const words = useSection(sections).form;
  const ticked = useWatch({ control: form.control, name: 'instruments' });
  const isTicked = (value: string) => (Array.isArray(ticked) ? ticked.includes(value) : ticked === value);
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
        .filter((choice) => choice.repealed && isTicked(choice.value))
        .map((choice) => (
          <Alert key={choice.value} tone="warning">
            <p>{choice.note}</p>
          </Alert>
        ))}
    </Card>
  );
}

export function TargetFields({ form, values, errorOf, source }: PartProps & WithSource) {
  const text = useText();
  const format = useFormat();
  const words = useSection(sections);
  return (
    <Card className="space-y-4">
      <h2 className="text-xl">{words.form.targetTitle}</h2>
      <TextField
        id="target"
        label={words.form.target}
        error={errorOf('target')}
        defaultValue={values.target}
        hint={words.form.targetHint}
        optional
        inputMode="decimal"
        maxLength={10}
        autoComplete="off"
        {...form.register('target')}
      />
      {source && source.targets > 0 ? (
        <CheckField
          id="keepTargets"
          label={words.form.keepTargets({ count: format.number(source.targets) })}
          hint={words.form.keepTargetsHint}
          defaultChecked={values.keepTargets}
          {...form.register('keepTargets')}
        />
      ) : null}
      <fieldset id="state">
        <legend className="font-medium">{words.form.state}</legend>
        {FIRST_STAGES.map((stage) => (
          <Choice
            key={stage}
            id={`state-${stage}`}
            value={stage}
            label={text.ui.rakerdaState[stage]}
            hint={words.manage.stateMeaning[stage]}
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
  const words = useSection(sections).form;
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
