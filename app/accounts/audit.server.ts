/** Reading the append-only record as the audit trail. */
import type { Db } from '#db/database';

export interface AuditFilter {
  readonly type: string;
  /** Part of the user name or name of who did it. */
  readonly account: string;
  readonly rakerda: string;
  /** ISO 8601 UTC, inclusive. */
  readonly from: string | null;
  /** ISO 8601 UTC, exclusive. */
  readonly until: string | null;
  /** Only what happened before this sequence number. */
  readonly before: number | null;
}

export interface AuditEntry {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly actorName: string | null;
  readonly actorUsername: string | null;
  readonly rakerdaName: string | null;
  readonly isDemo: boolean;
  readonly agencyName: string | null;
  readonly indicatorNo: number | null;
  readonly requestId: string | null;
  /** The payload as it was written, JSON. */
  readonly payload: string;
  /** What the sentence about the event needs of its payload. */
  readonly facts: AuditFacts;
}

export interface AuditFacts {
  readonly username: string;
  readonly name: string;
  readonly count: number;
  readonly level: number | null;
}

export const ENTRIES_PER_PAGE = 50;

/** One page of the record, newest first, and whether there is more. */
export async function readAudit(
  db: Db,
  filter: AuditFilter,
): Promise<{ readonly entries: readonly AuditEntry[]; readonly hasMore: boolean }> {
  let query = db
    .selectFrom('event')
    .leftJoin('account', 'account.id', 'event.actor_id')
    .leftJoin('rakerda', 'rakerda.id', 'event.rakerda_id')
    .leftJoin('agency', 'agency.code', 'event.agency_code')
    .select([
      'event.seq',
      'event.at',
      'event.type',
      'event.indicator_no',
      'event.request_id',
      'event.payload',
      'account.name as actor_name',
      'account.username as actor_username',
      'rakerda.name as rakerda_name',
      'rakerda.is_demo',
      'agency.name as agency_name',
    ])
    .orderBy('event.seq', 'desc')
    .limit(ENTRIES_PER_PAGE + 1);
  if (filter.type !== '') query = query.where('event.type', '=', filter.type);
  if (filter.rakerda !== '') query = query.where('event.rakerda_id', '=', filter.rakerda);
  if (filter.from !== null) query = query.where('event.at', '>=', filter.from);
  if (filter.until !== null) query = query.where('event.at', '<', filter.until);
  if (filter.before !== null) query = query.where('event.seq', '<', filter.before);
  if (filter.account !== '') {
    const words = `%${filter.account.replace(/[%_]/g, ' ').trim()}%`;
    query = query.where((eb) =>
      eb.or([eb('account.username', 'like', words), eb('account.name', 'like', words)]),
    );
  }
  const rows = await query.execute();
  return {
    hasMore: rows.length > ENTRIES_PER_PAGE,
    entries: rows.slice(0, ENTRIES_PER_PAGE).map((row) => ({
      seq: row.seq,
      at: row.at,
      type: row.type,
      actorName: row.actor_name,
      actorUsername: row.actor_username,
      rakerdaName: row.rakerda_name,
      isDemo: row.is_demo === 1,
      agencyName: row.agency_name,
      indicatorNo: row.indicator_no,
      requestId: row.request_id,
      payload: row.payload,
      facts: factsOf(row.payload),
    })),
  };
}

/** Every type of event that has happened so far. */
export async function listEventTypes(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('event').select('type').distinct().orderBy('type').execute();
  return rows.map((row) => row.type);
}

/** A day in the zone the record is shown in, as the UTC time at which it begins. Null where it is no day. */
export function startOfDay(day: string | null): string | null {
  // WITA is UTC+8 all year round.
  if (day === null || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const time = new Date(`${day}T00:00:00+08:00`);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** The UTC time at which a day in that zone ends. */
export function endOfDay(day: string | null): string | null {
  const start = startOfDay(day);
  return start === null ? null : new Date(new Date(start).getTime() + 24 * 3_600_000).toISOString();
}

function factsOf(payload: string): AuditFacts {
  const value: unknown = JSON.parse(payload);
  const read = (field: string): unknown =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).find(([key]) => key === field)?.[1]
      : undefined;
  const words = (field: string) => {
    const found = read(field);
    return typeof found === 'string' ? found : '';
  };
  const length = (field: string) => {
    const found = read(field);
    return Array.isArray(found) ? found.length : 0;
  };
  const level = read('level');
  return {
    username: words('username'),
    name: words('name') || words('username'),
    count: length('created') + length('reissued') + length('agencies'),
    level: typeof level === 'number' ? level : null,
  };
}
