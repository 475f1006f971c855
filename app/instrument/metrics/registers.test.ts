import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  completenessOf,
  contradictions,
  type Countable,
  countsOf,
  fieldsOf,
  judgeSheet,
  type Metrics,
  metricsOutcome,
  parseMetrics,
  readCell,
  type Register,
  type RowCells,
  typedFieldsOf,
  writeCell,
} from './index';

const read = (code: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../seeds/instruments/${code}.json`, import.meta.url), 'utf8'));
const SIGNAL = parseMetrics(read('konektivitas'));
const KIM = parseMetrics(read('kim'));

function registerOf(topic: Metrics, code: string): Register {
  const register = topic.registers?.find((one) => one.code === code);
  if (!register) throw new Error(`no register ${code}`);
  return register;
}
const VILLAGES = registerOf(SIGNAL, 'villages');
const GROUPS = registerOf(KIM, 'groups');
const MAP = registerOf(KIM, 'map');

function given(
  register: Register,
  rows: Readonly<Record<string, RowCells>>,
  villages: readonly string[] = [],
  districts: readonly string[] = ['63.01.01', '63.01.02', '63.01.03'],
): Countable {
  return {
    rows: { [register.code]: new Map(Object.entries(rows)) },
    area: { villages, districts },
    year: 2026,
  };
}

const filled = (phone: string, internet: string, more: RowCells = {}): RowCells => ({
  phone,
  internet,
  office: 'working',
  ...more,
});

describe('villages', () => {
  const list = ['63.01.01.1001', '63.01.01.2002', '63.01.02.2003', '63.01.02.2004', '63.01.03.2005'];

  it('are counted by their signal, those of which nothing is known too', () => {
    const rows = {
      '63.01.01.1001': filled('very-strong', '4g'),
      '63.01.01.2002': filled('none', '3g', { plan: 'proposed' }),
      '63.01.02.2003': filled('weak', 'none', { plan: 'no-plan', office: 'none' }),
      // A plan where there is signal is no plan for a blank spot.
      '63.01.02.2004': filled('strong', '2g', { plan: 'building' }),
    };
    expect(countsOf(SIGNAL, VILLAGES, given(VILLAGES, rows, list))).toEqual({
      villages: 5,
      'internet-4g': 1,
      'internet-weak': 2,
      'internet-none': 1,
      'blank-spot': 2,
      'village-office': 3,
      'tower-plan': 1,
      'villages-open': 1,
    });
  });

  it('of another area do not count', () => {
    const rows = { '63.02.01.2001': filled('none', 'none') };
    expect(countsOf(SIGNAL, VILLAGES, given(VILLAGES, rows, list))).toMatchObject({
      villages: 5,
      'blank-spot': 0,
      'villages-open': 5,
    });
  });

  it('count as filled in once no row lacks anything', () => {
    const some = Object.fromEntries(list.slice(0, 4).map((key) => [key, filled('strong', '4g')]));
    const counts = countsOf(SIGNAL, VILLAGES, given(VILLAGES, some, list));
    expect(completenessOf(SIGNAL, counts)).toEqual({ filled: 0, total: 14 });
    expect(metricsOutcome(SIGNAL, counts).remarks.map(({ id }) => id)).toEqual([
      '1 desa tanpa keterangan sinyal',
      '1 desa dan kelurahan belum lengkap di register',
    ]);
    const all = { ...some, '63.01.03.2005': filled('weak', 'none') };
    const whole = countsOf(SIGNAL, VILLAGES, given(VILLAGES, all, list));
    expect(completenessOf(SIGNAL, whole)).toEqual({ filled: 7, total: 14 });
    expect(metricsOutcome(SIGNAL, whole).remarks).toEqual([]);
  });

  it('cannot be typed against the register', () => {
    expect(judgeSheet(SIGNAL, { offices: '9', villages: '1', 'blank-spot': 'x' }, 'id')).toEqual({
      ok: true,
      figures: { ...Object.fromEntries(typedFieldsOf(SIGNAL).map(({ code }) => [code, null])), offices: 9 },
    });
  });
});

describe('groups and the map', () => {
  it('count districts and programmes once, however they are written', () => {
    const group = (name: string, district: string, active: string, more: RowCells = {}): RowCells => ({
      name,
      district,
      active,
      ...more,
    });
    const rows = {
      a: group('Suara Sungai', '63.01.01', 'active', {
        decree: '12/2024',
        members: '12',
        coached: '2026-02-01',
      }),
      b: group('Warta Muara', '63.01.01', 'active', { members: '8', coached: '2025-12-31' }),
      c: group('Kabar Pesisir', '63.01.02', 'dormant', { decree: '9/2020' }),
      d: group('Baru', '', 'active'),
    };
    expect(countsOf(KIM, GROUPS, given(GROUPS, rows))).toEqual({
      districts: 3,
      groups: 4,
      'groups-decree': 2,
      'groups-active': 3,
      'districts-active': 1,
      coached: 1,
      members: 20,
      'groups-open': 1,
    });
    const map = {
      a: { programme: 'Cegah stunting', audience: 'ibu', channel: 'radio', status: 'running' },
      b: { programme: ' cegah  Stunting', audience: 'remaja', status: 'planned' },
      c: { programme: 'Pasar murah', audience: 'umum', status: 'planned' },
    };
    expect(countsOf(KIM, MAP, given(MAP, map))).toEqual({
      programmes: 2,
      'programmes-channel': 1,
      'map-open': 0,
    });
  });

  it('say that there are none once that was said', () => {
    expect(countsOf(KIM, MAP, given(MAP, {}))).toEqual({
      programmes: 0,
      'programmes-channel': 0,
      'map-open': 0,
    });
  });
});

describe('whatever a register holds', () => {
  const cell = (register: Register) =>
    fc.record(
      Object.fromEntries(
        register.columns.map((column) => [
          column.code,
          column.type === 'choice'
            ? fc.constantFrom('', ...column.options.map(({ code }) => code))
            : column.type === 'listed'
              ? fc.constantFrom('', '63.01.01', '63.01.02')
              : column.type === 'number'
                ? fc.constantFrom('', '0', '7')
                : fc.constantFrom('', '2026-01-31', '2025-01-31', 'a'),
        ]),
      ),
    );
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'];

  it.each([
    [SIGNAL, VILLAGES],
    [KIM, GROUPS],
    [KIM, MAP],
  ])('its figures never contradict each other, and no order matters (%#)', (topic, register) => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), cell(register)), (rows) => {
        const counts = countsOf(topic, register, given(register, rows, keys));
        expect(contradictions(topic, counts)).toEqual({});
        const backwards = Object.fromEntries(Object.entries(rows).reverse());
        expect(countsOf(topic, register, given(register, backwards, keys))).toEqual(counts);
        for (const value of Object.values(counts)) expect(value).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('cells', () => {
  const column = (register: Register, code: string) => {
    const found = register.columns.find((one) => one.code === code);
    if (!found) throw new Error(code);
    return found;
  };
  const around = {
    locale: 'id',
    today: '2026-11-27',
    districts: [
      { code: '63.01.01', name: 'Takisung' },
      { code: '63.01.02', name: 'Bati-Bati' },
    ],
  } as const;
  const readAs = (register: Register, code: string, typed: string, locale: 'id' | 'en' = 'id') => {
    const cell = readCell(column(register, code), typed, { ...around, locale });
    return cell.ok ? cell.stored : cell.problem;
  };

  it.each([
    ['internet', '1', '4g'],
    ['internet', '4', 'none'],
    ['internet', '5', 'notChoice'],
    ['internet', '3G/h/h+', '3g'],
    ['internet', 'no internet signal', 'none'],
    ['internet', '4G', '4g'],
    ['internet', 'bagus', 'notChoice'],
    ['bts', '12', '12'],
    ['bts', '-1', 'negative'],
    ['bts', '501', 'tooLarge'],
    ['bts', '1,5', 'tooFine'],
    ['bts', 'banyak', 'notNumber'],
    ['day', '2026-11-27', '2026-11-27'],
    ['day', '2026-11-28', 'future'],
    ['day', '31/05/2026', '2026-05-31'],
    ['day', '31/02/2026', 'notDate'],
    ['day', '01/01/2090', 'future'],
    ['day', '2026-13-01', 'notDate'],
    ['day', '1.5.2026', '2026-05-01'],
    ['day', '1-5-2026', '2026-05-01'],
    ['day', '2026-1-05', 'notDate'],
    ['day', 'x2026-05-31', 'notDate'],
    ['day', '2026-05-310', 'notDate'],
    ['day', 'a1/5/2026', 'notDate'],
    ['day', '1/5/20260', 'notDate'],
    ['day', '1944-12-31', 'notDate'],
    ['day', '1945-01-01', '1945-01-01'],
    ['internet', '41', 'notChoice'],
    ['internet', 'x1', 'notChoice'],
    ['internet', '0', 'notChoice'],
    ['spots', 'x'.repeat(300), 'x'.repeat(300)],
    ['spots', 'x'.repeat(301), 'tooLong'],
    ['spots', '  ', ''],
  ])('of villages: %s %s is %s', (code, typed, expected) => {
    expect(readAs(VILLAGES, code, typed)).toBe(expected);
  });

  it.each([
    ['district', 'kec. bati bati', '63.01.02'],
    ['district', '63.01.01', '63.01.01'],
    ['district', '63.02.01', 'notListed'],
    ['district', 'Antah', 'notListed'],
    ['district', 'Kecamatan Takisung', '63.01.01'],
    ['district', 'kec  TAKISUNG', '63.01.01'],
    ['district', 'Pantai kec. Takisung', 'notListed'],
    ['district', 'kecTakisung', 'notListed'],
    ['district', 'batibati', 'notListed'],
    ['district', '', ''],
  ])('of groups: %s %s is %s', (code, typed, expected) => {
    expect(readAs(GROUPS, code, typed)).toBe(expected);
  });

  it('of a place that two have by name are asked for by its code', () => {
    const districts = [
      { code: '63.01.01', name: 'Karang' },
      { code: '63.01.09', name: 'Kec. Karang' },
    ];
    const cell = (typed: string) => readCell(column(GROUPS, 'district'), typed, { ...around, districts });
    expect(cell('karang')).toEqual({ ok: false, problem: 'notListed' });
    expect(cell('63.01.09')).toEqual({ ok: true, stored: '63.01.09' });
  });

  it('are shown as they are stored where the list does not know them any more, and empty where they are', () => {
    const places = { ...around, districts: [] };
    expect(writeCell(column(GROUPS, 'district'), '63.01.01', places)).toBe('63.01.01');
    expect(writeCell(column(GROUPS, 'district'), '63.01.01', around)).toBe('Takisung');
    expect(writeCell(column(VILLAGES, 'internet'), '5g', around)).toBe('5g');
    expect(writeCell(column(VILLAGES, 'internet'), 'none', { ...around, locale: 'en' })).not.toBe('none');
    for (const one of [...VILLAGES.columns, ...GROUPS.columns]) expect(writeCell(one, '', around)).toBe('');
  });

  it('take a day in English in one form only, and a day to come where one plans', () => {
    expect(readAs(VILLAGES, 'day', '05/06/2026', 'en')).toBe('notDate');
    expect(readAs(VILLAGES, 'day', '2026-06-05', 'en')).toBe('2026-06-05');
    expect(readAs(MAP, 'when', '2027-06-05')).toBe('2027-06-05');
    expect(readAs(MAP, 'when', '2100-12-31')).toBe('2100-12-31');
    expect(readAs(MAP, 'when', '2101-01-01')).toBe('notDate');
  });

  it('are read back from how they are written', () => {
    for (const register of [VILLAGES, GROUPS, MAP])
      for (const one of register.columns)
        for (const locale of ['id', 'en'] as const) {
          const samples =
            one.type === 'choice'
              ? one.options.map(({ code }) => code)
              : {
                  text: ['a b'],
                  date: ['2026-01-31'],
                  plan: ['2027-01-31'],
                  number: ['7'],
                  listed: ['63.01.02'],
                }[one.type];
          for (const value of samples) {
            const text = writeCell(one, value, { ...around, locale });
            expect(readCell(one, text, { ...around, locale })).toEqual({ ok: true, stored: value });
          }
        }
  });
});

describe('the loader', () => {
  const file = read('kim');

  it.each<[string, (text: string) => string, string]>([
    ['a register that there is not', (t) => t.replace('"register":"map"', '"register":"maps"'), '"maps"'],
    ['a sum beyond the exact', (t) => t.replace('"highest":10000}', '"highest":1000000}'), 'may exceed'],
    [
      'two registers of one code',
      (t) => t.replace('"registers":[{"code":"groups"', '"registers":[{"code":"map"'),
      'used twice',
    ],
    [
      'a register without what is incomplete',
      (t) => t.replace('"op":"incomplete","register":"map"', '"op":"incomplete","register":"groups"'),
      'must count what is incomplete',
    ],
    ['an operation that it does not know', (t) => t.replace('"op":"distinct"', '"op":"eval"'), 'counted'],
    ['a remark without its count', (t) => t.replace('{count} KIM', 'KIM'), 'lacks {count}'],
    [
      'decimals of what is counted',
      (t) =>
        t.replace(
          '"decimals":0,"lowest":0,"highest":1000,"optional":false,"counted"',
          '"decimals":1,"lowest":0,"highest":1000,"optional":false,"counted"',
        ),
      'no decimals',
    ],
  ])('refuses %s', (_, edit, says) => {
    const text = JSON.stringify(file);
    const edited = edit(text);
    expect(edited).not.toBe(text);
    expect(() => parseMetrics(JSON.parse(edited))).toThrow(says);
  });

  it('knows every counted field', () => {
    expect(fieldsOf(KIM).filter(({ counted }) => counted).length).toBe(11);
  });
});
