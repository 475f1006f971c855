import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_RAKERDA } from '#seeds/demo';
import { wholeIndexHundredths } from '~/instrument';
import { type House, openHouse } from '#tests/house/house';
import { unpackLevels } from './comparedAgency';
import { comparisonCsv } from './csvFile.server';
import { readVisibleAgencies } from './comparedAgencies.server';
import { loadComparison, readComparison } from './comparison.read.server';

let house: House;
beforeAll(async () => {
  house = await openHouse({ demo: true });
}, 60_000);
afterAll(() => house.close());

const meetingOf = async (username: string) => house.meeting(await house.actorNamed(username), DEMO_RAKERDA);

async function load(username: string, query = '') {
  return loadComparison(await meetingOf(username), 'spbe-2020', new URLSearchParams(query));
}

describe('what may be compared', () => {
  it('is everything for the facilitator', async () => {
    const view = await load('fasilitator');
    expect(view.agencies).toHaveLength(14);
    expect(view.hidden).toBe(0);
  });

  it('is the own draft and what is approved for an operator', async () => {
    const view = await load('operator.6301');
    const foreignDrafts = view.agencies.filter(({ code, state }) => code !== '63.01' && state !== 'approved');
    expect(foreignDrafts).toEqual([]);
    expect(view.agencies.map(({ code }) => code)).toContain('63.01');
    expect(view.hidden).toBe(14 - view.agencies.length);
    expect(view.choice.drawn[0]).toBe('63.01');
  });

  it('does not come from asking for a hidden agency by its code', async () => {
    const view = await load('operator.6301', 'instansi=63.02,63.01,63.71');
    expect(view.choice.drawn).toEqual(['63.01', '63.71']);
    expect(view.choice.unknown).toBe(1);
    expect(JSON.stringify(view.agencies)).not.toContain('"63.02"');
  });

  it('stands on the newest event', async () => {
    const newest = await house.db
      .selectFrom('event')
      .select((eb) => eb.fn.max('seq').as('seq'))
      .executeTakeFirstOrThrow();
    expect((await load('penghubung')).asOf).toBe(newest.seq);
  });

  it('holds the levels as they are stored', async () => {
    const { db, actor, place } = await meetingOf('fasilitator');
    const { agencies } = await readVisibleAgencies(db, actor, place, 'spbe-2020');
    const stored = await house.db.selectFrom('assessment').select(['id', 'levels']).execute();
    const byId = new Map(stored.map(({ id, levels }) => [id, levels]));
    for (const agency of agencies) {
      expect(JSON.stringify(unpackLevels(agency.levels))).toBe(byId.get(agency.assessmentId));
    }
  });

  it('answers 404 for an instrument that the Rakerda does not use', async () => {
    const meeting = await meetingOf('fasilitator');
    await expect(readComparison(meeting, 'pemdi')).rejects.toMatchObject({ status: 404 });
  });
});

describe('tables as files', () => {
  async function csv(
    username: string,
    table: 'peringkat' | 'domain' | 'aspek' | 'peta',
    codes: string[] | null,
  ) {
    const read = await readComparison(await meetingOf(username), 'spbe-2020');
    const text = comparisonCsv({
      ...read,
      table,
      codes,
      sort: null,
      isDemo: true,
      locale: 'id',
    });
    return { ...read, lines: text?.slice(1).trimEnd().split('\r\n') ?? [] };
  }

  it('hold the published index of every agency and the mark of the demo', async () => {
    const { lines, agencies, instrument } = await csv('fasilitator', 'peringkat', null);
    expect(lines).toHaveLength(15);
    for (const line of lines.slice(1)) {
      const cells = line.split(';');
      const agency = agencies.find(({ code }) => code === cells[1]);
      expect(cells[6]).toBe(
        String(wholeIndexHundredths(instrument, unpackLevels(agency?.levels ?? ''))).replace(/(..)$/, ',$1'),
      );
      expect(cells.at(-1)).toBe('ya');
      // Who is not complete has neither rank nor predicate nor a distance to the target.
      const isOpen = cells[4] !== cells[5];
      expect([cells[0] === '', cells[7], cells[9] === '', cells[11] === '']).toEqual([
        isOpen,
        isOpen ? 'ya' : 'tidak',
        isOpen,
        isOpen,
      ]);
    }
  });

  it('hold one row per indicator in the map', async () => {
    const { lines } = await csv('fasilitator', 'peta', ['63.01', '63.71']);
    expect(lines).toHaveLength(48);
    expect(lines[0]?.split(';')).toHaveLength(8);
  });

  it('hold domains and aspects', async () => {
    expect((await csv('penghubung', 'domain', null)).lines[0]?.split(';')).toHaveLength(17);
    expect((await csv('penghubung', 'aspek', null)).lines[0]?.split(';')).toHaveLength(21);
  });

  it('are never empty, and never hold what the reader may not see', async () => {
    expect((await csv('operator.6301', 'peta', ['63.02'])).lines).toEqual([]);
    const { lines } = await csv('operator.6301', 'peringkat', null);
    expect(lines.some((line) => line.includes(';63.02;'))).toBe(false);
  });
});
