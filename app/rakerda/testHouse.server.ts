/** A real, temporary database with the official instrument and two provinces; for the tests of this room alone. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, migrate, openDatabase } from '#db/database';
import type { AgencyRow, Role } from '#db/schema';
import { parseInstrument } from '~/instrument';
import type { Actor } from '~/policy';
import { startFeed } from '~/record/feed.server';
import { openInstrumentLibrary } from './instrumentLibrary.server';

export async function openHouse() {
  const folder = mkdtempSync(join(tmpdir(), 'rakerda-'));
  const opened = openDatabase(`file:${join(folder, 'house.sqlite')}`);
  const { db } = opened;
  await migrate(db);
  await addInstrumentAndAgencies(db);
  const feed = await startFeed(db, (error) => {
    throw error;
  });

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

  return {
    db,
    services: { db, feed, instruments: await openInstrumentLibrary(db) },
    person,
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
async function addInstrumentAndAgencies(db: Db): Promise<void> {
  const body = readFileSync(new URL('../../seeds/instruments/spbe-2020.json', import.meta.url), 'utf8');
  const { code, version } = parseInstrument(JSON.parse(body));
  await db
    .insertInto('instrument')
    .values({ code, version, body, sha256: '', added_at: new Date().toISOString() })
    .execute();
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
