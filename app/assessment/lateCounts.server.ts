/** How many late changes wait for a decision in a whole Rakerda. */
import type { Db } from '#db/database';
import { payloadOf } from '~/record/read.server';

/** One assessment where something waits. */
export interface LateCount {
  readonly instrumentCode: string;
  readonly agencyCode: string;
  readonly agency: string;
  readonly count: number;
}

interface Known {
  /** All events up to this one have been looked at. */
  upTo: number;
  /** Number of a late change that waits → its assessment. */
  readonly waiting: Map<number, { readonly rakerdaId: string; readonly assessmentId: string }>;
}

/** The record is only ever appended to: what was looked at once need not be looked at again. */
const known = new WeakMap<Db, Known>();

/** @param asOf number of the newest event */
export async function countLate(db: Db, rakerdaId: string, asOf: number): Promise<readonly LateCount[]> {
  const { waiting } = await lookAt(db, asOf);
  const counts = new Map<string, number>();
  for (const late of waiting.values()) {
    if (late.rakerdaId !== rakerdaId) continue;
    counts.set(late.assessmentId, (counts.get(late.assessmentId) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const assessments = await db
    .selectFrom('assessment')
    .innerJoin('agency', 'agency.code', 'assessment.agency_code')
    .select(['assessment.id', 'assessment.instrument_code', 'agency.code', 'agency.name'])
    .where('assessment.id', 'in', [...counts.keys()])
    .orderBy('agency.code')
    .orderBy('assessment.instrument_code')
    .execute();
  return assessments.map(({ id, instrument_code: instrumentCode, code: agencyCode, name: agency }) => ({
    instrumentCode,
    agencyCode,
    agency,
    count: counts.get(id) ?? 0,
  }));
}

async function lookAt(db: Db, asOf: number): Promise<Known> {
  const now = known.get(db) ?? { upTo: 0, waiting: new Map() };
  known.set(db, now);
  if (asOf <= now.upTo) return now;
  const rows = await db
    .selectFrom('event')
    .select(['seq', 'type', 'payload', 'rakerda_id', 'assessment_id'])
    .where('seq', '>', now.upTo)
    .where('seq', '<=', asOf)
    .where('type', 'in', ['answer.late', 'answer.lateAccepted', 'answer.lateLeft'])
    .orderBy('seq')
    .execute();
  for (const row of rows) {
    // Somebody else has looked meanwhile.
    if (row.seq <= now.upTo) continue;
    const decision = payloadOf(row, 'answer.lateAccepted') ?? payloadOf(row, 'answer.lateLeft');
    if (decision) now.waiting.delete(decision.late);
    else if (row.rakerda_id !== null && row.assessment_id !== null)
      now.waiting.set(row.seq, { rakerdaId: row.rakerda_id, assessmentId: row.assessment_id });
  }
  now.upTo = Math.max(now.upTo, asOf);
  return now;
}
