import type { LiveEvent } from '~/live';

/** What the pages of topics show: figures of topics, and the stage of the Rakerda. */
export function isAboutTopics(event: LiveEvent): boolean {
  return event.type === 'hint' && (event.about === 'topics' || event.about === 'rakerda');
}
