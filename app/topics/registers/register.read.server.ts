/** Puts the page of a register together: the part of its rows that is asked for, and what became of them lately. */
import { jsonText } from '#db/json';
import { BYTE_ORDER_MARK } from '~/files/csv';
import { downloadName } from '~/files/downloadName';
import { localize } from '~/instrument';
import { type AreaEntry, isComplete, type Register, type RowCells, writeCell } from '~/instrument/metrics';
import { kindOf } from '~/instrument/topic';
import type { RakerdaPage } from '~/paths';
import { type RakerdaFacts, rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import { payloadOf } from '~/record/read.server';
import { type ListPart, partOf } from '~/ui/listPart';
import { listRows } from './registerRows.server';
import type { RegisterScope } from './registerScope.server';
import { type Closed, closedBecause } from '../topicScope.server';
import { registerWords } from './registerWords';
import { writeTable } from './registerTable';

/** Rows of a page: few enough that it stays light with every option of every cell. */
const PER_PAGE = 30;

export interface RegisterRow {
  readonly key: string;
  /** What it is called: a village, or its first column. */
  readonly name: string;
  /** The district of a village; empty for rows that people add. */
  readonly district: string;
  /** As they are stored. */
  readonly cells: RowCells;
}

export interface RegisterHistoryEntry {
  readonly seq: number;
  readonly at: string;
  /** Null for demo data. */
  readonly actorName: string | null;
  readonly cells: readonly {
    readonly row: string;
    readonly column: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly more: number;
}

export interface RegisterPage {
  readonly title: string;
  readonly rakerda: RakerdaFacts;
  readonly pages: readonly RakerdaPage[];
  readonly topic: { readonly code: string; readonly name: string };
  readonly register: Register;
  readonly agency: { readonly code: string; readonly name: string };
  readonly notes: readonly string[];
  readonly districts: readonly AreaEntry[];
  readonly part: ListPart<RegisterRow>;
  /** The filters as they were read. */
  readonly district: string;
  readonly isOnlyOpen: boolean;
  readonly filled: number;
  readonly total: number;
  /** Nothing was said yet, not even that there is nothing. */
  readonly isUntouched: boolean;
  readonly mayWrite: boolean;
  readonly closed: Closed;
  readonly history: readonly RegisterHistoryEntry[];
  readonly message: string | null;
  readonly asOf: number;
}

export async function readRegisterPage(scope: RegisterScope, params: URLSearchParams): Promise<RegisterPage> {
  const { actor, agency, area, asOf, locale, place, register, sheet, topic } = scope;
  const rows = await readRows(scope);
  const filledRows = rows.filter(({ cells }) => isComplete(register, cells));
  const district = area.districts.find(({ code }) => code === params.get('kecamatan'))?.code ?? '';
  const isOnlyOpen = params.get('hanya') === 'terbuka';
  const listed = register.columns.find(({ type }) => type === 'listed');
  const fitting = rows.filter(
    ({ key, cells }) =>
      (district === '' ||
        (listed ? cells[listed.code] === district : register.rows && key.startsWith(`${district}.`))) &&
      !(isOnlyOpen && isComplete(register, cells)),
  );
  const closed = closedBecause(scope);
  const words = registerWords[locale];
  const name = localize(register.name, locale);
  return {
    title: `${words.title({ register: name, agency: agency.name })} – ${place.row.name}`,
    rakerda: rakerdaFacts(place.row),
    pages: rakerdaPagesFor(actor, place),
    topic: { code: topic.code, name: localize(topic.shortName, locale) },
    register,
    agency: { code: agency.code, name: agency.name },
    notes: topic.notes.map((note) => localize(note, locale)),
    districts: area.districts,
    part: partOf(
      fitting.map((row) => ({ ...row, agencyName: searched(row) })),
      params,
      PER_PAGE,
    ),
    district,
    isOnlyOpen,
    filled: filledRows.length,
    total: rows.length,
    isUntouched: isUntouched(scope),
    mayWrite: closed === null,
    closed,
    history: sheet ? await readHistory(scope, sheet.id, new Map(rows.map((row) => [row.key, row.name]))) : [],
    message: params.get('pesan'),
    asOf,
  };
}

/** What a search looks through: the code, the name and the district of a row, and what people wrote into it. */
function searched({ key, name, district, cells }: RegisterRow): string {
  return [key, name, district, ...Object.values(cells)].join(' ');
}

/** Its counts stand in the sheet from the first time that anything was said. */
function isUntouched({ register, sheet, topic }: RegisterScope): boolean {
  const nothing = { rows: {}, area: { villages: [], districts: [] }, year: 0 };
  const counted = Object.keys(kindOf(topic).registers?.count(register, nothing) ?? {});
  return counted.every((code) => (sheet?.figures[code] ?? null) === null);
}

/** Every row: those of the agency's area, or those that people added. */
async function readRows(scope: RegisterScope): Promise<readonly RegisterRow[]> {
  const { db, area, register, sheet } = scope;
  const stored = sheet ? await listRows(db, sheet.id, register.code) : new Map<string, RowCells>();
  if (register.rows === undefined)
    return [...stored].map(([key, cells]) => ({ key, cells, name: rowName(scope, cells), district: '' }));
  const districts = new Map(area.districts.map(({ code, name }) => [code, name]));
  return area[register.rows].map(({ code, name }) => ({
    key: code,
    name,
    district: districts.get(code.slice(0, code.lastIndexOf('.'))) ?? '',
    cells: stored.get(code) ?? {},
  }));
}

/** A row that people added is called by its first column. */
function rowName({ area, locale, register }: RegisterScope, cells: RowCells): string {
  const [first] = register.columns;
  const name = first && writeCell(first, cells[first.code] ?? '', { locale, districts: area.districts });
  return name === undefined || name === '' ? '–' : name;
}

/** The newest changes; older ones stay in the audit trail. */
const MOST_ENTRIES = 15;
/** A pasted table changes thousands. */
const MOST_CELLS = 10;

async function readHistory(
  scope: RegisterScope,
  sheetId: string,
  names: ReadonlyMap<string, string>,
): Promise<readonly RegisterHistoryEntry[]> {
  const { area, db, locale, place, register } = scope;
  const events = await db
    .selectFrom('event')
    .leftJoin('account', 'account.id', 'event.actor_id')
    .select(['event.seq', 'event.at', 'event.type', 'event.payload', 'account.name'])
    .where('event.rakerda_id', '=', place.row.id)
    .where('event.type', '=', 'register.saved')
    .where(jsonText('event.payload', 'id'), '=', sheetId)
    .where(jsonText('event.payload', 'register'), '=', register.code)
    .orderBy('event.seq', 'desc')
    .limit(MOST_ENTRIES)
    .execute();
  const columns = new Map(register.columns.map((column) => [column.code, column]));
  return events.map((event): RegisterHistoryEntry => {
    const rows = payloadOf(event, 'register.saved')?.rows ?? {};
    const cells = Object.entries(rows).flatMap(([key, changed]) =>
      Object.entries(changed).map(([code, [before, after]]) => ({ key, code, before, after })),
    );
    const told = cells.slice(0, MOST_CELLS).map(({ key, code, before, after }) => {
      const column = columns.get(code);
      const text = (value: string) =>
        column ? writeCell(column, value, { locale, districts: area.districts }) : value;
      // A row that was taken away is called by what it held.
      const [first] = register.columns;
      const gone = first ? rows[key]?.[first.code]?.[0] : undefined;
      return {
        row: names.get(key) ?? gone ?? key,
        column: column ? localize(column.name, locale) : code,
        before: text(before),
        after: text(after),
      };
    });
    return {
      seq: event.seq,
      at: event.at,
      actorName: event.name,
      cells: told,
      more: cells.length - told.length,
    };
  });
}

/** The same as a file, with a byte order mark, so that a spreadsheet reads the letters right. */
export async function registerFile(scope: RegisterScope) {
  const { agency, place, register } = scope;
  return {
    name: downloadName(place.row.is_demo === 1, ['register', register.code, agency.code], 'tsv'),
    body: `${BYTE_ORDER_MARK}${await registerTable(scope)}`,
  };
}

/** The whole register with tabs between its cells, as a spreadsheet takes it and the page takes it back. */
export async function registerTable(scope: RegisterScope): Promise<string> {
  const { area, locale, register } = scope;
  const words = registerWords[locale];
  const isList = register.rows !== undefined;
  const header = [
    ...(isList ? [words.code, words.place, words.district] : []),
    ...register.columns.map(({ name }) => localize(name, locale)),
  ];
  const rows = await readRows(scope);
  return writeTable([
    header,
    ...rows.map(({ key, name, district, cells }) => [
      ...(isList ? [key, name, district] : []),
      ...register.columns.map((column) =>
        writeCell(column, cells[column.code] ?? '', { locale, districts: area.districts }),
      ),
    ]),
  ]);
}
