/**
 * The fields that people write into, for the schema of any form: text is cleaned before it is judged, so that a limit
 * counts what will be stored. In zod's small edition, because browsers carry it.
 */
import * as z from 'zod/mini';
import { cleanLine, cleanText } from './clean';

/** What a form says about a text that it does not take; each is the key of a message. */
export interface TextRules<Key extends string> {
  /** Most letters, after cleaning. */
  readonly most: number;
  readonly tooLong: Key;
  /** Where the field must not be empty. */
  readonly required?: Key;
}

/** A field of one line: a name, a place, a title. */
export function lineField<Key extends string>(rules: TextRules<Key>) {
  return field(cleanLine, rules);
}

/** A field of several lines: a note, a reason. */
export function textField<Key extends string>(rules: TextRules<Key>) {
  return field(cleanText, rules);
}

function field<Key extends string>(clean: (text: string) => string, rules: TextRules<Key>) {
  const { most, tooLong, required } = rules;
  return z
    .string(required === undefined ? undefined : { error: required })
    .check(
      z.overwrite(clean),
      ...(required === undefined ? [] : [z.minLength(1, { error: required })]),
      z.maxLength(most, { error: tooLong }),
    );
}
