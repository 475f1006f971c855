/** What the review sheet shows, read from the address, and its posted form: a return with notes. */
import * as z from 'zod/mini';
import { type FieldErrors, type Fields, groupIn, judge, textField, textIn } from '~/text';
import { type Gap, GAPS } from './gaps';
import type { Step } from './takeStep.server';

/** Words of the address, `?saring=belum`. */
export const REVIEW_FILTERS = {
  semua: 'all',
  kurang: 'anyGap',
  belum: 'unanswered',
  'tanpa-penjelasan': 'noJustification',
  'tanpa-bukti': 'noEvidence',
  lompatan: 'jump',
} as const satisfies Readonly<Record<string, Gap | 'all' | 'anyGap'>>;
export type ReviewFilter = keyof typeof REVIEW_FILTERS;

/** The address of a gap on the sheet. */
export const FILTER_OF_GAP: Readonly<Record<Gap, ReviewFilter>> = {
  unanswered: 'belum',
  noJustification: 'tanpa-penjelasan',
  noEvidence: 'tanpa-bukti',
  jump: 'lompatan',
};

const isFilter = (word: string | null): word is ReviewFilter =>
  word !== null && Object.hasOwn(REVIEW_FILTERS, word);

export function readReviewFilter(params: URLSearchParams): ReviewFilter {
  const word = params.get('saring');
  return isFilter(word) ? word : 'semua';
}

/** Whether the filter shows an answer with these gaps. */
export function shows(filter: ReviewFilter, gaps: readonly Gap[]): boolean {
  const wanted = REVIEW_FILTERS[filter];
  return wanted === 'all' || gaps.some((gap) => wanted === 'anyGap' || gap === wanted);
}

/** How many answers each filter shows. */
export function countShown(answers: readonly { readonly gaps: readonly Gap[] }[]) {
  const count = (filter: ReviewFilter) => answers.filter(({ gaps }) => shows(filter, gaps)).length;
  const gaps = GAPS.map((gap) => FILTER_OF_GAP[gap]);
  return (['semua', 'kurang', ...gaps] as const).map((filter) => ({ filter, count: count(filter) }));
}

const ERRORS = ['noteMissing', 'noteTooLong'] as const;
export type ReviewErrorKey = (typeof ERRORS)[number];

const rules = { most: 1000, tooLong: 'noteTooLong' } as const;
const schema = z.object({
  note: textField<ReviewErrorKey>({ ...rules, required: 'noteMissing' }).check(
    z.minLength(5, { error: 'noteMissing' }),
  ),
  notes: z.record(z.string(), textField<ReviewErrorKey>(rules)),
});

/** As typed: the note to the whole, and indicator number → note to it. */
export interface TypedReturn {
  readonly note: string;
  readonly notes: Readonly<Record<string, string>>;
}

export type ParsedReturn =
  | { readonly ok: true; readonly typed: TypedReturn; readonly step: Extract<Step, { step: 'return' }> }
  | { readonly ok: false; readonly typed: TypedReturn; readonly errors: FieldErrors<ReviewErrorKey> };

/** @param numbers the indicators of the instrument; a note to any other says nothing. */
export function readReturn(form: Fields, numbers: readonly number[]): ParsedReturn {
  const sent = groupIn(form, 'notes.');
  const notes = Object.fromEntries(numbers.map((no) => [String(no), sent[String(no)] ?? '']));
  const typed = { note: textIn(form, 'note'), notes };
  const judged = judge(schema, typed, ERRORS, 'noteMissing');
  if (!judged.ok) return { ok: false, typed, errors: judged.errors };
  const { note, notes: clean } = judged.input;
  const written = numbers.flatMap((no) => {
    const said = clean[String(no)] ?? '';
    return said === '' ? [] : [[no, said] as const];
  });
  return { ok: true, typed, step: { step: 'return', note, notes: new Map(written) } };
}
