/** What the planner is asked: the goal, and per indicator how hard a rise is or that it must stay. A plain GET form. */
import { Form, Link } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useFormat, useSection, useText } from '~/i18n';
import { earns, type Figure, shownLevel } from '~/instrument';
import { Button, TextField, Sideways } from '~/ui';
import { addressOf } from './figures';
import { OWN_GOAL, RAKERDA_GOAL } from './planForm';
import type { PlannerData } from './planner.read.server';
import { resultWords } from './resultWords';

/** The id of a form field by its name in the form's problems, so that the summary can link to it. */
export function fieldId(field: string): string {
  const no = /^effort\.(\d+)$/.exec(field)?.[1];
  if (no !== undefined) return `usaha-${no}`;
  return field === 'index' ? 'indeks' : 'sasaran';
}

export function PlanQuestion({ planner, index }: { planner: PlannerData; index: Figure }) {
  const resultText = useSection(resultWords);
  const format = useFormat();
  const own = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  // Back and forward change the address under the form; its fields follow without losing the focus.
  useEffect(() => form.current?.reset(), [planner.values, planner.goal]);
  const words = resultText.planner;
  const problem = (field: string) => {
    const found = planner.problems.find((candidate) => candidate.field === field);
    return found ? words.error[found.error] : undefined;
  };
  const goals = [
    ...planner.instrument.predicates.map(({ code, name, minHundredths }) => ({
      value: code,
      label: words.goalPredicate({ predicate: name, from: format.figure(minHundredths) }),
      reached: earns(planner.instrument, index, minHundredths),
    })),
    ...(planner.targetHundredths === null
      ? []
      : [
          {
            value: RAKERDA_GOAL,
            label: words.goalRakerda({ target: format.figure(planner.targetHundredths) }),
            reached: index.hundredths >= planner.targetHundredths,
          },
        ]),
    { value: OWN_GOAL, label: words.goalOwn, reached: false },
  ];
  const goalError = problem('goal') ?? problem('address');
  return (
    <Form ref={form} method="get" preventScrollReset className="space-y-5" noValidate>
      <fieldset
        id="sasaran"
        tabIndex={-1}
        aria-describedby={goalError ? 'sasaran-error' : undefined}
        className="min-w-0"
      >
        <legend className="text-lg font-semibold">{words.goal}</legend>
        {goals.map((goal) => (
          <label key={goal.value} className="flex min-h-11 items-center gap-3">
            <input
              ref={goal.value === OWN_GOAL ? own : undefined}
              type="radio"
              name="tujuan"
              value={goal.value}
              defaultChecked={planner.goal === goal.value}
              className="size-5 shrink-0 accent-brand"
            />
            <span>
              {goal.label}
              {goal.reached ? (
                <span className="text-sm text-muted">
                  {' '}
                  <span aria-hidden="true">✓ </span>
                  {words.goalReached}
                </span>
              ) : null}
            </span>
          </label>
        ))}
        {goalError ? (
          <p id="sasaran-error" className="text-sm font-medium text-danger">
            <span aria-hidden="true">⚠ </span>
            {goalError}
          </p>
        ) : null}
      </fieldset>
      <TextField
        id="indeks"
        name="indeks"
        label={words.index}
        hint={words.indexHint}
        error={problem('index')}
        defaultValue={planner.values.index}
        inputMode="decimal"
        autoComplete="off"
        className="max-w-32"
        onChange={() => {
          // Whoever types an own index means it.
          if (own.current) own.current.checked = true;
        }}
      />
      <EffortTable planner={planner} problem={problem} />
      {Object.entries(planner.simulated).length > 0 ? (
        <input type="hidden" name="simulasi" value={pairs(planner.simulated)} />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button>{words.search}</Button>
        <Link
          to={`${addressOf(planner).result}/rencana`}
          preventScrollReset
          className="flex min-h-11 items-center px-3 text-brand underline"
        >
          {words.startOver}
        </Link>
      </div>
    </Form>
  );
}

function EffortTable(props: { planner: PlannerData; problem: (field: string) => string | undefined }) {
  const text = useText();
  const resultText = useSection(resultWords);
  const format = useFormat();
  const { planner, problem } = props;
  const words = resultText.planner;
  const { effort, locked } = planner.values;
  const changed = Object.values(effort).filter((cost) => cost !== '' && cost !== '1').length;
  const broken = planner.problems.some(({ field }) => field.startsWith('effort.'));
  const range = planner.instrument.level;
  return (
    <details open={broken} className="rounded-lg border border-line">
      <summary className="min-h-11 px-3 py-2.5 font-medium">
        {words.effortTitle}
        {changed > 0 || locked.length > 0 ? (
          <span className="block text-sm font-normal text-muted">
            {words.effortSummary({ efforts: format.number(changed), locked: format.number(locked.length) })}
          </span>
        ) : null}
      </summary>
      <p className="px-3 pb-2 text-sm text-muted">{words.effortLead}</p>
      <Sideways label={words.effortTitle} className="max-h-128 border-t border-line">
        <table className="w-full text-left text-sm">
          <caption className="sr-only">{words.effortTitle}</caption>
          <thead className="text-muted">
            <tr>
              <th scope="col" className="px-3 py-2">
                {text.indicator}
              </th>
              <th scope="col" className="px-1">
                {text.level}
              </th>
              <th scope="col" className="px-1">
                {words.effort}
              </th>
              <th scope="col" className="px-2">
                {words.lock}
              </th>
            </tr>
          </thead>
          {planner.instrument.domains.flatMap((domain) =>
            domain.aspects.map((aspect) => (
              <tbody key={aspect.no}>
                <tr className="bg-sunken">
                  <th scope="rowgroup" colSpan={4} className="px-3 py-2">
                    {resultText.aspectName({ no: String(aspect.no), name: aspect.name })}
                  </th>
                </tr>
                {aspect.indicators.map(({ no, name }) => {
                  const level = planner.levels[no - 1] ?? null;
                  const error = problem(`effort.${no}`);
                  return (
                    <tr key={no} className="border-t border-line">
                      <th scope="row" className="px-3 py-2 font-normal">
                        <span className="text-muted">{no}.</span> {name}
                        {error ? (
                          <span id={`usaha-${no}-error`} className="block font-medium text-danger">
                            <span aria-hidden="true">⚠ </span>
                            {error}
                          </span>
                        ) : null}
                      </th>
                      <td translate="no" className="px-1 text-center tabular-nums">
                        {level === null ? '–' : format.number(shownLevel(range, level))}
                      </td>
                      <td className="px-1">
                        <input
                          id={`usaha-${no}`}
                          name={`u${no}`}
                          type="number"
                          min={1}
                          max={9}
                          inputMode="numeric"
                          defaultValue={effort[no] ?? '1'}
                          aria-label={words.effortFor({ no: String(no), name })}
                          aria-invalid={error ? true : undefined}
                          aria-describedby={error ? `usaha-${no}-error` : undefined}
                          className={`min-h-11 w-14 rounded-lg border bg-surface px-2 text-base ${error ? 'border-2 border-danger' : 'border-line-strong'}`}
                        />
                      </td>
                      <td className="px-2">
                        <label className="flex size-11 items-center justify-center">
                          <span className="sr-only">{words.lockFor({ no: String(no), name })}</span>
                          <input
                            type="checkbox"
                            name="k"
                            value={no}
                            defaultChecked={locked.includes(String(no))}
                            className="size-5 accent-brand"
                          />
                        </label>
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            )),
          )}
        </table>
      </Sideways>
    </details>
  );
}

/** `12:4,15:3` */
export function pairs(record: Readonly<Record<number, number | string>>): string {
  return Object.entries(record)
    .map(([no, value]) => `${no}:${value}`)
    .join(',');
}
