/** A list of reports as another program gives it out: which of its columns is what, and the counting. */
import type { TableCell, TableRow } from '~/files/table';
import { bareWord, type Counted, type Counting, type ListCell, startCount } from '~/instrument/topic';

export const LIST_ROLES = ['id', 'date', 'status', 'type', 'finished'] as const;
export type ListRole = (typeof LIST_ROLES)[number];

/** What the columns are called in exports that were seen, the surest name first. */
const NAMES: Readonly<Record<ListRole, readonly string[]>> = {
  id: [
    'tracking id',
    'id laporan',
    'nomor laporan',
    'no laporan',
    'kode laporan',
    'nomor tiket',
    'no tiket',
    'ticket id',
    'id',
  ],
  date: [
    'tanggal masuk',
    'tgl masuk',
    'tanggal laporan',
    'tanggal lapor',
    'tgl laporan',
    'tanggal pengaduan',
    'tanggal dibuat',
    'tanggal',
    'created at',
    'date',
  ],
  status: ['status laporan', 'status tindak lanjut', 'status'],
  type: [
    'jenis laporan',
    'klasifikasi laporan',
    'tipe laporan',
    'jenis',
    'klasifikasi',
    'tipe',
    'type',
    'kategori laporan',
    'kategori',
    'category',
  ],
  finished: [
    'tanggal selesai',
    'tgl selesai',
    'tanggal tutup',
    'tanggal ditutup',
    'tgl tutup',
    'closed at',
    'tanggal penyelesaian',
  ],
};

/** How a person said which column is what: its heading, that there is none, or left out where it is recognised. */
export type ChosenColumns = Readonly<Partial<Record<ListRole, string | null>>>;
/** The heading of each column that is used; null where the list has none. */
export type UsedColumns = Readonly<Record<ListRole, string | null>>;

export type ListReading =
  | { readonly kind: 'counted'; readonly columns: UsedColumns; readonly counted: Counted }
  /** Date and status must be known. */
  | { readonly kind: 'columns'; readonly headings: readonly string[]; readonly columns: UsedColumns };

/** So far down the row of headings is looked for; titles often stand above it. */
const HEADING_ROWS = 20;
const MOST_HEADINGS = 60;

/** Reads a list as its rows come; the first sheet with anything in it. */
export function startList(counting: Counting, year: number, chosen: ChosenColumns) {
  let sheetName: string | null = null;
  const above: TableRow[] = [];
  let reading: Reading | null = null;

  const begin = () => {
    const heading = headingOf(above, chosen);
    reading = startReading(counting, year, heading, chosen);
    for (const row of above) if (row.no > heading.no) reading.take(row);
  };

  return {
    take(sheet: string, row: TableRow): void {
      sheetName ??= sheet;
      if (sheet !== sheetName) return;
      if (reading) return reading.take(row);
      above.push(row);
      if (above.length === HEADING_ROWS) begin();
    },
    finish(): ListReading {
      if (!reading) begin();
      return reading?.finish() ?? { kind: 'columns', headings: [], columns: NO_COLUMNS };
    },
  };
}

const NO_COLUMNS: UsedColumns = { id: null, date: null, status: null, type: null, finished: null };

interface Reading {
  readonly take: (row: TableRow) => void;
  readonly finish: () => ListReading;
}

interface Heading {
  readonly no: number;
  /** Column → what stands above it. */
  readonly texts: ReadonlyMap<number, string>;
}

function headingOf(rows: readonly TableRow[], chosen: ChosenColumns): Heading {
  let best: Heading = { no: 0, texts: new Map() };
  let most = 0;
  for (const { no, cells } of rows) {
    const texts = new Map(
      [...cells].flatMap(([column, cell]) =>
        cell.kind === 'text' ? [[column, cell.text.trim()] as const] : [],
      ),
    );
    const known = LIST_ROLES.filter((role) => columnOf({ no, texts }, role, chosen) !== null).length;
    // A row that looks like headings, where none is recognised: the first with two texts or more.
    const worth = known > 0 ? known + 1 : texts.size > 1 ? 1 : 0;
    if (worth > most) [best, most] = [{ no, texts }, worth];
  }
  return best;
}

function columnOf({ texts }: Heading, role: ListRole, chosen: ChosenColumns): number | null {
  const said = chosen[role];
  if (said === null) return null;
  const wanted = said === undefined ? NAMES[role] : [bareWord(said)];
  for (const name of wanted) {
    const found = [...texts].find(([, text]) => bareWord(text) === name);
    if (found) return found[0];
  }
  return null;
}

function startReading(counting: Counting, year: number, heading: Heading, chosen: ChosenColumns): Reading {
  const place = (role: ListRole) => columnOf(heading, role, chosen);
  const at = {
    id: place('id'),
    date: place('date'),
    status: place('status'),
    type: place('type'),
    finished: place('finished'),
  };
  const nameAt = (column: number | null) => (column === null ? null : (heading.texts.get(column) ?? null));
  const columns: UsedColumns = {
    id: nameAt(at.id),
    date: nameAt(at.date),
    status: nameAt(at.status),
    type: nameAt(at.type),
    finished: nameAt(at.finished),
  };
  if (at.date === null || at.status === null) {
    const headings = [...new Set(heading.texts.values())].slice(0, MOST_HEADINGS);
    return { take: () => undefined, finish: () => ({ kind: 'columns', headings, columns }) };
  }
  const has = { id: at.id !== null, type: at.type !== null, finished: at.finished !== null };
  const count = startCount(counting, has, year);
  return {
    take({ no, cells }) {
      const cell = (column: number | null) => valueOf(column === null ? undefined : cells.get(column));
      count.take({
        no,
        id: cell(at.id),
        date: cell(at.date),
        status: cell(at.status),
        type: cell(at.type),
        finished: cell(at.finished),
      });
    },
    finish: () => ({ kind: 'counted', columns, counted: count.finish() }),
  };
}

function valueOf(cell: TableCell | undefined): ListCell {
  switch (cell?.kind) {
    case 'text':
      return cell.text;
    case 'number':
    case 'percent':
    case 'date':
      return cell.number;
    case 'other':
    case 'noValue':
    case undefined:
      return null;
  }
}
