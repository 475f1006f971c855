/** Reading posted forms: what a browser sent, as text with plain line ends. */

/** One field as text; empty where it is missing or a file. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
}

/** A version that a form saw; null where it is none. */
export function versionOf(form: FormData): number | null {
  const value = fieldOf(form, 'version');
  return /^\d{1,9}$/.test(value) ? Number(value) : null;
}

/** The mark of one filled form, so that the same form sent twice changes one thing; null where it is none. */
export function keyOf(form: FormData): string | null {
  const value = fieldOf(form, 'key');
  return /^[0-9a-f-]{36}$/.test(value) ? value : null;
}
