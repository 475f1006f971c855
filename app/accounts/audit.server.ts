/** Reading the append-only record as the audit trail. */
import type { Db } from '#db/database';
import { contains } from '#db/portable';
import { addDays, HOUSE_TIME_ZONE, isDay, startOfDay } from '~/i18n/zonedTime';
import { listRakerdaChoices, type RakerdaChoice } from './accountRows.server';
import type { Scope } from './requestScope.server';

/** What is looked for, as it stands in the address; '' where it does not matter. */
export interface AuditSearch {
  /** Type of event. */
  readonly jenis: string;
  /** Part of the user name or name of who did it. */
  readonly akun: string;
  readonly rakerda: string;
  /** First day, `YYYY-MM-DD`; any other text is passed over. */
  readonly dari: string;
  /** Last day, likewise. */
  readonly sampai: string;
  /** Digits: only what happened before this sequence number. */
  readonly sebelum: string;
}

export interface AuditPage {
  readonly search: AuditSearch;
  readonly entries: readonly AuditEntry[];
  readonly hasMore: boolean;
  /** Every type of event that has happened so far, those of earlier versions of the product too. */
  readonly types: readonly string[];
  readonly rakerda: readonly RakerdaChoice[];
  /** In which days begin and end, and times are shown. */
  readonly timeZone: string;
  /** Whether it is the zone of the Rakerda that is looked for; else it is the one used where there is none. */
  readonly isZoneOfRakerda: boolean;
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

/** One page of the record, newest first, with what the filter offers. */
export async function readAuditPage({ db }: Pick<Scope, 'db'>, search: AuditSearch): Promise<AuditPage> {
  const rakerda = await listRakerdaChoices(db);
  const own = rakerda.find(({ id }) => id === search.rakerda)?.timeZone;
  const timeZone = own ?? HOUSE_TIME_ZONE;
  const [page, types] = await Promise.all([readEntries(db, search, timeZone), listEventTypes(db)]);
  return { search, ...page, types, rakerda, timeZone, isZoneOfRakerda: own !== undefined };
}

async function readEntries(
  db: Db,
  search: AuditSearch,
  timeZone: string,
): Promise<Pick<AuditPage, 'entries' | 'hasMore'>> {
  const from = isDay(search.dari) ? startOfDay(search.dari, timeZone) : null;
  const until = isDay(search.sampai) ? startOfDay(addDays(search.sampai, 1), timeZone) : null;
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
  if (search.jenis !== '') query = query.where('event.type', '=', search.jenis);
  if (search.rakerda !== '') query = query.where('event.rakerda_id', '=', search.rakerda);
  if (from !== null) query = query.where('event.at', '>=', from);
  if (until !== null) query = query.where('event.at', '<', until);
  if (search.sebelum !== '') query = query.where('event.seq', '<', Number(search.sebelum));
  if (search.akun !== '') {
    query = query.where((eb) =>
      eb.or([
        contains(eb.ref('account.username'), search.akun),
        contains(eb.ref('account.name'), search.akun),
      ]),
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

async function listEventTypes(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('event').select('type').distinct().orderBy('type').execute();
  return rows.map((row) => row.type);
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
    name: words('name') || words('username') || words('path'),
    count: ['created', 'reissued', 'agencies', 'agenciesAdded'].reduce(
      (sum, field) => sum + length(field),
      0,
    ),
    level: typeof level === 'number' ? level : null,
  };
}
