/**
 * What the record says of single answers and no table holds: the head's notes of the last return, and what was taken over
 * from the earlier year and not confirmed since.
 */
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema';
import { payloadOf } from '~/record/read.server';

export interface Marks {
  /** Indicator → what the head wrote to it. */
  readonly notes: ReadonlyMap<number, string>;
  /** Indicator → the version that the taking over made. A later version was saved by a person and confirms it. */
  readonly takenOver: ReadonlyMap<number, number>;
}

export async function readMarks(db: Kysely<Database>, assessmentId: string): Promise<Marks> {
  const rows = await db
    .selectFrom('event')
    .select(['type', 'payload', 'indicator_no'])
    .where('assessment_id', '=', assessmentId)
    .where('type', 'in', [
      'assessment.returned',
      'assessment.approved',
      'assessment.reopened',
      'answer.returned',
      'answer.takenOver',
      'answer.confirmed',
    ])
    .orderBy('seq')
    .execute();
  const notes = new Map<number, string>();
  const takenOver = new Map<number, number>();
  for (const row of rows) {
    const no = row.indicator_no;
    if (no === null) {
      // A new decision about the whole: what was written to single answers before it is settled.
      notes.clear();
      continue;
    }
    const returned = payloadOf(row, 'answer.returned');
    if (returned) notes.set(no, returned.note);
    const taken = payloadOf(row, 'answer.takenOver');
    if (taken) takenOver.set(no, taken.version);
    if (row.type === 'answer.confirmed') takenOver.delete(no);
  }
  return { notes, takenOver };
}
