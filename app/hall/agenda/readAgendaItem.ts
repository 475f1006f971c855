/** Judges what was typed for an agenda item. */
import * as z from 'zod';
import { type Fields, judge, lineField, textsIn } from '~/text';
import { ITEM_FIELDS, type ItemErrorKey, type ItemErrors, type ItemValues } from './itemValues';
import { TOPICS } from './agendaTopics';

const key = (error: ItemErrorKey) => ({ error });
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
// Some browsers send seconds; people without a time field type a dot.
const time = z
  .string()
  .trim()
  .transform((typed) => typed.replace('.', ':').slice(0, 5))
  .pipe(z.string().regex(TIME, key('time')));

const schema = z
  .object({
    date: z.iso.date(key('date')),
    start: time,
    end: time,
    topic: z.enum(TOPICS, key('choose')),
    title: lineField<ItemErrorKey>({ most: 160, tooLong: 'tooLong', required: 'required' }),
    speaker: lineField<ItemErrorKey>({ most: 160, tooLong: 'tooLong' }),
  })
  // Against a start that is no time, every end is too early.
  .refine(({ start, end }) => end > start || !TIME.test(start), { path: ['end'], ...key('endBeforeStart') });

export type ItemInput = z.output<typeof schema>;

export type ReadItem =
  { readonly ok: true; readonly input: ItemInput } | { readonly ok: false; readonly errors: ItemErrors };

const KEYS: readonly ItemErrorKey[] = [
  'required',
  'tooLong',
  'date',
  'time',
  'endBeforeStart',
  'outside',
  'choose',
];

/** Judges what was typed; the date must be one of the Rakerda's days. */
export function readItem(
  values: ItemValues,
  rakerda: { readonly startsOn: string; readonly endsOn: string },
): ReadItem {
  const judged = judge(schema, values, KEYS, 'required');
  const errors = judged.ok ? {} : judged.errors;
  const isOutside = values.date < rakerda.startsOn || values.date > rakerda.endsOn;
  if (!errors.date && isOutside) return { ok: false, errors: { ...errors, date: 'outside' } };
  return judged;
}

/** The typed values of a posted form. */
export function itemValues(form: Fields): ItemValues {
  return textsIn(form, ITEM_FIELDS);
}
