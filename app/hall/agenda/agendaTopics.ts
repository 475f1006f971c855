import type { Topic } from '#db/schema';
import { useSection } from '~/i18n';
import type { Locale } from '~/instrument';
import { agendaWords } from './agendaWords';

export const TOPICS = [
  'general',
  'spbe',
  'complaints',
  'communication',
  'statistics',
  'cryptography',
] as const satisfies readonly Topic[];

/** What a topic is called. */
export function topicName(topic: Topic, locale: Locale): string {
  return agendaWords[locale].topics[topic];
}

/** The same in the reader's language. */
export function useTopicName(): (topic: Topic) => string {
  const { topics } = useSection(agendaWords);
  return (topic) => topics[topic];
}

/** The title of the browser's window. */
export function agendaTitle(rakerdaName: string, locale: Locale): string {
  return `${agendaWords[locale].title} – ${rakerdaName}`;
}
