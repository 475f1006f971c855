/** What the shape of registers and of what they count cannot say alone. */
import { describe, expect, it } from 'vitest';
import {
  EVERY_COLUMN,
  MEMBERS,
  type More,
  NAME,
  option,
  register,
  STATE,
  text,
} from '#tests/house/registers';
import { fillIn, type Report } from './fileReader';
import {
  checkCount,
  checkRegisters,
  checkRemark,
  type Count,
  countSchema,
  type Register,
  registerSchema,
} from './registers';

/** What is reported while something is checked: place and sentence. */
function saidIn(check: (report: Report) => void): readonly string[] {
  const said: string[] = [];
  check((path, given) => {
    const sentence = typeof given === 'string' ? given : fillIn(given.key, given.values);
    said.push(`${path.join('.')}: ${sentence}`);
  });
  return said;
}

describe('registers of one file', () => {
  const said = (...registers: readonly More[]) =>
    saidIn((report) =>
      checkRegisters(
        registers.map((one) => registerSchema.parse(one)),
        report,
      ),
    );

  it('are right with columns of every type, and codes that recur in another register alone', () => {
    expect(said(register(EVERY_COLUMN), register(EVERY_COLUMN, { code: 'peta' }))).toEqual([]);
    expect(said()).toEqual([]);
  });

  it('have codes of their own', () => {
    expect(said(register([NAME]), register([NAME], { code: 'peta' }), register([NAME]))).toEqual([
      'registers.2.code: code "kelompok" is used twice',
    ]);
  });

  it('use the code of a column once, and so that of an option', () => {
    const twice = { ...STATE, options: [option('aktif'), option('vakum'), option('aktif')] };
    expect(said(register([NAME]), register([NAME, MEMBERS, NAME], { code: 'peta' }))).toEqual([
      'registers.1.columns.2.code: code "nama" is used twice',
    ]);
    expect(said(register([NAME, twice]))).toEqual([
      'registers.0.columns.1.options.2.code: code "aktif" is used twice',
    ]);
  });

  it('may offer the same options in two columns', () => {
    expect(said(register([STATE, { ...STATE, code: 'dahulu' }]))).toEqual([]);
  });

  it.each(['2', '10', '007'])('offer no option %s: a digit chooses by place', (code) => {
    expect(said(register([{ ...STATE, options: [option('aktif'), option(code)] }]))).toEqual([
      `registers.0.columns.0.options.1.code: code "${code}" could be taken for the place of an option`,
    ]);
  });

  it('may offer options with a digit among letters', () => {
    expect(said(register([{ ...STATE, options: [option('4g'), option('tahap-2')] }]))).toEqual([]);
  });

  it.each([
    [5, 6, []],
    [5, 5, ['registers.0.columns.1.highest: highest 5 is not above lowest 5']],
    [5, 4, ['registers.0.columns.1.highest: highest 4 is not above lowest 5']],
  ])('count from %i to %i: %j', (lowest, highest, problems) => {
    expect(said(register([NAME, { ...MEMBERS, lowest, highest }]))).toEqual(problems);
  });

  it('require one column at least: without it every row would be complete', () => {
    const free = { ...NAME, required: false };
    expect(said(register([free, MEMBERS]), register([free], { code: 'peta' }))).toEqual([
      'registers.1.columns: no column is required: a row could not be complete',
    ]);
  });
});

describe('a remark beside a count', () => {
  const said = (remark: { readonly id: string; readonly en: string; readonly one?: string }) =>
    saidIn((report) => checkRemark(remark, ['remark'], report));

  it('says the count in both languages, and where English says one in another way', () => {
    expect(said({ id: '{count} desa', en: '{count} villages' })).toEqual([]);
    expect(said({ id: '{count} desa', en: '{count} villages', one: '{count} village' })).toEqual([]);
  });

  it('is refused at the text that lacks it', () => {
    expect(said({ id: 'desa', en: '{count} villages' })).toEqual(['remark.id: lacks {count}']);
    expect(said({ id: '{count} desa', en: 'villages', one: 'a village' })).toEqual([
      'remark.en: lacks {count}',
      'remark.one: lacks {count}',
    ]);
  });
});

describe('what a field counts', () => {
  const registers: readonly Register[] = [
    registerSchema.parse(register([NAME], { code: 'peta' })),
    registerSchema.parse(register(EVERY_COLUMN)),
  ];
  const said = (count: More, most = 1_000_000_000) => {
    const parsed: Count = countSchema.parse({ register: 'kelompok', ...count });
    return saidIn((report) => checkCount(parsed, registers, ['counted'], { report, most }));
  };

  it.each<readonly [string, More]>([
    ['a list', { op: 'listed', list: 'villages' }],
    ['rows', { op: 'rows' }],
    ['different values', { op: 'distinct', column: 'kecamatan' }],
    ['a sum', { op: 'sum', column: 'anggota' }],
    ['what is incomplete', { op: 'incomplete', remark: text('{count} belum lengkap') }],
  ])('is of a register that is there: %s', (_, count) => {
    expect(said(count)).toEqual([]);
    // Nothing more is said: what its columns are cannot be known.
    expect(said({ ...count, register: 'pohon' })).toEqual([
      'counted.register: register "pohon" is not among the registers',
    ]);
  });

  it.each(['distinct', 'sum'])('is of a column that is there: %s', (op) => {
    expect(said({ op, column: 'umur' })).toEqual([
      'counted.column: column "umur" is not among the columns of "kelompok"',
    ]);
    // It stands in the other register alone.
    expect(said({ op, column: 'anggota', register: 'peta' })).toEqual([
      'counted.column: column "anggota" is not among the columns of "peta"',
    ]);
  });

  it.each(['keadaan', 'nama', 'berdiri', 'rencana', 'kecamatan'])(
    'adds up numbers, and not the column %s, whose values may be counted',
    (code) => {
      expect(said({ op: 'sum', column: code })).toEqual([
        `counted.column: column "${code}" holds no numbers`,
      ]);
      expect(said({ op: 'distinct', column: code })).toEqual([]);
    },
  );

  it('adds up no more than can be stored, with every row there may be at its highest', () => {
    const sum = { op: 'sum', column: 'anggota' };
    expect(said(sum, 10_000_000)).toEqual([]);
    expect(said(sum, 9_999_999)).toEqual([
      'counted.column: 10000 rows of column "anggota" may exceed 9999999',
    ]);
    expect(said({ op: 'distinct', column: 'anggota' }, 1)).toEqual([]);
  });

  it('says of incomplete rows how many there are', () => {
    expect(said({ op: 'incomplete', remark: text('Belum lengkap') })).toEqual([
      'counted.remark.id: lacks {count}',
      'counted.remark.en: lacks {count}',
    ]);
  });

  describe('where some conditions hold', () => {
    /** What is said of conditions, of which the second entry has them behind one that is right. */
    const where = (op: string, condition: More) => {
      const right = { column: 'nama', filled: true };
      return said({
        op,
        ...(op !== 'rows' && { column: 'anggota' }),
        where: [{ any: [right] }, { any: [right, condition] }],
      });
    };
    const OPS = ['rows', 'distinct', 'sum'];

    it.each<readonly [string, More]>([
      ['an option', { column: 'keadaan', is: ['vakum', 'aktif'] }],
      ['a day of the year', { column: 'berdiri', inYear: true }],
      ['something in it', { column: 'rencana', filled: true }],
    ])('may ask for %s', (_, condition) => {
      for (const op of OPS) expect(where(op, condition)).toEqual([]);
    });

    it.each<readonly [string, More, readonly string[]]>([
      [
        'a column that there is not',
        { column: 'umur', is: ['tua'] },
        ['.column: column "umur" is not among the columns of "kelompok"'],
      ],
      [
        'a year of a column that there is not',
        { column: 'umur', inYear: true },
        ['.column: column "umur" is not among the columns of "kelompok"'],
      ],
      [
        'the year of a day to come',
        { column: 'rencana', inYear: true },
        [': column "rencana" holds no days of the past'],
      ],
      ['the year of a name', { column: 'nama', inYear: true }, [': column "nama" holds no days of the past']],
      [
        'the option of a number',
        { column: 'anggota', is: ['aktif', 'x'] },
        [': column "anggota" holds no choices'],
      ],
      [
        'options that there are not',
        { column: 'keadaan', is: ['bubar', 'aktif', 'mati'] },
        ['.is: "bubar" is no option of column "keadaan"', '.is: "mati" is no option of column "keadaan"'],
      ],
    ])('may not ask for %s', (_, condition, problems) => {
      for (const op of OPS)
        expect(where(op, condition)).toEqual(problems.map((one) => `counted.where.1.any.1${one}`));
    });
  });
});
