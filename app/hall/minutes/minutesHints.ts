import type { LiveEvent } from '~/live';

/** Whether an event changes what the page of the Berita Acara shows. */
export function isAboutMinutes(event: LiveEvent): boolean {
  return event.type !== 'presence' && event.type !== 'projector' && event.type !== 'level';
}
