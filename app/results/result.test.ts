import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DEMO_RAKERDA, DEMO_RAKERDA_BEFORE } from '#seeds/demo';
import { parseLevels } from '~/assessment';
import { findIndicator, type Locale, meanHundredths, peerSums, wholeIndex } from '~/instrument';
import { type House, openHouse, WHOLE } from '#tests/house/house';
import { readPlanner } from './planner.read.server';
import { averagesOf } from './resultReading';
import { readResult } from './result.read.server';

let house: House;
beforeAll(async () => {
  house = await openHouse({ demo: true });
}, 60_000);
afterAll(() => house.close());

/** The page of an agency's figures, opened by an account of the demo. */
const figures = async (username: string, agencyCode: string, rakerda = DEMO_RAKERDA, locale?: Locale) =>
  house.figures(await house.actorNamed(username), rakerda, agencyCode, WHOLE, locale);
const read = async (...where: Parameters<typeof figures>) => readResult(await figures(...where));

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

describe('who sees a result', () => {
  it.each([
    ['operator.6301', '63.01', 'own draft'],
    ['operator.6301', '63.72', 'approved'],
    ['kepala.6301', '63.72', 'approved'],
    ['fasilitator', '63.02', 'draft of a member’s Rakerda'],
    ['penghubung', '63.03', 'submitted'],
  ])('%s reads %s: %s', async (username, instansi) => {
    const result = await read(username, instansi);
    expect(result.agency.code).toBe(instansi);
    expect(result.levels).toHaveLength(47);
  });

  it.each([
    ['operator.6301', '63.02'],
    ['operator.6301', '63.03'],
    ['kepala.6301', '63.08'],
  ])('%s is refused the draft of %s', async (username, instansi) => {
    expect(await refusal(figures(username, instansi))).toBe(403);
  });

  it('names the services that the agency chose itself', async () => {
    const { services } = await read('penghubung', '63.72');
    expect(services.map(({ no }) => no)).toEqual([45, 46, 47]);
    expect(services[0]?.name).toBe('Pendaftaran puskesmas daring (contoh)');
  });

  it('says 404 where there is none', async () => {
    expect(await refusal(figures('fasilitator', '99.99'))).toBe(404);
  });
});

describe('what it is measured against', () => {
  it('averages only complete agencies the viewer may see', async () => {
    const rows = await house.db
      .selectFrom('assessment')
      .selectAll()
      .where('rakerda_id', '=', DEMO_RAKERDA)
      .execute();
    const meanOf = (seen: (row: (typeof rows)[number]) => boolean) =>
      meanHundredths(
        rows
          .filter(seen)
          .map(({ levels }) => parseLevels(levels))
          .filter((levels) => !levels.includes(null))
          .map((levels) => wholeIndex(WHOLE, levels)),
      );

    const operator = await read('operator.6301', '63.01');
    expect(operator.peers).toMatchObject({ count: 7, agencies: 8 });
    expect(averagesOf(WHOLE, operator.peers)?.whole).toBe(
      meanOf((row) => row.state === 'approved' || row.agency_code === '63.01'),
    );
    const facilitator = await read('fasilitator', '63.01');
    expect(facilitator.peers).toMatchObject({ count: 10, agencies: 14 });
    expect(averagesOf(WHOLE, facilitator.peers)?.whole).toBe(meanOf(() => true));
  });

  it('sets it among the figures of others that the viewer may see, never among drafts', async () => {
    const rows = await house.db
      .selectFrom('assessment')
      .selectAll()
      .where('rakerda_id', '=', DEMO_RAKERDA)
      .where('instrument_code', '=', WHOLE.code)
      .execute();
    const sumsOf = (seen: (row: (typeof rows)[number]) => boolean) =>
      peerSums(
        WHOLE,
        rows.filter(seen).map(({ levels }) => parseLevels(levels)),
      );
    const { others } = await read('operator.6301', '63.01');
    expect(others).toEqual(sumsOf(({ state }) => state === 'approved'));
    const ofAll = (await read('fasilitator', '63.02')).others;
    expect(ofAll).toEqual(sumsOf(({ state, agency_code }) => state !== 'draft' && agency_code !== '63.02'));
    expect(rows.some(({ state, levels }) => state === 'draft' && !levels.includes('null'))).toBe(true);
    expect(ofAll.count).toBeGreaterThan(others.count);
  });

  it('takes the latest earlier year, and none before the first', async () => {
    const now = await read('operator.6301', '63.01');
    expect(now.earlier).toMatchObject({ rakerdaId: DEMO_RAKERDA_BEFORE, year: 2024, complete: true });
    expect(now.targetHundredths).toBe(320);
    const before = await read('operator.6301', '63.01', DEMO_RAKERDA_BEFORE);
    expect(before.earlier).toBeNull();
    expect(now.earlier?.hundredths).toBe(wholeIndex(WHOLE, before.levels).hundredths);
  });

  it('sends no criteria and no justification', async () => {
    const result = await read('fasilitator', '63.72');
    const sent = JSON.stringify(result);
    expect(sent).not.toContain('Contoh: ');
    expect(sent.length).toBeLessThan(20_000);
  });
});

describe('the planner', () => {
  const ask = async (search: string, locale: 'id' | 'en' = 'id') =>
    readPlanner(
      await figures('operator.6301', '63.01', DEMO_RAKERDA, locale),
      new URL(`http://x/rencana${search}`),
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

it('a promise of the demo lifts the indicator that it speaks of', async () => {
  const promises = await house.db
    .selectFrom('commitment')
    .innerJoin('commitment_indicator', 'commitment_id', 'commitment.id')
    .select(['what', 'indicator_no'])
    .where('what', 'like', '%audit%')
    .execute();
  const names = promises.map((one) => findIndicator(WHOLE, one.indicator_no)?.name.id);
  expect(names).toEqual(['Audit Keamanan SPBE']);
});
