/** The difference of two versions as people read it: questions, weights, words and the rest, each with its place. */
import { type Change, isText, type Locale, localize, type Step } from '~/instrument';
import { differenceWords } from './differenceWords';

export const GROUPS = ['questions', 'weights', 'words', 'rules'] as const;
export type DifferenceGroup = (typeof GROUPS)[number];

export interface DifferenceRow {
  readonly kind: Change['kind'];
  /** `Domain 1 › Aspek 2 › Bobot`. */
  readonly place: string;
  /** Null where there was or is nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface DifferenceTable {
  readonly groups: readonly {
    readonly group: DifferenceGroup;
    readonly rows: readonly DifferenceRow[];
    /** How many more there are than are shown. */
    readonly more: number;
  }[];
  readonly count: number;
}

const QUESTIONS = new Set([
  'domains',
  'aspects',
  'indicators',
  'fields',
  'questions',
  'items',
  'measures',
  'areas',
]);
const WEIGHTS = new Set([
  'weight',
  'points',
  'weightTotal',
  'minHundredths',
  'min',
  'top',
  'totals',
  'stages',
]);
/** Said by the headings already, or of the file alone. */
const UNSAID = new Set(['version', 'schemaVersion']);
const MOST_ROWS = 100;
const MOST_LETTERS = 300;

export function differenceTable(changes: readonly Change[], locale: Locale): DifferenceTable {
  const said = changes.filter(({ path }) => path.length > 1 || !UNSAID.has(path[0]?.field ?? ''));
  const groups = GROUPS.flatMap((group) => {
    const own = said.filter((change) => groupOf(change) === group);
    if (own.length === 0) return [];
    const rows = own.slice(0, MOST_ROWS).map((change) => rowOf(change, locale));
    return [{ group, rows, more: own.length - rows.length }];
  });
  return { groups, count: said.length };
}

function groupOf(change: Change): DifferenceGroup {
  const last = change.path.at(-1);
  const values = [
    'before' in change ? change.before : undefined,
    'after' in change ? change.after : undefined,
  ].filter((value) => value !== undefined);
  if (last && last.key !== null && change.kind !== 'changed' && QUESTIONS.has(last.field)) return 'questions';
  if (change.kind === 'moved') return QUESTIONS.has(last?.field ?? '') ? 'questions' : 'rules';
  if (WEIGHTS.has(last?.field ?? '')) return 'weights';
  const isWording = (value: unknown) =>
    isText(value) || (Array.isArray(value) && value.length > 0 && value.every(isText));
  return values.length > 0 && values.every(isWording) ? 'words' : 'rules';
}

function rowOf(change: Change, locale: Locale): DifferenceRow {
  const say = (value: unknown) => (value === undefined ? null : told(value, locale).slice(0, MOST_LETTERS));
  return {
    kind: change.kind,
    place: change.path.map((step) => stepName(step, locale)).join(' › '),
    before: 'before' in change ? say(change.before) : null,
    after: change.kind === 'moved' ? change.order.join(', ') : 'after' in change ? say(change.after) : null,
  };
}

function stepName({ field, key }: Step, locale: Locale): string {
  const words: Readonly<Record<string, string>> = differenceWords[locale].field;
  const name = words[field] ?? field;
  return key === null ? name : `${name} ${key}`;
}

/** A thing is told by its name, a list by what is in it. */
function told(value: unknown, locale: Locale): string {
  if (isText(value)) return localize(value, locale);
  if (Array.isArray(value)) return value.map((one: unknown) => told(one, locale)).join('; ');
  if (typeof value !== 'object' || value === null) return String(value);
  const named = Object.entries(value).find(
    ([field]) => field === 'name' || field === 'text' || field === 'code',
  );
  return named
    ? told(named[1], locale)
    : Object.values(value)
        .map((one) => told(one, locale))
        .join(', ');
}
