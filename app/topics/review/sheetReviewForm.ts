/** What of a sheet's review is shown, read from the address. */
import type { ReviewGap } from '~/instrument/reviews';

/** Words of the address, `?saring=belum`. */
export const SHEET_FILTERS = {
  semua: 'all',
  belum: 'unanswered',
  register: 'incomplete',
  tertahan: 'held',
  berubah: 'changed',
} as const satisfies Readonly<Record<string, ReviewGap | 'all' | 'changed'>>;
export type SheetFilter = keyof typeof SHEET_FILTERS;

export const FILTER_OF_GAP: Readonly<Record<ReviewGap, SheetFilter>> = {
  unanswered: 'belum',
  incomplete: 'register',
  held: 'tertahan',
};

const isFilter = (word: string | null): word is SheetFilter =>
  word !== null && Object.hasOwn(SHEET_FILTERS, word);

export function readSheetFilter(params: URLSearchParams): SheetFilter {
  const word = params.get('saring');
  return isFilter(word) ? word : 'semua';
}

interface Shown {
  readonly gap: ReviewGap | null;
  readonly changed: unknown;
}

export function showsQuestion(filter: SheetFilter, { gap, changed }: Shown): boolean {
  const wanted = SHEET_FILTERS[filter];
  if (wanted === 'all') return true;
  return wanted === 'changed' ? changed !== null : gap === wanted;
}

/** How many each filter shows; those that show nothing are left out, but for all and what is empty. */
export function countFilters(questions: readonly Shown[], current: SheetFilter) {
  const filters = [
    'semua',
    'belum',
    'register',
    'tertahan',
    'berubah',
  ] as const satisfies readonly SheetFilter[];
  return filters
    .map((filter) => ({ filter, count: questions.filter((one) => showsQuestion(filter, one)).length }))
    .filter(
      ({ filter, count }) => count > 0 || filter === 'semua' || filter === 'belum' || filter === current,
    );
}
