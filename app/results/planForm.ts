/**
 * The planner's form. Its choices live in the address, so that a plan can be sent to somebody:
 *
 *   ?tujuan=baik            a predicate, `rakerda` (the agreed target) or `sendiri` with `&indeks=3,20`
 *   &usaha=12:3,15:2        effort of one level step per indicator, 1–9, where it is not 1
 *   &kunci=12,13            indicators that stay as they are
 *   &simulasi=12:4,15:3     levels tried out in the simulation, where they differ from the answers
 *
 * A form without scripts sends one parameter per field instead (`u12=3`, `k=12`, `s12=4`); both are read, the short
 * spelling is written. Messages are keys of `planner.error` in resultWords.ts.
 */
import * as z from 'zod/mini';
import { type Instrument, indicatorsOf, storedRange } from '~/instrument';

export const PLAN_ERRORS = [
  'goalUnknown',
  'indexMissing',
  'indexFormat',
  'indexRange',
  'effort',
  'address',
] as const;
export type PlanErrorKey = (typeof PLAN_ERRORS)[number];

/** The form as typed. Keys of `effort` and `simulated` are indicator numbers as written. */
export interface PlanValues {
  readonly goal: string;
  readonly index: string;
  readonly effort: Readonly<Record<string, string>>;
  readonly locked: readonly string[];
  readonly simulated: Readonly<Record<string, string>>;
}

/** What is asked for, checked. */
export interface PlanChoice {
  /** Published index to reach, in hundredths; null where the goal is left to the page. */
  readonly goal:
    | { readonly kind: 'default' }
    | { readonly kind: 'predicate'; readonly code: string }
    | { readonly kind: 'rakerda' }
    | { readonly kind: 'own'; readonly hundredths: number };
  readonly effort: Readonly<Record<number, number>>;
  readonly locked: ReadonlySet<number>;
  /** Stored level per indicator number. */
  readonly simulated: Readonly<Record<number, number>>;
}

export interface PlanProblem {
  /** Field of {@link PlanValues}; for effort followed by the indicator: `effort.12`. */
  readonly field: string;
  readonly error: PlanErrorKey;
}

export const OWN_GOAL = 'sendiri';
export const RAKERDA_GOAL = 'rakerda';

/** Hundredths of an index as people type it: `3`, `3,2`, `3.20`. Null where it is not one. */
export function parseIndex(typed: string): number | null {
  const match = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*$/.exec(typed);
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Reads both spellings of the address. Nothing is judged here. */
export function readPlanValues(params: URLSearchParams): PlanValues {
  const effort: Record<string, string> = {};
  const simulated: Record<string, string> = {};
  const locked: string[] = [];
  const addPairs = (into: Record<string, string>, name: string) => {
    for (const pair of words(params.getAll(name))) {
      const [no = '', value = ''] = pair.split(':', 2);
      into[no.trim()] = value.trim();
    }
  };
  addPairs(effort, 'usaha');
  addPairs(simulated, 'simulasi');
  locked.push(...words(params.getAll('kunci')), ...words(params.getAll('k')));
  for (const [name, value] of params) {
    const field = /^([us])(\d{1,4})$/.exec(name);
    const no = field?.[2];
    if (no === undefined) continue;
    (field?.[1] === 'u' ? effort : simulated)[no] = value.trim();
  }
  return {
    goal: params.get('tujuan')?.trim() ?? '',
    index: params.get('indeks') ?? '',
    effort,
    locked,
    simulated,
  };
}

/** Whether the address is spelled the long way and should be shortened. */
export function isLongSpelling(params: URLSearchParams): boolean {
  return [...params.keys()].some((name) => name === 'k' || /^[us]\d+$/.test(name));
}

/** Writes a choice the short way, without a question mark; what is as by default is left out. */
export function planSearch(
  values: Pick<PlanValues, 'goal' | 'index'>,
  choice: Pick<PlanChoice, 'effort' | 'locked' | 'simulated'>,
): string {
  const parts: string[] = [];
  const pairs = (record: Readonly<Record<number, number>>) =>
    Object.entries(record)
      .map(([no, value]) => `${no}:${value}`)
      .join(',');
  const goal = values.goal === '' && values.index.trim() !== '' ? OWN_GOAL : values.goal;
  if (goal !== '') parts.push(`tujuan=${encodeURIComponent(goal)}`);
  if (goal === OWN_GOAL)
    parts.push(`indeks=${encodeURIComponent(values.index.trim()).replaceAll('%2C', ',')}`);
  const effort = Object.fromEntries(Object.entries(choice.effort).filter(([, cost]) => cost !== 1));
  if (Object.keys(effort).length > 0) parts.push(`usaha=${pairs(effort)}`);
  if (choice.locked.size > 0) parts.push(`kunci=${[...choice.locked].sort((a, b) => a - b).join(',')}`);
  if (Object.keys(choice.simulated).length > 0) parts.push(`simulasi=${pairs(choice.simulated)}`);
  return parts.join('&');
}

const typedValues = z.object({
  goal: z.string().check(z.maxLength(100)),
  index: z.string().check(z.maxLength(100)),
  effort: z.record(z.string(), z.string()),
  locked: z.array(z.string()),
  simulated: z.record(z.string(), z.string()),
});

/**
 * The schema of the form for one instrument: from what was typed to what is asked for.
 * @param instrument numbers of indicators, levels and predicates that exist
 * @param hasTarget whether the Rakerda set a target for this agency
 */
export function planSchema(instrument: Instrument, hasTarget: boolean) {
  const count = indicatorsOf(instrument).length;
  const range = storedRange(instrument);
  const { min, max } = instrument.level;
  const numberIn = (typed: string, low: number, high: number) =>
    /^\d{1,6}$/.test(typed) && Number(typed) >= low && Number(typed) <= high ? Number(typed) : null;

  const understood = z.transform((typed: z.output<typeof typedValues>, context): PlanChoice => {
    const refuse = (path: (string | number)[], error: PlanErrorKey) => {
      context.issues.push({ code: 'custom', path, message: error, input: typed });
    };
    const readGoal = (): PlanChoice['goal'] => {
      if (typed.goal === OWN_GOAL || (typed.goal === '' && typed.index.trim() !== '')) {
        const hundredths = parseIndex(typed.index);
        if (typed.index.trim() === '') refuse(['index'], 'indexMissing');
        else if (hundredths === null) refuse(['index'], 'indexFormat');
        else if (hundredths < min * 100 || hundredths > max * 100) refuse(['index'], 'indexRange');
        else return { kind: 'own', hundredths };
      } else if (typed.goal === RAKERDA_GOAL && hasTarget) {
        return { kind: 'rakerda' };
      } else if (instrument.predicates.some((predicate) => predicate.code === typed.goal)) {
        return { kind: 'predicate', code: typed.goal };
      } else if (typed.goal !== '') {
        refuse(['goal'], 'goalUnknown');
      }
      return { kind: 'default' };
    };
    const effort: Record<number, number> = {};
    for (const [typedNo, typedCost] of Object.entries(typed.effort)) {
      const no = numberIn(typedNo, 1, count);
      const cost = typedCost === '' ? 1 : numberIn(typedCost, 1, 9);
      if (no === null) refuse(['address'], 'address');
      else if (cost === null) refuse(['effort', no], 'effort');
      else effort[no] = cost;
    }
    const simulated: Record<number, number> = {};
    for (const [typedNo, typedLevel] of Object.entries(typed.simulated)) {
      const no = numberIn(typedNo, 1, count);
      const level = numberIn(typedLevel, range.min, range.max);
      if (no === null || level === null) refuse(['address'], 'address');
      else simulated[no] = level;
    }
    const locked = new Set<number>();
    for (const typedNo of typed.locked) {
      const no = numberIn(typedNo, 1, count);
      if (no === null) refuse(['address'], 'address');
      else locked.add(no);
    }
    return { goal: readGoal(), effort, locked, simulated };
  });
  return z.pipe(typedValues, understood);
}

/** The choice, or what is wrong with it: the first problem of each field. */
export function checkPlan(
  schema: ReturnType<typeof planSchema>,
  values: PlanValues,
): { readonly choice: PlanChoice } | { readonly problems: readonly PlanProblem[] } {
  const parsed = schema.safeParse(values);
  if (parsed.success) return { choice: parsed.data };
  const problems = new Map<string, PlanErrorKey>();
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.');
    const error = PLAN_ERRORS.find((key) => key === issue.message) ?? 'address';
    if (!problems.has(field)) problems.set(field, error);
  }
  return { problems: [...problems].map(([field, error]) => ({ field, error })) };
}

function words(values: readonly string[]): string[] {
  return values.flatMap((value) => value.split(',')).filter((word) => word.trim() !== '');
}
