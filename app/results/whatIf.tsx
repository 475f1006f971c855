/**
 * The simulation: other levels tried out beside the answers. It is drawn dashed and says what it is; nothing of it is
 * ever saved. Sliders where scripts run, a plain GET form of selects where they do not.
 */
import { Form, Link } from '@remix-run/react';
import { useId, useMemo, useState } from 'react';
import { useFormat, useSection } from '~/i18n';
import {
  type Score,
  scaleLevel,
  score,
  shownLevel,
  standingLevels,
  storedRange,
  wholeLevels,
  predicateFor,
} from '~/instrument';
import { Button, useHydrated } from '~/ui';
import { Movement } from './figures';
import { IndexScale } from './indexScale';
import { questionWith } from './planLinks';
import { pairs } from './planQuestion';
import type { PlannerData } from './planner.read.server';
import { resultWords } from './resultWords';

export function WhatIf({ planner, scored }: { planner: PlannerData; scored: Score }) {
  const resultText = useSection(resultWords);
  const format = useFormat();
  const hydrated = useHydrated();
  const words = resultText.planner;
  const { instrument } = planner;
  const standing = useMemo(() => standingLevels(instrument, planner.levels), [instrument, planner.levels]);
  const tried = (changes: Readonly<Record<number, number>>) =>
    standing.map((level, i) => changes[i + 1] ?? level);
  const [levels, setLevels] = useState(() => tried(planner.simulated));
  const simulated = useMemo(() => score(instrument, levels), [instrument, levels]);
  const changes: Record<number, number> = {};
  levels.forEach((level, i) => {
    if (level !== standing[i]) changes[i + 1] = level;
  });
  const count = Object.keys(changes).length;
  const proposal: Record<number, number> = {};
  if (planner.plan?.view.kind === 'reached') {
    for (const rise of planner.plan.view.rises) proposal[rise.no] = rise.to;
  }
  const now = scored.whole.index.hundredths;
  const then = simulated.whole.index.hundredths;
  return (
    <section
      id="simulasi"
      aria-labelledby="simulasi-judul"
      className="space-y-4 rounded-xl border-2 border-dashed border-accent bg-surface p-4 sm:p-6"
    >
      <div className="flex flex-wrap items-center gap-3 rounded-lg border border-dashed border-accent bg-[repeating-linear-gradient(135deg,var(--color-accent-soft)_0_12px,transparent_12px_24px)] p-3">
        <strong className="rounded-md bg-surface px-2 py-1 tracking-widest text-accent">
          {words.simulationMark}
        </strong>
        <span className="rounded-md bg-surface px-2 py-1">{words.simulationNotice}</span>
      </div>
      <h2 id="simulasi-judul" className="text-xl">
        {words.simulation}
      </h2>
      <div className="sticky top-0 z-10 low:static -mx-4 space-y-1 border-b-2 border-dashed border-accent bg-surface px-4 py-2 sm:-mx-6 sm:px-6">
        <p aria-live="polite" className="flex flex-wrap items-baseline gap-x-3">
          <span className="text-sm text-muted">{words.simulated}</span>
          <output data-testid="simulated" translate="no" className="text-4xl font-bold tabular-nums">
            {format.figure(then)}
          </output>
          <span className="text-lg font-semibold">{simulated.predicate.name}</span>
          <Movement by={then - now} />
        </p>
        <p className="text-sm text-muted">
          {count === 0 ? words.noChange : words.changed({ count: format.number(count) })}
        </p>
      </div>
      <IndexScale
        instrument={instrument}
        index={now}
        predicate={predicateFor(instrument, scored.whole.index).name}
        target={planner.plan?.goalHundredths ?? planner.targetHundredths}
        targetName={planner.plan ? resultText.markGoal : undefined}
        simulated={then}
      />
      <div className="flex flex-wrap items-center gap-2">
        {Object.keys(proposal).length > 0 ? (
          <Choice
            hydrated={hydrated}
            label={words.applyPlan}
            to={questionWith(planner, { simulated: proposal })}
            onChoose={() => setLevels(tried(proposal))}
          />
        ) : null}
        <Choice
          hydrated={hydrated}
          label={words.reset}
          to={questionWith(planner, { simulated: {} })}
          onChoose={() => setLevels(standing)}
        />
        {count > 0 ? (
          <Link
            to={`${questionWith(planner, { simulated: changes })}#simulasi`}
            preventScrollReset
            title={words.shareHint}
            className="flex min-h-11 items-center px-3 text-brand underline"
          >
            {words.share}
          </Link>
        ) : null}
      </div>
      <Form method="get" action="#simulasi" preventScrollReset className="space-y-2">
        <KeptChoices planner={planner} />
        {instrument.domains.flatMap((domain) =>
          domain.aspects.map((aspect) => {
            const from = scored.aspects[aspect.no - 1]?.index.hundredths ?? 0;
            const to = simulated.aspects[aspect.no - 1]?.index.hundredths ?? 0;
            return (
              <details key={aspect.no} className="rounded-lg border border-line">
                <summary className="min-h-11 px-3 py-2.5">
                  <span className="font-medium">
                    {resultText.aspectName({ no: String(aspect.no), name: aspect.name })}
                  </span>{' '}
                  <span translate="no" className="text-muted tabular-nums">
                    {from === to
                      ? format.figure(from)
                      : words.aspectChange({ from: format.figure(from), to: format.figure(to) })}
                  </span>
                </summary>
                <div className="grid gap-x-8 gap-y-3 border-t border-line p-3 lg:grid-cols-2">
                  {aspect.indicators.map(({ no, name }) => (
                    <LevelChoice
                      key={no}
                      planner={planner}
                      no={no}
                      name={name}
                      scale={domain.scale}
                      level={levels[no - 1] ?? 0}
                      standing={standing[no - 1] ?? 0}
                      hydrated={hydrated}
                      onChange={(level) =>
                        setLevels((all) => all.map((old, i) => (i === no - 1 ? level : old)))
                      }
                    />
                  ))}
                </div>
              </details>
            );
          }),
        )}
        {hydrated ? null : <Button tone="secondary">{words.recompute}</Button>}
      </Form>
    </section>
  );
}

/** One indicator's tried-out level. */
function LevelChoice(props: {
  planner: PlannerData;
  no: number;
  name: string;
  scale: string;
  level: number;
  standing: number;
  hydrated: boolean;
  onChange: (level: number) => void;
}) {
  const resultText = useSection(resultWords);
  const format = useFormat();
  const id = useId();
  const words = resultText.planner;
  const { planner, no, level, standing } = props;
  const { instrument } = planner;
  const range = storedRange(instrument);
  const nameOf = (stored: number) =>
    words.levelValue({
      level: format.number(shownLevel(instrument.level, stored)),
      name: scaleLevel(instrument, props.scale, stored),
    });
  const answered = planner.levels[no - 1] ?? null;
  const changed = level !== standing;
  return (
    <div
      className={`rounded-lg border p-3 ${changed ? 'border-dashed border-accent bg-accent-soft' : 'border-line'}`}
    >
      <label htmlFor={id} className="block">
        {words.levelFor({ no: String(no), name: props.name })}
      </label>
      {props.hydrated ? (
        <input
          id={id}
          type="range"
          min={range.min}
          max={range.max}
          step={1}
          value={level}
          onChange={(event) => props.onChange(event.currentTarget.valueAsNumber)}
          aria-valuetext={nameOf(level)}
          className="block min-h-11 w-full accent-brand"
        />
      ) : (
        <select
          id={id}
          name={`s${no}`}
          defaultValue={level}
          className="my-1 block min-h-11 w-full rounded-lg border border-line-strong bg-surface px-3"
        >
          {[...new Set([...wholeLevels(instrument.level), standing, level])]
            .sort((a, b) => a - b)
            .map((stored) => (
              <option key={stored} value={stored}>
                {nameOf(stored)}
              </option>
            ))}
        </select>
      )}
      <p className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span className={changed ? 'font-semibold text-accent' : ''}>{nameOf(level)}</span>
        <span className="text-muted">
          {answered === null
            ? words.notAnswered
            : words.answeredLevel({ level: format.number(shownLevel(instrument.level, answered)) })}
        </span>
      </p>
    </div>
  );
}

/** At once where scripts run, a link with the same outcome where they do not. */
function Choice(props: { hydrated: boolean; label: string; to: string; onChoose: () => void }) {
  return props.hydrated ? (
    <Button type="button" tone="secondary" onClick={props.onChoose}>
      {props.label}
    </Button>
  ) : (
    <Link to={`${props.to}#simulasi`} className="flex min-h-11 items-center px-3 text-brand underline">
      {props.label}
    </Link>
  );
}

/** The planner's question goes along when the simulation is sent as a form. */
function KeptChoices({ planner }: { planner: PlannerData }) {
  const { goal, index, effort, locked } = planner.values;
  return (
    <>
      {goal === '' ? null : <input type="hidden" name="tujuan" value={goal} />}
      {index === '' ? null : <input type="hidden" name="indeks" value={index} />}
      {Object.keys(effort).length === 0 ? null : <input type="hidden" name="usaha" value={pairs(effort)} />}
      {locked.length === 0 ? null : <input type="hidden" name="kunci" value={locked.join(',')} />}
    </>
  );
}
