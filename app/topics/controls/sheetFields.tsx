/** The grid of numbers: checks and measures move while somebody types, and stand after saving where no script runs. */
import { useSubmit } from '@remix-run/react';
import { type FormEvent, useMemo, useState } from 'react';
import { type FieldErrors, type Resolver, useForm, useWatch } from 'react-hook-form';
import { useLocale, useSection } from '~/i18n';
import { type Locale, localize, writeNumber } from '~/instrument';
import { judgeSheet, type MetricField, type Metrics, readSheet, typedFieldsOf } from '~/instrument/metrics';
import type { Figures } from '~/instrument/topic';
import { registerPath } from '~/paths';
import { Button, ButtonLink, Card, ErrorSummary, KeptForm, TextField, useHydrated } from '~/ui';
import { MeasureList } from '../measureList';
import {
  problemText,
  type SheetControl,
  type SheetProblem,
  type SheetProblems,
  type TypedFigures,
  typedFrom,
} from '../sheetForm';
import { topicWords } from '../topicWords';

interface Values {
  figure: Record<string, string>;
}

export function SheetForm(props: SheetControl & { topic: Metrics; rakerdaId: string | null }) {
  const { topic, problems } = props;
  const words = useSection(topicWords).sheet;
  const locale = useLocale();
  const submit = useSubmit();
  const hydrated = useHydrated();
  // The language that the fields are filled in with: numbers are read as it writes them.
  const [language] = useState(locale);
  const [atFirst] = useState<TypedFigures>(() => props.typed ?? typedFrom(topic, props.figures, locale));
  const refused = useMemo(() => errorsOf(problems), [problems]);
  const form = useForm<Values>({
    mode: 'onTouched',
    defaultValues: { figure: { ...atFirst } },
    errors: refused,
    resolver: useMemo(() => resolverFor(topic, language), [topic, language]),
  });
  const typed = useWatch({ control: form.control, name: 'figure' });
  // What registers count is not in the form: it stands as it was read.
  const figures = { ...props.figures, ...readSheet(topic, typed, language).figures };
  const judged = judgeSheet(topic, typed, language);
  const found: SheetProblems = judged.ok ? {} : judged.problems;
  // What cannot be true is left out of the measures, as if it were not filled in yet.
  const sound: Figures = Object.fromEntries(
    Object.entries(figures).map(([code, figure]) => [code, found[code] ? null : figure]),
  );
  const { errors, isSubmitted, touchedFields } = form.formState;
  /** The server's own words until the browser's form has taken them over. */
  const problemOf = (code: string): SheetProblem | undefined => {
    if (!hydrated) return problems[code];
    const isShown = isSubmitted || touchedFields.figure?.[code] === true || errors.figure?.[code];
    // What another wrote stands beside the field until the form is sent again.
    return found[code] && isShown
      ? found[code]
      : problems[code]?.kind === 'moved'
        ? problems[code]
        : undefined;
  };
  const errorOf = (code: string) => {
    const problem = problemOf(code);
    return problem && problemText(topic, code, problem, locale);
  };
  const summary = typedFieldsOf(topic).flatMap(({ code }) => {
    const message = errorOf(code);
    return message === undefined ? [] : [{ id: idOf(code), message }];
  });
  const send = (event: FormEvent<HTMLFormElement>) => {
    const sent = event.currentTarget;
    void form.handleSubmit(() => {
      submit(sent, { preventScrollReset: true });
    })(event);
  };
  return (
    <KeptForm
      method="post"
      kept={`angka ${topic.code} ${props.agencyCode}`}
      label={props.label}
      noValidate
      preventScrollReset
      onSubmit={send}
      onInput={props.onTyped}
      className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(22rem,30rem)]"
    >
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="version" value={props.version} />
      <input type="hidden" name="seen.language" value={language} />
      <div className="min-w-0 space-y-6">
        {Object.keys(problems).length > 0 || isSubmitted ? <ErrorSummary errors={summary} /> : null}
        <p className="text-muted">{words.howTyped}</p>
        {topic.groups.map((group) => (
          <Card key={group.name.id} className="space-y-4">
            <h2 className="text-xl">{localize(group.name, locale)}</h2>
            <div className="grid gap-x-6 gap-y-5 md:grid-cols-2">
              {group.fields.filter(isTyped).map((field) => (
                <NumberField
                  key={field.code}
                  field={field}
                  error={errorOf(field.code)}
                  defaultValue={atFirst[field.code] ?? ''}
                  register={form.register(`figure.${field.code}`)}
                />
              ))}
            </div>
            <CountedFields {...props} fields={group.fields} />
          </Card>
        ))}
        <Button>{words.save}</Button>
      </div>
      <div
        tabIndex={0}
        role="region"
        aria-label={words.measures}
        className="min-w-0 rounded-xl xl:sticky xl:top-4 xl:max-h-[calc(100vh-2rem)] xl:overflow-y-auto"
      >
        <MeasureList topic={topic} figures={sound} />
      </div>
    </KeptForm>
  );
}

const isTyped = ({ counted }: MetricField) => counted === undefined;

/** What follows from a register, and the way there. */
function CountedFields(props: {
  topic: Metrics;
  /** Null where there is no way to a register: the topic is only looked at. */
  rakerdaId: string | null;
  agencyCode: string;
  fields: readonly MetricField[];
  figures: Figures;
}) {
  const { topic, rakerdaId, agencyCode, figures } = props;
  const words = useSection(topicWords).sheet;
  const locale = useLocale();
  const counted = props.fields.filter((field) => !isTyped(field));
  if (counted.length === 0) return null;
  const registers = (topic.registers ?? []).filter(({ code }) =>
    counted.some((field) => field.counted?.register === code),
  );
  return (
    <div className="space-y-3">
      <p className="flex flex-wrap items-center gap-3">
        {registers.map(({ code, name }) =>
          rakerdaId === null ? (
            <span key={code} className="font-medium">
              {localize(name, locale)}
            </span>
          ) : (
            <ButtonLink
              key={code}
              to={registerPath(rakerdaId, { topic: topic.code, agencyCode, register: code })}
            >
              {words.openRegister({ register: localize(name, locale) })}
            </ButtonLink>
          ),
        )}
        <span className="text-sm text-muted">{words.counted}</span>
      </p>
      <FigureList fields={counted} figures={figures} />
    </div>
  );
}

function FigureList({ fields, figures }: { fields: readonly MetricField[]; figures: Figures }) {
  const words = useSection(topicWords).sheet;
  const locale = useLocale();
  return (
    <dl className="divide-y divide-line">
      {fields.map((field) => {
        const figure = figures[field.code] ?? null;
        return (
          <div
            key={field.code}
            data-field={field.code}
            className="flex flex-wrap justify-between gap-x-6 py-2"
          >
            <dt>{labelOf(field, words, locale)}</dt>
            <dd translate="no" className="font-semibold tabular-nums">
              {figure === null ? '–' : writeNumber(figure, field.decimals, locale)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

const idOf = (code: string) => `angka-${code}`;

function NumberField(props: {
  field: MetricField;
  error: string | undefined;
  defaultValue: string;
  register: ReturnType<ReturnType<typeof useForm<Values>>['register']>;
}) {
  const { field } = props;
  const words = useSection(topicWords);
  const locale = useLocale();
  const { confidence } = field.source;
  const hint = [
    localize(field.help, locale),
    ...(field.optional ? [words.sheet.mayStayEmpty] : []),
    ...(confidence === 'sourced' ? [] : [`${words.confidence[confidence]}.`]),
  ].join(' ');
  return (
    <TextField
      id={idOf(field.code)}
      label={labelOf(field, words.sheet, locale)}
      hint={hint}
      error={props.error}
      defaultValue={props.defaultValue}
      inputMode={field.decimals > 0 || field.lowest < 0 ? 'text' : 'decimal'}
      autoComplete="off"
      maxLength={40}
      translate="no"
      className="text-right text-lg tabular-nums"
      {...props.register}
    />
  );
}

/** With what it counts, unless its name says that. */
function labelOf(
  { name, unit }: MetricField,
  words: (typeof topicWords)['id']['sheet'],
  locale: Locale,
): string {
  const said = { field: localize(name, locale), unit: localize(unit, locale) };
  return said.field.toLowerCase() === said.unit.toLowerCase() ? said.field : words.label(said);
}

function resolverFor(topic: Metrics, language: Locale): Resolver<Values> {
  return (values) => {
    const judged = judgeSheet(topic, values.figure, language);
    return judged.ok ? { values, errors: {} } : { values: {}, errors: errorsOf(judged.problems) };
  };
}

function errorsOf(problems: SheetProblems): FieldErrors<Values> {
  const figure = Object.fromEntries(
    Object.entries(problems).map(([code, { kind }]) => [code, { type: kind, message: kind }]),
  );
  return Object.keys(figure).length > 0 ? { figure } : {};
}

/** The same for whoever may only look. */
export function FiguresShown(props: {
  topic: Metrics;
  rakerdaId: string;
  agencyCode: string;
  figures: Figures;
}) {
  const { topic, figures } = props;
  const locale = useLocale();
  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(22rem,30rem)]">
      <div className="min-w-0 space-y-6">
        {topic.groups.map((group) => (
          <Card key={group.name.id} className="space-y-3">
            <h2 className="text-xl">{localize(group.name, locale)}</h2>
            <FigureList fields={group.fields.filter(isTyped)} figures={figures} />
            <CountedFields {...props} fields={group.fields} />
          </Card>
        ))}
      </div>
      <MeasureList topic={topic} figures={figures} />
    </div>
  );
}
