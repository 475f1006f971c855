import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { LAPOR, PEMDI } from '#tests/house/house';
import { csvFile, STYLES } from '~/files/csv';
import { writeForm } from '~/files/formWorkbook.server';
import { readTable } from '~/files/readTable.server';
import type { TableCell, TableRow } from '~/files/table';
import { type Locale, LOCALES, parseAnyInstrument } from '~/instrument';
import { emptyFigures, type Figures, isTopic, kindOf, type Topic } from '~/instrument/topic';
import { formOf, readSheetTable, type Stamp, type TemplateRow, templateRows, typedOf } from './sheetTable';

const FOLDER = new URL('../../../seeds/instruments/', import.meta.url);
const TOPICS: readonly Topic[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => parseAnyInstrument(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))))
  .filter(isTopic);

const stampOf = (topic: Topic, language: Locale): Stamp => ({
  topicCode: topic.code,
  agencyCode: '63.01',
  version: 7,
  language,
  rakerdaId: 'demo-kalsel-2025',
});

const LIMITS = { rows: 5000, columns: 40, unpacked: 32 * 1024 * 1024, letters: 200 };

async function readBack(topic: Topic, bytes: Uint8Array) {
  const rows: TableRow[] = [];
  await readTable(bytes, LIMITS, (_, row) => rows.push(row));
  return readSheetTable(topic, [{ name: '', rows }]);
}

/** What people fill in: what registers count has no row. */
function askedCodes(topic: Topic): readonly string[] {
  const { codes, asked } = kindOf(topic);
  return codes.filter((code) => asked(code) !== null);
}

/** Some figures that the topic takes, one code after the other. */
function someFigures(topic: Topic, seed: number): Figures {
  const { asked } = kindOf(topic);
  return Object.fromEntries(
    askedCodes(topic).map((code, at) => {
      const choices = asked(code)?.choices ?? [];
      if ((at + seed) % 3 === 0) return [code, null];
      return [
        code,
        choices.length > 0 ? (choices[(at + seed) % choices.length] ?? null) : (at * 37 + seed * 7) % 400,
      ];
    }),
  );
}

describe.each(TOPICS.map((topic) => [topic.code, topic] as const))('the template of %s', (_, topic) => {
  it.each(LOCALES)('comes back as it went out, in %s, as a workbook and as text', async (language) => {
    for (const seed of [0, 1]) {
      const figures = someFigures(topic, seed);
      const rows = templateRows(topic, figures, stampOf(topic, language));
      const { write } = kindOf(topic);
      const codes = askedCodes(topic);
      const typed = Object.fromEntries(
        codes.map((code) => {
          const figure = figures[code] ?? null;
          return [code, figure === null ? '' : write(code, figure, language)];
        }),
      );
      // A page writes 8.146 and 95,70; what is read means the same, if not by the same signs.
      const judged = kindOf(topic).judge(null, typed, language);
      const workbook = await writeForm(formOf(rows, language, false));
      const csv = new TextEncoder().encode(csvFile([HEAD[language], ...rows.map(cellsOf)], STYLES[language]));
      for (const bytes of [workbook, csv]) {
        const read = await readBack(topic, bytes);
        if (read.kind !== 'read') throw new Error(read.kind);
        expect(read.problems).toEqual([]);
        expect(read.stamp).toEqual(stampOf(topic, language));
        expect(Object.keys(read.typed)).toEqual(codes);
        expect(kindOf(topic).judge(null, read.typed, language)).toEqual(judged);
      }
    }
  });
});

const HEAD = {
  id: ['Kode', 'Bagian', 'Isian', 'Satuan atau pilihan', 'Nilai'],
  en: ['Code', 'Section', 'Field', 'Unit or choices', 'Value'],
} as const;
const cellsOf = ({ code, section, label, unit, value }: TemplateRow) => [code, section, label, unit, value];

describe('a cell', () => {
  const number = (value: number, language: Locale = 'id') =>
    typedOf(LAPOR, 'received', { kind: 'number', number: value }, language);

  it('that holds a number means one thing in either language', () => {
    expect(number(8146)).toEqual({ ok: true, text: '8146' });
    expect(number(95.7)).toEqual({ ok: true, text: '95,7000' });
    expect(number(95.7, 'en')).toEqual({ ok: true, text: '95.7000' });
    // Three digits behind the sign would be asked back as a thousand.
    expect(number(8.146)).toEqual({ ok: true, text: '8,1460' });
    expect(number(-3)).toEqual({ ok: true, text: '-3' });
    // As spreadsheets store 95.7 and 0.1 + 0.2.
    expect(number(95.700000000000003)).toEqual({ ok: true, text: '95,7000' });
    expect(number(0.1 + 0.2)).toEqual({ ok: true, text: '0,3000' });
  });

  it('is read exactly, or refused: whatever number stands in it', () => {
    const { judge } = kindOf(LAPOR);
    fc.assert(
      fc.property(
        fc.oneof(fc.double(), fc.integer(), fc.maxSafeInteger()),
        fc.constantFrom(...LOCALES),
        (value, language) => {
          fc.pre(Number.isFinite(value));
          const read = number(value, language);
          if (!read.ok) throw new Error('a number is typed');
          const judged = judge(null, { received: read.text }, language);
          const isTaken = Number.isInteger(value) && value >= 0 && value <= 10_000_000;
          // Digits that no spreadsheet shows are no fraction.
          const isNearlyWhole = Number.isInteger(Number(value.toPrecision(15)));
          if (isTaken) expect(judged.ok && judged.figures.received).toBe(value === 0 ? 0 : value);
          else if (!isNearlyWhole) expect(judged.ok).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('that holds no number says so', () => {
    const problem = (cell: TableCell) => typedOf(LAPOR, 'received', cell, 'id');
    expect(problem({ kind: 'date', number: 45_413 })).toEqual({ ok: false, problem: 'isDate' });
    expect(problem({ kind: 'percent', number: 0.95 })).toEqual({ ok: false, problem: 'isPercent' });
    expect(problem({ kind: 'other' })).toEqual({ ok: false, problem: 'isOther' });
    expect(problem({ kind: 'noValue', isFormula: true })).toEqual({ ok: false, problem: 'noValue' });
  });

  it('of a choice takes its word in either language, whatever its letters', () => {
    const code = kindOf(PEMDI).codes[0] ?? '';
    const choice = (text: string) => typedOf(PEMDI, code, { kind: 'text', text }, 'id');
    expect([choice('Siap'), choice(' READY '), choice('2')]).toEqual(Array(3).fill({ ok: true, text: '2' }));
    expect(choice('hampir')).toEqual({ ok: false, problem: 'notChoice' });
    expect(typedOf(PEMDI, code, { kind: 'number', number: 1 }, 'id')).toEqual({ ok: true, text: '1' });
    expect(typedOf(PEMDI, code, { kind: 'date', number: 1 }, 'id')).toEqual({
      ok: false,
      problem: 'notChoice',
    });
  });
});

describe('a file that was changed', () => {
  let rows: readonly TemplateRow[];
  beforeAll(() => {
    rows = templateRows(LAPOR, emptyFigures(LAPOR), stampOf(LAPOR, 'id'));
  });
  const read = async (lines: readonly (readonly (string | number | null)[])[]) =>
    readBack(LAPOR, new TextEncoder().encode(csvFile(lines, STYLES.id)));
  const lines = () => [[...HEAD.id], ...rows.map(cellsOf)];

  it('may have its columns and rows in another order, and more of both', async () => {
    const turned = [['Rekap dinas'], ...lines()].map((line) => ['', ...[...line].reverse()]);
    const [head = [], heading = [], ...rest] = turned;
    expect(await read([head, heading, ...rest.reverse(), [], []])).toMatchObject({
      kind: 'read',
      problems: [],
    });
  });

  it('is refused without its columns or its mark', async () => {
    const [, ...rest] = lines();
    expect(await read([['Kode', 'Angka'], ...rest])).toEqual({ kind: 'noColumns', sheets: [] });
    expect(await read(lines().filter((_, at) => at !== 1))).toEqual({ kind: 'noStamp' });
    const other = lines().map((line) =>
      line.map((cell) => (typeof cell === 'string' ? cell.replace('v7', 'vvv') : cell)),
    );
    expect(await read(other)).toEqual({ kind: 'noStamp' });
  });

  it('has a word for each cell that cannot be: unknown codes, codes that stand twice', async () => {
    const reading = await read([
      ...lines(),
      ['tidak-ada', '', '', '', '5'],
      ['received', '', '', '', '5'],
      ['', '', '', '', 'x'],
    ]);
    const last = lines().length;
    expect(reading).toMatchObject({
      kind: 'read',
      problems: [
        { cell: `A${last + 1}`, code: null, kind: 'unknownCode' },
        { cell: `A${last + 2}`, code: 'received', kind: 'twice' },
        { cell: `A${last + 3}`, code: null, kind: 'unknownCode' },
      ],
    });
  });

  it('leaves alone what it no longer holds', async () => {
    const reading = await read(lines().filter(([code]) => code !== 'resolved'));
    expect(reading.kind === 'read' && 'resolved' in reading.typed).toBe(false);
  });
});
