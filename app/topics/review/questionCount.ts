/** How many questions there are, in words: the same on the page of a review and on its paper. */
import { formatNumber } from '~/i18n';
import { counted } from '~/i18n/counted';
import type { Locale, Noun } from '~/instrument';
import type { WordedReview } from './sheetReview';
import type { QuestionCount, SheetFilter } from './sheetReviewForm';
import { sheetReviewWords } from './sheetReviewWords';

/** `13`, and `13 + 1` where there is one that nobody must answer. */
export function countText({ asked, extra }: QuestionCount, locale: Locale): string {
  const number = (count: number) => formatNumber(count, locale);
  return extra === 0
    ? number(asked)
    : sheetReviewWords[locale].plus({ asked: number(asked), extra: number(extra) });
}

/** `4 isian`, `4 isian + 1 tambahan`, `27 tambahan`. */
export function countedText({ asked, extra }: QuestionCount, rows: Noun, locale: Locale): string {
  const words = sheetReviewWords[locale];
  const own = counted(formatNumber(asked, locale), rows.one, rows.several);
  if (extra === 0) return own;
  const further = words.extra({ count: formatNumber(extra, locale) });
  return asked === 0 ? further : words.plus({ asked: own, extra: further });
}

/** `13 dari 13 isian ditampilkan, dan 1 tambahan yang tidak wajib.` */
export function shownText(
  { counts, rows }: Pick<WordedReview, 'counts' | 'rows'>,
  filter: SheetFilter,
  locale: Locale,
): string {
  const words = sheetReviewWords[locale];
  const countOf = (of: SheetFilter) => counts.find((one) => one.filter === of) ?? { asked: 0, extra: 0 };
  const { asked, extra } = countOf(filter);
  const said = {
    count: formatNumber(asked, locale),
    total: counted(formatNumber(countOf('semua').asked, locale), rows.one, rows.several),
  };
  return extra === 0 ? words.shown(said) : words.shownExtra({ ...said, extra: formatNumber(extra, locale) });
}
