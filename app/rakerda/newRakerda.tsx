/** The set-up page: one form, of which the list of agencies may be fetched in between without losing what was typed. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Form, useNavigation, useSubmit } from '@remix-run/react';
import { type FormEvent, useMemo, useRef } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useText } from '~/i18n';
import {
  Alert,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  PageHeader,
  SelectField,
  TextField,
  useHydrated,
} from '~/ui';
import { AgencyFields } from './agencyFields';
import type { AgencyChoice, InstrumentChoice } from './queries.server';
import {
  FIRST_STAGES,
  RAKERDA_FIELDS,
  type RakerdaErrors,
  rakerdaErrorKey,
  type RakerdaField,
  type RakerdaFormValues,
  type RakerdaInput,
  rakerdaSchema,
  TIME_ZONES,
} from './rakerdaForm';

export interface NewRakerdaProps {
  readonly values: RakerdaFormValues;
  readonly errors: RakerdaErrors | undefined;
  readonly instruments: readonly InstrumentChoice[];
  readonly provinces: readonly AgencyChoice[];
  /** The regencies and cities of `agenciesOf`. */
  readonly agencies: readonly AgencyChoice[];
  readonly agenciesOf: string;
}

export function NewRakerda(props: NewRakerdaProps) {
  const { values, instruments } = props;
  const text = useText();
  const words = text.rakerda.form;
  const hydrated = useHydrated();
  const submit = useSubmit();
  const navigation = useNavigation();
  const element = useRef<HTMLFormElement>(null);
  const refused = useMemo(() => fieldErrors(props.errors), [props.errors]);
  const form = useForm<RakerdaFormValues, unknown, RakerdaInput>({
    resolver: zodResolver(rakerdaSchema),
    mode: 'onTouched',
    defaultValues: values,
    errors: refused,
  });
  const { control, register, formState } = form;
  const instrument = useWatch({ control, name: 'instrument' });
  const labels = useLabels();
  // The server's own words until the browser's form has taken them over.
  const keyOf = (field: RakerdaField) =>
    hydrated ? rakerdaErrorKey(formState.errors[field]?.message) : props.errors?.[field];
  const errorOf = (field: RakerdaField) => {
    const key = keyOf(field);
    return key ? words.errors[key]({ field: labels[field] }) : undefined;
  };
  const summary = RAKERDA_FIELDS.flatMap((field) => {
    const message = errorOf(field);
    return message ? [{ id: field, message }] : [];
  });
  const posted = props.errors !== undefined || formState.isSubmitted;
  const busy = navigation.state === 'submitting';

  /** Fetches the list of agencies with everything typed so far in the address. */
  const fetchAgencies = () => {
    if (element.current) submit(element.current, { method: 'get', replace: true, preventScrollReset: true });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const native = event.nativeEvent;
    const button = native instanceof SubmitEvent ? native.submitter : null;
    // The button that only fetches the list sends an unfinished form on purpose.
    if (button?.getAttribute('formmethod') === 'get') return;
    const sent = event.currentTarget;
    void form.handleSubmit(() => {
      submit(sent);
    })(event);
  };
  const field = (name: Exclude<RakerdaField, 'agencyCodes' | 'includeProvince'>) => ({
    id: name,
    label: labels[name],
    error: errorOf(name),
    defaultValue: values[name],
    ...register(name),
  });

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={words.title} lead={words.lead} crumbs={[{ to: '/', label: text.ui.home }]} />
      <Form method="post" ref={element} noValidate onSubmit={onSubmit} className="space-y-6">
        {posted ? <ErrorSummary errors={summary} /> : null}
        <Card className="space-y-4">
          <h2 className="text-xl">{words.aboutTitle}</h2>
          <TextField {...field('name')} hint={words.nameHint} required maxLength={120} autoComplete="off" />
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField {...field('year')} required inputMode="numeric" maxLength={4} autoComplete="off" />
            <TextField {...field('startsOn')} type="date" required />
            <TextField {...field('endsOn')} type="date" required />
          </div>
          <TextField {...field('place')} required maxLength={120} autoComplete="off" />
          <TextField {...field('host')} required maxLength={160} autoComplete="organization" />
          <SelectField {...field('timeZone')}>
            {TIME_ZONES.map((zone) => (
              <option key={zone} value={zone}>
                {words.timeZones[zone]}
              </option>
            ))}
          </SelectField>
        </Card>
        <Card className="space-y-4">
          <h2 className="text-xl">{words.instrumentTitle}</h2>
          <SelectField {...field('instrument')} required>
            {instruments.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.repealed ? words.instrumentRepealed({ name: choice.name }) : choice.name}
              </option>
            ))}
          </SelectField>
          {instruments
            .filter((choice) => choice.repealed && choice.value === instrument)
            .map((choice) => (
              <Alert key={choice.value} tone="warning">
                <p>{choice.note}</p>
              </Alert>
            ))}
        </Card>
        <AgencyFields
          form={form}
          values={values}
          labels={labels}
          errorOf={errorOf}
          provinces={props.provinces}
          agencies={props.agencies}
          agenciesOf={props.agenciesOf}
          fetchAgencies={fetchAgencies}
        />
        <Card className="space-y-4">
          <h2 className="text-xl">{words.targetTitle}</h2>
          <TextField
            {...field('target')}
            hint={words.targetHint}
            optional
            inputMode="decimal"
            maxLength={10}
            autoComplete="off"
          />
          <fieldset id="state">
            <legend className="font-medium">{labels.state}</legend>
            {FIRST_STAGES.map((stage) => (
              <label key={stage} htmlFor={`state-${stage}`} className="flex min-h-11 items-start gap-3 py-2">
                <input
                  id={`state-${stage}`}
                  type="radio"
                  value={stage}
                  defaultChecked={values.state === stage}
                  className="mt-1 size-5 shrink-0 accent-brand"
                  {...register('state')}
                />
                <span>
                  <span className="font-medium">{text.ui.rakerdaState[stage]}</span>
                  <span className="block text-sm text-muted">{text.rakerda.manage.stateMeaning[stage]}</span>
                </span>
              </label>
            ))}
          </fieldset>
        </Card>
        <div className="flex flex-wrap gap-3">
          <Button disabled={busy}>{busy ? words.submitting : words.submit}</Button>
          <ButtonLink tone="quiet" to="/">
            {text.ui.cancel}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}

/** What each field is called on the page. */
export function useLabels(): Readonly<Record<RakerdaField, string>> {
  const { form } = useText().rakerda;
  return {
    name: form.name,
    year: form.year,
    startsOn: form.startsOn,
    endsOn: form.endsOn,
    place: form.place,
    host: form.host,
    timeZone: form.timeZone,
    instrument: form.instrument,
    provinceCode: form.province,
    scope: form.scope,
    agencyCodes: form.agencies,
    includeProvince: form.includeProvince,
    target: form.target,
    state: form.state,
  };
}

/** The action's answer in the words of react-hook-form. */
function fieldErrors(errors: RakerdaErrors | undefined) {
  const found: Partial<Record<RakerdaField, { type: 'server'; message: string }>> = {};
  for (const field of RAKERDA_FIELDS) {
    const message = errors?.[field];
    if (message) found[field] = { type: 'server', message };
  }
  return found;
}
