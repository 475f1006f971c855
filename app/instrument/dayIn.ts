/** Days as lists write them. A day is a whole number: days since 1 January 1970, whatever the zone. */

const DAY_MS = 86_400_000;
/** What spreadsheets call day 0, in days since 1970; from March 1900 on their count is right. */
const SHEET_ZERO = -25_569;
const LAST_WRONG = 60;
/** 31 December 9999: they count no further. */
const SHEET_LAST = 2_958_465;

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'januari', 'january'],
  ['feb', 'peb', 'februari', 'pebruari', 'february'],
  ['mar', 'mrt', 'maret', 'march'],
  ['apr', 'april'],
  ['mei', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['agu', 'agt', 'ags', 'aug', 'agust', 'agustus', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oct', 'oktober', 'october'],
  ['nov', 'nop', 'november', 'nopember'],
  ['des', 'dec', 'desember', 'december'],
];

export type UnreadDay =
  | 'unreadable'
  /** Day and month stand in the order that nobody writes here: `05/23/2024`. */
  | 'monthFirst';

/** The day of a cell; a number is one as spreadsheets count them, and what stands behind it is the time of day. */
export function dayIn(cell: string | number): number | UnreadDay {
  if (typeof cell === 'number') {
    const day = Math.floor(cell);
    // The 29 February 1900 never was.
    if (!(day >= 1 && day <= SHEET_LAST) || day === LAST_WRONG) return 'unreadable';
    return day + SHEET_ZERO + (day < LAST_WRONG ? 1 : 0);
  }
  const text = cell.trim().replace(/^[a-z']+, ?/i, '');
  const [, y, m, d] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? [];
  if (y !== undefined) return dayOf(Number(y), Number(m), Number(d));
  const [, first, second, year] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?!\d)/.exec(text) ?? [];
  if (first !== undefined) {
    if (Number(second) > 12 && Number(first) <= 12) return 'monthFirst';
    return dayOf(Number(year), Number(second), Number(first));
  }
  const [, day, name = '', of] = /^(\d{1,2})[- ]([a-z]+)\.?[- ,]+(\d{4})(?!\d)/i.exec(text) ?? [];
  const month = MONTHS.findIndex((names) => names.includes(name.toLowerCase()));
  return day === undefined || month === -1 ? 'unreadable' : dayOf(Number(of), month + 1, Number(day));
}

function dayOf(year: number, month: number, day: number): number | UnreadDay {
  if (year < 1900) return 'unreadable';
  const moment = Date.UTC(year, month - 1, day);
  const there = new Date(moment);
  const isThere = there.getUTCMonth() === month - 1 && there.getUTCDate() === day;
  return isThere ? moment / DAY_MS : 'unreadable';
}

/**
 * Mondays to Fridays after the first day, up to the second: none on the same day. Public holidays are not taken out:
 * nobody here knows them.
 */
export function workingDaysBetween(from: number, until: number): number {
  return workingDaysUntil(until) - workingDaysUntil(from);
}

/** From Monday, 5 January 1970 on. */
function workingDaysUntil(day: number): number {
  const since = day - 4;
  const weeks = Math.floor(since / 7);
  return weeks * 5 + Math.min(since - weeks * 7, 4);
}
