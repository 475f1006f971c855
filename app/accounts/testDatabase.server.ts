/** For tests: a real database file of its own, with a few agencies and accounts, gone afterwards. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { migrate, openDatabase } from '#db/database';
import type { AccountRow, Role } from '#db/schema';
import type { Config } from '~/server/config';
import type { Actor } from '~/policy';
import type { Visit } from './enter.server';
import { openSignInLimits } from './limits.server';
import { hashPassword } from './password.server';
import { findActor, startSignIn } from './signIn.server';

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

export type TestDatabase = Awaited<ReturnType<typeof openTestDatabase>>;

export async function openTestDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'rakerda-accounts-'));
  const path = join(folder, 'test.sqlite');
  const opened = openDatabase(`file:${path}`);
  const { db } = opened;
  await migrate(db);
  await db
    .insertInto('agency')
    .values([
      { code: '63', kind: 'province', name: 'Provinsi Kalimantan Selatan', province_code: null },
      { code: '63.01', kind: 'regency', name: 'Kabupaten Tanah Laut', province_code: '63' },
      { code: '63.02', kind: 'regency', name: 'Kabupaten Kotabaru', province_code: '63' },
    ])
    .execute();
  const feed = {
    wake: () => undefined,
    subscribe: () => () => undefined,
    lastSeq: () => 0,
    close: () => undefined,
  };
  return {
    path,
    services: {
      config: CONFIG,
      db,
      feed,
      limits: await openSignInLimits(db),
      log: pino({ level: 'silent' }),
    },
    async addAccount(
      username: string,
      password: string,
      changes: Partial<AccountRow> & { role?: Role } = {},
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
          ...changes,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
    },
    async addRakerda(id: string, isDemo: 0 | 1, agencyCodes: readonly string[] = []): Promise<void> {
      await db
        .insertInto('rakerda')
        .values({
          id,
          name: id,
          year: 2026,
          starts_on: '2026-05-08',
          ends_on: '2026-05-10',
          place: 'Banjarbaru',
          host: 'Diskominfo',
          state: 'filling',
          is_demo: isDemo,
          created_at: new Date().toISOString(),
        })
        .execute();
      for (const code of agencyCodes) {
        await db.insertInto('rakerda_agency').values({ rakerda_id: id, agency_code: code }).execute();
      }
    },
    /** The account as the actor it is after signing in, and its cookie. */
    async signedIn(accountId: string): Promise<{ actor: Actor; cookie: string }> {
      const header = await startSignIn(db, accountId, new Request('http://localhost/'), false);
      const cookie = cookieOf(header);
      const actor = await findActor(db, cookie);
      if (!actor) throw new Error('not signed in');
      return { actor, cookie };
    },
    events: (type: string) =>
      db.selectFrom('event').selectAll().where('type', '=', type).orderBy('seq').execute(),
    async close(): Promise<void> {
      await opened.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What a browser sends back for a `Set-Cookie` value. */
export function cookieOf(setCookie: string): string {
  return setCookie.split(';')[0] ?? '';
}

export function visit(address = '10.0.0.1', cookie?: string): Visit {
  const headers = new Headers({ 'User-Agent': 'Test' });
  if (cookie) headers.set('Cookie', cookie);
  const request = new Request('http://localhost/masuk', { method: 'POST', headers });
  return { request, requestId: 'r-1', clientAddress: address, secure: false };
}
