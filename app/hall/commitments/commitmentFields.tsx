/** The form of a commitment: what, who, when, how it will be seen, and the index it would bring. */
import { Link } from '@remix-run/react';
import { type FormEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import type { NamedItem } from './commitments.read.server';
import { useFormat, useSection } from '~/i18n';
import { shownLevel } from '~/instrument';
import { Button, buttonClass, ErrorSummary, KeptForm, SelectField, TextAreaField, TextField } from '~/ui';
import { effectOf, type LinkedRise } from './commitment';
import {
  COMMITMENT_FIELDS,
  type CommitmentField,
  type CommitmentProblems,
  type CommitmentValues,
  LIMIT,
  readCommitmentValues,
  risesOf,
} from './commitmentForm';
import type { CommitmentFormData, FormAspect } from './commitmentForm.read.server';
import { quietLink } from './commitmentMarks';
import { planValues } from './planValues';
import { commitmentWords } from './commitmentWords';

export function CommitmentForm(props: {
  form: CommitmentFormData;
  agenda: readonly NamedItem[];
  values: CommitmentValues;
  problems: CommitmentProblems;
  /** What saving is called to the server. */
  intent: 'add' | 'change';
  /** What the form was opened on; null for a new commitment. Its first value stays while somebody types. */
  seenVersion: number | null;
  /** Set while a conflict is shown: saving again is then a decision about that version. */
  decidedVersion: number | null;
  cancel: string;
}) {
  const { form, problems } = props;
  const section = useSection(commitmentWords);
  const [seenVersion] = useState(props.seenVersion);
  const version = props.decidedVersion ?? seenVersion;
  const element = useRef<HTMLFormElement>(null);
  const [rises, setRises] = useState<readonly LinkedRise[]>(() => risesOf(props.values.levels));
  // What the fields begin with; a new round when the plan fills them in.
  const [filled, setFilled] = useState({ round: 0, values: props.values });
  // What was chosen before scripts ran counts too.
  useEffect(() => {
    if (element.current) setRises(risesOf(readCommitmentValues(new FormData(element.current)).levels));
  }, [filled]);
  const reckon = (event: FormEvent<HTMLFormElement>) =>
    setRises(risesOf(readCommitmentValues(new FormData(event.currentTarget)).levels));
  const fillIn = (event: MouseEvent<HTMLButtonElement>) => {
    if (!element.current) return;
    event.preventDefault();
    const typed = readCommitmentValues(new FormData(element.current));
    setFilled(({ round }) => ({ round: round + 1, values: planValues(form, typed, section) }));
  };
  const say = (field: CommitmentField) => {
    const problem = problems[field];
    return problem ? section.form.problem[problem]({ field: section.form.field[field] }) : undefined;
  };
  const errors = COMMITMENT_FIELDS.flatMap((id) => {
    const message = say(id);
    return message === undefined ? [] : [{ id, message }];
  });
  const { values, round } = filled;
  return (
    <KeptForm
      ref={element}
      method="post"
      kept={`${form.agency.code} ${form.instrumentCode}`}
      noValidate
      preventScrollReset
      onChange={reckon}
      className="space-y-5"
    >
      <input type="hidden" name="agencyCode" value={form.agency.code} />
      <input type="hidden" name="instrumentCode" value={form.instrumentCode} />
      <input type="hidden" name="key" value={form.key} />
      {version === null ? null : <input type="hidden" name="version" value={version} />}
      {/* The first button is the one that Enter presses. */}
      <button
        type="submit"
        name="intent"
        value={props.intent}
        className="sr-only"
        tabIndex={-1}
        aria-hidden
      />
      <ErrorSummary errors={errors} />
      <div key={round} className="grid gap-5 lg:grid-cols-2">
        <div className="lg:col-span-2">
          <TextAreaField
            id="what"
            name="what"
            rows={2}
            label={section.form.what}
            hint={section.form.whatHint}
            defaultValue={values.what}
            error={say('what')}
            most={LIMIT.what}
          />
        </div>
        <TextField
          id="who"
          name="who"
          label={section.form.who}
          hint={section.form.whoHint}
          defaultValue={values.who}
          error={say('who')}
        />
        <TextField
          id="measure"
          name="measure"
          label={section.form.measure}
          hint={section.form.measureHint}
          defaultValue={values.measure}
          error={say('measure')}
        />
        <TextField
          id="dueOn"
          name="dueOn"
          type="date"
          label={section.form.dueOn}
          defaultValue={values.dueOn}
          error={say('dueOn')}
        />
        <SelectField
          id="agendaItemId"
          name="agendaItemId"
          label={section.form.agendaItem}
          optional
          defaultValue={values.agendaItemId}
        >
          <option value="">{section.noAgenda}</option>
          {props.agenda.map((item) => (
            <option key={item.id} value={item.id}>
              {item.title}
            </option>
          ))}
        </SelectField>
      </div>
      <fieldset className="space-y-3 rounded-xl border border-line p-4">
        <legend className="px-1 text-lg font-semibold">{section.form.linkTitle}</legend>
        <p className="text-muted">{section.form.linkLead}</p>
        <PlanButton form={form} onClick={fillIn} />
        <EffectFigures form={form} rises={rises} />
        <div key={round} className="space-y-2">
          {form.aspects.map((aspect) => (
            <AspectLevels
              key={aspect.no}
              aspect={aspect}
              unit={form.unit}
              levels={values.levels}
              chosen={rises.filter((rise) => aspect.indicators.some(({ no }) => no === rise.no)).length}
            />
          ))}
        </div>
        {form.others.map((other) => (
          <Link
            key={other.code}
            className={quietLink}
            to={`?${new URLSearchParams({ buat: form.agency.code, instrumen: other.code }).toString()}`}
          >
            {section.form.otherInstrument({ name: other.name })}
          </Link>
        ))}
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value={props.intent}>
          {props.intent === 'add' ? section.form.save : section.form.saveEdit}
        </Button>
        <Button tone="secondary" name="intent" value="preview">
          {section.form.preview}
        </Button>
        <Link to={props.cancel} className={buttonClass('quiet')}>
          {section.form.cancel}
        </Link>
      </div>
    </KeptForm>
  );
}

function PlanButton(props: {
  form: CommitmentFormData;
  onClick: (event: MouseEvent<HTMLButtonElement>) => void;
}) {
  const section = useSection(commitmentWords);
  const format = useFormat();
  const { plan } = props.form;
  if (plan.kind === 'none') return <p className="text-sm text-muted">{section.form.planNone}</p>;
  const target = format.figure(plan.target);
  if (plan.kind === 'already') return <p className="text-sm">{section.form.planAlready({ target })}</p>;
  return (
    <div className="space-y-1">
      <Button
        tone="secondary"
        name="intent"
        value="plan"
        onClick={props.onClick}
        aria-describedby="rencana-isi"
      >
        {section.form.plan}
      </Button>
      <p id="rencana-isi" className="text-sm text-muted">
        {section.form.planHint({
          count: format.number(plan.rises.length),
          target,
          reaches: format.figure(plan.reaches),
        })}
      </p>
    </div>
  );
}

function EffectFigures({ form, rises }: { form: CommitmentFormData; rises: readonly LinkedRise[] }) {
  const section = useSection(commitmentWords);
  const format = useFormat();
  const effect = effectOf(form.standing, rises);
  const figures = [
    [section.form.effectNow, format.figure(effect.index)],
    [section.form.effectThen, format.figure(effect.reaches)],
    [section.form.effectGain, `+${format.figure(effect.gain)}`],
  ] as const;
  return (
    <div role="status" translate="no" className="rounded-lg bg-brand-soft px-4 py-3">
      <p className="font-semibold">{section.form.effectTitle}</p>
      <dl className="flex flex-wrap gap-x-8 gap-y-1">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt className="text-sm">{label}</dt>
            <dd translate="no" className="text-2xl font-bold tabular-nums">
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-sm">
        {rises.length === 0
          ? section.form.effectNone
          : section.form.effectCount({ count: format.number(rises.length) })}
      </p>
    </div>
  );
}

function AspectLevels(props: {
  aspect: FormAspect;
  unit: number;
  levels: CommitmentValues['levels'];
  chosen: number;
}) {
  const { aspect, unit, levels, chosen } = props;
  const section = useSection(commitmentWords);
  const format = useFormat();
  const isBegun = aspect.indicators.some(({ no }) => (levels[no] ?? '') !== '');
  return (
    <details open={isBegun} className="rounded-lg border border-line">
      <summary className="min-h-11 px-3 py-2.5 font-medium hover:bg-sunken">
        {section.form.aspect({
          no: format.number(aspect.no),
          name: aspect.name,
          chosen: chosen === 0 ? '' : section.form.chosen({ count: format.number(chosen) }),
        })}
      </summary>
      <div className="space-y-3 px-3 pt-1 pb-3">
        {aspect.indicators.map((indicator) => {
          const value = levels[indicator.no] ?? '';
          // What was promised once stays a choice, even where it is reached by now.
          const options = [...indicator.open];
          if (/^\d{1,4}$/.test(value) && !options.includes(Number(value))) options.unshift(Number(value));
          return (
            <div key={indicator.no} className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[1fr_12rem]">
              <label htmlFor={`level-${indicator.no}`}>
                {section.form.levelOf({
                  no: format.number(indicator.no),
                  name: indicator.name,
                  level: format.number(shownLevel({ unit }, indicator.level)),
                })}
              </label>
              <select
                id={`level-${indicator.no}`}
                name={`level.${indicator.no}`}
                defaultValue={value}
                disabled={options.length === 0}
                className="block min-h-11 w-full rounded-lg border border-line-strong bg-surface px-3 py-2 disabled:bg-sunken"
              >
                <option value="">{section.form.notLinked}</option>
                {options.map((level) => (
                  <option key={level} value={level}>
                    {section.form.toLevel({ level: format.number(shownLevel({ unit }, level)) })}
                  </option>
                ))}
              </select>
            </div>
          );
        })}
      </div>
    </details>
  );
}
