import { type RakerdaPage, RAKERDA_PAGES } from '~/paths';
import { type Action, type Actor, may } from '~/policy';
import type { RakerdaPlace } from './meetingScope.server';

/** One of these must be allowed for the page to open. */
const NEEDS: Readonly<Record<RakerdaPage, readonly Action[]>> = {
  overview: ['rakerda.read'],
  table: ['comparison.read'],
  agenda: ['rakerda.read'],
  topics: ['rakerda.read'],
  monitor: ['monitor.read'],
  remote: ['projector.control'],
  follow: ['rakerda.read'],
  votes: ['vote.manage', 'vote.cast'],
  notes: ['rakerda.read'],
  commitments: ['rakerda.read'],
  minutes: ['minutes.read'],
  attendance: ['rakerda.read'],
  cards: ['rakerda.manage'],
  edit: ['rakerda.manage'],
};

/** The pages of the Rakerda that the policy opens to the actor, in the order of the navigation. */
export function rakerdaPagesFor(actor: Actor, place: RakerdaPlace): readonly RakerdaPage[] {
  return RAKERDA_PAGES.filter((page) => NEEDS[page].some((action) => may(actor, action, place)));
}
