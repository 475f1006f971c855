import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { migrate, type OpenDatabase, openDatabase } from '#db/database';
import type { Role } from '#db/schema';
import { seedAgencies } from '#seeds/agencies';
import { DEMO_RAKERDA, DEMO_RAKERDA_BEFORE, seedDemo } from '#seeds/demo';
import { type Instrument, meanHundredths, parseInstrument, wholeIndex } from '~/instrument';
import { parseLevels } from '~/assessment';
import type { Actor } from '~/policy';
import { type InstrumentLibrary, openInstrumentLibrary } from '~/rakerda/instrumentLibrary.server';
import { readPlanner } from './planner.server';
import { averagesOf } from './reading';
import { readResult } from './result.server';

const body = readFileSync(new URL('../../seeds/instruments/spbe-2020.json', import.meta.url), 'utf8');
const instrument: Instrument = parseInstrument(JSON.parse(body));
let open: OpenDatabase;
let instruments: InstrumentLibrary;
const sources = () => ({ db: open.db, instruments });
const at = (instansi: string, rakerda = DEMO_RAKERDA) => ({ rakerda, instrumen: instrument.code, instansi });

async function actorOf(username: string): Promise<Actor> {
  const row = await open.db
    .selectFrom('account')
    .selectAll()
    .where('username', '=', username)
    .executeTakeFirstOrThrow();
  const role: Role = row.role;
  return {
    id: row.id,
    username,
    name: row.name,
    role,
    agencyCode: row.agency_code,
    isDemo: true,
    mustChangePassword: false,
    onlyRakerdaId: null,
  };
}

/** Status of what a refused reading throws; null where it was not refused. */
async function refusal(reading: Promise<unknown>): Promise<number | null> {
  const thrown: unknown = await reading.then(
    () => null,
    (error: unknown) => error,
  );
  const init =
    thrown instanceof Response
      ? thrown
      : z.object({ init: z.object({ status: z.number() }) }).parse(thrown).init;
  return init.status;
}

beforeAll(async () => {
  open = openDatabase(':memory:');
  await migrate(open.db);
  await seedAgencies(open.db);
  const { code, version } = instrument;
  await open.db
    .insertInto('instrument')
    .values({ code, version, body, sha256: 'x', added_at: '2024-01-01T00:00:00.000Z' })
    .execute();
  await seedDemo(open.db, instrument, 'demo-demo-demo');
  instruments = await openInstrumentLibrary(open.db);
}, 60_000);
afterAll(() => open.close());

describe('who sees a result', () => {
  it.each([
    ['operator.6301', '63.01', 'own draft'],
    ['operator.6301', '63.72', 'approved'],
    ['kepala.6301', '63.72', 'approved'],
    ['fasilitator', '63.02', 'draft of a member’s Rakerda'],
    ['penghubung', '63.03', 'submitted'],
  ])('%s reads %s: %s', async (username, instansi) => {
    const result = await readResult(sources(), await actorOf(username), at(instansi), 'id');
    expect(result.agency.code).toBe(instansi);
    expect(result.levels).toHaveLength(47);
  });

  it.each([
    ['operator.6301', '63.02'],
    ['operator.6301', '63.03'],
    ['kepala.6301', '63.08'],
  ])('%s is refused the draft of %s, plan included', async (username, instansi) => {
    const actor = await actorOf(username);
    expect(await refusal(readResult(sources(), actor, at(instansi), 'id'))).toBe(403);
    const url = new URL('http://x/rencana');
    expect(await refusal(readPlanner(sources(), actor, at(instansi), url, 'id'))).toBe(403);
  });

  it('says 404 where there is none', async () => {
    const actor = await actorOf('fasilitator');
    expect(await refusal(readResult(sources(), actor, at('99.99'), 'id'))).toBe(404);
  });
});

describe('what it is measured against', () => {
  it('averages only agencies the viewer may see', async () => {
    const rows = await open.db
      .selectFrom('assessment')
      .selectAll()
      .where('rakerda_id', '=', DEMO_RAKERDA)
      .execute();
    const meanOf = (seen: (row: (typeof rows)[number]) => boolean) =>
      meanHundredths(rows.filter(seen).map((row) => wholeIndex(instrument, parseLevels(row.levels))));

    const operator = await readResult(sources(), await actorOf('operator.6301'), at('63.01'), 'id');
    expect(operator.peers.count).toBe(8);
    expect(averagesOf(instrument, operator.peers)?.whole).toBe(
      meanOf((row) => row.state === 'approved' || row.agency_code === '63.01'),
    );
    const facilitator = await readResult(sources(), await actorOf('fasilitator'), at('63.01'), 'id');
    expect(facilitator.peers.count).toBe(14);
    expect(averagesOf(instrument, facilitator.peers)?.whole).toBe(meanOf(() => true));
  });

  it('takes the latest earlier year, and none before the first', async () => {
    const actor = await actorOf('operator.6301');
    const now = await readResult(sources(), actor, at('63.01'), 'id');
    expect(now.earlier).toMatchObject({ rakerdaId: DEMO_RAKERDA_BEFORE, year: 2024, complete: true });
    expect(now.targetHundredths).toBe(320);
    const before = await readResult(sources(), actor, at('63.01', DEMO_RAKERDA_BEFORE), 'id');
    expect(before.earlier).toBeNull();
    expect(now.earlier?.hundredths).toBe(wholeIndex(instrument, before.levels).hundredths);
  });

  it('sends no criteria and no justification', async () => {
    const result = await readResult(sources(), await actorOf('fasilitator'), at('63.72'), 'id');
    const sent = JSON.stringify(result);
    expect(sent).not.toContain('Contoh: ');
    expect(sent.length).toBeLessThan(20_000);
  });
});

describe('the planner', () => {
  const ask = async (search: string, locale: 'id' | 'en' = 'id') =>
    readPlanner(
      sources(),
      await actorOf('operator.6301'),
      at('63.01'),
      new URL(`http://x/rencana${search}`),
      locale,
    );

  it('suggests the next predicate and words every level on the way', async () => {
    const { goal, plan } = await ask('');
    expect(goal).toBe('cukup');
    if (plan?.view.kind !== 'reached') throw new Error('a plan was expected');
    expect(plan.view.hundredths).toBeGreaterThanOrEqual(180);
    for (const rise of plan.view.rises) {
      expect(rise.steps.map(({ level }) => level)).toEqual(
        Array.from({ length: rise.to - rise.from }, (_, i) => rise.from + i + 1),
      );
      expect(rise.steps.every(({ criterion, evidence }) => criterion !== '' && evidence.length > 0)).toBe(
        true,
      );
    }
  });

  it('takes the target of the Rakerda, says what is impossible and what is already there', async () => {
    expect((await ask('?tujuan=rakerda')).plan?.goalHundredths).toBe(320);
    const locked = Array.from({ length: 47 }, (_, i) => i + 1).join(',');
    expect((await ask(`?tujuan=baik&kunci=${locked}`)).plan?.view).toMatchObject({
      kind: 'impossible',
      bestHundredths: 130,
      bestPredicate: 'Kurang',
    });
    expect((await ask('?tujuan=kurang', 'en')).plan?.view).toEqual({ kind: 'already' });
  });

  it('keeps what was typed wrongly', async () => {
    const planner = await ask('?tujuan=sendiri&indeks=tiga');
    expect(planner).toMatchObject({ problems: [{ field: 'index', error: 'indexFormat' }], plan: null });
    expect(planner.values.index).toBe('tiga');
  });

  it('redirects a form’s long address to the short one', async () => {
    const thrown: unknown = await ask('?tujuan=baik&u1=1&u2=3&k=5&s1=2&s2=5').catch(
      (error: unknown) => error,
    );
    if (!(thrown instanceof Response)) throw new Error('a redirect was expected');
    expect(thrown.headers.get('Location')).toBe('/rencana?tujuan=baik&usaha=2:3&kunci=5&simulasi=2:5');
  });
});
