/** The set-up page: one form, of which the list of agencies may be fetched in between without losing what was typed. */
import { zodResolver } from '@hookform/resolvers/zod';
import { Form, useNavigation, useSubmit } from '@remix-run/react';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useSection, useText } from '~/i18n';
import {
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  PageHeader,
  SelectField,
  TextField,
  useHydrated,
} from '~/ui';
import { words as sections } from '../words';
import { AgencyFields } from './agencyFields';
import { AgendaFields, InstrumentFields, TargetFields } from './beginnings';
import { CopyCard } from './copyCard';
import type { EarlierChoice, SourceFacts } from './copySource.server';
import type { AgencyChoice, InstrumentChoice } from '../queries.server';
import {
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
  /** Rakerda that may be named as last year's. */
  readonly previous: readonly EarlierChoice[];
  /** Rakerda that the form may be filled from, and the one it was filled from. */
  readonly sources: readonly EarlierChoice[];
  readonly source: SourceFacts | null;
  /** Made when the form was first shown: sent twice, it creates one Rakerda. */
  readonly formKey: string;
}

export function NewRakerda(props: NewRakerdaProps) {
  const { values, instruments, source } = props;
  const text = useText();
  const words = useSection(sections).form;
  // The same for as long as the form is open, so that the server knows it again.
  const [formKey] = useState(props.formKey);
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
  const { register, formState } = form;
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
  const field = (
    name: 'name' | 'year' | 'startsOn' | 'endsOn' | 'place' | 'host' | 'timeZone' | 'previousId',
  ) => ({
    id: name,
    label: labels[name],
    error: errorOf(name),
    defaultValue: values[name],
    ...register(name),
  });

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={words.title} lead={words.lead} crumbs={[{ to: '/', label: text.ui.home }]} />
      <div className="mb-6">
        <CopyCard sources={props.sources} source={source} />
      </div>
      <Form
        method="post"
        action="/rakerda/baru"
        ref={element}
        noValidate
        onSubmit={onSubmit}
        className="space-y-6"
      >
        <input type="hidden" name="formKey" value={formKey} />
        <input type="hidden" {...register('copyFrom')} defaultValue={values.copyFrom} />
        {props.previous.length === 0 ? (
          <input type="hidden" {...register('previousId')} defaultValue={values.previousId} />
        ) : null}
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
          {props.previous.length > 0 ? (
            <SelectField {...field('previousId')} hint={words.previousHint} optional>
              <option value="">{words.previousNone}</option>
              {props.previous.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </SelectField>
          ) : null}
        </Card>
        <InstrumentFields form={form} values={values} errorOf={errorOf} instruments={instruments} />
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
        <TargetFields form={form} values={values} errorOf={errorOf} source={source} />
        <AgendaFields form={form} values={values} errorOf={errorOf} source={source} />
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
  const { form } = useSection(sections);
  return {
    name: form.name,
    year: form.year,
    startsOn: form.startsOn,
    endsOn: form.endsOn,
    place: form.place,
    host: form.host,
    timeZone: form.timeZone,
    instruments: form.instruments,
    provinceCode: form.province,
    scope: form.scope,
    agencyCodes: form.agencies,
    includeProvince: form.includeProvince,
    target: form.target,
    state: form.state,
    previousId: form.previousId,
    copyFrom: form.copyFrom,
    keepTargets: form.target,
    keepMembers: form.agendaTitle,
    agenda: form.agenda,
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
