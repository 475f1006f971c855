/**
 * Reads a table that somebody hands in, XLSX or CSV, row by row. What comes may be made to hurt: everything that grows is
 * counted while it is unpacked, nothing outside of the file is opened, no formula is reckoned, and what is not needed is
 * not kept. Runs in a thread (`~/work`), never in the one that answers.
 */
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import JSZip from 'jszip';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { columnOf, type TableCell, type TableRefusal, type TableRow } from './table';

export interface TableLimits {
  /** Rows of all sheets together. */
  readonly rows: number;
  /** Columns further to the right are passed over. */
  readonly columns: number;
  /** Bytes of everything that is unpacked. */
  readonly unpacked: number;
  /** Letters of a cell that are kept: what is longer is no figure, no code and no word of a list. */
  readonly letters: number;
}

/** A workbook has a dozen parts and one for each sheet. */
const MOST_PARTS = 2000;
const MOST_SHARED_TEXTS = 1_000_000;
/** Of one row of a CSV file. */
const MOST_RECORD = 1024 * 1024;

export class TableRefused extends Error {
  override readonly name = 'TableRefused';
  readonly why: TableRefusal;

  /** Its words never hold anything out of the file. */
  constructor(why: TableRefusal) {
    super(`the table is refused: ${why}`);
    this.why = why;
  }
}

function refuse(why: TableRefusal): never {
  throw new TableRefused(why);
}

/**
 * @param onRow is given every row that is not empty, with the name of its sheet (empty for CSV)
 * @throws TableRefused
 */
export async function readTable(
  bytes: Uint8Array,
  limits: TableLimits,
  onRow: (sheet: string, row: TableRow) => void,
): Promise<void> {
  let rows = 0;
  const hear = (sheet: string, row: TableRow) => {
    if (row.cells.size === 0) return;
    rows += 1;
    if (rows > limits.rows) refuse('tooManyRows');
    onRow(sheet, row);
  };
  if (bytes.length === 0) refuse('empty');
  const begins = (...sign: readonly number[]) => sign.every((byte, at) => bytes[at] === byte);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) refuse('locked');
  if (begins(0x50, 0x4b)) await readWorkbook(bytes, limits, hear);
  else await readText(bytes, limits, hear);
  if (rows === 0) refuse('empty');
}

type Hear = (sheet: string, row: TableRow) => void;

async function readText(bytes: Uint8Array, limits: TableLimits, hear: Hear): Promise<void> {
  const text = decoded(bytes);
  if (text.includes('\0')) refuse('notTable');
  const [, named, body = text] = /^sep=(.)\r?\n([^]*)$/i.exec(text) ?? [];
  const parser = parse({
    delimiter: named ?? separatorOf(body),
    relax_column_count: true,
    max_record_size: MOST_RECORD,
    skip_empty_lines: false,
  });
  let no = named === undefined ? 0 : 1;
  try {
    // Through a stream: the parser waits while rows are taken in.
    for await (const record of Readable.from([body]).pipe(parser)) {
      if (!Array.isArray(record)) continue;
      no += 1;
      const cells = new Map<number, TableCell>();
      record.slice(0, limits.columns).forEach((cell: unknown, column) => {
        const kept = typeof cell === 'string' ? cell.slice(0, limits.letters) : '';
        if (kept.trim() !== '') cells.set(column, { kind: 'text', text: kept });
      });
      hear('', { no, cells });
    }
  } catch (error) {
    throw error instanceof TableRefused ? error : new TableRefused('broken');
  }
}

/** UTF-8 as most programs write it, UTF-16 as Excel's "Unicode text", and what is left is Windows' own. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What stands most often in the first line, outside of quotes. */
function separatorOf(text: string): string {
  const line = (/^[^\r\n]*\S[^\r\n]*/m.exec(text.slice(0, 10_000))?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (separator: string) => line.split(separator).length;
  const [first = ','] = [',', ';', '\t'].sort((one, other) => count(other) - count(one));
  return first;
}

async function readWorkbook(bytes: Uint8Array, limits: TableLimits, hear: Hear): Promise<void> {
  const zip = await JSZip.loadAsync(bytes).catch(() => refuse('broken'));
  const names = Object.keys(zip.files);
  if (names.length > MOST_PARTS) refuse('tooLarge');
  if (zip.file('mimetype')) refuse('openDocument');
  if (names.some((name) => /vbaProject|macrosheets|\.bin$/i.test(name) && !/printerSettings/i.test(name)))
    refuse('macros');
  if (!zip.file('xl/workbook.xml')) refuse('notTable');
  const budget = { left: limits.unpacked };
  const part = async (name: string, listen: Listen) => {
    const file = zip.file(name);
    if (file) await hearPart(file, budget, listen);
    return file !== null;
  };
  const targets = new Map<string, string>();
  await part('xl/_rels/workbook.xml.rels', {
    open(name, { attributes: { Id = '', Target = '' } }) {
      if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: { readonly name: string; readonly file: string }[] = [];
  let from1904 = false;
  await part('xl/workbook.xml', {
    open(name, { attributes }) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const file = targets.get(id ?? '');
      if (name === 'sheet' && file !== undefined) sheets.push({ name: attributes.name ?? '', file });
    },
  });
  const shared = await sharedTexts(part, limits.letters);
  const looks = await looksOf(part);
  for (const { name, file } of sheets) {
    await part(
      file,
      rowListener({ shared, looks, from1904, limits }, (row) => hear(name, row)),
    );
  }
}

type Part = (name: string, listen: Listen) => Promise<boolean>;

async function sharedTexts(part: Part, letters: number): Promise<readonly string[]> {
  const shared: string[] = [];
  const text = pieces(letters);
  await part('xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text.begin();
      text.open(name);
    },
    text: (piece) => text.add(piece),
    close(name) {
      text.close(name);
      if (name !== 'si') return;
      if (shared.length >= MOST_SHARED_TEXTS) refuse('tooLarge');
      shared.push(text.whole());
    },
  });
  return shared;
}

/** The text of a cell, which may be cut into runs; how it is pronounced is no part of it. */
function pieces(letters: number) {
  let kept = '';
  let isText = false;
  let isSound = false;
  return {
    begin: () => (kept = ''),
    open(name: string) {
      if (name === 'rPh') isSound = true;
      isText = name === 't' && !isSound;
    },
    add(piece: string) {
      if (isText && kept.length < letters) kept = (kept + piece).slice(0, letters);
    },
    close(name: string) {
      isText = false;
      if (name === 'rPh') isSound = false;
    },
    whole: () => kept,
  };
}

type Look = 'date' | 'percent' | 'plain';

/** Formats that every spreadsheet has by number. */
const DATES_BY_NUMBER = [14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57];
const PERCENT_BY_NUMBER = [9, 10];

/** How the numbers of each style are shown. */
async function looksOf(part: Part): Promise<readonly Look[]> {
  const own = new Map<string, Look>();
  const looks: Look[] = [];
  let isCells = false;
  await part('xl/styles.xml', {
    open(name, { attributes }) {
      if (name === 'cellXfs') isCells = true;
      if (name === 'numFmt') own.set(attributes.numFmtId ?? '', lookOf(attributes.formatCode ?? ''));
      if (name !== 'xf' || !isCells) return;
      const id = attributes.numFmtId ?? '0';
      const builtIn = DATES_BY_NUMBER.includes(Number(id))
        ? 'date'
        : PERCENT_BY_NUMBER.includes(Number(id))
          ? 'percent'
          : 'plain';
      looks.push(own.get(id) ?? builtIn);
    },
    close(name) {
      if (name === 'cellXfs') isCells = false;
    },
  });
  return looks;
}

function lookOf(format: string): Look {
  const signs = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  if (signs.includes('%')) return 'percent';
  return /[dmyhs]/i.test(signs.replace(/general/gi, '')) ? 'date' : 'plain';
}

interface Reading {
  readonly shared: readonly string[];
  readonly looks: readonly Look[];
  readonly from1904: boolean;
  readonly limits: TableLimits;
}

/** Days between the two beginnings of time that spreadsheets know. */
const FROM_1904 = 1462;

function rowListener(reading: Reading, onRow: (row: TableRow) => void): Listen {
  let no = 0;
  let column = -1;
  let cells = new Map<number, TableCell>();
  let type = 'n';
  let look: Look = 'plain';
  let value = '';
  let isValue = false;
  let isFormula = false;
  const text = pieces(reading.limits.letters);
  const read = (): TableCell | null => {
    const formula = isFormula ? ({ isFormula: true } as const) : {};
    const said = type === 'inlineStr' ? text.whole() : type === 's' ? sharedAt(reading.shared, value) : value;
    if (said.trim() === '') return isFormula ? { kind: 'noValue', isFormula: true } : null;
    if (type === 'b' || type === 'e') return { kind: 'other', ...formula };
    if (type !== 'n') return { kind: 'text', text: said, ...formula };
    const number = Number(said);
    if (!Number.isFinite(number)) return refuse('broken');
    if (look === 'date')
      return { kind: 'date', number: number + (reading.from1904 ? FROM_1904 : 0), ...formula };
    return { kind: look === 'percent' ? 'percent' : 'number', number, ...formula };
  };
  return {
    open(name, { attributes }) {
      if (name === 'row') {
        // Rows may leave out their number: then they follow one another, as cells do.
        no = wholeNumber(attributes.r) ?? no + 1;
        column = -1;
        cells = new Map();
      }
      if (name === 'c') {
        column = columnOf(attributes.r ?? '') ?? column + 1;
        type = attributes.t ?? 'n';
        look = reading.looks[Number(attributes.s ?? '0')] ?? 'plain';
        value = '';
        isFormula = false;
        text.begin();
      }
      if (name === 'f') isFormula = true;
      isValue = name === 'v';
      text.open(name);
    },
    text(piece) {
      if (isValue && value.length < reading.limits.letters)
        value = (value + piece).slice(0, reading.limits.letters);
      text.add(piece);
    },
    close(name) {
      isValue = false;
      text.close(name);
      if (name === 'c' && column < reading.limits.columns) {
        const cell = read();
        if (cell) cells.set(column, cell);
      }
      if (name === 'row') onRow({ no, cells });
    },
  };
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function sharedAt(shared: readonly string[], place: string): string {
  return shared[Number(place)] ?? refuse('broken');
}

interface Listen {
  readonly open?: (name: string, tag: SaxesTagPlain) => void;
  readonly text?: (piece: string) => void;
  readonly close?: (name: string) => void;
}

/** Takes a part in pieces; names come without the prefix that some programs put before every one of them. */
async function hearPart(file: JSZip.JSZipObject, budget: { left: number }, listen: Listen): Promise<void> {
  const parser = new SaxesParser();
  const bare = (name: string) => name.slice(name.indexOf(':') + 1);
  // A declaration of its own may define texts that unfold without end.
  parser.on('doctype', () => refuse('broken'));
  parser.on('opentag', (tag) => listen.open?.(bare(tag.name), tag));
  parser.on('text', (piece) => listen.text?.(piece));
  parser.on('cdata', (piece) => listen.text?.(piece));
  parser.on('closetag', ({ name }) => listen.close?.(bare(name)));
  const decoder = new TextDecoder();
  try {
    // JSZip's streams are older than iteration.
    for await (const piece of new Readable().wrap(file.nodeStream())) {
      if (!Buffer.isBuffer(piece)) throw new TypeError('no bytes');
      budget.left -= piece.length;
      if (budget.left < 0) refuse('tooLarge');
      parser.write(decoder.decode(piece, { stream: true }));
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof TableRefused ? error : new TableRefused('broken');
  }
}
