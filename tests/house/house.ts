/**
 * The one place that tests of the server stand on: a real database file with two of everything – two provinces, two
 * instruments (whole levels, and levels with decimals), and as many Rakerda and people as a test asks for.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { type Db, openDatabase } from '#db/database';
import type { AccountRow, AgencyRow, AssessmentState, RakerdaState, Role } from '#db/schema';
import { seed } from '#seeds/index';
import type { Visit } from '~/accounts/enter.server';
import { openSignInLimits } from '~/accounts/limits.server';
import { hashPassword } from '~/accounts/password.server';
import type { Args, Scope } from '~/accounts/requestScope.server';
import { findActor, startSignIn } from '~/accounts/signIn.server';
import { type Instrument, type Levels, type Locale, parseInstrument } from '~/instrument';
import { createPresence } from '~/live/presence.server';
import { createStreamPlaces } from '~/live/streamPlaces.server';
import type { Actor } from '~/policy';
import { openInstrumentLibrary } from '~/rakerda/instrumentLibrary.server';
import {
  type AssessmentScope,
  demandFigures,
  type LiveAssessmentScope,
  findAssessmentPlace,
  findRakerdaPlace,
  type MeetingScope,
} from '~/rakerda/meetingScope.server';
import {
  emptyRakerdaForm,
  type RakerdaFormValues,
  type RakerdaInput,
  rakerdaSchema,
} from '~/hall/setUp/rakerdaForm';
import { setUpRakerda } from '~/hall/setUp/setUpRakerda.server';
import { doingIn, write } from '~/record/change.server';
import type { EventType } from '~/record/events';
import { startFeed } from '~/record/feed.server';
import { newestSeq } from '~/record/read.server';
import type { Config } from '~/server/config';
import type { Services } from '~/server/context';
import { secretFrom } from '~/server/secret';
import { openWorkers } from '~/server/workers';
import { createRakerdaIn, type NewRakerda } from '~/hall/setUp/index.server';
import { type Ladder, parseLadder } from '~/instrument/ladder';
import { type Metrics, parseMetrics } from '~/instrument/metrics';
import { parsePoints, type Points } from '~/instrument/points';
import { buildInstrument } from './instruments';
import { layOut } from './laidOut';

const SPBE = readFileSync(new URL('../../seeds/instruments/spbe-2020.json', import.meta.url), 'utf8');

/** The official instrument, and one whose levels have two decimals. */
export const WHOLE: Instrument = parseInstrument(JSON.parse(SPBE));
export const DECIMAL: Instrument = buildInstrument([[[40, 20], [15]], [[25]]], {
  unit: 100,
  code: 'desimal',
});

const LAPOR_FILE = readFileSync(new URL('../../seeds/instruments/lapor-sp4n.json', import.meta.url), 'utf8');

/** A topic that is measured. */
export const LAPOR: Metrics = parseMetrics(JSON.parse(LAPOR_FILE));

const PEMDI_FILE = readFileSync(new URL('../../seeds/instruments/pemdi-2026.json', import.meta.url), 'utf8');

/** A topic whose levels follow from evidence, and that is filled in indicator by indicator. */
export const PEMDI: Ladder = parseLadder(JSON.parse(PEMDI_FILE));

const KAMI_FILE = readFileSync(new URL('../../seeds/instruments/indeks-kami.json', import.meta.url), 'utf8');

/** A topic of questions with points, asked page by page. */
export const KAMI: Points = parsePoints(JSON.parse(KAMI_FILE));

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
  backup: null,
  newKey: false,
};

export type RakerdaWish = Partial<NewRakerda> & {
  readonly state?: RakerdaState;
  readonly instruments?: readonly Instrument[];
  /** The target of every agency, in hundredths. */
  readonly target?: number;
};

export interface HouseWish {
  /** Holds the demo data instead of the two provinces and the second instrument. */
  readonly demo?: boolean;
  /** Topics that it knows besides its own. */
  readonly topics?: readonly Metrics[];
}

export async function openHouse({ demo = false, topics = [] }: HouseWish = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'rakerda-'));
  const file = join(folder, 'house.sqlite');
  await layOut(file, JSON.stringify({ demo, topics }), async (empty) => {
    if (!demo) return addInstrumentsAndAgencies(empty, topics);
    await seed(empty, { demo, demoPassword: 'demo-demo-demo', adminPassword: 'admin-admin-admin' });
  });
  const opened = openDatabase(`file:${file}`);
  const { db, sqlite } = opened;
  const feed = await startFeed(db, (error) => {
    throw error;
  });
  const services: Services = {
    config: CONFIG,
    db,
    sqlite,
    feed,
    presence: createPresence(),
    streams: createStreamPlaces(),
    secret: secretFrom('a secret of the tests that is long enough'),
    instruments: await openInstrumentLibrary(db),
    limits: await openSignInLimits(db),
    workers: openWorkers(() => undefined, { ready: 0 }),
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
      isProven: true,
    };
  }

  /** A facilitator who signs in with a password, unless wished otherwise. */
  async function account(
    username: string,
    password: string,
    wish: Partial<AccountRow> & { readonly role?: Role } = {},
  ): Promise<AccountRow> {
    return db
      .insertInto('account')
      .values({
        id: randomUUID(),
        username,
        name: username,
        role: 'facilitator',
        agency_code: null,
        password_hash: await hashPassword(password),
        must_change_password: 0,
        is_demo: 0,
        created_at: new Date().toISOString(),
        ...wish,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** The account as the actor it is after signing in, and its cookie. */
  async function signedIn(accountId: string): Promise<{ readonly actor: Actor; readonly cookie: string }> {
    const cookie = cookieOf(await startSignIn(db, accountId, new Request('http://127.0.0.1/'), false));
    const actor = await findActor(db, cookie);
    if (!actor) throw new Error('not signed in');
    return { actor, cookie };
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
      isProven: true,
    };
  }
  const facts = () => ({
    requestId: `request-${randomUUID()}`,
    clientAddress: '127.0.0.1',
    secure: false,
  });

  function base(actor: Actor, locale: Locale): Scope {
    const request = new Request('http://127.0.0.1/');
    return { ...services, ...facts(), request, gone: request.signal, locale, actor, place: {} };
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
    account,
    signedIn,
    /** A Rakerda in the plenary with three agencies, unless wished otherwise; gives its id. */
    async rakerda(wish: RakerdaWish = {}): Promise<string> {
      const { instruments = [WHOLE], target, agencyCodes = ['63.01', '63.02', '63.03'], ...own } = wish;
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
        agencyCodes,
        targets: agencyCodes.flatMap((agencyCode) =>
          target === undefined
            ? []
            : instruments.map(({ code }) => ({ agencyCode, instrumentCode: code, hundredths: target })),
        ),
        memberIds: [],
        previousId: null,
        ...own,
      };
      await db.transaction().execute((trx) => {
        const doing = doingIn(trx, { actorId: null }, new Date().toISOString());
        return createRakerdaIn(doing, rakerda, instruments);
      });
      return rakerda.id;
    },
    /** What a route is handed with a request of its own. */
    args(request: Request, params: Args['params'] = {}): Args {
      const outgoing = { unsentBytes: () => 0, cut: () => undefined };
      return {
        request,
        params,
        context: {
          ...services,
          ...facts(),
          nonce: '',
          release: 'uji',
          outgoing,
          body: { kind: 'none' },
          gone: request.signal,
        },
      };
    },
    /** A Rakerda set up as a facilitator does it; gives its id. */
    async setUp(actor: Actor, change: Partial<RakerdaFormValues> = {}): Promise<string> {
      const result = await setUpRakerda(base(actor, 'id'), setUpInput(change), null);
      if (result.kind !== 'created') throw new Error(JSON.stringify(result));
      return result.id;
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
    async figures(...where: Parameters<typeof assessment>): Promise<LiveAssessmentScope> {
      const asOf = await newestSeq(db);
      const scope = await assessment(...where);
      demandFigures(scope);
      return { ...scope, asOf };
    },
    /** Writes the levels of an assessment past every rule, and says so in the record of its first indicator. */
    async answer(
      rakerdaId: string,
      agencyCode: string,
      levels: Levels,
      instrument: Instrument = WHOLE,
      state: AssessmentState = 'draft',
    ): Promise<void> {
      await write(services, { actorId: null, rakerdaId, agencyCode }, async ({ trx, at, tell }) => {
        const answered = levels.filter((level) => level !== null).length;
        const { id } = await trx
          .updateTable('assessment')
          .set({ levels: JSON.stringify(levels), answered, state, updated_at: at })
          .where('rakerda_id', '=', rakerdaId)
          .where('agency_code', '=', agencyCode)
          .where('instrument_code', '=', instrument.code)
          .returning('id')
          .executeTakeFirstOrThrow();
        const level = levels[0] ?? null;
        await tell(
          'answer.saved',
          { version: 1, level, discuss: false, changes: { level: [null, level] } },
          { assessmentId: id, indicatorNo: 1 },
        );
      });
    },
    /** Moves a Rakerda to a stage, past every rule. */
    async moveTo(rakerdaId: string, state: RakerdaState): Promise<void> {
      await db.updateTable('rakerda').set({ state }).where('id', '=', rakerdaId).execute();
    },
    /** Targets of a Rakerda, as `spbe-2020 63.01` → hundredths. */
    async targets(rakerdaId: string): Promise<Readonly<Record<string, number>>> {
      const rows = await db
        .selectFrom('rakerda_target')
        .selectAll()
        .where('rakerda_id', '=', rakerdaId)
        .execute();
      return Object.fromEntries(
        rows.map((row) => [`${row.instrument_code} ${row.agency_code}`, row.target_hundredths]),
      );
    },
    /** Every event of a type, oldest first. */
    events: (type: EventType) =>
      db.selectFrom('event').selectAll().where('type', '=', type).orderBy('seq').execute(),
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
      await services.workers.close();
      await opened.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type House = Awaited<ReturnType<typeof openHouse>>;

/** The set-up form filled in for the whole of South Kalimantan, as it is understood. */
export function setUpInput(change: Partial<RakerdaFormValues> = {}): RakerdaInput {
  return rakerdaSchema.parse({
    ...emptyRakerdaForm(new Date('2025-05-08T00:00:00Z'), [choiceOf(WHOLE)]),
    name: 'Rakerda Kalsel',
    startsOn: '2025-05-08',
    endsOn: '2025-05-10',
    place: 'Banjarbaru',
    host: 'Diskominfo',
    provinceCode: '63',
    targets: { [WHOLE.code]: '3,20' },
    agenda: 'none',
    ...change,
  });
}

/** Where a request comes from; it carries the cookie, where there is one. */
export function visit(address = '10.0.0.1', cookie?: string): Visit {
  const headers = new Headers({ 'User-Agent': 'Test' });
  if (cookie !== undefined) headers.set('Cookie', cookie);
  const request = new Request('http://127.0.0.1/', { method: 'POST', headers });
  return { request, requestId: 'r-1', clientAddress: address, secure: false, gone: request.signal };
}

/** What a browser sends back for a `Set-Cookie` value. */
export function cookieOf(setCookie: string): string {
  return setCookie.split(';')[0] ?? '';
}

/** An instrument as forms name it. */
export function choiceOf({ code, version }: Instrument): string {
  return `${code}@${version}`;
}

/** South Kalimantan in full, and one regency of its neighbour. */
async function addInstrumentsAndAgencies(db: Db, topics: readonly Metrics[]): Promise<void> {
  const instruments = [
    [WHOLE, SPBE],
    [DECIMAL, JSON.stringify(DECIMAL)],
    [LAPOR, LAPOR_FILE],
    [PEMDI, PEMDI_FILE],
    ...topics.map((topic) => [topic, JSON.stringify(topic)] as const),
    [KAMI, KAMI_FILE],
  ] as const;
  const now = Date.now();
  for (const [place, [{ code, version }, body]] of instruments.entries()) {
    // One after the other, as the seeds do: their order is the order of topics.
    const added_at = new Date(now + place).toISOString();
    await db.insertInto('instrument').values({ code, version, body, sha256: '', added_at }).execute();
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
