/** A Rakerda in a real, temporary database with made-up levels; for the tests of this room alone. */
import { randomUUID } from 'node:crypto';
import { indicatorsOf, type Instrument, type Levels } from '~/instrument';
import { openHouse } from '#tests/house/house';
import { secretFrom } from '~/server/secret';

export const CODE = 'spbe-2020';
export const HALL = 'rakerda-2026';
export const BEFORE = 'rakerda-2025';
/** Names that appear nowhere but in the table of agencies. */
export const AGENCIES = ['63.01', '63.02', '63.03', '63.04', '63.05'] as const;
export const nameOf = (code: string) => `Kabupaten Rahasia${code.replace('.', 'x')}`;

export async function openHall() {
  const house = await openHouse();
  const { db } = house;
  const { version } = await db
    .selectFrom('instrument')
    .select('version')
    .where('code', '=', CODE)
    .executeTakeFirstOrThrow();
  const instrument = house.services.instruments.get(CODE, version);
  const services = {
    ...house.services,
    secret: secretFrom('a secret of the tests that is long enough'),
    config: { ...EMPTY_CONFIG },
  };
  for (const code of AGENCIES) {
    await db
      .updateTable('agency')
      .set({ name: nameOf(code) })
      .where('code', '=', code)
      .execute();
  }
  for (const [id, year, previous] of [
    [BEFORE, 2025, null],
    [HALL, 2026, BEFORE],
  ] as const) {
    await db
      .insertInto('rakerda')
      .values({
        id,
        name: `Rakerda ${year}`,
        year,
        starts_on: `${year}-05-08`,
        ends_on: `${year}-05-10`,
        place: 'Banjarbaru',
        host: 'Diskominfo',
        state: 'plenary',
        is_demo: 0,
        created_at: new Date().toISOString(),
        previous_id: previous,
      })
      .execute();
    await db
      .insertInto('rakerda_instrument')
      .values({ rakerda_id: id, instrument_code: CODE, instrument_version: version })
      .execute();
    await db
      .insertInto('rakerda_agency')
      .values(AGENCIES.map((code) => ({ rakerda_id: id, agency_code: code })))
      .execute();
    await db
      .insertInto('rakerda_target')
      .values(
        AGENCIES.map((code) => ({
          rakerda_id: id,
          instrument_code: CODE,
          agency_code: code,
          target_hundredths: 300,
        })),
      )
      .execute();
  }
  const facilitator = await house.person('facilitator');
  await db.insertInto('rakerda_member').values({ rakerda_id: HALL, account_id: facilitator.id }).execute();

  /** Writes the levels of an agency as if they had been answered, and says so in the record. */
  async function answer(code: string, levels: Levels, rakerdaId = HALL): Promise<void> {
    await db
      .deleteFrom('assessment')
      .where('rakerda_id', '=', rakerdaId)
      .where('agency_code', '=', code)
      .execute();
    await db
      .insertInto('assessment')
      .values({
        id: randomUUID(),
        rakerda_id: rakerdaId,
        agency_code: code,
        instrument_code: CODE,
        instrument_version: version,
        state: rakerdaId === BEFORE ? 'approved' : 'draft',
        levels: JSON.stringify(levels),
        answered: levels.filter((level) => level !== null).length,
        return_note: null,
        submitted_at: null,
        submitted_by: null,
        approved_at: null,
        approved_by: null,
        updated_at: new Date().toISOString(),
      })
      .execute();
    await db
      .insertInto('event')
      .values({
        at: new Date().toISOString(),
        type: 'answer.saved',
        rakerda_id: rakerdaId,
        actor_id: null,
        agency_code: code,
        assessment_id: null,
        indicator_no: null,
        change_id: null,
        request_id: null,
        payload: '{}',
      })
      .execute();
  }

  /** Opens a vote on an indicator of one agency, and writes down what another one promised. */
  async function decide(): Promise<void> {
    const now = new Date().toISOString();
    await db
      .insertInto('vote')
      .values({
        id: 'suara-1',
        rakerda_id: HALL,
        instrument_code: CODE,
        indicator_no: 3,
        agency_code: '63.03',
        claimed_level: 3,
        state: 'open',
        opened_at: now,
        opened_by: facilitator.id,
      })
      .execute();
    await db
      .insertInto('commitment')
      .values({
        id: 'komitmen-1',
        rakerda_id: HALL,
        agency_code: '63.04',
        what: 'Menyusun arsitektur',
        who: 'Kepala Dinas',
        due_on: '2026-12-31',
        measure: 'Peraturan bupati terbit',
        status: 'planned',
        status_note: '',
        status_at: now,
        version: 1,
        created_at: now,
        updated_at: now,
      })
      .execute();
  }

  return {
    ...house,
    services,
    decide,
    instrument,
    facilitator,
    answer,
    rakerda: () => db.selectFrom('rakerda').selectAll().where('id', '=', HALL).executeTakeFirstOrThrow(),
    async place() {
      const row = await db.selectFrom('rakerda').selectAll().where('id', '=', HALL).executeTakeFirstOrThrow();
      return {
        row,
        rakerda: { id: HALL, isDemo: false, actorIsMember: true, actorParticipates: false },
      };
    },
    request: new Request('http://192.168.1.20:3000/'),
  };
}

export type Hall = Awaited<ReturnType<typeof openHall>>;

/** All indicators at one level. */
export function all(instrument: Instrument, level: number | null): (number | null)[] {
  return indicatorsOf(instrument).map(() => level);
}

const EMPTY_CONFIG = {
  host: '0.0.0.0',
  port: 0,
  databaseUrl: ':memory:',
  demo: false,
  publicOrigin: undefined,
  trustProxy: 0,
  demoPassword: undefined,
  adminPassword: undefined,
  appSecret: undefined,
  logLevel: 'silent',
};
