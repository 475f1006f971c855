/** The agenda as the hall reads it: by days, and what is going on now. Pure: the clock is given. */
import { dayOf } from '~/i18n/zonedTime';
import type { SceneOf } from '../scene';

export type AgendaRow = SceneOf<'welcome'>['items'][number];

export interface AgendaPage {
  readonly day: string;
  readonly items: readonly AgendaRow[];
}

/** Days in order, a long day on several pages. */
export function agendaPages(
  items: readonly AgendaRow[],
  timeZone: string,
  most: number,
): readonly AgendaPage[] {
  const days = new Map<string, AgendaRow[]>();
  for (const item of items) {
    const day = dayOf(item.startsAt, timeZone);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days].flatMap(([day, all]) => {
    const count = Math.ceil(all.length / most);
    const length = Math.ceil(all.length / count);
    return Array.from({ length: count }, (_, page) => ({
      day,
      items: all.slice(page * length, (page + 1) * length),
    }));
  });
}

/** Today's pages while the Rakerda lasts, else all: nobody in the hall needs yesterday's agenda. */
export function pagesToday(pages: readonly AgendaPage[], today: string): readonly number[] {
  const places = pages.map((_, place) => place);
  const current = places.filter((place) => pages[place]?.day === today);
  return current.length > 0 ? current : places;
}

export interface Moment {
  /** The item that is going on, else the next one; null when everything is over. */
  readonly item: AgendaRow | null;
  readonly isRunning: boolean;
  /** Seconds to its end, or to its start. */
  readonly seconds: number;
}

export function momentOf(items: readonly AgendaRow[], now: number): Moment {
  const running = items
    .filter(({ startsAt, endsAt }) => Date.parse(startsAt) <= now && now < Date.parse(endsAt))
    .at(-1);
  const item = running ?? items.find(({ startsAt }) => Date.parse(startsAt) > now) ?? null;
  if (!item) return { item, isRunning: false, seconds: 0 };
  const to = Date.parse(running ? item.endsAt : item.startsAt);
  return { item, isRunning: running !== undefined, seconds: Math.ceil((to - now) / 1000) };
}

/** `4:05`, `1:04:05`; the caller says days in words. */
export function countdown(seconds: number): { readonly days: number; readonly clock: string } {
  const two = (value: number) => String(value).padStart(2, '0');
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return { days, clock: hours > 0 || days > 0 ? `${two(hours)}:${rest}` : rest };
}
