/** The columns of every file: one list, so that the sheets, the CSV, the JSON and the dictionary cannot drift apart. */
import type { FileWords } from './fileWords';
import type { Instrument } from '~/instrument';

/** What a cell can hold; null is an empty cell. */
export type Cell = string | number | boolean | null;

type Words = FileWords['release'];
export type ColumnKey = keyof Words['column'];
/** How a column is headed, and what it means. */
export interface ColumnWord {
  readonly header: string;
  readonly meaning: string;
}
/** What is said of the columns of a file in one language. */
export type ColumnWords<Key extends string> = Readonly<Record<Key, ColumnWord>>;
export type ColumnType = keyof Words['dictionary']['types'];
export type Unit = keyof Words['dictionary']['units'];

export interface Column<Key extends string = string> {
  readonly key: Key;
  readonly type: ColumnType;
  readonly unit: Unit;
  /** In characters, for the sheet. */
  readonly width: number;
}

export function column<Key extends string>(
  key: Key,
  type: ColumnType,
  width: number,
  unit: Unit = 'none',
): Column<Key> {
  return { key, type, unit, width };
}

/** One row per agency × indicator: the sheet of answers and the CSV. */
export const ANSWER_COLUMNS = [
  column('rakerda_id', 'text', 20),
  column('year', 'integer', 8),
  column('agency_code', 'text', 11),
  column('agency_name', 'text', 30),
  column('instrument_code', 'text', 13),
  column('instrument_version', 'text', 11),
  column('domain_no', 'integer', 9),
  column('aspect_no', 'integer', 9),
  column('indicator_no', 'integer', 10),
  column('indicator_name', 'text', 60),
  column('weight_percent', 'decimal', 10, 'percent'),
  column('weight_integer', 'integer', 12, 'weight'),
  column('level', 'integer', 8, 'level'),
  column('level_name', 'text', 20),
  column('level_counted', 'integer', 10, 'level'),
  column('points', 'integer', 14, 'points'),
  column('state', 'text', 12),
  column('updated_at', 'datetime', 17),
  column('discuss', 'boolean', 10),
  column('service_name', 'text', 40),
  column('data_kind', 'text', 15),
] as const;
export type AnswerKey = (typeof ANSWER_COLUMNS)[number]['key'];

/** One row per agency. */
export const SUMMARY_COLUMNS = [
  column('agency_code', 'text', 11),
  column('agency_name', 'text', 34),
  column('state', 'text', 12),
  column('answered', 'integer', 11, 'indicators'),
  column('indicators', 'integer', 11, 'indicators'),
  column('index', 'decimal', 9, 'index'),
  column('control', 'formula', 10, 'index'),
  column('predicate', 'text', 14),
  column('ceiling', 'decimal', 15, 'index'),
  column('target', 'decimal', 9, 'index'),
  column('year', 'integer', 8),
  column('rakerda_id', 'text', 20),
  column('data_kind', 'text', 15),
] as const;

/** One row per agency × domain and agency × aspect. */
export const ASPECT_COLUMNS = [
  column('agency_code', 'text', 11),
  column('agency_name', 'text', 34),
  column('node_kind', 'text', 10),
  column('node_no', 'integer', 9),
  column('domain_no', 'integer', 9),
  column('node_name', 'text', 52),
  column('weight_percent', 'decimal', 10, 'percent'),
  column('index', 'decimal', 9, 'index'),
  column('ceiling', 'decimal', 15, 'index'),
  column('answered', 'integer', 10, 'indicators'),
  column('indicators', 'integer', 10, 'indicators'),
  column('year', 'integer', 8),
  column('rakerda_id', 'text', 20),
  column('data_kind', 'text', 15),
] as const;

/** Position of a column in a sheet, from 1. Throws for a column the sheet does not have. */
export function positionOf<Key extends string>(columns: readonly Column<Key>[], key: Key): number {
  const position = columns.findIndex((candidate) => candidate.key === key) + 1;
  if (position === 0) throw new RangeError(`no column ${key}`);
  return position;
}

/** The letters a spreadsheet gives a column: 1 → A, 27 → AA. */
export function letterOf(position: number): string {
  const before = Math.floor((position - 1) / 26);
  return (before > 0 ? letterOf(before) : '') + String.fromCharCode(65 + ((position - 1) % 26));
}

export interface DictionaryEntry {
  readonly key: string;
  readonly header: string;
  readonly sheets: string;
  readonly type: string;
  readonly unit: string;
  readonly allowed: string;
  readonly meaning: { readonly id: string; readonly en: string };
}

/** What a dictionary is made of. */
interface Explained<Key extends string> {
  /** Each sheet by its name, with its columns. */
  readonly sheets: readonly (readonly [string, readonly Column<Key>[]])[];
  /** Of the file's language, and of both. */
  readonly columns: ColumnWords<Key>;
  readonly both: { readonly id: ColumnWords<Key>; readonly en: ColumnWords<Key> };
  readonly words: Words['dictionary'];
  readonly allowed: Partial<Record<Key, string>>;
}

/** Every column once, in the order it first appears. */
export function entriesOf<Key extends string>(of: Explained<Key>): readonly DictionaryEntry[] {
  const found = new Map<Key, { column: Column<Key>; sheets: string[] }>();
  for (const [sheet, columns] of of.sheets) {
    for (const one of columns) {
      const entry = found.get(one.key) ?? { column: one, sheets: [] };
      entry.sheets.push(sheet);
      found.set(one.key, entry);
    }
  }
  return [...found.values()].map(({ column: { key, type, unit }, sheets }) => ({
    key,
    header: of.columns[key].header,
    sheets: sheets.join(', '),
    type: of.words.types[type],
    unit: of.words.units[unit],
    allowed: of.allowed[key] ?? '',
    meaning: { id: of.both.id[key].meaning, en: of.both.en[key].meaning },
  }));
}

/** The data dictionary of the scores of an instrument. */
export function dictionaryOf(
  instrument: Instrument,
  text: FileWords,
  both: { readonly id: FileWords; readonly en: FileWords },
): readonly DictionaryEntry[] {
  const { sheet, column: columns, dictionary: words } = text.release;
  return entriesOf<ColumnKey>({
    sheets: [
      [sheet.summary, SUMMARY_COLUMNS],
      [sheet.aspects, ASPECT_COLUMNS],
      [sheet.answers, ANSWER_COLUMNS],
    ],
    columns,
    both: { id: both.id.release.column, en: both.en.release.column },
    words,
    allowed: allowedValues(instrument, text),
  });
}

function allowedValues(instrument: Instrument, text: FileWords): Partial<Record<ColumnKey, string>> {
  const { release: words, ui } = text;
  const { min, max } = instrument.level;
  const levels = `${String(min)}–${String(max)}`;
  const indicators = instrument.domains.flatMap((d) => d.aspects.flatMap((a) => a.indicators)).length;
  return {
    domain_no: `1–${String(instrument.domains.length)}`,
    aspect_no: `1–${String(instrument.domains.flatMap((d) => d.aspects).length)}`,
    indicator_no: `1–${String(indicators)}`,
    level: `${levels} ${words.dictionary.orEmpty}`,
    level_counted: levels,
    index: levels,
    control: levels,
    ceiling: levels,
    target: `${levels} ${words.dictionary.orEmpty}`,
    answered: `0–${String(indicators)}`,
    indicators: `1–${String(indicators)}`,
    state: allowedStates(ui),
    discuss: `true = ${ui.yes}; false = ${ui.no}`,
    data_kind: `demo = ${words.dataKind.demo}; session = ${words.dataKind.session}`,
    node_kind: `domain = ${words.node.domain}; aspect = ${words.node.aspect}`,
  };
}

export function allowedStates({ state }: FileWords['ui']): string {
  return `draft = ${state.draft}; submitted = ${state.submitted}; approved = ${state.approved}`;
}
