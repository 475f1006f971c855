/**
 * The demo: two years of one invented Rakerda for South Kalimantan and its thirteen regencies and cities.
 * The same levels on every machine; `is_demo` marks everything, and demo accounts reach nothing else.
 */
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Db } from '#db/database';
import type { AgencyRow, Database, RakerdaRow, Role } from '#db/schema';
import { hashPassword } from '~/accounts/password.server';
import { saveAnswerIn } from '~/assessment/saveAnswer.server';
import { type Step, takeStepIn } from '~/assessment/takeStep.server';
import { type Instrument, indicatorsOf } from '~/instrument';
import type { Topic, TopicTarget } from '~/instrument/topic';
import { createRakerdaIn } from '~/hall/setUp/createRakerda.server';
import type { AssessmentPlace } from '~/rakerda/meetingScope.server';
import { doingIn } from '~/record/change.server';
import { addDemoAgenda } from './demoAgenda.js';
import { addDemoCommitments } from './demoCommitments.js';
import { addDemoTopics, type Villages } from './demoTopics.js';
import { addDemoVote } from './demoVote.js';

const PROVINCE = '63';
export const DEMO_RAKERDA = 'demo-kalsel-2025';
export const DEMO_RAKERDA_BEFORE = 'demo-kalsel-2024';

/** What the demo meeting wants reached in some of its topics. */
const TOPIC_TARGETS: Readonly<Record<string, TopicTarget>> = {
  'lapor-sp4n': { measure: 'resolved-share', units: 9000 },
  konektivitas: { measure: 'blank-spots', units: 20 },
  'pemdi-2026': { measure: 'self', units: 260 },
};

/** How far each agency's demo assessment has come, and about where its levels lie. */
const PROFILES: Readonly<
  Record<
    string,
    {
      readonly mean: number;
      readonly answered: number;
      readonly ends: 'draft' | 'returned' | 'submitted' | 'approved';
    }
  >
> = {
  '63': { mean: 3.5, answered: 47, ends: 'approved' },
  '63.01': { mean: 2.7, answered: 12, ends: 'draft' },
  '63.02': { mean: 2.4, answered: 47, ends: 'draft' },
  '63.03': { mean: 3.1, answered: 47, ends: 'submitted' },
  '63.04': { mean: 2.2, answered: 47, ends: 'approved' },
  '63.05': { mean: 2.6, answered: 31, ends: 'draft' },
  '63.06': { mean: 3.0, answered: 47, ends: 'approved' },
  '63.07': { mean: 2.5, answered: 45, ends: 'submitted' },
  '63.08': { mean: 2.0, answered: 47, ends: 'returned' },
  '63.09': { mean: 3.3, answered: 47, ends: 'approved' },
  '63.10': { mean: 2.9, answered: 39, ends: 'draft' },
  '63.11': { mean: 2.3, answered: 47, ends: 'approved' },
  '63.71': { mean: 3.7, answered: 47, ends: 'approved' },
  '63.72': { mean: 3.9, answered: 47, ends: 'approved' },
};

/** Services of regencies for the indicators that leave the choice to them. */
const SERVICES = [
  'Pendaftaran puskesmas daring (contoh)',
  'Perizinan usaha daring (contoh)',
  'Informasi harga pangan (contoh)',
];

/**
 * Adds the demo where it is missing.
 * @returns the password shared by the demo accounts when this run made them, else null
 */
export async function seedDemo(
  db: Db,
  instrument: Instrument,
  topics: readonly Topic[],
  password: string,
): Promise<string | null> {
  const existing = await db
    .selectFrom('rakerda')
    .select('id')
    .where('id', '=', DEMO_RAKERDA)
    .executeTakeFirst();
  if (existing) return null;
  const passwordHash = await hashPassword(password);
  await db.transaction().execute(async (trx) => {
    const agencies = await trx
      .selectFrom('agency')
      .selectAll()
      .where((eb) => eb.or([eb('code', '=', PROVINCE), eb('province_code', '=', PROVINCE)]))
      .orderBy('code')
      .execute();
    const accounts = await addAccounts(trx, agencies, passwordHash);
    for (const year of [2024, 2025] as const)
      await addYear(trx, { instrument, topics }, agencies, accounts, year);
  });
  return password;
}

interface DemoAccounts {
  readonly operators: ReadonlyMap<string, string>;
  readonly heads: ReadonlyMap<string, string>;
  readonly members: readonly string[];
}

async function addAccounts(
  trx: Transaction<Database>,
  agencies: readonly AgencyRow[],
  passwordHash: string,
): Promise<DemoAccounts> {
  const add = async (username: string, name: string, role: Role, agencyCode: string | null) => {
    const id = randomUUID();
    await trx
      .insertInto('account')
      .values({
        id,
        username,
        name,
        role,
        agency_code: agencyCode,
        password_hash: passwordHash,
        must_change_password: 0,
        is_demo: 1,
        created_at: '2024-11-01T00:00:00.000Z',
      })
      .execute();
    return id;
  };
  const operators = new Map<string, string>();
  const heads = new Map<string, string>();
  for (const agency of agencies) {
    const digits = agency.code.replace('.', '');
    operators.set(
      agency.code,
      await add(`operator.${digits}`, `Operator ${agency.name}`, 'operator', agency.code),
    );
    heads.set(
      agency.code,
      await add(`kepala.${digits}`, `Kepala Diskominfo ${agency.name}`, 'head', agency.code),
    );
  }
  const members = [
    await add('fasilitator', 'Fasilitator Contoh', 'facilitator', null),
    await add('penelaah', 'Penelaah Contoh', 'reviewer', null),
    await add('penghubung', 'Penghubung Contoh', 'liaison', null),
  ];
  return { operators, heads, members };
}

async function addYear(
  trx: Transaction<Database>,
  { instrument, ...given }: { instrument: Instrument; topics: readonly Topic[] },
  agencies: readonly AgencyRow[],
  accounts: DemoAccounts,
  year: 2024 | 2025,
): Promise<void> {
  // The regulation of this one is too new for the year before.
  const topics = year === 2025 ? given.topics : given.topics.filter(({ code }) => code !== 'pemdi-2026');
  const id = year === 2025 ? DEMO_RAKERDA : DEMO_RAKERDA_BEFORE;
  const clock = startClock(`${String(year)}-12-08T00:30:00.000Z`);
  await createRakerdaIn(
    doingIn(trx, { actorId: null }, clock()),
    {
      id,
      name: `Rakerda SPBE Kalimantan Selatan ${String(year)} (contoh)`,
      year,
      startsOn: `${String(year)}-12-08`,
      endsOn: `${String(year)}-12-10`,
      place: 'Banjarbaru',
      host: 'Diskominfo Provinsi Kalimantan Selatan',
      timeZone: 'Asia/Makassar',
      state: 'filling',
      isDemo: true,
      agencyCodes: agencies.map((agency) => agency.code),
      targets: agencies.map(({ code }) => ({
        instrumentCode: instrument.code,
        agencyCode: code,
        hundredths: year === 2025 ? 320 : 290,
      })),
      memberIds: accounts.members,
      previousId: year === 2025 ? DEMO_RAKERDA_BEFORE : null,
      topics,
      topicTargets: new Map(Object.entries(year === 2025 ? TOPIC_TARGETS : {})),
    },
    [instrument],
  );
  await addDemoAgenda(trx, id, year, clock());
  const row = await trx.selectFrom('rakerda').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  for (const agency of agencies) {
    const place = await placeOf(trx, row, agency);
    await fillIn(trx, instrument, place, accounts, year, clock);
  }
  const villages: Villages = new Map();
  // A province comes after its regencies: it counts what they say of their villages.
  for (const agency of agencies.toSorted((a, b) => b.code.length - a.code.length)) {
    const ends = year === 2024 ? 'approved' : PROFILES[agency.code]?.ends;
    await addDemoTopics(
      doingIn(trx, { actorId: null, rakerdaId: id, agencyCode: agency.code, requestId: 'demo' }, clock()),
      { id, year },
      topics,
      {
        code: agency.code,
        ends: ends === 'approved' || ends === 'submitted' ? ends : 'draft',
        ...demoChances(agency.code),
      },
      villages,
    );
  }
  const [facilitator] = accounts.members;
  if (facilitator !== undefined) {
    await addDemoCommitments(trx, id, year, instrument.code, facilitator, clock());
    if (year === 2025) {
      const people = { facilitatorId: facilitator, voterIds: [...accounts.heads.values()] };
      await addDemoVote(trx, id, instrument.code, people, clock());
    }
  }
  if (year === 2024)
    await trx.updateTable('rakerda').set({ state: 'archived' }).where('id', '=', id).execute();
}

async function placeOf(
  trx: Transaction<Database>,
  row: RakerdaRow,
  agency: AgencyRow,
): Promise<AssessmentPlace> {
  const assessment = await trx
    .selectFrom('assessment')
    .selectAll()
    .where('rakerda_id', '=', row.id)
    .where('agency_code', '=', agency.code)
    .executeTakeFirstOrThrow();
  return {
    row,
    rakerda: { id: row.id, isDemo: true, actorIsMember: true, actorParticipates: true },
    agencyCode: agency.code,
    agency,
    assessment,
  };
}

async function fillIn(
  trx: Transaction<Database>,
  instrument: Instrument,
  place: AssessmentPlace,
  accounts: DemoAccounts,
  year: 2024 | 2025,
  clock: () => string,
): Promise<void> {
  const profile = PROFILES[place.agencyCode];
  const operator = accounts.operators.get(place.agencyCode);
  const head = accounts.heads.get(place.agencyCode);
  if (!profile || !operator || !head) return;
  const assessmentId = place.assessment.id;
  const doing = (actorId: string) =>
    doingIn(
      trx,
      { actorId, rakerdaId: place.row.id, agencyCode: place.agencyCode, requestId: 'demo' },
      clock(),
    );
  const random = randomFrom(Number(place.agencyCode.replace('.', '')) * 7919);
  const answered = year === 2024 ? 47 : profile.answered;
  for (const indicator of indicatorsOf(instrument)) {
    // Both years draw from the same stream, so that an agency stays itself and mostly moves up.
    const base = profile.mean + (random() - 0.5) * 2.4 + (indicator.scale === 'service' ? 0.3 : -0.1);
    const growth = random() < 0.35 ? 1 : 0;
    const flagged = random() < 0.07;
    const level = clamp(Math.round(base) - (year === 2024 ? growth : 0));
    if (indicator.no > answered) continue;
    await saveAnswerIn(
      doing(operator),
      { assessmentId, instrument, actorId: operator },
      {
        indicatorNo: indicator.no,
        input: {
          level,
          justification: `Contoh: ${indicator.name.id} dinilai level ${String(level)} berdasarkan data dukung terlampir.`,
          note: '',
          personInCharge: 'Bidang Aptika (contoh)',
          service: indicator.namesService ? (SERVICES[indicator.no % SERVICES.length] ?? '') : '',
          discuss: year === 2025 && flagged,
          evidence:
            level >= 2
              ? [
                  {
                    url: `https://contoh.example/${place.agencyCode}/${String(year)}/indikator-${String(indicator.no)}.pdf`,
                    caption: `Data dukung contoh indikator ${String(indicator.no)}`,
                  },
                ]
              : [],
        },
        baseVersion: 0,
      },
    );
  }
  const ends = year === 2024 ? 'approved' : profile.ends;
  if (ends === 'draft') return;
  const step = (actorId: string, what: Step) =>
    takeStepIn(doing(actorId), { assessmentId, instrument, actorId }, what);
  await step(operator, { step: 'submit', unansweredConfirmed: true });
  if (ends === 'approved') await step(head, { step: 'approve', gapsConfirmed: true });
  if (ends === 'returned') {
    const note = 'Contoh: mohon lengkapi bukti indikator 11 sampai 14 sebelum diajukan lagi.';
    await step(head, { step: 'return', note });
  }
}

function clamp(level: number): number {
  return Math.min(5, Math.max(1, level));
}

/** What the topics of an agency are drawn from. */
export function demoChances(agencyCode: string) {
  const number = Number(agencyCode.replace('.', ''));
  return { random: randomFrom(number * 104_729), drifting: randomFrom(number * 15_485_863) };
}

/** Mulberry32: small, seeded, the same everywhere. Good enough for invented levels. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Each call is forty seconds later than the one before. */
function startClock(iso: string): () => string {
  let time = Date.parse(iso);
  return () => {
    time += 40_000;
    return new Date(time).toISOString();
  };
}
