/** Where a request about a topic wants to act: the Rakerda, the topic, and one agency where the address names it. */
import { type Args, notFound } from '~/accounts/requestScope.server';
import type { Topic } from '~/instrument/topic';
import { type Action, allows, may, maySeeFigures } from '~/policy';
import { type MeetingScope, openMeeting } from '~/rakerda/meetingScope.server';
import { loadTopics } from '~/rakerda/rakerdaFacts.server';
import { authorize } from '~/record/change.server';
import { newestSeq } from '~/record/read.server';
import { findSheet, type TopicSheet } from './topicSheets.server';
import { listParticipants, type Participant } from '~/rakerda/participants.server';

export interface TopicScope extends MeetingScope {
  readonly topic: Topic;
  /** Every topic of the Rakerda. */
  readonly topics: readonly Topic[];
  /** Newest event when the rest was read: a page goes on from here. */
  readonly asOf: number;
}

export interface SheetScope extends TopicScope {
  readonly agency: Participant;
  /** Null where nothing was saved yet. */
  readonly sheet: TopicSheet | null;
}

/** Opens a page of one topic. Throws 404 where the Rakerda does not measure it. */
export async function openTopic(args: Args, needs: Action): Promise<TopicScope> {
  const asOf = await newestSeq(args.context.db);
  const scope = await openMeeting(args, needs);
  return withTopic(scope, args.params.topik, asOf);
}

/** The same where the scope is known already. */
export async function withTopic(
  scope: MeetingScope,
  code: string | undefined,
  asOf: number,
): Promise<TopicScope> {
  const topics = await loadTopics(scope, scope.place.row.id);
  const topic = topics.find((one) => one.code === code) ?? notFound();
  return { ...scope, topic, topics, asOf };
}

/**
 * Opens the sheet of one agency, for whoever may see its figures.
 * @throws a redirect to the sign-in page; 404 where the agency takes no part; 403
 */
export async function openSheet(args: Args): Promise<SheetScope> {
  return withSheet(await openTopic(args, 'rakerda.read'), args.params.instansi);
}

/** The same where the topic is known already. */
export async function withSheet(scope: TopicScope, agencyCode: string | undefined): Promise<SheetScope> {
  const { db, place, topic, actor } = scope;
  const agencies = await listParticipants(db, place.row.id);
  const agency = agencies.find(({ code }) => code === agencyCode) ?? notFound();
  const sheet = await findSheet(db, place.row.id, topic, agency.code);
  if (!maySeeFigures(actor, place, agency.code, sheet?.state ?? 'draft'))
    authorize(actor, 'assessment.read', { ...place, agencyCode: agency.code });
  return { ...scope, agency, sheet };
}

/** Why the figures, and the registers behind them, are closed to this person; null where they are open. */
export type Closed = 'readOnly' | 'lockedStage' | 'lockedSubmitted' | 'lockedApproved' | null;

const LOCKED = { submitted: 'lockedSubmitted', approved: 'lockedApproved' } as const;

export function closedBecause({ actor, agency, place, sheet }: SheetScope): Closed {
  if (!may(actor, 'answer.write', { ...place, agencyCode: agency.code })) return 'readOnly';
  if (sheet && sheet.state !== 'draft') return LOCKED[sheet.state];
  return allows(place.row.state, 'answers') ? null : 'lockedStage';
}
