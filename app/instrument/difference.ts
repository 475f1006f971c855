/**
 * What two versions of an instrument differ in. Lists of things that have a code, a number or a level are compared thing by
 * thing; everything else that is written – a text in both languages, a weight, a list of words – is compared as one.
 */
import { LOCALES, type LocalizedText } from './text';

export interface Step {
  /** The name of a field, such as `aspects`. */
  readonly field: string;
  /** Which thing of a list; null where the field is no list of things. */
  readonly key: string | null;
}

export type Change =
  /** A thing or a field that was not there. */
  | { readonly kind: 'added'; readonly path: readonly Step[]; readonly after: unknown }
  | { readonly kind: 'removed'; readonly path: readonly Step[]; readonly before: unknown }
  | {
      readonly kind: 'changed';
      readonly path: readonly Step[];
      readonly before: unknown;
      readonly after: unknown;
    }
  /** The things of a list stand in another order, here by their keys. */
  | { readonly kind: 'moved'; readonly path: readonly Step[]; readonly order: readonly string[] };

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text in both languages is one thing that somebody wrote. */
export function isText(value: unknown): value is LocalizedText {
  return (
    isFields(value) &&
    Object.keys(value).length === LOCALES.length &&
    LOCALES.every((locale) => typeof value[locale] === 'string')
  );
}

/** What a thing is told from the others of its list by. */
const NAMES = ['code', 'no', 'level', 'from'] as const;

/** The things of a list by their keys; null where it is no list of things that can be told apart. */
function thingsOf(value: unknown): ReadonlyMap<string, Fields> | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const things: readonly unknown[] = value;
  const found = new Map<string, Fields>();
  for (const thing of things) {
    if (!isFields(thing) || isText(thing)) return null;
    const name = NAMES.find((one) => typeof thing[one] === 'string' || typeof thing[one] === 'number');
    if (name === undefined) return null;
    found.set(String(thing[name]), thing);
  }
  return found.size === things.length ? found : null;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** @param before, after two instruments, or what was read of their files */
export function differenceOf(before: object, after: object): readonly Change[] {
  const changes: Change[] = [];
  compareFields({ ...before }, { ...after }, [], changes);
  return changes;
}

function compareFields(before: Fields, after: Fields, path: readonly Step[], into: Change[]): void {
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const at = [...path, { field, key: null }];
    const [was, is] = [before[field], after[field]];
    if (was === undefined && is === undefined) continue;
    if (was === undefined) into.push({ kind: 'added', path: at, after: is });
    else if (is === undefined) into.push({ kind: 'removed', path: at, before: was });
    else compare(was, is, at, into);
  }
}

function compare(before: unknown, after: unknown, path: readonly Step[], into: Change[]): void {
  if (isFields(before) && isFields(after) && !isText(before) && !isText(after)) {
    compareFields(before, after, path, into);
    return;
  }
  const [had, has] = [thingsOf(before), thingsOf(after)];
  if (had && has) compareThings(had, has, path, into);
  else if (!isSame(before, after)) into.push({ kind: 'changed', path, before, after });
}

function compareThings(
  had: ReadonlyMap<string, Fields>,
  has: ReadonlyMap<string, Fields>,
  path: readonly Step[],
  into: Change[],
): void {
  const at = (key: string) => [...path.slice(0, -1), { field: path.at(-1)?.field ?? '', key }];
  for (const [key, thing] of had) {
    const now = has.get(key);
    if (now) compareFields(thing, now, at(key), into);
    else into.push({ kind: 'removed', path: at(key), before: thing });
  }
  for (const [key, thing] of has)
    if (!had.has(key)) into.push({ kind: 'added', path: at(key), after: thing });
  const order = [...has.keys()];
  const asWas = [...[...had.keys()].filter((key) => has.has(key)), ...order.filter((key) => !had.has(key))];
  if (!isSame(order, asWas)) into.push({ kind: 'moved', path, order });
}

/** What `before` becomes by the changes: the other one that they were found with. */
export function applyChanges(before: object, changes: readonly Change[]): unknown {
  return changes.reduce<unknown>((value, change) => applyAt(value, change.path, change), { ...before });
}

function applyAt(value: unknown, path: readonly Step[], change: Change): unknown {
  const [step, ...rest] = path;
  if (!step) {
    if (change.kind === 'moved') {
      const things = thingsOf(value);
      return change.order.map((key) => things?.get(key));
    }
    return change.kind === 'removed' ? undefined : change.after;
  }
  const fields = isFields(value) ? value : {};
  const inner = fields[step.field];
  const next = step.key === null ? applyAt(inner, rest, change) : applyToThing(inner, step.key, rest, change);
  return Object.fromEntries(
    Object.entries({ ...fields, [step.field]: next }).filter(([, one]) => one !== undefined),
  );
}

function applyToThing(list: unknown, key: string, rest: readonly Step[], change: Change): readonly unknown[] {
  const things = new Map<string, unknown>(thingsOf(list) ?? []);
  const next = applyAt(things.get(key), rest, change);
  if (next === undefined) things.delete(key);
  else things.set(key, next);
  return [...things.values()];
}
