/** What is written reads back, in every style; and no text is run as a formula. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileText } from '#tests/hostileText';
import { type Cell, csvFile, csvRows, type CsvStyle, STYLES, TIDY } from './csv';
import { readCsvFile } from './csv.server';
import { guardFormula } from './formulaGuard';

describe('the guard', () => {
  it.each(['=1+1', '+62811', '-3', '@SUM(A1)', '＝1', '＋1', '－1', '＠x'])('stands before %s', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
    expect(guardFormula(`  ${text}`)).toBe(`'  ${text}`);
    expect(guardFormula(`"${text}`)).toBe(`'"${text}`);
    expect(guardFormula(`\u00a0" ${text}`)).toBe(`'\u00a0" ${text}`);
    expect(guardFormula(`\u200b${text}`)).toBe(`'${text}`);
    expect(guardFormula(`x${text}`)).toBe(`x${text}`);
  });

  it.each([
    ['tab', '\tx', "' x"],
    ['carriage return', '\rx', "'\nx"],
    ['line feed', '\nx', "'\nx"],
    ['tab before a formula', '\t=1', "' =1"],
    ['line break before a formula', '\r\n=1', "'\n=1"],
  ])('stands before a %s', (_name, text, guarded) => {
    expect(guardFormula(text)).toBe(guarded);
  });

  it('stands once, and not before ordinary text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(guardFormula(guardFormula(text))).toBe(guardFormula(text));
      }),
    );
    for (const text of ['', 'Kab. Tapin', "'=1", 'a=b', '2025-12-08', ' rapi', '"Satu Data"']) {
      expect(guardFormula(text)).toBe(text);
    }
  });
});

describe('a file', () => {
  it('follows the reader’s language, quotes what needs it and keeps numbers numbers', () => {
    const rows: readonly (readonly Cell[])[] = [
      ['nama', 'indeks'],
      ['=1+1', { hundredths: 285 }],
      ['a;"b"\n', -3],
      ['@x', null],
      ['', true],
    ];
    expect(csvFile(rows, STYLES.id)).toBe(
      `\uFEFFnama;indeks\r\n'=1+1;2,85\r\n"a;""b""\n";-3\r\n'@x;\r\n;true\r\n`,
    );
    expect(csvFile([['a,b', { hundredths: -5 }, 2.5]], STYLES.en)).toBe('\uFEFF"a,b",-0.05,2.5\r\n');
    expect(csvFile([[2.5, { hundredths: -285 }]], { separator: ',', decimal: ',' })).toBe(
      '\uFEFF"2,5","-2,85"\r\n',
    );
  });

  it('quotes every cell where it is asked to', () => {
    expect(csvRows([['a', '', null, 1]], { ...STYLES.id, quoted: true })).toBe('"a";"";"";"1"\r\n');
  });

  const cell = fc.oneof(
    hostileText,
    fc.string(),
    fc.constantFrom('"', '""', ';', ',', '\n', '\r\n', '"\r\n;', '=1', ' '),
  );
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
  const styles: readonly (readonly [string, CsvStyle])[] = [
    ['Indonesian', STYLES.id],
    ['English', STYLES.en],
    ['quoted', { ...STYLES.id, quoted: true }],
  ];

  it.each(styles)('reads back what was written: %s', (_name, style) => {
    fc.assert(
      fc.property(table, (rows) => {
        const read: unknown = parse(csvFile(rows, style), { bom: true, delimiter: style.separator });
        expect(read).toEqual(rows.map((row) => row.map(guardFormula)));
      }),
    );
  });

  it('reads back numbers as they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.double({ noNaN: true }), (hundredths, value) => {
        const read: unknown = parse(csvRows([[{ hundredths }, value]], TIDY));
        expect(read).toEqual([[(hundredths / 100).toFixed(2), String(value)]]);
      }),
    );
  });
});

describe('a file on the disk', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'csv-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function read(content: string): Promise<readonly (readonly string[])[]> {
    const path = join(folder, 'file.csv');
    await writeFile(path, content);
    const records: (readonly string[])[] = [];
    for await (const record of readCsvFile(path)) records.push(record);
    return records;
  }

  it('is read as it was written, longer than one piece', async () => {
    const rows = Array.from({ length: 5000 }, (_, no) => [String(no), 'Kabupaten "Tapin",\nKalsel']);
    expect(await read(csvRows(rows, TIDY))).toEqual(rows);
  });

  it('keeps its byte order mark, and rows of other lengths', async () => {
    expect(await read('\uFEFFa,b\r\nc\r\n')).toEqual([['\uFEFFa', 'b'], ['c']]);
  });

  it('that is cut short within quotes, or is not there, is an error', async () => {
    await expect(read('a,"b')).rejects.toThrow(/Quote Not Closed/);
    const missing = readCsvFile(join(folder, 'none.csv'));
    await expect(missing.next()).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
