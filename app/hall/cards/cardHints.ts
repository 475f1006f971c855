/** What on the live stream concerns the pages of this room. */
import type { LiveEvent } from '~/live';

export function isAboutCards(event: LiveEvent): boolean {
  return (
    event.type === 'presence' ||
    (event.type === 'hint' &&
      (event.about === 'cards' || event.about === 'attendance' || event.about === 'rakerda'))
  );
}

export function isAboutAttendance(event: LiveEvent): boolean {
  return event.type === 'hint' && (event.about === 'attendance' || event.about === 'rakerda');
}
