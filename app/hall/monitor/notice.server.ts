/** What every page of an agency reads: the facilitator's words that nobody there has read yet, and the vote that waits. */
import { compiled } from '#db/compiled';
import type { Scope } from '~/accounts/requestScope.server';
import { allows, may } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { authorize } from '~/record/change.server';
import { newestSeq } from '~/record/read.server';
import { readWaitingVote } from '~/hall/votes/index.server';
import type { Notice, NoticeVote } from './notice';

type NoticeScope = Pick<Scope, 'db' | 'actor' | 'instruments' | 'locale'>;

/** More would hide the page; the older come once these are read. */
const MOST_SHOWN = 3;

/** The Rakerda that an address lies in; null where it lies in none. */
export function rakerdaInPath(path: string): string | null {
  const named = /^\/rakerda\/([^/?#]+?)(?:\.data)?(?:[/?#]|$)/.exec(path)?.[1];
  return named === undefined || named === 'baru' ? null : named;
}

const selectRakerda = compiled<{ agencyCode: string }>()((db, given) =>
  db
    .selectFrom('rakerda_agency')
    .innerJoin('rakerda', 'rakerda.id', 'rakerda_agency.rakerda_id')
    .select(['rakerda.id', 'rakerda.state', 'rakerda.is_demo', 'rakerda.time_zone'])
    .where('rakerda_agency.agency_code', '=', given('agencyCode'))
    .orderBy('rakerda.year', 'desc')
    .orderBy('rakerda.starts_on', 'desc'),
);

/** Asked by every page. All of them, to show the newest: for a limit SQLite lays out a table to sort in. */
const selectUnread = compiled<{ agencyCode: string; rakerdaId: string }>()((db, given) =>
  db
    .selectFrom('agency_message')
    .innerJoin('account', 'account.id', 'agency_message.sent_by')
    .select(['agency_message.id', 'agency_message.body', 'agency_message.sent_at', 'account.name'])
    .where('agency_message.rakerda_id', '=', given('rakerdaId'))
    .where('agency_message.agency_code', '=', given('agencyCode'))
    .where('agency_message.seen_at', 'is', null)
    .orderBy('agency_message.sent_at', 'desc'),
);

/**
 * The unread messages of the actor's agency in the Rakerda named, else in the newest that runs. Null where there is no
 * agency or no such Rakerda: nothing to show and nothing to listen to.
 */
export async function readNotice(scope: NoticeScope, rakerdaId: string | null): Promise<Notice | null> {
  const { db, actor } = scope;
  const { agencyCode } = actor;
  if (agencyCode === null) return null;
  const { rows: found } = await selectRakerda(db, { agencyCode });
  const placeOf = (row: (typeof found)[number]) => ({
    agencyCode,
    rakerda: { id: row.id, isDemo: row.is_demo === 1, actorIsMember: false, actorParticipates: true },
  });
  const own = found.filter((row) => may(actor, 'message.read', placeOf(row)));
  const rakerda = own.find((row) => row.id === rakerdaId) ?? own.find((row) => allows(row.state, 'messages'));
  if (!rakerda) return null;
  // Read first: what is sent in between is then heard of again rather than never.
  const newest = await newestSeq(db);
  const { rows: unread } = await selectUnread(db, { agencyCode, rakerdaId: rakerda.id });
  return {
    rakerdaId: rakerda.id,
    timeZone: rakerda.time_zone,
    asOf: newest,
    isLive: allows(rakerda.state, 'messages'),
    messages: unread
      .slice(0, MOST_SHOWN)
      .map((row) => ({ id: row.id, body: row.body, sentAt: row.sent_at, from: row.name })),
    vote:
      allows(rakerda.state, 'votes') && may(actor, 'vote.cast', placeOf(rakerda))
        ? await readVote(scope, rakerda.id)
        : null,
  };
}

async function readVote(scope: NoticeScope, rakerdaId: string): Promise<NoticeVote | null> {
  const vote = await readWaitingVote(scope, rakerdaId);
  if (!vote || vote.hasVoted) return null;
  return { id: vote.id, indicatorNo: vote.indicatorNo, agencyName: vote.agencyName };
}

/** The same for a page of a Rakerda that has heard of a message. Throws 403 where the actor may read none. */
export async function readNoticeHere(scope: MeetingScope): Promise<Notice | null> {
  const { actor, place } = scope;
  const { agencyCode } = actor;
  authorize(actor, 'message.read', { ...place, ...(agencyCode !== null && { agencyCode }) });
  return readNotice(scope, place.row.id);
}
