/** What a register and a count may hold and what they may not, at the edges of what is allowed. */
import { describe, expect, it } from 'vitest';
import {
  EVERY_COLUMN,
  column,
  FOUNDED,
  type More,
  NAME,
  option,
  register,
  STATE,
  text,
} from '#tests/house/registers';
import { countSchema, registerSchema } from './registers';

const options = (count: number) => Array.from({ length: count }, (_, at) => option(`pilihan-${at}`));

/** Where a shape is wrong; nothing where it is right. */
const wrongAt = (schema: typeof registerSchema | typeof countSchema, given: unknown) =>
  schema.safeParse(given).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('the shape of a register', () => {
  const wrong = (columns: readonly More[], more?: More) => wrongAt(registerSchema, register(columns, more));

  it('has columns of every type', () => {
    expect(registerSchema.parse(register(EVERY_COLUMN)).columns.map(({ type }) => type)).toEqual([
      'choice',
      'text',
      'date',
      'plan',
      'number',
      'listed',
    ]);
  });

  it('has rows that people add, or those of the villages, and no others', () => {
    expect(wrong(EVERY_COLUMN, { rows: 'villages' })).toEqual([]);
    expect(wrong(EVERY_COLUMN, { rows: 'districts' })).toEqual(['rows']);
  });

  it('has one column at least and sixteen at most', () => {
    const columns = (count: number) => Array.from({ length: count }, (_, at) => column(`k-${at}`, 'date'));
    expect(wrong(columns(1))).toEqual([]);
    expect(wrong(columns(16))).toEqual([]);
    expect(wrong([])).toEqual(['columns']);
    expect(wrong(columns(17))).toEqual(['columns']);
  });

  it('offers two to nine options: each has a key of its own', () => {
    const choice = (count: number) => [column('keadaan', 'choice', { options: options(count) })];
    expect(wrong(choice(2))).toEqual([]);
    expect(wrong(choice(9))).toEqual([]);
    expect(wrong(choice(1))).toEqual(['columns.0.options']);
    expect(wrong(choice(10))).toEqual(['columns.0.options']);
  });

  it('takes one to five hundred letters in a cell', () => {
    const most = (letters: number) => [column('nama', 'text', { most: letters })];
    expect(wrong(most(1))).toEqual([]);
    expect(wrong(most(500))).toEqual([]);
    for (const letters of [0, 501, 1.5]) expect(wrong(most(letters))).toEqual(['columns.0.most']);
  });

  it('counts from nothing on, in whole numbers', () => {
    const from = (lowest: number) => [column('anggota', 'number', { lowest, highest: 9 })];
    expect(wrong(from(0))).toEqual([]);
    expect(wrong(from(5))).toEqual([]);
    for (const lowest of [-1, 0.5]) expect(wrong(from(lowest))).toEqual(['columns.0.lowest']);
  });

  it.each<readonly [string, More, string]>([
    ['a column of an unknown type', column('x', 'colour'), 'columns.0.type'],
    ['a place of another list', column('x', 'listed', { list: 'villages' }), 'columns.0.list'],
    ['a column without a source', column('x', 'date', { source: undefined }), 'columns.0.source'],
    ['a column that may be required', column('x', 'date', { required: undefined }), 'columns.0.required'],
    [
      'an option with a hint',
      { ...STATE, options: [option('a'), { ...option('b'), hint: 'x' }] },
      'columns.0.options.1',
    ],
    ['a column with what another type has', { ...FOUNDED, most: 9 }, 'columns.0'],
  ])('refuses %s', (_, one, place) => {
    expect(wrong([one])).toEqual([place]);
  });

  it('may help with a column, and has nothing beside what is known', () => {
    expect(wrong([{ ...NAME, help: text('Seperti di SK') }])).toEqual([]);
    expect(wrong(EVERY_COLUMN, { colour: 'red' })).toEqual(['']);
  });
});

describe('the shape of a count', () => {
  const wrong = (count: unknown) => wrongAt(countSchema, count);
  const where = (...entries: readonly (readonly unknown[])[]) => ({
    op: 'rows',
    register: 'kelompok',
    where: entries.map((any) => ({ any })),
  });
  const filled = { column: 'nama', filled: true };
  const times = <T>(count: number, one: T) => Array.from({ length: count }, () => one);

  it.each<readonly [string, More]>([
    ['the villages of the area', { op: 'listed', list: 'villages' }],
    ['the districts of the area', { op: 'listed', list: 'districts' }],
    ['rows', { op: 'rows' }],
    ['different values', { op: 'distinct', column: 'kecamatan' }],
    ['a sum', { op: 'sum', column: 'anggota' }],
    ['what is incomplete', { op: 'incomplete', remark: text('{count} belum lengkap') }],
  ])('may be %s', (_, count) => {
    expect(wrong({ ...count, register: 'kelompok' })).toEqual([]);
    expect(wrong(count)).toEqual(['register']);
    expect(wrong({ ...count, register: 'kelompok', colour: 'red' })).toEqual(['']);
  });

  it('may be of no other list, and of no other operation', () => {
    expect(wrong({ op: 'listed', list: 'provinces', register: 'kelompok' })).toEqual(['list']);
    expect(wrong({ op: 'eval', register: 'kelompok' })).toEqual(['op']);
  });

  it('asks for one of some options, for something, or for a day of the year', () => {
    expect(
      wrong(where([{ column: 'keadaan', is: ['aktif'] }, filled], [{ column: 'berdiri', inYear: true }])),
    ).toEqual([]);
    expect(wrong(where([{ column: 'keadaan', is: [] }]))).toEqual(['where.0.any.0.is']);
    for (const condition of [
      { column: 'nama', filled: false },
      { column: 'berdiri', inYear: false },
      { column: 'nama' },
      { ...filled, inYear: true },
    ])
      expect(wrong(where([condition]))).toEqual(['where.0.any.0']);
  });

  it('asks nine times at most, each time for one of nine at most', () => {
    expect(wrong(where())).toEqual([]);
    expect(wrong(where(...times(9, times(9, filled))))).toEqual([]);
    expect(wrong(where(...times(10, [filled])))).toEqual(['where']);
    expect(wrong(where([filled], []))).toEqual(['where.1.any']);
    expect(wrong(where([filled], times(10, filled)))).toEqual(['where.1.any']);
    expect(wrong({ op: 'rows', register: 'kelompok', where: [{ any: [filled], not: [filled] }] })).toEqual([
      'where.0',
    ]);
  });
});
