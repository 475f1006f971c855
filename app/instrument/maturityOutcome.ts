/** What an assessment by levels of maturity comes to, in the form that every kind of instrument shares. */
import type { Outcome, Quantity } from './outcome';
import type { Band, Scheme } from './scheme';
import { type Figure } from './figure';
import { isAtEdge, type Levels, score } from './score';
import type { LocalizedText } from './text';

/** An index as a quantity: two decimals, the higher the better. */
export function indexQuantity({
  numerator,
  denominator,
}: Pick<Figure, 'numerator' | 'denominator'>): Quantity {
  return { numerator, denominator, unit: 'index', decimals: 2, direction: 'higher' };
}

const AT_EDGE: LocalizedText = {
  id: 'predikat dari indeks yang belum dibulatkan',
  en: 'predicate from the index before rounding',
};

/**
 * The outcome of one assessment.
 * @param levels stored level per indicator, in order; null = unanswered
 * @param isSettled nothing moves any more, as after the approval: what is unanswered stays so and opens no range
 * @returns without headline where nothing is answered: an index made of no answer says nothing
 * @throws RangeError as `score`
 */
export function maturityOutcome(
  scheme: Scheme<Band & { readonly name: LocalizedText }>,
  levels: Levels,
  isSettled = false,
): Outcome {
  const { whole, predicate } = score(scheme, levels);
  const { answered: filled, total } = whole;
  if (filled === 0) return { headline: null, band: null, ceiling: null, filled, total, remarks: [] };
  return {
    headline: indexQuantity(whole.index),
    band: { code: predicate.code, name: predicate.name },
    ceiling: filled < total && !isSettled ? indexQuantity(whole.ceiling) : null,
    filled,
    total,
    remarks: isAtEdge(scheme, whole.index) ? [AT_EDGE] : [],
  };
}
