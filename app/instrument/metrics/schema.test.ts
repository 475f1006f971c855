/** Which files of numbers are read, and with which words and at which place the others are refused. */
import { describe, expect, it } from 'vitest';
import { field, metricsFile, type SmallMeasure, SOURCE } from '#tests/house/metricsFile';
import { changedAt, type FilePath, problemsOf } from '#tests/house/wrongFile';
import { parseMetrics } from './schema';

const both = (id: string) => ({ id, en: `${id} (en)` });
const SUM: SmallMeasure = { formula: { op: 'sum', of: ['a', 'b'] } };
const small = (more: object = {}) => metricsFile({ sum: SUM }, more);
const refusedFor = (file: object) => problemsOf(parseMetrics, file);
const times = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('a file of numbers', () => {
  it('is read where it is right, and cannot be changed any more', () => {
    const metrics = parseMetrics(small());
    expect(metrics).toMatchObject({ code: 'angka', kind: 'metrics', headline: 'sum' });
    expect(Object.isFrozen(metrics.groups[0]?.fields[0])).toBe(true);
  });

  it('is of one of the topics that numbers are typed in for', () => {
    for (const agenda of ['complaints', 'communication', 'statistics', 'cryptography'])
      expect(refusedFor(small({ agenda }))).toEqual([]);
    for (const wrong of [{ agenda: 'spbe' }, { kind: 'points' }, { schemaVersion: 2 }, { more: 1 }])
      expect(refusedFor(small(wrong))).toHaveLength(1);
  });

  it.each<readonly [string, FilePath, unknown]>([
    ['the highest just above the lowest', ['groups', 0, 'fields', 0, 'highest'], 2],
    ['the highest that stays exact', ['groups', 0, 'fields', 0, 'highest'], 1_000_000_000],
    ['the lowest that stays exact', ['groups', 0, 'fields', 0, 'lowest'], -1_000_000_000],
    ['the highest with a decimal', ['groups', 1, 'fields', 0, 'highest'], 100_000_000],
    ['the lowest with a decimal', ['groups', 1, 'fields', 0, 'lowest'], -100_000_000],
    ['two decimals', ['groups', 1, 'fields', 0, 'decimals'], 2],
    ['ten notes', ['notes'], times(10).map(() => both('Catatan'))],
    ['no checks', ['checks'], []],
    ['thirty checks', ['checks'], times(30).map(() => ({ kind: 'within', part: 'a', whole: 'b' }))],
  ])('may have %s', (_, path, value) => {
    expect(refusedFor(changedAt(small(), path, value))).toEqual([]);
  });

  it.each<readonly [FilePath, unknown, string]>([
    [
      ['groups', 0, 'fields', 0, 'highest'],
      1,
      'groups[0].fields[0].highest: highest 1 is not above lowest 1',
    ],
    [
      ['groups', 0, 'fields', 0, 'highest'],
      1_000_000_001,
      'groups[0].fields[0].highest: 1000000001 is more than 1000000000',
    ],
    [
      ['groups', 0, 'fields', 0, 'lowest'],
      -1_000_000_001,
      'groups[0].fields[0].lowest: -1000000001 is less than -1000000000',
    ],
    [
      ['groups', 1, 'fields', 0, 'highest'],
      100_000_001,
      'groups[1].fields[0].highest: 100000001 is more than 100000000',
    ],
    [
      ['groups', 1, 'fields', 0, 'lowest'],
      -100_000_001,
      'groups[1].fields[0].lowest: -100000001 is less than -100000000',
    ],
    [['groups', 1, 'fields', 1, 'code'], 'c', 'groups[1].fields[1].code: code "c" is used twice'],
    [
      ['groups', 1, 'fields', 0, 'decimals'],
      3,
      'groups[1].fields[0].decimals: Too big: expected number to be <=2',
    ],
    [
      ['groups', 1, 'fields', 0, 'decimals'],
      -1,
      'groups[1].fields[0].decimals: Too small: expected number to be >=0',
    ],
    [
      ['groups', 1, 'fields', 0, 'lowest'],
      0.5,
      'groups[1].fields[0].lowest: Invalid input: expected int, received number',
    ],
    [['groups', 0, 'fields', 0, 'formula'], '1+1', 'groups[0].fields[0]: Unrecognized key: "formula"'],
    [['groups', 1, 'fields'], [], 'groups[1].fields: Too small: expected array to have >=1 items'],
    [['notes'], times(11).map(() => both('Catatan')), 'notes: Too big: expected array to have <=10 items'],
    [
      ['checks'],
      times(31).map(() => ({ kind: 'within', part: 'a', whole: 'b' })),
      'checks: Too big: expected array to have <=30 items',
    ],
    [['registers'], [], 'registers: Too small: expected array to have >=1 items'],
    [['references'], [], 'references: Too small: expected array to have >=1 items'],
    [['headline'], 'lain', 'headline: measure "lain" is not among the measures'],
  ])('is refused with its place: %j = %j', (path, value, line) => {
    expect(refusedFor(changedAt(small(), path, value))).toEqual([line]);
  });
});

describe('a check', () => {
  const parts = (more: object = {}) => ({
    kind: 'parts',
    code: 'rinci',
    whole: 'a',
    parts: ['b'],
    name: both('Sisa'),
    remark: { id: '{count} sisa', en: '{count} are left', one: '{count} is left' },
    ...more,
  });
  const within = (part: string, whole: string) => ({ kind: 'within', part, whole });
  const checked = (...checks: readonly object[]) => refusedFor(small({ checks }));

  it('holds a part within its whole, and parts within theirs', () => {
    expect(checked(within('b', 'a'), parts(), parts({ code: 'lain', whole: 'c', parts: ['d'] }))).toEqual([]);
  });

  it.each<readonly [object, readonly string[]]>([
    [within('z', 'a'), ['checks[0].part: field "z" is not among the fields']],
    [within('a', 'z'), ['checks[0].whole: field "z" is not among the fields']],
    [within('a', 'a'), ['checks[0]: a field stands in [a, a] twice']],
    [within('c', 'a'), ['checks[0]: fields a, c have different decimals']],
    [parts({ parts: ['b', 'z'] }), ['checks[0].parts[1]: field "z" is not among the fields']],
    [parts({ whole: 'z' }), ['checks[0].whole: field "z" is not among the fields']],
    [parts({ parts: ['b', 'b'] }), ['checks[0].parts: a field stands in [a, b, b] twice']],
    [parts({ parts: ['a'] }), ['checks[0].parts: a field stands in [a, a] twice']],
    [parts({ parts: ['b', 'c'] }), ['checks[0].parts: fields a, b, c have different decimals']],
    [
      parts({ remark: { id: 'sisa', en: 'are left', one: 'is left' } }),
      ['id', 'en', 'one'].map((of) => `checks[0].remark.${of}: lacks {count}`),
    ],
    [parts({ parts: [] }), ['checks[0].parts: Too small: expected array to have >=1 items']],
  ])('is refused: %j', (check, lines) => {
    expect(checked(check)).toEqual(lines);
  });

  it('has a code of its own', () => {
    expect(checked(parts(), parts())).toEqual(['checks[1].code: code "rinci" is used twice']);
  });
});

describe('a reference', () => {
  const reference = (more: object = {}) => ({
    code: 'nasional',
    name: both('Nasional'),
    unit: 'percent',
    decimals: 2,
    value: 7819,
    period: '2023',
    source: SOURCE,
    ...more,
  });
  const given = (...references: readonly object[]) => refusedFor(small({ references }));

  it('is a figure of any unit, of a year or of two', () => {
    for (const unit of ['index', 'points', 'percent', 'count', 'days'])
      expect(given(reference({ unit }))).toEqual([]);
    for (const period of ['2023', '2022–2023']) expect(given(reference({ period }))).toEqual([]);
    for (const value of [1_000_000_000, 0, -1_000_000_000]) expect(given(reference({ value }))).toEqual([]);
    expect(given(...times(10).map((at) => reference({ code: `n${at}` })))).toEqual([]);
  });

  it.each(['sekitar 2023', '2023 ini', '202', '20233', 'dua ribu', '2022-2023', '2022–23', '2022–2023–2024'])(
    'is of no other time: %s',
    (period) => {
      expect(given(reference({ period }))).toEqual([
        'references[0].period: a year such as 2023, or two such as 2022–2023',
      ]);
    },
  );

  it('is refused beyond the exact, of an unknown unit, and where there are too many', () => {
    expect(given(reference({ value: 1_000_000_001 }))).toHaveLength(1);
    expect(given(reference({ value: -1_000_000_001 }))).toHaveLength(1);
    expect(given(reference({ unit: 'ratio' }))).toHaveLength(1);
    expect(given(reference(), reference())).toEqual(['references[1].code: code "nasional" is used twice']);
    expect(given(...times(11).map((at) => reference({ code: `n${at}` })))).toEqual([
      'references: Too big: expected array to have <=10 items',
    ]);
  });
});

describe('what is counted out of a list of reports', () => {
  const counting = {
    received: 'masuk',
    types: [{ field: 'biasa', days: 14, words: ['biasa'] }],
    statuses: [
      { field: 'selesai', words: ['selesai'] },
      { field: 'proses', words: ['proses'] },
    ],
    resolved: 'selesai',
    onTime: 'tepat',
    workingDays: 'hari',
    source: SOURCE,
  };
  const groups = [
    ...small().groups,
    {
      name: both('Laporan'),
      fields: ['masuk', 'biasa', 'selesai', 'proses', 'tepat', 'hari'].map((code) => field(code, 0, 0, 9)),
    },
  ];
  const counted = (more: object) => refusedFor(small({ groups, counting: { ...counting, ...more } }));

  it('is right where each field is there and stands once', () => {
    expect(counted({})).toEqual([]);
  });

  it.each<readonly [object, string]>([
    [{ received: 'lain' }, 'counting: field "lain" is not among the fields'],
    [{ received: 'c' }, 'counting: field "c" takes decimals: reports are whole'],
    [{ onTime: 'hari' }, 'counting: a field stands in [masuk, biasa, selesai, proses, hari, hari] twice'],
    [{ resolved: 'tepat' }, 'counting.resolved: "tepat" is not among the statuses'],
    [
      { types: [{ field: 'biasa', days: 14, words: ['biasa', 'biasa'] }] },
      'counting.types: a field stands in [biasa, biasa] twice',
    ],
    [
      { statuses: counting.statuses.map((status) => ({ ...status, words: ['ya'] })) },
      'counting.statuses: a field stands in [ya, ya] twice',
    ],
  ])('is refused: %j', (more, line) => {
    expect(counted(more)).toEqual([line]);
  });
});

describe('what a register counts', () => {
  const remark = { id: '{count} belum', en: '{count} are open', one: '{count} is open' };
  const register = (code = 'desa') => ({
    code,
    name: both('Desa'),
    rowName: both('desa'),
    lead: both('Daftar'),
    columns: [{ code: 'nama', name: both('Nama'), required: true, source: SOURCE, type: 'text', most: 50 }],
  });
  const rows = { ...field('baris', 0, 0, 900), counted: { op: 'rows', register: 'desa' } };
  const open = {
    ...field('terbuka', 0, 0, 900, true),
    counted: { op: 'incomplete', register: 'desa', remark },
  };
  const registered = (fields: readonly object[], registers: readonly object[] | undefined = [register()]) =>
    refusedFor(small({ groups: [...small().groups, { name: both('Tiga'), fields }], registers }));
  const says = (of: string, count: number) =>
    `registers[0]: one field must count what is incomplete in "${of}", not ${count}`;

  it('is whole, from nothing on, and one field tells what is lacking', () => {
    expect(registered([rows, open])).toEqual([]);
  });

  it.each<readonly [object, string]>([
    [{ ...rows, decimals: 1 }, 'groups[2].fields[0].decimals: what is counted has no decimals'],
    [{ ...rows, lowest: 1 }, 'groups[2].fields[0].lowest: what is counted begins at 0'],
    [
      { ...rows, optional: true },
      'groups[2].fields[0].optional: of the fields that are counted only the incomplete rows are optional',
    ],
    [
      { ...rows, counted: { op: 'rows', register: 'lain' } },
      'groups[2].fields[0].counted.register: register "lain" is not among the registers',
    ],
    [
      { ...rows, counted: { op: 'distinct', register: 'desa', column: 'lain' } },
      'groups[2].fields[0].counted.column: column "lain" is not among the columns of "desa"',
    ],
  ])('is refused: %j', (wrong, line) => {
    expect(registered([wrong, open])).toEqual([line]);
  });

  it('is refused where what is lacking must be filled in, or is told by no field, or by two', () => {
    expect(registered([rows, { ...open, optional: false }])).toEqual([
      'groups[2].fields[1].optional: of the fields that are counted only the incomplete rows are optional',
    ]);
    expect(registered([rows])).toEqual([says('desa', 0)]);
    expect(registered([rows, open, { ...open, code: 'lagi' }])).toEqual([says('desa', 2)]);
    // Of another register it says nothing.
    expect(registered([rows, open], [register(), register('kim')])).toEqual([
      says('kim', 0).replace('[0]', '[1]'),
    ]);
  });

  it('is refused where there are no registers, and where there are six', () => {
    expect(
      refusedFor(small({ groups: [...small().groups, { name: both('Tiga'), fields: [rows] }] })),
    ).toEqual(['groups[2].fields[0].counted.register: register "desa" is not among the registers']);
    const codes = times(6).map((at) => `r${at}`);
    const fields = codes.map((code) => ({
      ...open,
      code: `t-${code}`,
      counted: { op: 'incomplete', register: code, remark },
    }));
    const of = (count: number) =>
      registered(
        fields.slice(0, count),
        codes.slice(0, count).map((code) => register(code)),
      );
    expect(of(5)).toEqual([]);
    expect(of(6)).toEqual(['registers: Too big: expected array to have <=5 items']);
  });
});
