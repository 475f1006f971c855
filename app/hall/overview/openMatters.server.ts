import type { Db } from '#db/database';
import { whole } from '#db/portable';

/** What is not finished yet: whoever closes a Rakerda should know. */
export interface OpenMatters {
  readonly assessments: number;
  readonly commitments: number;
  readonly votes: number;
}

/** Counts what closing the Rakerda would leave unfinished. */
export async function countOpenMatters(db: Db, rakerdaId: string): Promise<OpenMatters> {
  const [assessments, commitments, votes] = await Promise.all([
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
  return { assessments: assessments.n, commitments: commitments.n, votes: votes.n };
}
