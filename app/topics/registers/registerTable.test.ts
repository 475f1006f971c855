import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMetrics, type Register } from '~/instrument/metrics';
import { readTable, writeTable } from './registerTable';

function registerOf(topic: string, code: string): Register {
  const file: unknown = JSON.parse(
    readFileSync(new URL(`../../../seeds/instruments/${topic}.json`, import.meta.url), 'utf8'),
  );
  const register = parseMetrics(file).registers?.find((one) => one.code === code);
  if (!register) throw new Error(code);
  return register;
}
const VILLAGES = registerOf('konektivitas', 'villages');
const GROUPS = registerOf('kim', 'groups');
const around = {
  locale: 'id',
  today: '2026-11-27',
  districts: [{ code: '63.01.01', name: 'Takisung' }],
  keys: new Set(['63.01.01.2001', '63.01.01.2002']),
} as const;

const villages = (text: string) => readTable(VILLAGES, text, around);
const problems = (text: string) => {
  const table = villages(text);
  return table.kind === 'problems'
    ? table.problems.map(({ line, column, problem }) => [line, column?.code ?? null, problem])
    : table.kind;
};

describe('a pasted table of villages', () => {
  it('is read by its header, in any order of columns and either language', () => {
    expect(villages('Code\tInternet signal\tMenara BTS\n63.01.01.2001\t1\t3\n6301012002\tnone\t\n')).toEqual({
      kind: 'rows',
      rows: [
        { key: '63.01.01.2001', cells: { internet: '4g', bts: '3' } },
        { key: '63.01.01.2002', cells: { internet: 'none' } },
      ],
    });
  });

  it('is read in the order of the page where it has no header', () => {
    expect(villages('63.01.01.2001\tBenua\tTakisung\tkuat\t5G/4G/LTE\t2\r\n')).toEqual({
      kind: 'rows',
      rows: [{ key: '63.01.01.2001', cells: { phone: 'strong', internet: '4g', bts: '2' } }],
    });
  });

  it('tells every mistake with its line and column, and is then nothing', () => {
    const text = [
      'Kode\tSinyal internet\tMenara BTS\tTanggal data',
      '63.02.01.2001\t1\t3\t',
      '63.01.01.2001\t7\tbanyak\t2027-01-01',
      '\t1\t\t',
      '63.01.01.2001\t1\t\t',
      '63.01.01.2002\t1\t2\t31/05/2026\tlebih',
    ].join('\n');
    expect(problems(text)).toEqual([
      [2, null, 'otherArea'],
      [3, 'internet', 'notChoice'],
      [3, 'bts', 'notNumber'],
      [3, 'day', 'future'],
      [4, null, 'noCode'],
      [5, null, { twiceOf: 3 }],
      [6, null, 'tooWide'],
    ]);
  });

  it.each([
    ['Kode\tSinyal internet\tWarna\n63.01.01.2001\t1\tx', [[1, null, 'unknownColumn']]],
    ['Kode\tMenara BTS\tTowers', [[1, 'bts', 'twiceColumn']]],
    ['Sinyal internet\tMenara BTS\n1\t2', [[1, null, 'noCodeColumn']]],
  ])('says what is wrong with a header (%#)', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it.each([
    ['', 'empty'],
    ['\n \t\n', 'empty'],
    ['Kode\tSinyal internet\n', 'empty'],
    ['63.01.01.2001\t"kuat', 'unreadable'],
    ['63.01.01.2001\n'.repeat(100_000), 'tooMany'],
  ])('is refused as a whole (%#)', (text, kind) => {
    expect(villages(text).kind).toBe(kind);
  });
});

describe('a table of rows that people add', () => {
  it('adds a row per line, places by name', () => {
    expect(
      readTable(GROUPS, 'Nama KIM\tKecamatan\tStatus\nSuara\tKec. Takisung\t1\n', { ...around, keys: null }),
    ).toEqual({
      kind: 'rows',
      rows: [{ key: null, cells: { name: 'Suara', district: '63.01.01', active: 'active' } }],
    });
  });
});

describe('a table that was written', () => {
  it('runs nothing in a spreadsheet, and is read back as it was', () => {
    const said = ['=HYPERLINK("http://x")', 'di "hulu"', "'biasa", '-5'];
    const rows = said.map((spots, at) => [`63.01.01.200${at + 1}`, spots]);
    const text = writeTable([['Kode', 'Catatan titik tanpa sinyal'], ...rows]);
    expect(text).not.toMatch(/\t"?=/);
    const keys = new Set(rows.map(([key]) => key ?? ''));
    expect(readTable(VILLAGES, text, { ...around, keys })).toEqual({
      kind: 'rows',
      rows: rows.map(([key, spots]) => ({ key, cells: { spots } })),
    });
  });
});
