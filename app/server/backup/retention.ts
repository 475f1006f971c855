/** What archives of the schedule are called, when the next one is due, and which ones have had their day. */

const NAME = /^rakerda-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})Z\.tar\.gz$/;

/** By its moment in UTC, so that names sort as time does. */
export function archiveName(at: Date): string {
  const digits = at.toISOString().replace(/[-:]/g, '');
  return `rakerda-${digits.slice(0, 8)}-${digits.slice(9, 15)}Z.tar.gz`;
}

/** Whether the newest archive is older than the interval, or from a time that has not come: a clock was set back. */
export function isDue(names: readonly string[], now: Date, everyHours: number): boolean {
  const newest = archives(names).at(-1);
  const at = newest === undefined ? null : timeOf(newest);
  if (at === null) return true;
  const age = now.getTime() - at;
  return age < 0 || age >= everyHours * 3_600_000;
}

/** The oldest ones above the number that is kept. Files of other names are nobody's business here. */
export function outdated(names: readonly string[], keep: number): readonly string[] {
  const found = archives(names);
  return found.slice(0, Math.max(0, found.length - keep));
}

function archives(names: readonly string[]): readonly string[] {
  return names.filter((name) => NAME.test(name)).sort();
}

function timeOf(name: string): number | null {
  const parts = NAME.exec(name);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts.map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
}
