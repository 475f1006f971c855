/** What a form carries besides what is typed: which version it saw, and its own mark. */
import { type Fields, textIn } from '~/text';

/** A version that a form saw; null where it is none. */
export function versionOf(form: Fields): number | null {
  const value = textIn(form, 'version');
  return /^\d{1,9}$/.test(value) ? Number(value) : null;
}

/** The mark of one filled form, so that the same form sent twice changes one thing; null where it is none. */
export function keyOf(form: Fields): string | null {
  const value = textIn(form, 'key');
  return /^[0-9a-f-]{36}$/.test(value) ? value : null;
}
