/** A definition out of the sheets of a workbook and back: what stands in its cells, and which cell each part came from. */
import { cellName, findHeading, type TableCell, type TableSheet } from '~/files/table';
import { guardFormula } from '~/files/formulaGuard';
import { LOCALES, type LocalizedText } from '~/instrument';
import { cleanLine, cleanText } from '~/text';
import {
  type CellType,
  HEAD_COLUMNS,
  HEAD_SHEET,
  type Layout,
  type LayoutColumn,
  type LayoutSheet,
  LAYOUTS,
} from './layout';
import { TABLE_KINDS, type TableKind } from './kinds';

type Fields = Record<string, unknown>;
type Path = readonly PropertyKey[];

export type TableProblemKind =
  | 'noSheet'
  | 'noColumns'
  | 'otherKind'
  | 'unknownKey'
  | 'notPlain'
  | 'noParent'
  /** Two columns say the same thing in two ways. */
  | 'twoWays';

export interface TableProblem {
  /** `Indikator!D5`, or the name of a sheet. */
  readonly cell: string;
  readonly kind: TableProblemKind;
  readonly value: string;
}

export interface ReadDefinition {
  readonly json: unknown;
  /** The cell that a part of the definition came from, or the nearest one around it. */
  readonly cellOf: (path: Path) => string;
  readonly problems: readonly TableProblem[];
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const bare = (text: string) => cleanLine(text).toLowerCase();
const isNamed = (name: LocalizedText, given: string) =>
  LOCALES.some((locale) => bare(name[locale]) === bare(given));
const textOf = (cell: TableCell | undefined) => {
  if (cell?.kind === 'text') return unguarded(cleanText(cell.text));
  return cell?.kind === 'number' ? String(cell.number) : '';
};
/** Without the apostrophe that files of ours put before what a spreadsheet would run. */
const unguarded = (text: string) =>
  text.startsWith("'") && guardFormula(text.slice(1)) === text ? text.slice(1) : text;
const keyOf = (path: Path) => path.map(String).join('/');

/** Reads what the sheets say; whether it is an instrument is not asked here. */
export function readDefinitionTable(sheets: readonly TableSheet[]): ReadDefinition {
  const reading = new Reading();
  const head = sheets.find(({ name }) => isNamed(HEAD_SHEET, name));
  const json: Fields = { schemaVersion: 1 };
  if (!head) {
    reading.report(HEAD_SHEET.id, 'noSheet', HEAD_SHEET.id);
    return reading.done(json);
  }
  const kind = readHead(reading, head, json);
  if (!kind) return reading.done(json);
  const things = new Map<string, Thing>();
  for (const layout of LAYOUTS[kind].sheets) {
    const sheet = sheets.find(({ name }) => isNamed(layout.name, name));
    if (sheet) readSheet(reading, sheet, layout, json, things);
    else reading.report(layout.name.id, 'noSheet', layout.name.id);
  }
  return reading.done(json);
}

/** A row that others may belong to. */
interface Thing {
  readonly fields: Fields;
  readonly path: Path;
}

class Reading {
  private readonly cells = new Map<string, string>();
  private readonly problems: TableProblem[] = [];

  report(cell: string, kind: TableProblemKind, value = ''): void {
    this.problems.push({ cell, kind, value });
  }

  /** The first cell that says something of a part stands for the part. */
  at(path: Path, cell: string): void {
    for (let length = path.length; length > 0; length -= 1) {
      const key = keyOf(path.slice(0, length));
      if (this.cells.has(key)) return;
      this.cells.set(key, cell);
    }
  }

  done(json: unknown): ReadDefinition {
    const { cells, problems } = this;
    return {
      json,
      problems,
      cellOf: (path) => {
        for (let length = path.length; length > 0; length -= 1) {
          const cell = cells.get(keyOf(path.slice(0, length)));
          if (cell !== undefined) return cell;
        }
        return HEAD_SHEET.id;
      },
    };
  }

  /** Writes what a cell says where it belongs. */
  take(into: Thing, path: string, type: CellType, cell: TableCell | undefined, name: string): void {
    const steps = path.split('.');
    this.at([...into.path, ...steps], name);
    if (cell && cell.kind !== 'text' && cell.kind !== 'number') this.report(name, 'notPlain');
    if (type === 'texts') {
      this.takeTexts(into, steps, cell, name);
      return;
    }
    const value = valueOf(type, cell);
    if (value !== undefined && !put(into.fields, steps, value)) this.report(name, 'twoWays');
  }

  private takeTexts(into: Thing, steps: readonly string[], cell: TableCell | undefined, name: string): void {
    const [field = '', locale = ''] = steps;
    const known = into.fields[field];
    const list: unknown[] = Array.isArray(known) ? known : [];
    into.fields[field] = list;
    linesOf(textOf(cell)).forEach((line, place) => {
      const one = list[place];
      list[place] = { ...(isFields(one) ? one : {}), [locale]: line };
      this.at([...into.path, field, place, locale], name);
    });
  }
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map(cleanLine)
    .filter((line) => line !== '');

const YES = ['ya', 'yes', 'true', '1', 'x'];
const NO = ['', 'tidak', 'no', 'false', '0'];

/** What a cell says; undefined where it says nothing. */
function valueOf(type: Exclude<CellType, 'texts'>, cell: TableCell | undefined): unknown {
  const text = textOf(cell);
  switch (type) {
    case 'string':
      return text;
    case 'strings':
      return linesOf(text);
    case 'mark':
    case 'flag': {
      const word = bare(text);
      if (YES.includes(word)) return true;
      if (NO.includes(word)) return type === 'flag' ? false : undefined;
      return text;
    }
    case 'codes':
      return text === '' ? undefined : text.split(/[,;\n]/).flatMap((one) => cleanLine(one) || []);
    case 'whole':
      if (cell?.kind === 'number') return cell.number;
      return text === '' ? undefined : /^-?\d{1,15}$/.test(text) ? Number(text) : text;
    case 'text':
      return text === '' ? undefined : text;
  }
}

/** False where something else stands in the way. */
function put(fields: Fields, steps: readonly string[], value: unknown): boolean {
  const [step, ...rest] = steps;
  if (step === undefined) return false;
  const inner = fields[step];
  if (rest.length === 0) {
    if (inner !== undefined) return false;
    fields[step] = value;
    return true;
  }
  if (inner !== undefined && !isFields(inner)) return false;
  const next = inner ?? {};
  fields[step] = next;
  return put(next, rest, value);
}

function readHead(reading: Reading, sheet: TableSheet, json: Fields): TableKind | null {
  const heading = findHeading(sheet.rows, ['path', 'value', 'english'], (column, text) =>
    isNamed(HEAD_COLUMNS[column], text),
  );
  if (!heading) {
    reading.report(sheet.name, 'noColumns', [HEAD_COLUMNS.path.id, HEAD_COLUMNS.value.id].join(', '));
    return null;
  }
  const { at } = heading;
  const below = sheet.rows.filter(({ no }) => no > heading.no);
  const place = (column: number, row: number) => `${sheet.name}!${cellName(column, row)}`;
  const kindRow = below.find(({ cells }) => bare(textOf(cells.get(at.path))) === 'kind');
  const given = cleanLine(textOf(kindRow?.cells.get(at.value)));
  const kind = TABLE_KINDS.find((one) => one === given);
  if (!kind) {
    reading.report(kindRow ? place(at.value, kindRow.no) : sheet.name, 'otherKind', given);
    return null;
  }
  const instrument: Thing = { fields: json, path: [] };
  const known = new Map(LAYOUTS[kind].head.map((one) => [one.path, one] as const));
  for (const { no, cells } of below) {
    const path = cleanLine(textOf(cells.get(at.path)));
    if (path === '') continue;
    const row = known.get(path);
    if (!row) {
      reading.report(place(at.path, no), 'unknownKey', path);
      continue;
    }
    const [value, english] = [cells.get(at.value), cells.get(at.english)];
    if (isInBoth(path)) {
      reading.take(instrument, `${path}.id`, row.type, value, place(at.value, no));
      reading.take(instrument, `${path}.en`, row.type, english, place(at.english, no));
    } else reading.take(instrument, path, row.type, value, place(at.value, no));
  }
  return kind;
}

const IN_BOTH = ['name', 'shortName', 'regulation.title', 'regulation.note', 'period', 'notes'];
/** Whether a row of the first sheet is written in both languages. */
const isInBoth = (path: string) => IN_BOTH.includes(path);

function readSheet(
  reading: Reading,
  sheet: TableSheet,
  layout: LayoutSheet,
  json: Fields,
  things: Map<string, Thing>,
): void {
  const list = layout.path.at(-1) ?? '';
  if (!layout.within) json[list] = [];
  const first = layout.within ? 1 : 0;
  const heads = [...(layout.within ? [layout.within] : []), ...layout.columns.map(({ head }) => head)];
  const places = heads.map((_, place) => String(place));
  const needed = places.filter((place) => !layout.columns[Number(place) - first]?.mayLack);
  const find = (some: readonly string[]) =>
    findHeading(sheet.rows, some, (place, text) => {
      const head = heads[Number(place)];
      return head !== undefined && isNamed(head, text);
    });
  const heading = find(needed);
  if (!heading) {
    reading.report(sheet.name, 'noColumns', needed.map((place) => heads[Number(place)]?.id ?? '').join(', '));
    return;
  }
  const columns = layout.columns.flatMap((column, place) => {
    const own = String(place + first);
    const at = heading.at[own] ?? find([own])?.at[own];
    return at === undefined ? [] : [{ ...column, at }];
  });
  reading.at(layout.path.slice(0, 1), `${sheet.name}!${cellName(0, heading.no)}`);
  for (const { no, cells } of sheet.rows) {
    const used = columns.some(({ at }) => textOf(cells.get(at)) !== '' || cells.has(at));
    if (no <= heading.no || !used) continue;
    const place = (column: number) => `${sheet.name}!${cellName(column, no)}`;
    const within = layout.within ? heading.at['0'] : undefined;
    const parent = parentOf(layout, within === undefined ? '' : textOf(cells.get(within)), json, things);
    if (!parent) {
      reading.report(place(within ?? 0), 'noParent', textOf(cells.get(within ?? 0)));
      continue;
    }
    const known = parent.fields[list];
    const siblings: unknown[] = Array.isArray(known) ? known : [];
    parent.fields[list] = siblings;
    const thing: Thing = { fields: {}, path: [...parent.path, list, siblings.length] };
    siblings.push(thing.fields);
    for (const { path, type, at } of columns)
      if (path !== '') reading.take(thing, path, type, cells.get(at), place(at));
    const key = columns.find(({ path }) => path === layout.key);
    const name = thingKey(layout.path, key ? textOf(cells.get(key.at)) : '');
    if (!things.has(name)) things.set(name, thing);
  }
}

const thingKey = (path: readonly string[], key: string) => `${path.join('/')} ${cleanLine(key)}`;

function parentOf(
  { path, within }: LayoutSheet,
  key: string,
  json: Fields,
  things: ReadonlyMap<string, Thing>,
): Thing | undefined {
  return within ? things.get(thingKey(path.slice(0, -1), key)) : { fields: json, path: [] };
}

/** A sheet to be written. */
export interface WrittenSheet {
  readonly name: string;
  readonly columns: readonly { readonly head: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** What does not stand in any sheet: who has one of these gets the file as JSON. */
const BEYOND_SHEETS = ['registers', 'counting', 'references', 'predecessors'];

export function tableKindOf(instrument: object): TableKind | null {
  const fields: Fields = { ...instrument };
  if (BEYOND_SHEETS.some((field) => fields[field] !== undefined)) return null;
  return TABLE_KINDS.find((kind) => kind === fields.kind) ?? null;
}

/** The sheets of an instrument, in one language of their headings. */
export function writeDefinitionTable(
  instrument: object,
  kind: TableKind,
  locale: keyof LocalizedText,
): readonly WrittenSheet[] {
  const json: Fields = { ...instrument };
  const { head, sheets }: Layout = LAYOUTS[kind];
  const heads = [
    { head: HEAD_COLUMNS.path[locale], width: 24 },
    { head: HEAD_COLUMNS.about[locale], width: 44 },
    { head: HEAD_COLUMNS.value[locale], width: 60 },
    { head: HEAD_COLUMNS.english[locale], width: 60 },
  ];
  return [
    {
      name: HEAD_SHEET[locale],
      columns: heads,
      rows: head.map(({ path, about, type }) => [
        path,
        about[locale],
        written(json, isInBoth(path) ? `${path}.id` : path, type),
        isInBoth(path) ? written(json, `${path}.en`, type) : null,
      ]),
    },
    ...sheets.map((layout): WrittenSheet => {
      const columns = layout.columns.map((column) => ({ head: column.head[locale], width: column.width }));
      return {
        name: layout.name[locale],
        columns: layout.within ? [{ head: layout.within[locale], width: 16 }, ...columns] : columns,
        rows: thingsIn(json, layout, sheets).map(({ fields, place, parent }) => {
          const cells = layout.columns.map(({ path, type }) =>
            path === '' ? place : written(fields, path, type),
          );
          return layout.within ? [parent, ...cells] : cells;
        }),
      };
    }),
  ];
}

interface Found {
  readonly fields: Fields;
  /** From 1, among its siblings. */
  readonly place: number;
  readonly parent: string | number | null;
}

function thingsIn(json: Fields, layout: LayoutSheet, all: readonly LayoutSheet[]): readonly Found[] {
  const list = layout.path.at(-1) ?? '';
  const above = all.find(({ path }) => keyOf(path) === keyOf(layout.path.slice(0, -1)));
  const holders = above
    ? thingsIn(json, above, all).map(({ fields, place }) => ({
        fields,
        key: above.key === '' ? place : plain(fields[above.key]),
      }))
    : [{ fields: json, key: null }];
  return holders.flatMap(({ fields, key }) => {
    const things = fields[list];
    return (Array.isArray(things) ? things : []).flatMap((one: unknown, at): Found[] =>
      isFields(one) ? [{ fields: one, place: at + 1, parent: key }] : [],
    );
  });
}

const plain = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? value : null);

/** What a cell holds of a thing, as it is read back. */
function written(fields: Fields, path: string, type: LayoutColumn['type']): string | number | null {
  const steps = path.split('.');
  if (type === 'texts') {
    const list = fields[steps[0] ?? ''];
    const lines = (Array.isArray(list) ? list : []).map((one: unknown) =>
      isFields(one) ? String(one[steps[1] ?? '']) : '',
    );
    return lines.join('\n') || null;
  }
  const value = steps.reduce<unknown>((inner, step) => (isFields(inner) ? inner[step] : undefined), fields);
  if (typeof value === 'boolean') return value ? 'ya' : type === 'flag' ? 'tidak' : null;
  if (Array.isArray(value)) return value.map(String).join(type === 'codes' ? ', ' : '\n') || null;
  return value === '' ? null : plain(value);
}
