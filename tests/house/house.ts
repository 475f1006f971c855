/**
 * The one place that tests of the server stand on: a real database file with two of everything – two provinces, two
 * instruments (whole levels, and levels with decimals), and as many Rakerda and people as a test asks for.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { type Db, migrate, openDatabase } from '#db/database';
import type { AgencyRow, RakerdaState, Role } from '#db/schema';
import { seed } from '#seeds/index';
import { createSignInLimits } from '~/accounts/limits.server';
import type { Scope } from '~/accounts/scope.server';
import { type Instrument, type Locale, parseInstrument } from '~/instrument';
import { createPresence } from '~/live/presence.server';
import type { Actor } from '~/policy';
import { createRakerdaIn, type NewRakerda } from '~/rakerda/index.server';
import { openInstrumentLibrary } from '~/rakerda/instrumentLibrary.server';
import {
  type AssessmentScope,
  demandFigures,
  type FiguresScope,
  findAssessmentPlace,
  findRakerdaPlace,
  type MeetingScope,
} from '~/rakerda/scope.server';
import { startFeed } from '~/record/feed.server';
import { newestSeq } from '~/record/read.server';
import type { Config } from '~/server/config';
import type { Services } from '~/server/context';
import { secretFrom } from '~/server/secret';
import { buildInstrument } from './instruments';

const SPBE = readFileSync(new URL('../../seeds/instruments/spbe-2020.json', import.meta.url), 'utf8');

/** The official instrument, and one whose levels have two decimals. */
export const WHOLE: Instrument = parseInstrument(JSON.parse(SPBE));
export const DECIMAL: Instrument = buildInstrument([[[40, 20], [15]], [[25]]], {
  unit: 100,
  code: 'desimal',
});

const CONFIG: Config = {
  host: '127.0.0.1',
  port: 0,
  databaseUrl: ':memory:',
  demo: true,
  publicOrigin: undefined,
  trustProxy: 0,
  demoPassword: undefined,
  adminPassword: undefined,
  appSecret: undefined,
  logLevel: 'silent',
};

export type RakerdaWish = Partial<Omit<NewRakerda, 'targets'>> & {
  readonly state?: RakerdaState;
  readonly instruments?: readonly Instrument[];
};

export interface HouseWish {
  /** Holds the demo data instead of the two provinces and the second instrument. */
  readonly demo?: boolean;
}

export async function openHouse({ demo = false }: HouseWish = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'rakerda-'));
  const opened = openDatabase(`file:${join(folder, 'house.sqlite')}`);
  const { db, sqlite } = opened;
  await migrate(db);
  if (demo) {
    await seed(db, { demo, demoPassword: 'demo-demo-demo', adminPassword: 'admin-admin-admin' });
  } else {
    await addInstrumentsAndAgencies(db);
  }
  const feed = await startFeed(db, (error) => {
    throw error;
  });
  const services: Services = {
    config: CONFIG,
    db,
    sqlite,
    feed,
    presence: createPresence(),
    secret: secretFrom('a secret of the tests that is long enough'),
    instruments: await openInstrumentLibrary(db),
    limits: createSignInLimits(sqlite),
    log: pino({ level: 'silent' }),
  };

  /** A new account; `agencyCode` only for heads and operators. */
  async function person(role: Role, agencyCode: string | null = null, isDemo = false): Promise<Actor> {
    const id = randomUUID();
    const name = `${role} ${agencyCode ?? ''}`.trim();
    await db
      .insertInto('account')
      .values({
        id,
        username: id,
        name,
        role,
        agency_code: agencyCode,
        password_hash: '',
        must_change_password: 0,
        is_demo: isDemo ? 1 : 0,
        created_at: new Date().toISOString(),
      })
      .execute();
    return {
      id,
      username: id,
      name,
      role,
      agencyCode,
      isDemo,
      mustChangePassword: false,
      onlyRakerdaId: null,
    };
  }

  /** An account that is there already, by its user name. */
  async function actorNamed(username: string): Promise<Actor> {
    const row = await db
      .selectFrom('account')
      .selectAll()
      .where('username', '=', username)
      .executeTakeFirstOrThrow();
    return {
      id: row.id,
      username,
      name: row.name,
      role: row.role,
      agencyCode: row.agency_code,
      isDemo: row.is_demo === 1,
      mustChangePassword: row.must_change_password === 1,
      onlyRakerdaId: null,
    };
  }

  function base(actor: Actor, locale: Locale): Scope {
    return {
      ...services,
      request: new Request('http://127.0.0.1/'),
      requestId: `request-${randomUUID()}`,
      clientAddress: '127.0.0.1',
      secure: false,
      locale,
      actor,
      place: {},
    };
  }

  async function assessment(
    actor: Actor,
    rakerdaId: string,
    agencyCode: string,
    instrument: Instrument = WHOLE,
    locale: Locale = 'id',
  ): Promise<AssessmentScope> {
    const place = await findAssessmentPlace(db, actor, {
      rakerda: rakerdaId,
      instrumen: instrument.code,
      instansi: agencyCode,
    });
    return { ...base(actor, locale), place, instrument };
  }

  return {
    folder,
    db,
    services,
    person,
    actorNamed,
    /** A Rakerda in the plenary with three agencies, unless wished otherwise; gives its id. */
    async rakerda(wish: RakerdaWish = {}): Promise<string> {
      const { instruments = [WHOLE], ...own } = wish;
      const year = own.year ?? 2026;
      const rakerda: NewRakerda = {
        id: `uji-${randomUUID().slice(0, 8)}`,
        name: `Rakerda Uji ${String(year)}`,
        year,
        startsOn: `${String(year)}-05-08`,
        endsOn: `${String(year)}-05-10`,
        place: 'Banjarbaru',
        host: 'Diskominfo',
        timeZone: 'Asia/Makassar',
        state: 'plenary',
        isDemo: false,
        agencyCodes: ['63.01', '63.02', '63.03'],
        targets: { common: null },
        memberIds: [],
        previousId: null,
        ...own,
      };
      await db.transaction().execute((trx) => createRakerdaIn(trx, rakerda, [...instruments], null, null));
      return rakerda.id;
    },
    /** What the actor is handed outside of any Rakerda. */
    scope: (actor: Actor, locale: Locale = 'id'): Scope => base(actor, locale),
    /** What the actor is handed in a Rakerda, as it stands now. */
    async meeting(actor: Actor, rakerdaId: string, locale: Locale = 'id'): Promise<MeetingScope> {
      return { ...base(actor, locale), place: await findRakerdaPlace(db, actor, rakerdaId) };
    },
    /** What the actor is handed in an assessment, as it stands now. */
    assessment,
    /** The same on a page of figures, for who may see them. */
    async figures(...where: Parameters<typeof assessment>): Promise<FiguresScope> {
      const asOf = await newestSeq(db);
      const scope = await assessment(...where);
      demandFigures(scope);
      return { ...scope, asOf };
    },
    /** Moves a Rakerda to a stage, past every rule. */
    async moveTo(rakerdaId: string, state: RakerdaState): Promise<void> {
      await db.updateTable('rakerda').set({ state }).where('id', '=', rakerdaId).execute();
    },
    /** Types of the events of a Rakerda, oldest first. */
    async eventTypes(rakerdaId: string) {
      const rows = await db
        .selectFrom('event')
        .select('type')
        .where('rakerda_id', '=', rakerdaId)
        .orderBy('seq')
        .execute();
      return rows.map((row) => row.type);
    },
    async close() {
      feed.close();
      await opened.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;

/** South Kalimantan in full, and one regency of its neighbour. */
async function addInstrumentsAndAgencies(db: Db): Promise<void> {
  for (const [instrument, body] of [
    [WHOLE, SPBE],
    [DECIMAL, JSON.stringify(DECIMAL)],
  ] as const) {
    const { code, version } = instrument;
    await db
      .insertInto('instrument')
      .values({ code, version, body, sha256: '', added_at: new Date().toISOString() })
      .execute();
  }
  const provinces = ['62', '63'].map((province): AgencyRow => ({
    code: province,
    kind: 'province',
    name: `Provinsi ${province}`,
    province_code: null,
  }));
  const south = Array.from({ length: 11 }, (_, place) => `63.${String(place + 1).padStart(2, '0')}`);
  const regencies = [...south, '63.71', '63.72', '62.01'].map((regency): AgencyRow => ({
    code: regency,
    kind: regency.includes('.7') ? 'city' : 'regency',
    name: `Daerah ${regency}`,
    province_code: regency.slice(0, 2),
  }));
  await db
    .insertInto('agency')
    .values([...provinces, ...regencies])
    .execute();
}
