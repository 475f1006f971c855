/** The agenda as the page shows it: day by day, with what runs at the same time. */
import { daysFrom, toLocal } from '~/i18n/zonedTime';
import type { AgendaItem } from './agendaItem';

export interface AgendaDay {
  /** `YYYY-MM-DD` in the zone of the Rakerda. */
  readonly date: string;
  /** Counted from 1; null for a day that the Rakerda does not have. */
  readonly number: number | null;
  readonly items: readonly AgendaItem[];
}

/** Every day of the Rakerda, also the empty ones, and every other day on which something stands. */
export function groupByDay(
  items: readonly AgendaItem[],
  rakerda: { readonly startsOn: string; readonly endsOn: string; readonly timeZone: string },
): readonly AgendaDay[] {
  const days = new Map<string, AgendaItem[]>();
  const own = daysFrom(rakerda.startsOn, rakerda.endsOn);
  for (const date of own) days.set(date, []);
  for (const item of items) {
    const { date } = toLocal(item.startsAt, rakerda.timeZone);
    days.set(date, [...(days.get(date) ?? []), item]);
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, ofDay]) => ({
      date,
      number: own.includes(date) ? own.indexOf(date) + 1 : null,
      items: ofDay,
    }));
}

/** The other items that run during a part of this one. Touching ends do not overlap. */
export function overlapping(item: AgendaItem, items: readonly AgendaItem[]): readonly AgendaItem[] {
  return items.filter(
    (other) => other.id !== item.id && other.startsAt < item.endsAt && item.startsAt < other.endsAt,
  );
}

/** Whether the item runs at this moment (ISO 8601 UTC). */
export function isRunning(item: AgendaItem, now: string): boolean {
  return item.startsAt <= now && now < item.endsAt;
}
