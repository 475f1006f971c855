/**
 * Reads a definition that somebody hands in, JSON or a workbook, and says what is wrong with it by path or by cell. Runs in
 * a thread: a file may be made to hold thousands of faults.
 */
import { readRows } from '~/files/formJobs.server';
import type { TableRefusal, TableRow } from '~/files/table';
import {
  type AnyInstrument,
  indicatorsOf,
  InstrumentError,
  type InstrumentProblem,
  type Locale,
  parseAnyInstrument,
} from '~/instrument';
import { isTopic, kindOf } from '~/instrument/topic';
import { RAKERDA_SEGMENTS } from '~/paths';
import { cleanText, mapTexts } from '~/text';
import { readDefinitionTable, type TableProblemKind } from './definitionTable';
import { DEFINITION_LIMIT, MOST_CODE, MOST_LETTERS, MOST_QUESTIONS, TABLE_LIMITS } from './limits.server';
import { problemIn, shapeWords } from './problemWords';
import { checkWords } from './checkWords';

/** What is wrong, and where: `Indikator!D5`, or `domains[0].weight`. */
export interface Fault {
  readonly place: string;
  readonly text: string;
}

export type Checked =
  | { readonly kind: 'refused'; readonly why: TableRefusal | 'tooLong' }
  | { readonly kind: 'notJson'; readonly line: number }
  | {
      readonly kind: 'faulty';
      readonly in: 'cells' | 'paths';
      readonly faults: readonly Fault[];
      readonly more: number;
    }
  /** As it would be pinned. */
  | { readonly kind: 'right'; readonly body: string };

/** So many faults are named; who has more has few causes. */
const MOST_FAULTS = 50;

function faulty(where: 'cells' | 'paths', faults: readonly Fault[]): Checked {
  const named = faults.slice(0, MOST_FAULTS);
  return { kind: 'faulty', in: where, faults: named, more: faults.length - named.length };
}

export async function checkDefinition(bytes: Uint8Array<ArrayBuffer>, locale: Locale): Promise<Checked> {
  if (bytes.length > DEFINITION_LIMIT) return { kind: 'refused', why: 'tooLong' };
  return isWorkbook(bytes) ? checkWorkbook(bytes, locale) : checkJson(bytes, locale);
}

/** Any packed file, and the one that Excel wrote of old: how they are refused stands in the reader of tables. */
const isWorkbook = ([first, second]: Uint8Array) =>
  (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);

function checkJson(bytes: Uint8Array<ArrayBuffer>, locale: Locale): Checked {
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') return { kind: 'refused', why: 'empty' };
  if (!/^\s*[[{]/.test(text)) return { kind: 'refused', why: 'notTable' };
  let json: unknown;
  try {
    json = mapTexts(JSON.parse(text), cleanText);
  } catch (error) {
    return { kind: 'notJson', line: lineOf(text, error) };
  }
  return judged(json, locale, 'paths', ({ place }) => place);
}

/** The line where the text stopped to be JSON; the last one where the reader does not say. */
function lineOf(text: string, error: unknown): number {
  const [, position] = /position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
  return text.slice(0, position === undefined ? undefined : Number(position)).split('\n').length;
}

async function checkWorkbook(bytes: Uint8Array<ArrayBuffer>, locale: Locale): Promise<Checked> {
  const sheets = new Map<string, TableRow[]>();
  const refusal = await readRows(bytes, TABLE_LIMITS, (sheet, row) => {
    const rows = sheets.get(sheet) ?? [];
    rows.push(row);
    sheets.set(sheet, rows);
  });
  if (refusal) return refusal;
  const read = readDefinitionTable([...sheets].map(([name, rows]) => ({ name, rows })));
  if (read.problems.length > 0) {
    const say: Readonly<Record<TableProblemKind, (p: { value: string }) => string>> = checkWords[locale].cell;
    return faulty(
      'cells',
      read.problems.map(({ cell, kind, value }) => ({
        place: cell,
        text: say[kind]({ value: value.slice(0, 200) }),
      })),
    );
  }
  return judged(read.json, locale, 'cells', ({ path }) => read.cellOf(path));
}

function judged(
  json: unknown,
  locale: Locale,
  where: 'cells' | 'paths',
  placeOf: (problem: InstrumentProblem) => string,
): Checked {
  try {
    const instrument = parseAnyInstrument(json, shapeWords(locale));
    const faults = limitsOf(instrument, locale);
    if (faults.length > 0) return faulty(where, faults);
    return { kind: 'right', body: JSON.stringify(json) };
  } catch (error) {
    if (!(error instanceof InstrumentError)) throw error;
    const faults = error.problems.map((problem) => ({
      place: placeOf(problem),
      text: problemIn(problem, locale),
    }));
    return faulty(where, faults);
  }
}

/** What no kind asks for itself: that its code can be an address, and that pages can hold it. */
function limitsOf(instrument: AnyInstrument, locale: Locale): readonly Fault[] {
  const words = checkWords[locale].limit;
  const faults: Fault[] = [];
  if (instrument.code.length > MOST_CODE)
    faults.push({ place: 'code', text: words.code({ most: String(MOST_CODE) }) });
  if (RAKERDA_SEGMENTS.has(instrument.code)) faults.push({ place: 'code', text: words.reserved });
  const questions = questionsIn(instrument);
  if (questions > MOST_QUESTIONS)
    faults.push({
      place: 'code',
      text: words.questions({ count: String(questions), most: String(MOST_QUESTIONS) }),
    });
  for (const place of longTexts(instrument, ''))
    faults.push({ place, text: words.letters({ most: String(MOST_LETTERS) }) });
  return faults;
}

export function questionsIn(instrument: AnyInstrument): number {
  return isTopic(instrument) ? kindOf(instrument).codes.length : indicatorsOf(instrument).length;
}

/** Where texts stand that are too long. */
function longTexts(value: unknown, place: string): readonly string[] {
  if (typeof value === 'string') return value.length > MOST_LETTERS ? [place] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    longTexts(inner, Array.isArray(value) ? `${place}[${key}]` : place === '' ? key : `${place}.${key}`),
  );
}
