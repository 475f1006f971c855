import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECIMAL, WHOLE } from '#tests/house/house';
import { csvFile, STYLES } from '~/files/csv';
import { writeForm } from '~/files/formWorkbook.server';
import { readTable } from '~/files/readTable.server';
import type { TableRow } from '~/files/table';
import { indicatorsOf, type Instrument, type Locale, LOCALES, storedRange } from '~/instrument';
import { cleanText } from '~/text';
import { type AnswersStamp, answersForm, readAnswersTable, type TemplateAnswer } from './answersTable';

const stampOf = (instrument: Instrument, language: Locale): AnswersStamp => ({
  instrumentCode: instrument.code,
  agencyCode: '63.01',
  language,
  rakerdaId: 'uji-2026',
});

async function readBack(instrument: Instrument, bytes: Uint8Array) {
  const rows: TableRow[] = [];
  const limits = { rows: 5000, columns: 40, unpacked: 32 * 1024 * 1024, letters: 5000 };
  await readTable(bytes, limits, (_, row) => rows.push(row));
  return readAnswersTable(instrument, [{ name: '', rows }]);
}

const textBytes = (lines: readonly (readonly (string | number | null)[])[], language: Locale) =>
  new TextEncoder().encode(csvFile(lines, STYLES[language]));

function linesOf(instrument: Instrument, answers: readonly TemplateAnswer[], language: Locale) {
  const { columns, rows } = answersForm(instrument, answers, stampOf(instrument, language), false);
  return [columns.map(({ header }) => header), ...rows.map(({ cells }) => cells)];
}

/** Texts as they are stored, those that a spreadsheet would run among them. */
const justification = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('', '- SK 12/2024', '=A1', "'kutip", '+62', '@dinas', '12', '1.5', 'dua\nbaris', 'a;b"c'),
  )
  .map(cleanText);

describe.each([WHOLE, DECIMAL].map((one) => [one.code, one] as const))(
  'the template of %s',
  (_, instrument) => {
    const { min, max } = storedRange(instrument);
    const answers = fc.tuple(
      ...indicatorsOf(instrument)
        .slice(0, 5)
        .map(({ no }) =>
          fc.record({
            no: fc.constant(no),
            version: fc.nat(20),
            level: fc.option(fc.integer({ min, max })),
            justification,
          }),
        ),
    );

    it('comes back as it went out, as a workbook and as text, in either language', async () => {
      await fc.assert(
        fc.asyncProperty(answers, fc.constantFrom(...LOCALES), async (given, language) => {
          const stamp = stampOf(instrument, language);
          const workbook = await writeForm(answersForm(instrument, given, stamp, false));
          for (const bytes of [workbook, textBytes(linesOf(instrument, given, language), language)]) {
            const read = await readBack(instrument, bytes);
            if (read.kind !== 'read') throw new Error(read.kind);
            expect(read.problems).toEqual([]);
            expect(read.stamp).toEqual(stamp);
            expect(
              read.rows.map(({ no, version, level, justification }) => ({
                no,
                version,
                level,
                justification,
              })),
            ).toEqual(given);
          }
        }),
        { numRuns: 25 },
      );
    });
  },
);

describe('a file that was changed', () => {
  const GIVEN: readonly TemplateAnswer[] = [1, 2, 3].map((no) => ({
    no,
    version: 1,
    level: 2,
    justification: 'SK',
  }));
  const read = (change: (lines: (string | number | null)[][]) => void) => {
    const lines = linesOf(WHOLE, GIVEN, 'id').map((line) => [...line]);
    change(lines);
    return readBack(WHOLE, textBytes(lines, 'id'));
  };
  const set =
    (line: number, column: number, value: string | number | null) =>
    (lines: (string | number | null)[][]) => {
      const row = lines[line];
      if (row) row[column] = value;
    };

  it.each([
    [set(2, 0, 48), 'A3', 'unknownNo'],
    [set(3, 0, 1), 'A4', 'twice'],
    [set(2, 1, 'x'), 'B3', 'badVersion'],
    [set(2, 4, 6), 'E3', 'badLevel'],
    [set(2, 4, 0), 'E3', 'badLevel'],
    [set(2, 4, '2,5'), 'E3', 'badLevel'],
    [set(2, 4, 'tiga'), 'E3', 'badLevel'],
    [set(2, 5, 'x'.repeat(4001)), 'F3', 'tooLong'],
  ])('names the cell that cannot be', async (change, cell, kind) => {
    const reading = await read(change);
    expect(reading.kind === 'read' && reading.problems).toEqual([{ cell, kind }]);
  });

  it('is refused without its columns or its mark', async () => {
    expect(await read(set(0, 1, 'Edisi'))).toEqual({ kind: 'noColumns', sheets: [] });
    expect(await read(set(1, 5, 'spbe-2020'))).toEqual({ kind: 'noStamp' });
  });
});
