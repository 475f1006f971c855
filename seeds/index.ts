/**
 * What a fresh database is given: the official instruments, the agencies, the published results, the first administrator and, unless told
 * otherwise, a clearly marked demo. Running it again adds only what is missing.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Db } from '#db/database';
import { hashPassword, randomPassword } from '~/accounts/password.server';
import {
  type AnyInstrument,
  type Instrument,
  InstrumentError,
  parseAnyInstrument,
  unknownPredecessors,
} from '~/instrument';
import { isTopic } from '~/instrument/topic';
import { doingIn } from '~/record/change.server';
import { seedAgencies } from './agencies';
import { seedDemo } from './demo';
import { seedPublishedResults } from './publishedResults';

/** Files under seeds/instruments; the first is what a new Rakerda starts with. */
export const INSTRUMENT_FILES = [
  'spbe-2020.json',
  'epss-2022.json',
  'lapor-sp4n.json',
  'konektivitas.json',
  'kim.json',
  'satu-data.json',
  'persandian.json',
  'indeks-kami.json',
  'pemdi-2026.json',
] as const;

export interface SeedOptions {
  readonly demo: boolean;
  readonly demoPassword?: string | undefined;
  readonly adminPassword?: string | undefined;
}

export interface SeedOutcome {
  /** Set when this run created the administrator: the only moment its initial password is known. */
  readonly administrator: { readonly username: string; readonly password: string } | null;
  /** The name of an administrator whose initial password was never replaced, where no other can sign in either. */
  readonly waitingAdministrator: string | null;
  /** Set when this run created the demo accounts: the one password they share. */
  readonly demoPassword: string | null;
}

/** Seeds the database. Throws `InstrumentError` where an instrument file is broken. */
export async function seed(db: Db, options: SeedOptions): Promise<SeedOutcome> {
  await seedAgencies(db);
  await seedPublishedResults(db);
  const instruments = await seedInstruments(db);
  const administrator = await seedAdministrator(db, options.adminPassword);
  const spbe2020 = instruments.find(
    (one): one is Instrument => one.kind === 'maturity' && one.code === 'spbe-2020',
  );
  const topics = instruments.filter(isTopic);
  const demoPassword =
    options.demo && spbe2020
      ? await seedDemo(db, spbe2020, topics, options.demoPassword ?? randomPassword())
      : null;
  return { administrator, waitingAdministrator: await findWaitingAdministrator(db), demoPassword };
}

/** Adds every instrument version that the database does not hold yet; an existing version is never changed. */
async function seedInstruments(db: Db): Promise<readonly AnyInstrument[]> {
  const files = await Promise.all(
    INSTRUMENT_FILES.map(async (file) => {
      const body = await readFile(new URL(`./instruments/${file}`, import.meta.url), 'utf8');
      return { file, body, instrument: parseAnyInstrument(JSON.parse(body)) };
    }),
  );
  const instruments = files.map(({ instrument }) => instrument);
  const find = (code: string) => instruments.find((one) => one.code === code) ?? null;
  const unknown = instruments.flatMap((one) => unknownPredecessors(one, find));
  if (unknown.length > 0) throw new InstrumentError(unknown);
  const now = Date.now();
  for (const [place, { file, body, instrument }] of files.entries()) {
    const sha256 = createHash('sha256').update(body).digest('hex');
    const existing = await db
      .selectFrom('instrument')
      .select(['sha256', 'published_by'])
      .where('code', '=', instrument.code)
      .where('version', '=', instrument.version)
      .executeTakeFirst();
    // One that an administrator published under this number before the product came with it stays as it was.
    if (existing?.published_by === null && existing.sha256 !== sha256) {
      throw new Error(
        `seeds/instruments/${file}: ${instrument.code}@${instrument.version} differs from the pinned version in the database; raise its version instead of editing it`,
      );
    }
    if (!existing) {
      await db
        .insertInto('instrument')
        .values({
          code: instrument.code,
          version: instrument.version,
          body,
          sha256,
          // Their order is read from this time.
          added_at: new Date(now + place).toISOString(),
        })
        .execute();
    }
  }
  return instruments;
}

async function findWaitingAdministrator(db: Db): Promise<string | null> {
  const administrators = await db
    .selectFrom('account')
    .select(['username', 'must_change_password'])
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .where('is_demo', '=', 0)
    .orderBy('created_at')
    .execute();
  const isWaiting = administrators.every((account) => account.must_change_password === 1);
  return isWaiting ? (administrators[0]?.username ?? null) : null;
}

async function seedAdministrator(db: Db, wished: string | undefined): Promise<SeedOutcome['administrator']> {
  const existing = await db
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'administrator')
    .executeTakeFirst();
  if (existing) return null;
  const username = 'admin';
  const password = wished ?? randomPassword();
  const id = randomUUID();
  const hash = await hashPassword(password);
  const at = new Date().toISOString();
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('account')
      .values({
        id,
        username,
        name: 'Administrator',
        role: 'administrator',
        agency_code: null,
        password_hash: hash,
        must_change_password: 1,
        is_demo: 0,
        created_at: at,
      })
      .execute();
    const { tell } = doingIn(trx, { actorId: null }, at);
    await tell('account.created', { accountId: id, username, role: 'administrator' });
  });
  return { username, password };
}
