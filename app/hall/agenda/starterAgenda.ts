/** A sensible first agenda: the topics of the table spread over the days there are. */
import type { Topic } from '#db/schema';
import { daysFrom, toUtc } from '~/i18n/zonedTime';
import type { Locale } from '~/instrument';
import { agendaWords } from './agendaWords';

type Title = keyof (typeof agendaWords)['id']['starter'];
/** Day counted from 0, or the last one. */
type Slot = readonly [day: number | 'last', start: string, end: string, topic: Topic, title: Title];

const ONE_DAY: readonly Slot[] = [
  [0, '08:00', '08:45', 'general', 'opening'],
  [0, '08:45', '11:00', 'spbe', 'assessment'],
  [0, '11:00', '12:00', 'complaints', 'complaints'],
  [0, '13:00', '13:45', 'communication', 'communication'],
  [0, '13:45', '14:30', 'statistics', 'statistics'],
  [0, '14:30', '15:15', 'cryptography', 'cryptography'],
  [0, '15:15', '16:30', 'spbe', 'plenary'],
  [0, '16:30', '17:00', 'general', 'closing'],
];
const TWO_DAYS: readonly Slot[] = [
  [0, '08:30', '09:30', 'general', 'opening'],
  [0, '09:30', '12:00', 'spbe', 'assessment'],
  [0, '13:00', '14:30', 'complaints', 'complaints'],
  [0, '14:30', '16:00', 'communication', 'communication'],
  ['last', '08:30', '10:00', 'statistics', 'statistics'],
  ['last', '10:00', '11:30', 'cryptography', 'cryptography'],
  ['last', '13:00', '15:00', 'spbe', 'plenary'],
  ['last', '15:00', '16:30', 'general', 'closing'],
];
const MORE_DAYS: readonly Slot[] = [
  [0, '09:00', '10:00', 'general', 'opening'],
  [0, '10:00', '12:00', 'spbe', 'assessment'],
  [0, '13:00', '16:00', 'spbe', 'assessmentOn'],
  [1, '08:30', '10:00', 'complaints', 'complaints'],
  [1, '10:00', '11:30', 'communication', 'communication'],
  [1, '13:00', '14:30', 'statistics', 'statistics'],
  [1, '14:30', '16:00', 'cryptography', 'cryptography'],
  ['last', '08:30', '11:30', 'spbe', 'plenary'],
  ['last', '13:00', '15:00', 'general', 'closing'],
];

/** The items of a first agenda for these days, in the words of the locale. */
export function starterAgenda(
  rakerda: { readonly startsOn: string; readonly endsOn: string; readonly timeZone: string },
  locale: Locale,
) {
  const days = daysFrom(rakerda.startsOn, rakerda.endsOn);
  const slots = days.length === 1 ? ONE_DAY : days.length === 2 ? TWO_DAYS : MORE_DAYS;
  return slots.map(([day, start, end, topic, title]) => {
    const date = days[day === 'last' ? days.length - 1 : day] ?? rakerda.startsOn;
    return {
      startsAt: toUtc({ date, time: start }, rakerda.timeZone),
      endsAt: toUtc({ date, time: end }, rakerda.timeZone),
      topic,
      title: agendaWords[locale].starter[title],
      speaker: '',
    };
  });
}
