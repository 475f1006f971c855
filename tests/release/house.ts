/** A real database file with the demo in it, for the tests of this room. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, type OpenDatabase, openDatabase } from '#db/database';
import { DEMO_RAKERDA } from '#seeds/demo';
import { seed } from '#seeds/index';
import { prepareRelease, type ReleaseServices } from '~/release/handOut.server';
import type { Release } from '~/release/figures';
import type { Scope } from '~/release/files';
import type { Actor } from '~/policy';
import { findRakerdaPlace, type RakerdaPlace } from '~/rakerda/scope.server';
import { openInstrumentLibrary } from '~/rakerda/instrumentLibrary.server';
import { type EventFeed, startFeed } from '~/record/feed.server';

export const HOSTILE_NAME = '=1+1';
export const HOSTILE_CODE = '63.02';

export interface TestHouse {
  readonly folder: string;
  readonly opened: OpenDatabase;
  readonly services: ReleaseServices;
  readonly feed: EventFeed;
  readonly liaison: Actor;
  readonly operator: Actor;
  readonly place: RakerdaPlace;
  prepare(scope?: Scope, locale?: 'id' | 'en'): Promise<Release>;
  close(): Promise<void>;
}

/** Opens the house; one agency carries a name that a spreadsheet would run. */
export async function openTestHouse(): Promise<TestHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'rakerda-test-'));
  const opened = openDatabase(`file:${join(folder, 'db.sqlite')}`);
  await migrate(opened.db);
  await seed(opened.db, { demo: true, demoPassword: 'demo-demo-demo', adminPassword: 'admin-admin-admin' });
  await opened.db
    .updateTable('agency')
    .set({ name: HOSTILE_NAME })
    .where('code', '=', HOSTILE_CODE)
    .execute();
  const feed = await startFeed(opened.db, (error) => {
    throw error;
  });
  const services = { db: opened.db, feed, instruments: await openInstrumentLibrary(opened.db) };
  const liaison = await actorNamed(opened, 'penghubung');
  const operator = await actorNamed(opened, 'operator.6301');
  const place = await findRakerdaPlace(opened.db, liaison, DEMO_RAKERDA);
  return {
    folder,
    opened,
    services,
    feed,
    liaison,
    operator,
    place,
    async prepare(scope = 'semua', locale = 'id') {
      const release = await prepareRelease(services, liaison, {
        place,
        instrumentCode: 'spbe-2020',
        scope,
        locale,
      });
      if (!release) throw new Error('the demo Rakerda does not use spbe-2020');
      return release;
    },
    async close() {
      feed.close();
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function actorNamed({ db }: OpenDatabase, username: string): Promise<Actor> {
  const row = await db
    .selectFrom('account')
    .selectAll()
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    role: row.role,
    agencyCode: row.agency_code,
    isDemo: row.is_demo === 1,
    mustChangePassword: row.must_change_password === 1,
    onlyRakerdaId: null,
  };
}
