/** What is typed for an agenda item. */
import { toLocal } from '~/i18n/zonedTime';
import type { AgendaItem } from './agendaItem';

export type ItemErrorKey = 'required' | 'tooLong' | 'date' | 'time' | 'endBeforeStart' | 'outside' | 'choose';

export const ITEM_FIELDS = ['date', 'start', 'end', 'topic', 'title', 'speaker'] as const;
export type ItemField = (typeof ITEM_FIELDS)[number];
export type ItemValues = Readonly<Record<ItemField, string>>;
export type ItemErrors = Readonly<Partial<Record<ItemField, ItemErrorKey>>>;

/** A stored item as the form shows it. */
export function valuesOf(item: AgendaItem, timeZone: string): ItemValues {
  const start = toLocal(item.startsAt, timeZone);
  return {
    date: start.date,
    start: start.time,
    end: toLocal(item.endsAt, timeZone).time,
    topic: item.topic,
    title: item.title,
    speaker: item.speaker,
  };
}
