/**
 * What the record says of single answers and no table holds: the head's notes of the last return, and what was taken over
 * from the earlier year and not confirmed since.
 */
import type { Kysely } from 'kysely';
import { compiled } from '#db/compiled';
import type { Database } from '#db/schema';
import { payloadOf } from '~/record/read.server';

export interface Marks {
  /** Indicator → what the head wrote to it. */
  readonly notes: ReadonlyMap<number, string>;
  /** Indicator → the version that the taking over made. A later version was saved by a person and confirms it. */
  readonly takenOver: ReadonlyMap<number, number>;
}

const KINDS = [
  'assessment.returned',
  'assessment.approved',
  'assessment.reopened',
  'answer.returned',
  'answer.takenOver',
  'answer.confirmed',
] as const;

const eventsOfAll = compiled<{ assessmentId: string }>()((db, given) =>
  db
    .selectFrom('event')
    .select(['type', 'payload', 'indicator_no'])
    .where('assessment_id', '=', given('assessmentId'))
    .where('type', 'in', KINDS)
    .orderBy('seq'),
);

/**
 * Found by the index of indicators: an assessment that is filled in for weeks has thousands of events, one indicator few. As two
 * queries, because SQLite looks through all of them for an `or`.
 */
const eventsOfOne = compiled<{ assessmentId: string; no: number }>()((db, given) => {
  const events = db
    .selectFrom('event')
    .select(['seq', 'type', 'payload', 'indicator_no'])
    .where('assessment_id', '=', given('assessmentId'))
    .where('type', 'in', KINDS);
  return events
    .where('indicator_no', 'is', null)
    .unionAll(events.where('indicator_no', '=', given('no')))
    .orderBy('seq');
});

/** @param only the one indicator whose marks are asked for; all where left out */
export async function readMarks(db: Kysely<Database>, assessmentId: string, only?: number): Promise<Marks> {
  const { rows } =
    only === undefined
      ? await eventsOfAll(db, { assessmentId })
      : await eventsOfOne(db, { assessmentId, no: only });
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
