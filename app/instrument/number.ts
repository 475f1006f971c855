/** How numbers are written in the languages of the house. */
import type { Locale } from './text';

export const SIGNS: Readonly<Record<Locale, { readonly group: '.' | ','; readonly decimal: '.' | ',' }>> = {
  id: { group: '.', decimal: ',' },
  en: { group: ',', decimal: '.' },
};

/**
 * A whole number whose last digits are decimals: 957 with one decimal → `95,7` (id), `95.7` (en); 8146 → `8.146`.
 * @param stored a safe integer
 */
export function writeNumber(stored: number, decimals: number, locale: Locale): string {
  const { group, decimal } = SIGNS[locale];
  const digits = String(Math.abs(stored)).padStart(decimals + 1, '0');
  const end = digits.length - decimals;
  const whole = digits.slice(0, end).replace(/\B(?=(\d{3})+$)/g, group);
  return `${stored < 0 ? '−' : ''}${whole}${decimals === 0 ? '' : `${decimal}${digits.slice(end)}`}`;
}
