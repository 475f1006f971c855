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

/** Those that completeness asks for, and apart from them those that nobody must answer. */
export interface QuestionCount {
  readonly asked: number;
  readonly extra: number;
}

/** The one count of questions: what a page, a filter and a part say of them. */
export function countQuestions(questions: readonly { readonly isOptional: boolean }[]): QuestionCount {
  const extra = questions.filter(({ isOptional }) => isOptional).length;
  return { asked: questions.length - extra, extra };
}

export function showsQuestion(filter: SheetFilter, { gap, changed }: Shown): boolean {
  const wanted = SHEET_FILTERS[filter];
  if (wanted === 'all') return true;
  return wanted === 'changed' ? changed !== null : gap === wanted;
}

/** How many each filter shows; those that show nothing are left out, but for all and what is empty. */
export function countFilters(
  questions: readonly (Shown & { readonly isOptional: boolean })[],
  current: SheetFilter,
) {
  const filters = [
    'semua',
    'belum',
    'register',
    'tertahan',
    'berubah',
  ] as const satisfies readonly SheetFilter[];
  return filters
    .map((filter) => ({ filter, ...countQuestions(questions.filter((one) => showsQuestion(filter, one))) }))
    .filter(
      ({ filter, asked, extra }) =>
        asked + extra > 0 || filter === 'semua' || filter === 'belum' || filter === current,
    );
}
