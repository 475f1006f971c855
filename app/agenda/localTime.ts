/** Local time of a Rakerda and UTC. Indonesia's three zones have fixed offsets and no summer time. */

const OFFSET_HOURS: Readonly<Record<string, number>> = {
  'Asia/Jakarta': 7,
  'Asia/Pontianak': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};
const DEFAULT_OFFSET_HOURS = 8;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A moment as people in the hall read it from the clock. */
export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`. */
  readonly time: string;
}

function offsetMs(timeZone: string): number {
  return (OFFSET_HOURS[timeZone] ?? DEFAULT_OFFSET_HOURS) * HOUR_MS;
}

/** `2025-12-08`, `09:00` in WITA → `2025-12-08T01:00:00.000Z`. */
export function toUtc({ date, time }: LocalTime, timeZone: string): string {
  return new Date(Date.parse(`${date}T${time}:00.000Z`) - offsetMs(timeZone)).toISOString();
}

/** The other way round. */
export function toLocal(iso: string, timeZone: string): LocalTime {
  const shifted = new Date(Date.parse(iso) + offsetMs(timeZone)).toISOString();
  return { date: shifted.slice(0, 10), time: shifted.slice(11, 16) };
}

/** Whole days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Every calendar day from the first to the last. */
export function daysFrom(first: string, last: string): readonly string[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, place) =>
    addDays(first, place),
  );
}

/** Moves a moment by days and, where the zones differ, keeps what the clock on the wall says. */
export function moveByDays(iso: string, days: number, zone: { from: string; to: string }): string {
  const { date, time } = toLocal(iso, zone.from);
  return toUtc({ date: addDays(date, days), time }, zone.to);
}
