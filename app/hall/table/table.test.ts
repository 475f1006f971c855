/** The table: its order, its weakest figures, its sentence, and what each reader is shown of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Direction, Outcome, Quantity } from '~/instrument';
import type { Actor } from '~/policy';
import { DECIMAL, type House, openHouse, WHOLE } from '#tests/house/house';
import { findingsOf } from './finding';
import { byName, orderAgencies, readOrder, weakestOf } from './ordering';
import { cellsOf, headlineOf } from './shown';
import { readTable, sourceFor, sourceForHall } from './topics.server';
import type { Cell, Topic } from './topic';

const quantity = (
  numerator: number,
  direction: Direction = 'higher',
  more: Partial<Quantity> = {},
): Quantity => ({
  numerator,
  denominator: 1,
  unit: 'count',
  decimals: 0,
  direction,
  ...more,
});

interface Wish {
  readonly filled?: number;
  readonly band?: string;
  readonly before?: number;
}

const cell = (headline: Quantity | null, { filled = 10, band, before }: Wish = {}): Cell => ({
  isOpen: true,
  target: null,
  before: before === undefined ? null : quantity(before, headline?.direction),
  outcome: {
    headline,
    band: band === undefined ? null : { code: band, name: { id: band, en: band } },
    ceiling: null,
    filled,
    total: 10,
    remarks: [],
  } satisfies Outcome,
});

const CLOSED: Cell = { isOpen: false };

function topic(cells: Readonly<Record<string, Cell>>, more: Partial<Topic> = {}): Topic {
  return {
    key: 'uji',
    name: { id: 'Uji', en: 'Test' },
    measure: { id: 'jumlah', en: 'count' },
    isProposal: false,
    isLowerBetter: false,
    bands: [],
    target: null,
    yearBefore: null,
    pathOf: null,
    cells: new Map(Object.entries(cells)),
    ...more,
  };
}

const BANDS = ['rendah', 'tengah', 'tinggi'].map((code) => ({ code, name: { id: code, en: code } }));
const agencies = (codes: string) => codes.split('').map((code) => ({ code, name: code }));
const ordered = (codes: string, one: Topic | undefined, isReversed = false) =>
  orderAgencies(agencies(codes), one, isReversed, byName('id'))
    .map(({ code }) => code)
    .join('');

describe('the order of the table', () => {
  const cells = {
    a: cell(quantity(4)),
    b: cell(quantity(9)),
    c: cell(quantity(99), { filled: 3 }),
    d: cell(quantity(1), { filled: 9 }),
    e: cell(null, { filled: 0 }),
    f: CLOSED,
    h: cell(quantity(4)),
  };

  it('puts the best first and never ranks what is unfinished, in either direction', () => {
    expect(ordered('gfedcbah', topic(cells))).toBe('bahdcegf');
    expect(ordered('gfedcbah', topic(cells), true)).toBe('ahbdcegf');
  });

  it('puts the fewest first where fewer is better', () => {
    const spots = topic(
      { a: cell(quantity(19, 'lower')), b: cell(quantity(0, 'lower')), c: cell(quantity(3, 'lower')) },
      { isLowerBetter: true },
    );
    expect(ordered('abc', spots)).toBe('bca');
    expect(ordered('abc', spots, true)).toBe('acb');
  });

  it('reads the address, and falls back to the first topic', () => {
    const topics = [topic({}), topic({}, { key: 'lain' })];
    const read = (address: string) => readOrder(new URLSearchParams(address), topics);
    expect(read('urut=lain&arah=balik')).toEqual({ key: 'lain', isReversed: true });
    expect(read('urut=instansi')).toEqual({ key: null, isReversed: false });
    expect(read('urut=rahasia&arah=balik')).toEqual({ key: 'uji', isReversed: false });
  });
});

describe('what needs attention', () => {
  it('is the lowest band, and nothing else where there are bands', () => {
    const banded = topic(
      {
        a: cell(quantity(1), { band: 'rendah' }),
        b: cell(quantity(2), { band: 'tengah' }),
        c: cell(quantity(0), { band: 'rendah', filled: 2 }),
      },
      { bands: BANDS },
    );
    expect([...weakestOf(banded)]).toEqual(['a']);
  });

  it('is nothing where more is better, and who stands last alone', () => {
    expect([
      ...weakestOf(topic({ a: cell(quantity(0)), b: cell(quantity(0)), c: cell(quantity(5)) })),
    ]).toEqual(['a', 'b']);
    const spots = {
      a: cell(quantity(19, 'lower')),
      b: cell(quantity(4, 'lower')),
      c: cell(quantity(0, 'lower')),
    };
    expect([...weakestOf(topic(spots, { isLowerBetter: true }))]).toEqual(['a']);
    const tied = {
      a: cell(quantity(4, 'lower')),
      b: cell(quantity(4, 'lower')),
      c: cell(quantity(0, 'lower')),
    };
    expect([...weakestOf(topic(tied, { isLowerBetter: true }))]).toEqual([]);
    const province = {
      '63': cell(quantity(61, 'lower')),
      '63.01': cell(quantity(4, 'lower')),
      '63.02': cell(quantity(3, 'lower')),
    };
    expect([...weakestOf(topic(province, { isLowerBetter: true }))]).toEqual([]);
    // The province has the most of all, and the last of its regencies is looked at all the same.
    const third = { ...province, '63.03': cell(quantity(2, 'lower')) };
    expect([...weakestOf(topic(third, { isLowerBetter: true }))]).toEqual(['63.01']);
  });
});

describe('what the table says', () => {
  it('counts who moved for the better, finished figures only', () => {
    const moved = topic(
      {
        a: cell(quantity(5), { before: 3 }),
        b: cell(quantity(3), { before: 3 }),
        c: cell(quantity(9), { before: 1, filled: 4 }),
        d: cell(quantity(2)),
      },
      { yearBefore: 2025 },
    );
    expect(findingsOf([moved], moved)).toMatchObject([{ kind: 'moved', better: 1, compared: 2, year: 2025 }]);
    expect(headlineOf([moved], moved, 'id')).toBe('Uji: 1 dari 2 yang punya nilai 2025 membaik');
  });

  it('names the highest band that half of them reach', () => {
    const banded = topic(
      {
        a: cell(quantity(1), { band: 'tinggi' }),
        b: cell(quantity(2), { band: 'tengah' }),
        c: cell(quantity(2), { band: 'rendah' }),
      },
      { bands: BANDS },
    );
    expect(findingsOf([banded], banded)).toMatchObject([
      { kind: 'reached', band: { id: 'tengah' }, agencies: 2, ranked: 3 },
    ]);
  });

  it('goes on with the topic in which the most have nothing', () => {
    const lead = topic({ a: cell(null, { filled: 0 }), b: CLOSED });
    const some = topic({ a: cell(quantity(0)), b: cell(quantity(2)) }, { key: 'some' });
    const most = topic({ a: cell(quantity(0)), b: cell(quantity(0)) }, { key: 'most' });
    expect(findingsOf([lead, some, most], lead)).toMatchObject([
      { kind: 'unfinished', ranked: 0, all: 2 },
      { kind: 'nothing', agencies: 2, ranked: 2 },
    ]);
  });

  it('says nothing where there is nothing', () => {
    expect(headlineOf([], undefined, 'id')).toBe('');
  });
});

describe('the table as it is read', () => {
  const FULL = WHOLE.domains.flatMap(({ aspects }) => aspects.flatMap(({ indicators }) => indicators));
  const all = (level: number) => FULL.map(() => level);
  let house: House;
  let now: string;
  let operator: Actor;
  let facilitator: Actor;

  beforeAll(async () => {
    house = await openHouse();
    operator = await house.person('operator', '63.01');
    facilitator = await house.person('facilitator');
    const wish = { memberIds: [facilitator.id], instruments: [WHOLE, DECIMAL] };
    const before = await house.rakerda({ ...wish, year: 2025 });
    now = await house.rakerda({ ...wish, year: 2026, previousId: before });
    await house.answer(before, '63.01', all(2), WHOLE, 'approved');
    await house.answer(before, '63.03', all(3), WHOLE, 'draft');
    await house.answer(now, '63.01', all(3));
    await house.answer(now, '63.02', [4, ...all(4).slice(1, -1), null]);
    await house.answer(now, '63.03', all(5), WHOLE, 'approved');
    await house.answer(now, '63.02', [300, 300, 300, 300], DECIMAL, 'approved');
  });
  afterAll(() => house.close());

  async function shownTo(actor: Actor | null) {
    const source = actor
      ? sourceFor(await house.meeting(actor, now))
      : sourceForHall({
          ...house.services,
          rakerda: (await house.meeting(facilitator, now)).place.row,
        });
    const { topics } = await readTable(source);
    return Object.fromEntries(
      topics.map((one) => [
        one.key,
        Object.fromEntries(['63.01', '63.02', '63.03'].map((code) => [code, cellsOf(one, 'id')(code)])),
      ]),
    );
  }

  const EVERYTHING = {
    [WHOLE.code]: {
      '63.01': { figure: '3,00', band: 2, change: '+1,00', isBetter: true },
      '63.02': { figure: '3,91', part: '46/47' },
      '63.03': { figure: '5,00', band: 4 },
    },
    [DECIMAL.code]: { '63.01': {}, '63.02': { figure: '3,00', band: 1 }, '63.03': {} },
  };

  it('shows everything to who may read drafts, and to the hall', async () => {
    expect(await shownTo(facilitator)).toEqual(EVERYTHING);
    expect(await shownTo(null)).toEqual(EVERYTHING);
  });

  it('shows an operator the own draft and what is approved, nothing of other drafts', async () => {
    expect(await shownTo(operator)).toEqual({
      [WHOLE.code]: { ...EVERYTHING[WHOLE.code], '63.02': { isClosed: true } },
      [DECIMAL.code]: {
        '63.01': {},
        '63.02': { figure: '3,00', band: 1 },
        '63.03': { isClosed: true },
      },
    });
  });

  it('has no movement for who may not see the year before', async () => {
    const newcomer = await house.person('facilitator');
    await house.db
      .insertInto('rakerda_member')
      .values({ rakerda_id: now, account_id: newcomer.id })
      .execute();
    expect((await shownTo(newcomer))[WHOLE.code]?.['63.01']).toEqual({ figure: '3,00', band: 2 });
  });

  it('counts what was promised as soon as there is something', async () => {
    const at = new Date().toISOString();
    const promise = {
      rakerda_id: now,
      agency_code: '63.01',
      who: 'Kepala',
      measure: '',
      status_note: '',
      version: 1,
      agenda_item_id: null,
      instrument_code: null,
      removed_at: null,
      status_at: at,
      created_by: facilitator.id,
      created_at: at,
      updated_at: at,
    };
    await house.db
      .insertInto('commitment')
      .values([
        { ...promise, id: 'k1', what: 'a', due_on: '2099-01-01', status: 'done' },
        { ...promise, id: 'k2', what: 'b', due_on: '2020-01-01', status: 'planned' },
        {
          ...promise,
          id: 'k3',
          what: 'c',
          due_on: '2099-01-01',
          status: 'dropped',
          status_note: 'Tidak ada anggaran',
        },
        { ...promise, id: 'k4', what: 'd', due_on: '2099-01-01', status: 'done', removed_at: at },
      ])
      .execute();
    const { komitmen } = await shownTo(operator);
    expect(komitmen).toEqual({
      '63.01': { figure: '1/3', remarks: ['1 terlambat', '1 dihentikan'] },
      '63.02': null,
      '63.03': null,
    });
  });
});
