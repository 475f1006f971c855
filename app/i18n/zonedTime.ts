/**
 * Moments and the clocks on the walls. A moment is ISO 8601 in UTC (or milliseconds, or a `Date`) and says nothing about
 * a place; what a clock shows always belongs to a zone, named as IANA names it (`Asia/Jakarta`). A calendar day is
 * `YYYY-MM-DD` and belongs to no zone. Rules of zones come from `Intl`, so any zone works, summer time too; the zone of
 * the machine is never read.
 *
 * Pure: runs on the server and in browsers. Every function throws `RangeError` for a zone that does not exist and for a
 * text that is no moment, no day or no time. Years 1900 to 9999.
 */

export type Moment = string | number | Date;

/** What the clock on the wall shows. */
export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`, 00:00 to 23:59. */
  readonly time: string;
}

/** Where there is no Rakerda – accounts, devices, the audit trail – times are those of the house: WITA. */
export const HOUSE_TIME_ZONE = 'Asia/Makassar';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** No zone has ever changed its clock but on a quarter of an hour. */
const QUARTER_MS = 15 * MINUTE_MS;

/** Making a format costs tens of times what using it costs. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
}

function msOf(moment: Moment): number {
  const ms = new Date(moment).getTime();
  if (Number.isNaN(ms)) throw new RangeError(`"${String(moment)}" is no moment`);
  return ms;
}

/** By how many milliseconds the clocks of a zone are ahead of UTC at a moment. */
function offsetAt(ms: number, timeZone: string): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - Math.floor(ms / 1000) * 1000;
}

/**
 * Turns moments into dates whose UTC fields read as the clocks of a zone, which is how spreadsheets keep time. The
 * function that is given back asks `Intl` once per quarter of an hour, so that tens of thousands of cells stay cheap.
 */
export function wallClockOf(timeZone: string): (moment: Moment) => Date {
  const offsets = new Map<number, number>();
  return (moment) => {
    const ms = msOf(moment);
    const quarter = Math.floor(ms / QUARTER_MS);
    const offset = offsets.get(quarter) ?? offsetAt(ms, timeZone);
    offsets.set(quarter, offset);
    return new Date(ms + offset);
  };
}

/** `2025-12-08T01:00:00.000Z` in WITA → `2025-12-08`, `09:00`. Seconds are cut off. */
export function toLocal(moment: Moment, timeZone: string): LocalTime {
  const ms = msOf(moment);
  const shown = new Date(ms + offsetAt(ms, timeZone)).toISOString();
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/**
 * `2025-12-08`, `09:00` in WITA → `2025-12-08T01:00:00.000Z`. Where clocks are put forward and skip that time, it is moved
 * on by as much; where they are put back and show it twice, the first is meant.
 */
export function toUtc({ date, time }: LocalTime, timeZone: string): string {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`"${time}" is no time of day`);
  const shown = dayMs(date) + Number(time.slice(0, 2)) * 60 * MINUTE_MS + Number(time.slice(3)) * MINUTE_MS;
  // A zone changes its clocks at most once within these two days: one of the two offsets is right.
  const before = shown - offsetAt(shown - DAY_MS, timeZone);
  const after = shown - offsetAt(shown + DAY_MS, timeZone);
  const shows = (ms: number) => ms + offsetAt(ms, timeZone) === shown;
  return new Date(shows(before) || !shows(after) ? before : after).toISOString();
}

/** The calendar day at a moment in a zone. */
export function dayOf(moment: Moment, timeZone: string): string {
  return toLocal(moment, timeZone).date;
}

/** The moment at which a calendar day begins in a zone; it ends where the next one begins. */
export function startOfDay(day: string, timeZone: string): string {
  return toUtc({ date: day, time: '00:00' }, timeZone);
}

/** Moves a moment by days on the calendar of a zone, and keeps what the clock on the wall says in the other zone. */
export function moveByDays(moment: Moment, days: number, zone: { from: string; to: string }): string {
  const { date, time } = toLocal(moment, zone.from);
  return toUtc({ date: addDays(date, days), time }, zone.to);
}

/** `20251208-0830` in a zone: sorts by time and is safe in every file system. */
export function fileStamp(moment: Moment, timeZone: string): string {
  const { date, time } = toLocal(moment, timeZone);
  return `${date.replaceAll('-', '')}-${time.replace(':', '')}`;
}

/** Whether a text is a day of the calendar: `2025-02-30` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  // Some engines take the 30th of February for the 2nd of March.
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

function dayMs(day: string): number {
  if (!isDay(day)) throw new RangeError(`"${day}" is no day`);
  return Date.parse(`${day}T00:00:00Z`);
}

/** The day so many days after another; negative ones go back. */
export function addDays(day: string, days: number): string {
  return new Date(dayMs(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one calendar day to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dayMs(to) - dayMs(from)) / DAY_MS);
}

/** Every calendar day from the first to the last; none where the last is earlier. */
export function daysFrom(first: string, last: string): readonly string[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, place) =>
    addDays(first, place),
  );
}

const ZONE_NAMES: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** What people call a zone: `WIB`, `WITA`, `WIT`; a zone outside Indonesia keeps its IANA name. */
export function zoneName(timeZone: string): string {
  return ZONE_NAMES[timeZone] ?? timeZone;
}
