import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { field, metricsFile, type SmallMeasure } from '#tests/house/metricsFile';
import { column, NAME, register, text } from '#tests/house/registers';
import type { RowCells } from '../registers';
import { countsOf } from './count';
import { districtBoardOf } from './districts';
import { measuresOf } from './measure';
import { parseMetrics } from './schema';

const file = (code: string) =>
  parseMetrics(
    JSON.parse(readFileSync(new URL(`../../../seeds/instruments/${code}.json`, import.meta.url), 'utf8')),
  );
const SIGNAL = file('konektivitas');
const GROUPS = file('kim');

/** Groups without a place and houses with a district: what is counted of both, and a field that is typed. */
const PLACELESS = register([NAME]);
const HOUSES = register([NAME, column('kecamatan', 'listed', { list: 'districts' })], { code: 'rumah' });
const counted = (code: string, op: string, of: string, more: object = {}) => ({
  ...field(code, 0, 0, 1000),
  counted: { op, register: of, ...more },
});
const COUNTED = [
  counted('kelompok', 'rows', 'kelompok'),
  counted('rumah', 'rows', 'rumah'),
  counted('kecamatan', 'listed', 'rumah', { list: 'districts' }),
  field('ketik', 0, 0, 1000),
];
/** Every register has one field that counts what is lacking. */
const lackingOf = ({ code }: Record<string, unknown>) => ({
  ...field(`kurang-${String(code)}`, 0, 0, 1000, true),
  counted: { op: 'incomplete', register: String(code), remark: text('Kurang {count}') },
});
const small = (
  measures: Readonly<Record<string, SmallMeasure>>,
  registers: readonly Record<string, unknown>[] = [PLACELESS, HOUSES],
  fields: readonly object[] = COUNTED,
) =>
  parseMetrics(
    metricsFile(measures, {
      registers,
      groups: [{ name: { id: 'Satu', en: 'One' }, fields: [...fields, ...registers.map(lackingOf)] }],
      checks: [],
    }),
  );
const OF_HOUSES: SmallMeasure = { formula: { op: 'sum', of: ['rumah'] } };
const codesOf = (metrics: typeof SIGNAL) => districtBoardOf(metrics)?.measures.map(({ code }) => code);

const AREA = {
  districts: ['63.01.01', '63.01.02', '63.01.03'],
  villages: ['63.01.01.1001', '63.01.01.2001', '63.01.02.2001', '63.01.03.2001'],
};
const VILLAGE = { phone: 'strong', internet: '4g', office: 'working', plan: 'no-plan' };

function board(metrics: typeof SIGNAL) {
  const found = districtBoardOf(metrics);
  if (!found) throw new Error('no board');
  return found;
}

describe('a register by district', () => {
  it('is offered where rows say where they lie and measures follow from them alone', () => {
    expect(board(SIGNAL).measures.map(({ code }) => code)).toEqual([
      'blank-spots',
      'blank-share',
      'share-4g',
      'share-weak',
      'unplanned',
      'office-share',
    ]);
    expect(board(GROUPS).register.code).toBe('groups');
    expect(board(GROUPS).measures[0]?.code).toBe('coverage');
    expect(districtBoardOf(file('lapor-sp4n'))).toBeNull();
  });

  it('is not offered where rows do not say where they lie, and the next register is taken', () => {
    const metrics = small({ semua: { formula: { op: 'sum', of: ['kelompok'] } }, satu: OF_HOUSES });
    expect(board(metrics).register.code).toBe('rumah');
    expect(codesOf(metrics)).toEqual(['satu']);
  });

  it('is not offered where nothing is counted of it, and the next register is taken', () => {
    const idle = register([column('kecamatan', 'listed', { list: 'districts' })], { code: 'sepi' });
    const metrics = small({ satu: OF_HOUSES }, [idle, HOUSES], COUNTED.slice(1));
    expect(board(metrics).register.code).toBe('rumah');
  });

  it('takes a measure only where every figure of it is counted, whatever it is reckoned by; the headline first', () => {
    const both = ['rumah', 'ketik'];
    const add = (...codes: readonly string[]) => ({ add: codes });
    const measures: Readonly<Record<string, SmallMeasure>> = {
      jumlah: { formula: { op: 'sum', of: both } },
      rerata: { formula: { op: 'mean', of: both } },
      sisa: { formula: { op: 'difference', from: 'kecamatan', less: ['ketik'] } },
      selisih: { formula: { op: 'difference', from: 'ketik', less: ['rumah'] } },
      nisbah: { formula: { op: 'ratio', of: add('rumah'), to: add('ketik') } },
      imbang: { formula: { op: 'ratio', of: { add: ['rumah'], subtract: ['ketik'] }, to: add('kecamatan') } },
      semua: { formula: { op: 'mean', of: ['rumah', 'kecamatan'] } },
      beda: { formula: { op: 'difference', from: 'kecamatan', less: ['rumah'] } },
      rasio: { formula: { op: 'ratio', of: add('rumah'), to: add('kecamatan') } },
      satu: OF_HOUSES,
    };
    expect(codesOf(small(measures))).toEqual(['satu', 'semua', 'beda', 'rasio']);
  });

  it('says nothing of a village that lies in no district of the area, and is empty without rows', () => {
    const area = { districts: ['63.01.01'], villages: ['63.01.01.1001', '63.02.01.2001'] };
    const found = board(SIGNAL).of({ rows: {}, area, year: 2026 });
    expect(found).toHaveLength(1);
    expect(found[0]?.lacking).toBe(1);
  });

  it('is not begun before a row was touched', () => {
    expect(board(SIGNAL).isBegun({})).toBe(false);
    expect(board(SIGNAL).isBegun({ offices: 3 })).toBe(false);
    expect(board(SIGNAL).isBegun({ 'blank-spot': 0 })).toBe(true);
  });

  it('counts each village where it lies, and says where something is lacking', () => {
    const rows = new Map<string, RowCells>([
      ['63.01.01.1001', VILLAGE],
      ['63.01.01.2001', { ...VILLAGE, internet: 'none' }],
      ['63.01.02.2001', { internet: 'none' }],
    ]);
    const found = board(SIGNAL).of({ rows: { villages: rows }, area: AREA, year: 2026 });
    expect(
      found.map(({ district, values }) => [district, values[0]?.numerator, values[1]?.denominator]),
    ).toEqual([
      ['63.01.01', 1, 2],
      ['63.01.02', 1, 1],
      ['63.01.03', 0, 1],
    ]);
    expect(found[0]?.lacking).toBe(0);
    expect(found[1]?.lacking).toBe(1);
    expect(found[2]?.lacking).toBe(1);
  });

  it('counts a group by its own column; a district that is not one of the area counts nowhere', () => {
    const group = { name: 'KIM', active: 'active', members: '9' };
    const rows = new Map<string, RowCells>([
      ['a', { ...group, district: '63.01.02' }],
      ['b', { ...group, district: '63.01.02', active: 'dormant' }],
      ['c', { ...group, district: '63.09.01' }],
    ]);
    const found = board(GROUPS).of({ rows: { groups: rows }, area: AREA, year: 2026 });
    expect(found.map(({ values }) => values[0])).toMatchObject([
      { numerator: 0, denominator: 1 },
      { numerator: 1, denominator: 1 },
      { numerator: 0, denominator: 1 },
    ]);
  });

  it('adds up to what the whole register counts', () => {
    const signal = fc.constantFrom('4g', '3g', 'none', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...AREA.villages), signal)), (cells) => {
        const rows = new Map(cells.map(([key, internet]) => [key, { ...VILLAGE, internet }]));
        const given = { rows: { villages: rows }, area: AREA, year: 2026 };
        const { measures, of, register } = board(SIGNAL);
        const whole = new Map(
          measuresOf(SIGNAL, countsOf(SIGNAL, register, given)).map(({ measure, quantity }) => [
            measure.code,
            quantity,
          ]),
        );
        for (const [at, { code, unit }] of measures.entries()) {
          if (unit !== 'count' && unit !== 'percent') continue;
          const sum = of(given).reduce((all, { values }) => all + (values[at]?.numerator ?? 0), 0);
          expect(sum).toBe(whole.get(code)?.numerator);
        }
      }),
    );
  });
});
