import type { Locale } from '~/instrument';

const TAG: Readonly<Record<Locale, string>> = { id: 'id-ID', en: 'en-GB' };

/** Default zone of a Rakerda in South Kalimantan (WITA). */
export const DEFAULT_TIME_ZONE = 'Asia/Makassar';

/** An index given in hundredths, always with two decimals: 285 → `2,85` (id), `2.85` (en). */
export function formatFigure(hundredths: number, locale: Locale): string {
  const sign = hundredths < 0 ? '−' : '';
  const absolute = Math.abs(hundredths);
  const fraction = String(absolute % 100).padStart(2, '0');
  return `${sign}${String(Math.trunc(absolute / 100))}${locale === 'id' ? ',' : '.'}${fraction}`;
}

export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(TAG[locale]).format(value);
}

/** `part` of `whole` in whole per cent, rounded down so that 100 % means complete. */
export function formatPercent(part: number, whole: number, locale: Locale): string {
  const percent = whole === 0 ? 0 : Math.floor((part / whole) * 100);
  return `${formatNumber(percent, locale)}%`;
}

/** A calendar day: `10 Mei 2023`. Takes `YYYY-MM-DD` or an ISO time. */
export function formatDate(iso: string, locale: Locale, timeZone: string = DEFAULT_TIME_ZONE): string {
  const dayOnly = iso.length === 10;
  return new Intl.DateTimeFormat(TAG[locale], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: dayOnly ? 'UTC' : timeZone,
  }).format(new Date(iso));
}

/**
 * Two calendar days as one: `8–10 Desember 2025`. Takes `YYYY-MM-DD`. Put together by hand: what `formatRange` puts
 * around the dash differs between the server and browsers.
 */
export function formatDateRange(from: string, to: string, locale: Locale): string {
  const isSameMonth = from.slice(0, 7) === to.slice(0, 7);
  const end = formatDate(to, locale);
  return isSameMonth ? `${String(Number(from.slice(8)))}–${end}` : `${formatDate(from, locale)} – ${end}`;
}

/** A time of day with its zone: `14.05 WITA`. */
export function formatTime(iso: string, locale: Locale, timeZone: string = DEFAULT_TIME_ZONE): string {
  const time = new Intl.DateTimeFormat(TAG[locale], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(iso));
  return `${time} ${zoneName(timeZone)}`;
}

/** A moment with its zone: `10 Mei 2023 14.05 WITA`. */
export function formatDateTime(iso: string, locale: Locale, timeZone: string = DEFAULT_TIME_ZONE): string {
  return `${formatDate(iso, locale, timeZone)} ${formatTime(iso, locale, timeZone)}`;
}

/** What people call the zone: `WITA`; the zone itself where it has no such name here. */
export function zoneName(timeZone: string): string {
  switch (timeZone) {
    case 'Asia/Makassar':
      return 'WITA';
    case 'Asia/Jakarta':
    case 'Asia/Pontianak':
      return 'WIB';
    case 'Asia/Jayapura':
      return 'WIT';
    default:
      return timeZone;
  }
}
