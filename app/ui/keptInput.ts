/**
 * What was typed into a form and is not yet on the server, kept on the device: a reload, Back or a crash of the tab
 * does not lose it. Only the fields that were changed are kept, under the account that typed them.
 */
import * as z from 'zod/mini';

/** Field name → its values, as a form posts them: none for a box that is not ticked. */
export type FieldValues = Readonly<Record<string, readonly string[]>>;

const valuesSchema = z.record(z.string(), z.array(z.string()));

const keptSchema = z.object({
  /** The changed fields. */
  fields: valuesSchema,
  /** The hidden fields when typing began: which version it was based on. Empty once the server has judged that. */
  marks: valuesSchema,
  /** The whole form as it was last sent without an answer. */
  sent: z.nullable(valuesSchema),
  /** What people call it, for forms that are sent again by themselves once the server is back. */
  label: z.optional(z.string()),
});

export type Kept = z.infer<typeof keptSchema>;

const PREFIX = 'rakerda-isian:';

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of [...listeners]) listener();
};

/** Calls back whenever something is kept or dropped, in this tab or another. */
export function onKept(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** A form with a name for people whose input is on the device and not on the server. */
export interface WaitingForm {
  readonly name: string;
  readonly path: string;
  /** As `labelIn` tells it. */
  readonly label: string;
  readonly kept: Kept;
}

/** Those of one account, in the order of their pages. */
export function waitingForms(account: string): readonly WaitingForm[] {
  const own = `${PREFIX}${account}:`;
  const names = namesKept().filter((name) => name.startsWith(own));
  return names.sort().flatMap((name): WaitingForm[] => {
    const kept = readKept(name);
    const path = name.slice(own.length).split(':')[0] ?? '';
    return kept?.label === undefined ? [] : [{ name, path, label: kept.label, kept }];
  });
}

function namesKept(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    // Storage is switched off: nothing lies there.
    return [];
  }
}

/** Where the input of one form lies. */
export function keptName(account: string, path: string, form: string): string {
  return `${PREFIX}${account}:${path}:${form}`;
}

export function readKept(name: string): Kept | null {
  try {
    const parsed = keptSchema.safeParse(JSON.parse(localStorage.getItem(name) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    // Storage that is switched off or holds something strange: nothing was kept.
    return null;
  }
}

/** False where the device takes nothing more. */
export function writeKept(name: string, kept: Kept): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(kept));
    tell();
    return true;
  } catch {
    return false;
  }
}

export function dropKept(name: string): void {
  try {
    localStorage.removeItem(name);
    tell();
  } catch {
    // Storage is switched off: nothing lies there.
  }
}

/** For signing out: afterwards the device holds nothing that anybody typed into a plain form. */
export function dropAllKept(): void {
  for (const name of namesKept()) if (name.startsWith(PREFIX)) dropKept(name);
}

/**
 * What to keep after something was typed: fields that differ from what the page brought, and those kept before, which
 * may have been put into the page anew.
 * @param marks the hidden fields now
 */
export function keptAfterTyping(
  before: Kept | null,
  page: FieldValues,
  typed: FieldValues,
  marks: FieldValues,
): Kept | null {
  const fields = { ...before?.fields };
  for (const [name, values] of Object.entries(typed)) {
    if (fields[name] !== undefined || !sameValues(values, page[name])) fields[name] = [...values];
  }
  const isAsBrought = Object.entries(fields).every(([name, values]) => sameValues(values, page[name]));
  if (isAsBrought && !before?.sent) return null;
  return { ...before, fields, marks: before?.marks ?? copyOf(marks), sent: before?.sent ?? null };
}

/** After the form was sent and nobody answered: it may have arrived. */
export function keptAfterSilence(before: Kept, whole: FieldValues): Kept {
  return { ...before, sent: copyOf(whole) };
}

/** After the server refused the form: it has told what its fields were based on, and stored nothing of it. */
export function keptAfterRefusal(before: Kept): Kept {
  return { ...before, marks: {}, sent: null };
}

/** After the server took the form: only what was typed since is still to be kept. */
export function keptAfterSaving(before: Kept, whole: FieldValues): Kept | null {
  const since = Object.entries(before.fields).filter(([name, values]) => !sameValues(values, whole[name]));
  return since.length === 0 ? null : { ...before, fields: Object.fromEntries(since), marks: {}, sent: null };
}

/** Whether this is the form that was sent without an answer: then it goes under the same keys, to count once. */
export function isSentAlready(kept: Kept, typed: FieldValues): boolean {
  const { sent } = kept;
  return sent !== null && Object.entries(typed).every(([name, values]) => sameValues(values, sent[name]));
}

function sameValues(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return JSON.stringify(one ?? []) === JSON.stringify(other ?? []);
}

function copyOf(values: FieldValues): Record<string, string[]> {
  return Object.fromEntries(Object.entries(values).map(([name, all]) => [name, [...all]]));
}
