/**
 * The one way to read what a form sent. What was typed is taken as text, so that it can be shown again as it was; a schema
 * then judges it, and what it says against a field is a key of the words of that page.
 */
import * as z from 'zod/mini';

/** A posted form, or an address that carries one. */
export type Fields = FormData | URLSearchParams;

/** Field → its first problem. A field inside another is named with a dot: `evidence.2.url`. */
export type FieldErrors<Problem extends string> = Readonly<Partial<Record<string, Problem>>>;

export type Judged<Input, Problem extends string> =
  | { readonly ok: true; readonly input: Input }
  | { readonly ok: false; readonly errors: FieldErrors<Problem> };

/** One field, with plain line ends: browsers post others than they show. Empty where it is missing or a file. */
export function textIn(form: Fields, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? plainLines(value) : '';
}

/** A file of a form; null where none was chosen. */
export function fileIn(form: FormData, name: string): File | null {
  const value = form.get(name);
  return value === null || typeof value === 'string' ? null : value;
}

/** Several fields by their names, each as {@link textIn} reads it. */
export function textsIn<Name extends string>(
  form: Fields,
  names: readonly Name[],
  prefix = '',
): Readonly<Record<Name, string>> {
  const texts: Partial<Record<Name, string>> = {};
  for (const name of names) texts[name] = textIn(form, `${prefix}${name}`);
  if (!hasAll(texts, names)) throw new Error('a field was not read');
  return texts;
}

/** A field that may be sent several times, as ticked boxes are. */
export function listIn(form: Fields, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

/** Whether a box was ticked: one that was not is not sent at all. */
export function isTicked(form: Fields, name: string): boolean {
  return form.get(name) === 'on';
}

/** The fields whose names begin alike, by the rest of their names. */
export function groupIn(form: Fields, prefix: string): Record<string, string> {
  const names = [...form.keys()].filter((name) => name.startsWith(prefix));
  return Object.fromEntries(names.map((name) => [name.slice(prefix.length), textIn(form, name)]));
}

/**
 * What a form of buttons and choices asks for.
 * @throws the answer of {@link unreadableForm} where the page has no such form
 */
export function readForm<Schema extends z.core.$ZodType>(form: Fields, schema: Schema): z.output<Schema> {
  const parsed = z.safeParse(schema, groupIn(form, ''));
  if (!parsed.success) throw unreadableForm();
  return parsed.data;
}

/** What answers a form that no page of this product sends: 400. It is thrown, since nobody has anything to mend. */
export function unreadableForm(): Response {
  return Response.json({ reason: 'unreadable' }, { status: 400 });
}

/**
 * Judges what was typed.
 * @param problems the keys that the schema uses as messages
 * @param otherwise what is said where the schema has no word of its own
 */
export function judge<Schema extends z.core.$ZodType, Problem extends string>(
  schema: Schema,
  typed: unknown,
  problems: readonly Problem[],
  otherwise: Problem,
): Judged<z.output<Schema>, Problem> {
  const parsed = z.safeParse(schema, typed);
  if (parsed.success) return { ok: true, input: parsed.data };
  return { ok: false, errors: fieldErrors(parsed.error, problems, otherwise) };
}

/** The first problem of every field, as {@link judge} says it. */
export function fieldErrors<Problem extends string>(
  error: z.core.$ZodError,
  problems: readonly Problem[],
  otherwise: Problem,
): FieldErrors<Problem> {
  const errors: Partial<Record<string, Problem>> = {};
  for (const { path, message } of error.issues) {
    errors[path.join('.')] ??= problems.find((known) => known === message) ?? otherwise;
  }
  return errors;
}

function plainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function hasAll<Name extends string>(
  texts: Readonly<Partial<Record<Name, string>>>,
  names: readonly Name[],
): texts is Readonly<Record<Name, string>> {
  return names.every((name) => texts[name] !== undefined);
}
