/** Judges what was typed for an agenda item. */
import * as z from 'zod';
import { lineField } from '~/text';
import {
  ITEM_FIELDS,
  type ItemErrorKey,
  type ItemErrors,
  type ItemField,
  type ItemValues,
} from './itemValues';
import { TOPICS } from './agendaTopics';

const key = (error: ItemErrorKey) => ({ error });
// Some browsers send seconds; people without a time field type a dot.
const time = z
  .string()
  .trim()
  .transform((typed) => typed.replace('.', ':').slice(0, 5))
  .pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, key('time')));

const schema = z
  .object({
    date: z.iso.date(key('date')),
    start: time,
    end: time,
    topic: z.enum(TOPICS, key('choose')),
    title: lineField<ItemErrorKey>({ most: 160, tooLong: 'tooLong', required: 'required' }),
    speaker: lineField<ItemErrorKey>({ most: 160, tooLong: 'tooLong' }),
  })
  .refine((item) => item.end > item.start, { path: ['end'], ...key('endBeforeStart') });

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
  const parsed = schema.safeParse(values);
  const errors: Partial<Record<ItemField, ItemErrorKey>> = {};
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const field = ITEM_FIELDS.find((known) => known === issue.path[0]);
      // Against a start that is no time, every end is too early.
      const isIdle = issue.message === 'endBeforeStart' && errors.start !== undefined;
      if (field && !isIdle) errors[field] ??= KEYS.find((known) => known === issue.message) ?? 'required';
    }
  }
  if (!errors.date && (values.date < rakerda.startsOn || values.date > rakerda.endsOn)) {
    errors.date = 'outside';
  }
  return parsed.success && !errors.date ? { ok: true, input: parsed.data } : { ok: false, errors };
}

/** The typed values of a posted form. */
export function itemValues(form: FormData): ItemValues {
  const text = (field: ItemField) => {
    const value = form.get(field);
    return typeof value === 'string' ? value : '';
  };
  return {
    date: text('date'),
    start: text('start'),
    end: text('end'),
    topic: text('topic'),
    title: text('title'),
    speaker: text('speaker'),
  };
}
