/** What every page of a meeting says about its Rakerda, which Rakerda the reader may open, and which instruments are pinned. */
import type { Db } from '#db/database';
import type { RakerdaRow } from '#db/schema';
import type { Scope } from '~/accounts/requestScope.server';
import type { Instrument } from '~/instrument';
import type { Topic } from '~/instrument/topic';
import { may } from '~/policy';
import { placeOf, type RakerdaPlace, selectPlaces } from './meetingScope.server';

/** What every card and header says about a Rakerda. */
export interface RakerdaFacts {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly place: string;
  readonly host: string;
  readonly timeZone: string;
  readonly state: RakerdaRow['state'];
  readonly isDemo: boolean;
}

export function rakerdaFacts(row: RakerdaRow): RakerdaFacts {
  return {
    id: row.id,
    name: row.name,
    year: row.year,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    place: row.place,
    host: row.host,
    timeZone: row.time_zone,
    state: row.state,
    isDemo: row.is_demo === 1,
  };
}

/** Every Rakerda the actor may read, the newest first, as the actor stands to it. */
export async function listRakerdaPlaces({
  db,
  actor,
}: Pick<Scope, 'db' | 'actor'>): Promise<readonly RakerdaPlace[]> {
  const rows = await selectPlaces(db, actor)
    .orderBy('year', 'desc')
    .orderBy('starts_on', 'desc')
    .orderBy('name')
    .execute();
  return rows.map(placeOf).filter((place) => may(actor, 'rakerda.read', place));
}

/** The instrument versions of a Rakerda. */
export async function listPinned(
  db: Db,
  rakerdaId: string,
): Promise<readonly { readonly code: string; readonly version: string }[]> {
  return db
    .selectFrom('rakerda_instrument')
    .select(['instrument_code as code', 'instrument_version as version'])
    .where('rakerda_id', '=', rakerdaId)
    .orderBy('instrument_code')
    .execute();
}

/** The same, loaded. */
export async function loadPinned(
  { db, instruments }: Pick<Scope, 'db' | 'instruments'>,
  rakerdaId: string,
): Promise<readonly Instrument[]> {
  return (await listPinned(db, rakerdaId)).map(({ code, version }) => instruments.get(code, version));
}

/** The topics that a Rakerda measures, loaded, in the order they were added to the product. */
export async function loadTopics(
  { db, instruments }: Pick<Scope, 'db' | 'instruments'>,
  rakerdaId: string,
): Promise<readonly Topic[]> {
  const rows = await db
    .selectFrom('rakerda_topic')
    .innerJoin('instrument', (join) =>
      join
        .onRef('instrument.code', '=', 'rakerda_topic.instrument_code')
        .onRef('instrument.version', '=', 'rakerda_topic.instrument_version'),
    )
    .select(['instrument.code', 'instrument.version'])
    .where('rakerda_topic.rakerda_id', '=', rakerdaId)
    .orderBy('instrument.added_at')
    .orderBy('instrument.code')
    .execute();
  return rows.map(({ code, version }) => instruments.topic(code, version));
}
