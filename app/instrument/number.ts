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

/** Spreadsheets reckon with so many digits, and show no more of them. */
const DIGITS = 15;

/**
 * A number as somebody would type it. It means one thing only: behind the decimal sign stand four digits at least, so that
 * nobody takes it for a thousand.
 */
export function plainNumber(number: number, locale: Locale): string {
  const exact = Number(number.toPrecision(DIGITS));
  if (Math.abs(exact) >= 1e15) return exact < 0 ? '-9999999999999999' : '9999999999999999';
  if (Number.isInteger(exact)) return String(exact);
  // What is smaller than any field takes is written as something that none takes.
  const written = Math.abs(exact) < 1e-6 ? '0.0000001' : String(exact);
  const [whole = '', fraction = ''] = written.split('.');
  return `${whole}${SIGNS[locale].decimal}${fraction.padEnd(4, '0')}`;
}
