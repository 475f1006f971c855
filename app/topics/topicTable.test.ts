import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMetrics } from '~/instrument/metrics';
import { countReached, emptyFigures, type Figures, goalOf, kindOf } from '~/instrument/topic';
import { columnsOf, readTableOrder, sortTable, type TableAgency, tableRows } from './topicTable';

const file = (code: string) =>
  parseMetrics(
    JSON.parse(readFileSync(new URL(`../../seeds/instruments/${code}.json`, import.meta.url), 'utf8')),
  );
const LAPOR = file('lapor-sp4n');
const SIGNAL = file('konektivitas');
const collator = new Intl.Collator('id');

const agency = (agencyCode: string, figures: Figures | null): TableAgency => ({
  agencyCode,
  agencyName: `Daerah ${agencyCode}`,
  isOwn: false,
  state: 'draft',
  isBegun: true,
  figures,
  before: null,
});
const reports = (code: string, received: number, resolved: number) =>
  agency(code, { ...emptyFigures(LAPOR), received, resolved });
/** Everything is filled in: nothing but what is named. */
const whole = (topic: typeof LAPOR, some: Figures): Figures => ({
  ...Object.fromEntries(kindOf(topic).codes.map((code) => [code, 0])),
  ...some,
});
const order = (search: string, topic = LAPOR) => readTableOrder(topic, new URLSearchParams(search));
const codes = (rows: readonly { readonly agencyCode: string }[]) => rows.map(({ agencyCode }) => agencyCode);

describe('agencies in one topic', () => {
  const rows = tableRows(LAPOR, [
    reports('63.03', 100, 50),
    agency('63.04', null),
    reports('63.01', 3, 3),
    reports('63.02', 2, 1),
    agency('63.05', emptyFigures(LAPOR)),
  ]);

  it('stand by the headline, the best first, and without a figure last', () => {
    expect(codes(sortTable(LAPOR, rows, order(''), collator))).toEqual([
      '63.01',
      '63.02',
      '63.03',
      '63.04',
      '63.05',
    ]);
  });

  it('turned round, those without a figure still stand last, and equals in order of the codes', () => {
    expect(codes(sortTable(LAPOR, rows, order('arah=balik'), collator))).toEqual([
      '63.02',
      '63.03',
      '63.01',
      '63.04',
      '63.05',
    ]);
  });

  it('show nothing of an agency whose figures are closed', () => {
    expect(rows[1]).toMatchObject({ isOpen: false, filled: 0 });
    expect(rows[1]?.measures.every((quantity) => quantity === null)).toBe(true);
  });

  it('are best with the fewest where fewer is better', () => {
    const spots = (code: string, count: number) =>
      agency(code, { ...emptyFigures(SIGNAL), 'blank-spot': count });
    const table = tableRows(SIGNAL, [spots('a', 19), spots('b', 3), spots('c', 61)]);
    expect(codes(sortTable(SIGNAL, table, order('', SIGNAL), collator))).toEqual(['b', 'a', 'c']);
  });

  it('show how the headline moved since the Rakerda before, where both have one', () => {
    const before = { ...emptyFigures(LAPOR), received: 8, resolved: 4 };
    const [moved, fresh] = tableRows(LAPOR, [
      { ...reports('63.01', 4, 3), before },
      { ...reports('63.02', 4, 3), before: emptyFigures(LAPOR) },
    ]);
    expect(moved?.movement).toEqual({ units: 2500, decimals: 2, isBetter: true });
    expect(fresh?.movement).toBeNull();
    const before75 = { ...emptyFigures(SIGNAL), 'blank-spot': 75 };
    const [fewer, open] = tableRows(SIGNAL, [
      { ...agency('a', whole(SIGNAL, { 'blank-spot': 61 })), before: before75 },
      // More may come on top of these: that is no change for the better.
      { ...agency('b', { ...emptyFigures(SIGNAL), 'blank-spot': 61 }), before: before75 },
    ]);
    expect(fewer?.movement).toEqual({ units: -14, decimals: 0, isBetter: true });
    expect(open?.movement).toBeNull();
  });

  it('can be looked through for what nobody accounts for, most first', () => {
    const summed = (code: string, received: number) =>
      agency(code, { ...emptyFigures(LAPOR), received, resolved: 5, 'in-process': 0, untouched: 0 });
    const table = tableRows(LAPOR, [summed('a', 5), summed('b', 26), summed('c', 6)]);
    expect(table.map(({ differences }) => differences[0])).toEqual([0, 21, 1]);
    expect(codes(sortTable(LAPOR, table, order('urut=by-status'), collator))).toEqual(['b', 'c', 'a']);
  });

  it('are sorted by what the address names, and by the headline where it names something else', () => {
    expect(order('urut=mean-days')).toEqual({ column: 'mean-days', isReversed: false });
    expect(order('urut=apa%20saja')).toEqual({ column: 'resolved-share', isReversed: false });
    expect(columnsOf(LAPOR)).toContain('by-type');
  });
});

describe('a target', () => {
  it('of which more is better counts everybody whose figure is known', () => {
    const goal = goalOf(LAPOR, { measure: 'resolved-share', units: 5000 });
    const rows = tableRows(LAPOR, [reports('63.01', 4, 3), reports('63.02', 4, 1), agency('63.03', null)]);
    expect(goal && countReached(goal, rows)).toEqual({ reached: 1, known: 2 });
  });

  it('of which fewer is better is reached by nobody who has not filled in everything', () => {
    const goal = goalOf(LAPOR, { measure: 'untouched-share', units: 5000 });
    const some = { received: 4, resolved: 4, untouched: 0 };
    const rows = tableRows(LAPOR, [
      agency('63.01', { ...emptyFigures(LAPOR), ...some }),
      agency('63.02', whole(LAPOR, some)),
    ]);
    expect(goal && countReached(goal, rows)).toEqual({ reached: 1, known: 1 });
  });
});
