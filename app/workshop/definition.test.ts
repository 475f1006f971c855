/** Definitions out of files: what is taken, what is refused and where that is said. */
import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { instrumentFile } from '#tests/house/instruments';
import { parseAnyInstrument } from '~/instrument';
import { readTable } from '~/files/readTable.server';
import type { TableRow } from '~/files/table';
import { checkDefinition, type Checked } from './checkDefinition.server';
import { readDefinitionTable, writeDefinitionTable, type WrittenSheet } from './definitionTable';
import { writeDefinition } from './definitionWorkbook.server';
import { EXAMPLES } from './examples';
import { TABLE_KINDS } from './kinds';
import { TABLE_LIMITS } from './limits.server';
import { INDONESIAN } from './problemWords';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const seedOf = (name: string): object =>
  parseAnyInstrument(
    JSON.parse(readFileSync(new URL(`../../seeds/instruments/${name}.json`, import.meta.url), 'utf8')),
  );
const check = (json: unknown, locale: 'id' | 'en' = 'id') =>
  checkDefinition(bytesOf(JSON.stringify(json)), locale);
const faultsOf = (checked: Checked) =>
  checked.kind === 'faulty' ? checked.faults.map(({ place, text }) => `${place}: ${text}`) : checked;

async function sheetsOf(bytes: Uint8Array) {
  const sheets = new Map<string, TableRow[]>();
  await readTable(bytes, TABLE_LIMITS, (name, row) => {
    sheets.set(name, [...(sheets.get(name) ?? []), row]);
  });
  return [...sheets].map(([name, rows]) => ({ name, rows }));
}

/** The example as a workbook, with some cells changed: sheet, row from 1 below the headings, column from 0. */
async function workbook(
  kind: (typeof TABLE_KINDS)[number],
  changes: readonly (readonly [sheet: string, row: number, column: number, value: string | number | null])[],
) {
  const sheets = writeDefinitionTable(EXAMPLES[kind], kind, 'id').map((sheet): WrittenSheet => ({
    ...sheet,
    rows: sheet.rows.map((cells, row) =>
      cells.map((cell, column) => {
        const change = changes.find(
          ([name, at, place]) => name === sheet.name && at === row + 1 && place === column,
        );
        return change ? change[3] : cell;
      }),
    ),
  }));
  return writeDefinition(sheets);
}

describe('a definition as JSON', () => {
  test('names the path of what is missing, of the wrong kind and unknown, in both languages', async () => {
    const file: Record<string, unknown> = instrumentFile([[[10]]]);
    delete file.version;
    const wrong = { ...file, weightTotal: 'sepuluh', colour: 'red', predicateFrom: 'guess' };
    expect(faultsOf(await check(wrong))).toEqual([
      'version: wajib diisi',
      'weightTotal: harus berupa bilangan',
      'predicateFrom: harus salah satu dari "exact", "rounded"',
      'instrument: tidak dikenal: "colour"',
    ]);
    expect(faultsOf(await check(wrong, 'en'))).toContain('version: is missing');
  });

  test('says sums and numbers in the reader’s language', async () => {
    const file = instrumentFile([[[10, 20]]]);
    const [domain] = file.domains;
    if (domain) domain.weight = 31;
    expect(faultsOf(await check(file))).toEqual([
      'domains[0] (Domain 1): bobot aspek berjumlah 30, seharusnya 31',
      'domains: bobot domain berjumlah 31, seharusnya 30',
    ]);
    expect(faultsOf(await check(file, 'en'))).toContain(
      'domains[0] (Domain 1): aspect weights sum to 30, expected 31',
    );
  });

  test('that is cut short names its line', async () => {
    expect(await checkDefinition(bytesOf('{\n  "kind": "maturity",\n  "code":'), 'id')).toEqual({
      kind: 'notJson',
      line: 3,
    });
  });

  test('may not take the address of a page, nor be longer than pages can hold', async () => {
    expect(faultsOf(await check(instrumentFile([[[1]]], { code: 'komitmen' })))).toEqual([
      'code: kode ini sudah menjadi alamat halaman; pilih kode lain',
    ]);
    expect(faultsOf(await check(instrumentFile([[[1]]], { code: 'k'.repeat(41) })))).toHaveLength(1);
    expect(faultsOf(await check(instrumentFile([[Array<number>(501).fill(1)]])))).toHaveLength(1);
    const long = { ...instrumentFile([[[1]]]), name: { id: 'x'.repeat(5001), en: 'x' } };
    expect(faultsOf(await check(long))).toEqual(['name.id: teks paling panjang 5000 huruf']);
  });

  test('loses signs that nobody sees', async () => {
    const file = { ...instrumentFile([[[1]]]), name: { id: 'Na\u202ema\u0000', en: 'Name' } };
    const checked = await check(file);
    expect(checked.kind === 'right' && checked.body).toContain('"id":"Nama"');
  });

  test.each([
    ['nothing', '', { kind: 'refused', why: 'empty' }],
    ['a text', 'halo', { kind: 'refused', why: 'notTable' }],
    ['a million brackets', '['.repeat(1_000_000), { kind: 'notJson' }],
    ['more than two megabytes', ' '.repeat(2 * 1024 * 1024 + 1), { kind: 'refused', why: 'tooLong' }],
    ['a broken package', 'PK\u0003\u0004', { kind: 'refused', why: 'broken' }],
    ['a list', '[1]', { kind: 'faulty' }],
  ])('of %s is refused', async (_, text, answer) => {
    expect(await checkDefinition(bytesOf(text), 'id')).toMatchObject(answer);
  });

  test('with thousands of faults names fifty and counts the rest', async () => {
    const checked = await check({ kind: 'metrics', groups: Array<number>(2000).fill(1) });
    expect(checked).toMatchObject({ kind: 'faulty' });
    expect(checked.kind === 'faulty' && [checked.faults.length, checked.more > 1000]).toEqual([50, true]);
  });
});

describe('a definition as a workbook', () => {
  test.each([
    ['macros', 'xl/vbaProject.bin', 'x', 'macros'],
    [
      'a bomb',
      'xl/worksheets/sheet1.xml',
      `<worksheet>${' '.repeat(40 * 1024 * 1024)}</worksheet>`,
      'tooLarge',
    ],
  ])('with %s is refused', async (_, part, content, why) => {
    const zip = await JSZip.loadAsync(await workbook('maturity', []));
    zip.file(part, content);
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    expect(await checkDefinition(new Uint8Array(bytes), 'id')).toEqual({ kind: 'refused', why });
  });

  test('is not taken as a formula that no program has reckoned', async () => {
    const zip = await JSZip.loadAsync(await workbook('metrics', []));
    const sheet = 'xl/worksheets/sheet3.xml';
    const written = (await zip.file(sheet)?.async('text')) ?? '';
    zip.file(sheet, written.replace(/<c r="J2"[^>]*>.*?<\/c>/, '<c r="J2"><f>1+1</f></c>'));
    const bytes = await zip.generateAsync({ type: 'uint8array' });
    expect(faultsOf(await checkDefinition(new Uint8Array(bytes), 'en'))).toEqual([
      'Isian!J2: must hold a text or a plain number, no date, percentage or error',
    ]);
  });

  test.each(['spbe-2020', 'epss-2022', 'lapor-sp4n', 'satu-data', 'persandian'])(
    '%s comes back as it was',
    async (name) => {
      const { counting: _, ...instrument }: { counting?: unknown } = { ...seedOf(name) };
      const kind = TABLE_KINDS.find((one) => Reflect.get(instrument, 'kind') === one);
      if (!kind) throw new Error('of no kind that a workbook holds');
      const bytes = await writeDefinition(writeDefinitionTable(instrument, kind, 'en'));
      const read = readDefinitionTable(await sheetsOf(bytes));
      expect(read.problems).toEqual([]);
      expect(read.json).toEqual(instrument);
    },
  );

  test.each(TABLE_KINDS)('the example of %s is right as it is handed out', async (kind) => {
    const checked = await checkDefinition(await workbook(kind, []), 'id');
    expect(checked.kind === 'right' && JSON.parse(checked.body)).toEqual(EXAMPLES[kind]);
    expect(await check(EXAMPLES[kind])).toMatchObject({ kind: 'right' });
  });

  test('of before there was a column for the English of one is read without it', async () => {
    const sheets = writeDefinitionTable(EXAMPLES.metrics, 'metrics', 'en').map((sheet): WrittenSheet => {
      const kept = sheet.columns.map(({ head }) => !head.endsWith('(en, of one)'));
      const some = <T>(all: readonly T[]) => all.filter((_, at) => kept[at]);
      return { ...sheet, columns: some(sheet.columns), rows: sheet.rows.map(some) };
    });
    const read = readDefinitionTable(await sheetsOf(await writeDefinition(sheets)));
    expect(read.problems).toEqual([]);
    expect(read.json).toEqual(
      JSON.parse(
        JSON.stringify(EXAMPLES.metrics, (key, value: unknown) => (key === 'one' ? undefined : value)),
      ),
    );
  });

  test('names the cell of every fault', async () => {
    const bytes = await workbook('maturity', [
      ['Indikator', 1, 4, 'banyak'],
      ['Indikator', 2, 2, null],
      ['Domain', 2, 4, 'tidak-ada'],
    ]);
    expect(faultsOf(await checkDefinition(bytes, 'id'))).toEqual([
      'Indikator!E2: harus berupa bilangan',
      'Indikator!C3: wajib diisi',
    ]);
    const sums = await workbook('maturity', [['Indikator', 3, 4, 41]]);
    expect(faultsOf(await checkDefinition(sums, 'id'))).toEqual([
      'Aspek!B3: bobot indikator berjumlah 41, seharusnya 40',
    ]);
  });

  test('names a row that belongs nowhere, a kind without sheets and a key that is not known', async () => {
    const lost = await workbook('maturity', [['Aspek', 2, 0, 9]]);
    expect(faultsOf(await checkDefinition(lost, 'id'))).toContain(
      'Aspek!A3: “9” tidak ada di lembar di atasnya',
    );
    const ladder = await workbook('metrics', [['Instrumen', 1, 2, 'ladder']]);
    expect(faultsOf(await checkDefinition(ladder, 'en'))).toEqual([
      'Instrumen!C2: “ladder” cannot be written as XLSX; it is maturity or metrics, other kinds come as JSON',
    ]);
    const key = await workbook('metrics', [['Instrumen', 2, 0, 'kode']]);
    expect(faultsOf(await checkDefinition(key, 'id'))).toEqual(['Instrumen!A3: kunci “kode” tidak dikenal']);
  });
});

test('every sentence of the checks has its Indonesian', () => {
  const files = [
    'schema',
    'registers',
    'counting',
    'source',
    'fileReader',
    'predecessors',
    'knownPredecessors',
    'ladder/schema',
    'points/schema',
    'metrics/schema',
  ];
  const said = files.flatMap((file) => {
    const code = readFileSync(new URL(`../instrument/${file}.ts`, import.meta.url), 'utf8');
    const gaps = [...code.matchAll(/told`([^`]*)`/g)].map(([, text = '']) =>
      text.replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '{}'),
    );
    const plain = [...code.matchAll(/(?:report|regex)\((?:[^()]|\([^()]*\))*?,\s*'([^']+)',?\s*\)/g)].map(
      ([, text = '']) => text,
    );
    return [...gaps, ...plain];
  });
  expect(said.length).toBeGreaterThan(80);
  expect([...new Set(said)].filter((sentence) => INDONESIAN[sentence] === undefined)).toEqual([]);
});
