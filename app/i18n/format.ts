import type { Locale, Quantity } from '~/instrument';
// Not by the door: every page carries this file, and not the checks of instruments.
import { type Movement, shownUnits } from '~/instrument/quantity';
import { isDay, zoneName } from './zonedTime';

const TAG: Readonly<Record<Locale, string>> = { id: 'id-ID', en: 'en-GB' };

/** Formats that were made once: a page with a thousand figures would spend a fifth of its time on making them anew. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<Locale, Intl.NumberFormat>();

const SHAPES = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

function dateFormat(shape: keyof typeof SHAPES, locale: Locale, timeZone: string): Intl.DateTimeFormat {
  const key = `${shape} ${locale} ${timeZone}`;
  const known = dateFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(TAG[locale], { ...SHAPES[shape], timeZone });
  dateFormats.set(key, made);
  return made;
}

/** An index given in hundredths, always with two decimals: 285 → `2,85` (id), `2.85` (en). */
export function formatFigure(hundredths: number, locale: Locale): string {
  const sign = hundredths < 0 ? '−' : '';
  const absolute = Math.abs(hundredths);
  const fraction = String(absolute % 100).padStart(2, '0');
  return `${sign}${String(Math.trunc(absolute / 100))}${locale === 'id' ? ',' : '.'}${fraction}`;
}

export function formatNumber(value: number, locale: Locale): string {
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(TAG[locale]);
  numberFormats.set(locale, format);
  return format.format(value);
}

/** A whole number of units of the last of some decimals: 957 with one is `95,7` (id). */
function formatUnits(units: number, decimals: number, locale: Locale): string {
  const sign = units < 0 ? '−' : '';
  const scale = 10 ** decimals;
  const absolute = Math.abs(units);
  const head = formatNumber(Math.trunc(absolute / scale), locale);
  if (decimals === 0) return sign + head;
  return `${sign}${head}${locale === 'id' ? ',' : '.'}${String(absolute % scale).padStart(decimals, '0')}`;
}

/** A quantity with its unit where that is a sign: `3,83`, `95,7%`, `61`; parts of a whole are written as such, `6/7`. */
export function formatQuantity(quantity: Quantity, locale: Locale): string {
  if (quantity.unit === 'ratio')
    return `${formatNumber(quantity.numerator, locale)}/${formatNumber(quantity.denominator, locale)}`;
  const figure = formatUnits(shownUnits(quantity), quantity.decimals, locale);
  return quantity.unit === 'percent' ? `${figure}%` : figure;
}

/** `+0,30`, `−14`; `=` where nothing moved. */
export function formatMovement({ units, decimals }: Movement, locale: Locale): string {
  if (units === 0) return '=';
  return `${units > 0 ? '+' : ''}${formatUnits(units, decimals, locale)}`;
}

/** `part` of `whole` in whole per cent, rounded half up – but 100 means all of it, and 0 nothing. */
export function wholePercent(part: number, whole: number): number {
  const rounded = whole === 0 ? 0 : Math.floor((part * 100) / whole + 0.5);
  return part <= 0 || part >= whole ? rounded : Math.min(99, Math.max(1, rounded));
}

export function formatPercent(part: number, whole: number, locale: Locale): string {
  return `${formatNumber(wholePercent(part, whole), locale)}%`;
}

/** A calendar day, which belongs to no zone: `2023-05-10` → `10 Mei 2023`. Throws `RangeError` for anything else. */
export function formatDay(day: string, locale: Locale): string {
  if (!isDay(day)) throw new RangeError(`"${day}" is no day`);
  return dateFormat('day', locale, 'UTC').format(new Date(`${day}T00:00:00Z`));
}

/**
 * Two calendar days as one: `8–10 Desember 2025`; one day where they are the same. Put together by hand: what
 * `formatRange` puts around the dash differs between the server and browsers.
 */
export function formatDayRange(from: string, to: string, locale: Locale): string {
  const end = formatDay(to, locale);
  if (from === to) return end;
  const isSameMonth = from.slice(0, 7) === to.slice(0, 7);
  return isSameMonth ? `${String(Number(from.slice(8)))}–${end}` : `${formatDay(from, locale)} – ${end}`;
}

/** The day of a moment in a zone: `10 Mei 2023`. Takes ISO 8601 in UTC; throws `RangeError` where it is no moment. */
export function formatDate(iso: string, locale: Locale, timeZone: string): string {
  return dateFormat('day', locale, timeZone).format(new Date(iso));
}

/** The time of day of a moment, with its zone: `14.05 WITA`. Takes and throws as {@link formatDate}. */
export function formatTime(iso: string, locale: Locale, timeZone: string): string {
  return `${dateFormat('time', locale, timeZone).format(new Date(iso))} ${zoneName(timeZone)}`;
}

/** A moment with its zone: `10 Mei 2023 14.05 WITA`. Takes and throws as {@link formatDate}. */
export function formatDateTime(iso: string, locale: Locale, timeZone: string): string {
  return `${formatDate(iso, locale, timeZone)} ${formatTime(iso, locale, timeZone)}`;
}
