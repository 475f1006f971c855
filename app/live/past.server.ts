/** What happened after a number of the record, for streams that catch up and for pages that ask without a stream. */
import type { Db } from '#db/database';
import type { EventRow } from '#db/schema';
import { newestSeq } from '~/record/read.server';
import type { LiveAnswer } from './liveEvents';
import { type Viewer, visibleEvents } from './visibleEvents.server';

/** Rows of the past read at once. */
const BATCH = 500;

/**
 * What a viewer may see of it, as the stream would have told.
 * @param since null to learn only where the record stands
 */
export async function readSinceThen(db: Db, viewer: Viewer, since: number | null): Promise<LiveAnswer> {
  const newest = await newestSeq(db);
  // A number from the future belongs to a database that was since restored from a backup.
  const rows = await rowsAfter(db, Math.min(since ?? newest, newest));
  const approved = await stillApproved(db, rows);
  return {
    upTo: rows.at(-1)?.seq ?? newest,
    events: visibleEvents(viewer, rows, (assessmentId) => approved.has(assessmentId)),
    hasMore: rows.length === BATCH,
  };
}

/** The next rows of the whole record: numbers of other Rakerda move the cursor too. */
export async function rowsAfter(db: Db, seq: number): Promise<readonly EventRow[]> {
  return db.selectFrom('event').selectAll().where('seq', '>', seq).orderBy('seq').limit(BATCH).execute();
}

/** Of the assessments that some rows say were approved, those that are. */
export async function stillApproved(db: Db, rows: readonly EventRow[]): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const row of rows) {
    if (row.type === 'assessment.approved' && row.assessment_id !== null) ids.add(row.assessment_id);
  }
  if (ids.size === 0) return ids;
  const approved = await db
    .selectFrom('assessment')
    .select('id')
    .where('id', 'in', [...ids])
    .where('state', '=', 'approved')
    .execute();
  return new Set(approved.map((row) => row.id));
}
