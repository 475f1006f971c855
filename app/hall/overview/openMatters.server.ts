import { whole } from '#db/portable';
import type { MeetingScope } from '~/rakerda/meetingScope.server';

/** What is not finished yet and who is at it: whoever moves a Rakerda on should know. */
export interface OpenMatters {
  /** Agencies with an open screen. */
  readonly connected: number;
  /** Assessments that are not submitted. */
  readonly unsubmitted: number;
  readonly assessments: number;
  readonly commitments: number;
  readonly votes: number;
}

/** Counts whom and what the next step of a Rakerda would interrupt. */
export async function countOpenMatters(
  { db, presence }: Pick<MeetingScope, 'db' | 'presence'>,
  rakerdaId: string,
): Promise<OpenMatters> {
  const [drafts, assessments, commitments, votes] = await Promise.all([
    db
      .selectFrom('assessment')
      .select((eb) => whole(eb.fn.countAll()).as('n'))
      .where('rakerda_id', '=', rakerdaId)
      .where('state', '=', 'draft')
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('assessment')
      .select((eb) => whole(eb.fn.countAll()).as('n'))
      .where('rakerda_id', '=', rakerdaId)
      .where('state', '<>', 'approved')
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('commitment')
      .select((eb) => whole(eb.fn.countAll()).as('n'))
      .where('rakerda_id', '=', rakerdaId)
      .where('removed_at', 'is', null)
      .where('status', 'in', ['planned', 'underway'])
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('vote')
      .select((eb) => whole(eb.fn.countAll()).as('n'))
      .where('rakerda_id', '=', rakerdaId)
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow(),
  ]);
  const connected = presence.of(rakerdaId).size;
  return {
    connected,
    unsubmitted: drafts.n,
    assessments: assessments.n,
    commitments: commitments.n,
    votes: votes.n,
  };
}
