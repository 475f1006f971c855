/** The set-up page: one form, of which the list of agencies may be fetched in between without losing what was typed. */
import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigation, useSubmit } from '@remix-run/react';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { type FieldErrors, useForm, useWatch } from 'react-hook-form';
import { useLocale, useSection, useText } from '~/i18n';
import {
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  KeptForm,
  PageHeader,
  SelectField,
  TextField,
  useHydrated,
} from '~/ui';
import { setUpWords } from '~/rakerda/setUpWords';
import { TARGET_ERRORS, targetErrorText } from '~/rakerda/topicTargetText';
import { topicTargetWords } from '~/rakerda/topicTargetWords';
import { AgencyFields } from './agencyFields';
import { chosenFigure, TopicTargets } from './topicTargets';
import { AgendaFields, InstrumentFields, TargetFields, TopicFields } from './beginnings';
import { CopyCard } from './copyCard';
import {
  codeOfTarget,
  type ErrorField,
  type FieldLabels,
  PLAIN_ERRORS,
  RAKERDA_FIELDS,
  type RakerdaErrors,
  rakerdaErrorKey,
  type RakerdaFormValues,
  type RakerdaInput,
  rakerdaSchemaFor,
  targetField,
  topicTargetField,
  ZONE_CHOICES,
} from './rakerdaForm';
import type { SetUpPage } from './setUp.read.server';
import { timeZoneOf } from './timeZones';

export interface NewRakerdaProps extends SetUpPage {
  readonly errors: RakerdaErrors | undefined;
  /** The province whose regencies and cities `agencies` are. */
  readonly agenciesOf: string;
}

export function NewRakerda(props: NewRakerdaProps) {
  const { values, instruments, topics, source } = props;
  const text = useText();
  const words = useSection(setUpWords).form;
  // The same for as long as the form is open, so that the server knows it again.
  const [formKey] = useState(props.formKey);
  const hydrated = useHydrated();
  const submit = useSubmit();
  const navigation = useNavigation();
  const element = useRef<HTMLFormElement>(null);
  const refused = useMemo(() => fieldErrors(props.errors), [props.errors]);
  const locale = useLocale();
  const targetWords = useSection(topicTargetWords);
  const schema = useMemo(
    () =>
      rakerdaSchemaFor({
        offered: Object.fromEntries(topics.map(({ code, figures }) => [code, figures])),
        locale,
      }),
    [topics, locale],
  );
  const form = useForm<RakerdaFormValues, unknown, RakerdaInput>({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    defaultValues: values,
    errors: refused,
  });
  const { register, formState } = form;
  const labels = useLabels(instruments, topics);
  // Without scripts nothing follows the choice of a province: then the field only says that it will.
  const province = useWatch({ control: form.control, name: 'provinceCode' });
  const measures = useWatch({ control: form.control, name: 'topicMeasures' });
  const zoneLabel = (zone: (typeof ZONE_CHOICES)[number]) => {
    if (zone !== '') return words.timeZones[zone];
    if (!hydrated || province === '') return words.timeZoneFollows;
    return words.timeZoneFollowing({ zone: words.timeZones[timeZoneOf(province)] });
  };
  // The server's own words until the browser's form has taken them over.
  const keyOf = (field: ErrorField) =>
    hydrated ? rakerdaErrorKey(messageAt(formState.errors, field)) : props.errors?.[field];
  const errorOf = (field: ErrorField) => {
    const key = keyOf(field);
    const label = labels[field] ?? '';
    const plain = PLAIN_ERRORS.find((known) => known === key);
    const target = TARGET_ERRORS.find((known) => known === key);
    const of = codeOfTarget(field);
    if (target && of?.group === 'topicTargets') {
      const figure = chosenFigure(topics, measures, of.code);
      return `${label}: ${targetErrorText(target, figure, { words: targetWords, locale })}`;
    }
    return plain ? words.errors[plain]({ field: label }) : undefined;
  };
  const summary = errorFields(instruments, topics).flatMap((field) => {
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
      <PageHeader title={words.title} lead={words.lead} crumbs={[{ to: '/', label: text.home }]} />
      <div className="mb-6">
        <CopyCard sources={props.sources} source={source} />
      </div>
      <KeptForm
        method="post"
        kept="baru"
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
            {ZONE_CHOICES.map((zone) => (
              <option key={zone} value={zone}>
                {zoneLabel(zone)}
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
        <TopicFields form={form} values={values} errorOf={errorOf} topics={props.topics} />
        <AgencyFields
          form={form}
          values={values}
          labels={labels}
          errorOf={errorOf}
          provinces={props.provinces}
          agencies={props.agencies}
          agenciesOf={props.agenciesOf}
          extra={props.extra}
          fetchAgencies={fetchAgencies}
        />
        <TargetFields
          form={form}
          values={values}
          labels={labels}
          errorOf={errorOf}
          instruments={instruments}
          source={source}
        >
          <TopicTargets form={form} values={values} labels={labels} errorOf={errorOf} topics={topics} />
        </TargetFields>
        <AgendaFields form={form} values={values} errorOf={errorOf} source={source} />
        <div className="flex flex-wrap gap-3">
          <Button disabled={busy}>{busy ? words.submitting : words.submit}</Button>
          <ButtonLink tone="quiet" to="/">
            {text.cancel}
          </ButtonLink>
        </div>
      </KeptForm>
    </div>
  );
}

/** What each field is called on the page. */
function useLabels(instruments: SetUpPage['instruments'], topics: SetUpPage['topics']): FieldLabels {
  const { form } = useSection(setUpWords);
  const targets = instruments.map(
    ({ code, name }) =>
      [
        targetField(code),
        instruments.length > 1 ? form.targetOf({ instrument: name }) : form.target,
      ] as const,
  );
  return {
    name: form.name,
    year: form.year,
    startsOn: form.startsOn,
    endsOn: form.endsOn,
    place: form.place,
    host: form.host,
    timeZone: form.timeZone,
    instruments: form.instruments,
    topics: form.topics,
    provinceCode: form.province,
    scope: form.scope,
    agencyCodes: form.agencies,
    includeProvince: form.includeProvince,
    extraCodes: form.extra,
    ...Object.fromEntries(targets),
    ...Object.fromEntries(
      topics.map(({ code, shortName }) => [topicTargetField(code), form.topicTargetOf({ topic: shortName })]),
    ),
    state: form.state,
    previousId: form.previousId,
    copyFrom: form.copyFrom,
    keepTargets: form.target,
    keepMembers: form.agendaTitle,
    agenda: form.agenda,
  };
}

/** Every field that may have an error, in the order of the page. */
function errorFields(
  instruments: SetUpPage['instruments'],
  topics: SetUpPage['topics'],
): readonly ErrorField[] {
  return RAKERDA_FIELDS.flatMap((field): readonly ErrorField[] => {
    if (field === 'targets') return instruments.map(({ code }) => targetField(code));
    if (field === 'topicTargets') return topics.map(({ code }) => topicTargetField(code));
    return field === 'topicMeasures' ? [] : [field];
  });
}

/** The action's answer in the words of react-hook-form. */
function fieldErrors(errors: RakerdaErrors | undefined): FieldErrors<RakerdaFormValues> {
  const plain: Partial<Record<string, { type: 'server'; message: string }>> = {};
  const grouped = { targets: { ...plain }, topicTargets: { ...plain } };
  for (const [field, message] of Object.entries(errors ?? {})) {
    const of = codeOfTarget(field);
    if (message === undefined) continue;
    if (of === null) plain[field] = { type: 'server', message };
    else grouped[of.group][of.code] = { type: 'server', message };
  }
  const { targets, topicTargets } = grouped;
  return {
    ...plain,
    ...(Object.keys(targets).length > 0 && { targets }),
    ...(Object.keys(topicTargets).length > 0 && { topicTargets }),
  };
}

function messageAt(errors: FieldErrors<RakerdaFormValues>, field: ErrorField): string | undefined {
  const of = codeOfTarget(field);
  const known = RAKERDA_FIELDS.find((one) => one === field);
  const message = of === null ? known && errors[known]?.message : errors[of.group]?.[of.code]?.message;
  return typeof message === 'string' ? message : undefined;
}
