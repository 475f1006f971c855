/** A target and how far somebody is from it, in words: the same on pages, papers and the hall's screen. */
import { formatMovement, formatNumber, formatQuantity, useLocale, useSection } from '~/i18n';
import { counted } from '~/i18n/counted';
import { type Locale, localizeCounted, type Quantity, quantityOf } from '~/instrument';
import { distanceTo, isReached, type JudgedTarget, type TargetFigure } from '~/instrument/topic';
import { type TopicTargetWords, topicTargetWords } from './topicTargetWords';

export interface Spoken {
  readonly words: TopicTargetWords;
  readonly locale: Locale;
}

export function useSpoken(): Spoken {
  return { words: useSection(topicTargetWords), locale: useLocale() };
}

type Named = Pick<TargetFigure, 'unit' | 'unitName'>;

/** `95,00%`, `20 desa`. */
export function figureText({ unit, unitName }: Named, quantity: Quantity, { words, locale }: Spoken): string {
  const figure = formatQuantity(quantity, locale);
  if (unitName) return `${figure} ${localizeCounted(unitName, figure, locale)}`;
  const { one, several } = words.units[unit];
  return counted(figure, one, several).trimEnd();
}

/** `paling sedikit 95,00%`, `paling banyak 20 desa`. */
export function goalText(figure: Named | null, goal: Quantity, spoken: Spoken): string {
  const said = { figure: figure ? figureText(figure, goal, spoken) : formatQuantity(goal, spoken.locale) };
  return goal.direction === 'lower' ? spoken.words.atMost(said) : spoken.words.atLeast(said);
}

/** `tercapai`, `kurang 2,30`, and `lebih 3` where fewer is better. */
export function distanceText(goal: Quantity, now: Quantity, { words, locale }: Spoken): string {
  if (isReached(goal, now)) return words.reached;
  const units = distanceTo(goal, now);
  const figure = formatMovement({ units, decimals: goal.decimals, isBetter: null }, locale).replace(
    /^\+/,
    '',
  );
  return goal.direction === 'lower' ? words.above({ figure }) : words.short({ figure });
}

/** Between which figures a target may lie, as they are read. */
export function boundsOf(
  figure: TargetFigure,
  { locale }: Pick<Spoken, 'locale'>,
): { readonly from: string; readonly to: string } {
  const bound = (whole: number) =>
    formatQuantity(quantityOf(figure, Math.round(whole * 10 ** figure.decimals)), locale);
  return { from: bound(figure.lowest), to: bound(figure.highest) };
}

export const TARGET_ERRORS = ['notNumber', 'comma', 'outside', 'tooFine', 'choose'] as const;
export type TargetError = (typeof TARGET_ERRORS)[number];

/** What is said of a target that cannot be read. */
export const TARGET_PROBLEMS: Readonly<
  Record<Extract<JudgedTarget, { readonly ok: false }>['problem'], TargetError>
> = {
  notNumber: 'notNumber',
  ambiguous: 'comma',
  otherLanguage: 'comma',
  negative: 'outside',
  tooSmall: 'outside',
  tooLarge: 'outside',
  tooFine: 'tooFine',
  noFigure: 'choose',
};

export function targetErrorText(
  error: TargetError,
  figure: TargetFigure | undefined,
  { words, locale }: Spoken,
): string {
  const { errors } = words;
  if (figure && error === 'outside') return errors.outside(boundsOf(figure, { locale }));
  if (figure && error === 'tooFine')
    return errors.tooFine({ decimals: formatNumber(figure.decimals, locale) });
  return error === 'outside' || error === 'tooFine' ? errors.choose : errors[error];
}
