/** The overview of a Rakerda as plain values: what each row may say, its sums, its order. */
import type { AssessmentState } from '#db/schema';
import { averageOf, type Figure, isComplete, type Locale } from '~/instrument';

interface RowFacts {
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly target: number | null;
  /** The reader's own agency. */
  readonly own: boolean;
}

/** A row the reader may look into. */
export interface OpenRow extends RowFacts {
  readonly open: true;
  readonly path: string;
  readonly state: AssessmentState;
  readonly answered: number;
  readonly index: Figure;
  readonly predicate: string;
  /** Indicators flagged for the plenary. */
  readonly flags: number;
  /** When it last moved; null where nobody has touched it. */
  readonly updatedAt: string | null;
}

/** Somebody else's that is not approved: nothing of what it holds reaches the reader. */
export interface ClosedRow extends RowFacts {
  readonly open: false;
}

export type OverviewRow = OpenRow | ClosedRow;

export interface Summary {
  readonly agencies: number;
  readonly approved: number;
  readonly visible: number;
  readonly hidden: number;
  readonly answered: number;
  /** Answers there could be in the visible rows. */
  readonly answerable: number;
  /** Visible rows that are completely answered. */
  readonly complete: number;
  /** Mean index of these, in hundredths; null where there are none. */
  readonly mean: number | null;
}

/** Sums up what the reader may see. `indicators` is the number of indicators of the instrument. */
export function summarize(rows: readonly OverviewRow[], indicators: number): Summary {
  const open = rows.filter((row) => row.open);
  const average = averageOf(open.map((row) => ({ ...row, total: indicators })));
  return {
    agencies: rows.length,
    // Whoever may read the Rakerda may read what is approved, so no approved row is a closed one.
    approved: open.filter((row) => row.state === 'approved').length,
    visible: open.length,
    hidden: rows.length - open.length,
    answered: open.reduce((sum, row) => sum + row.answered, 0),
    answerable: open.length * indicators,
    complete: average.complete,
    mean: average.mean,
  };
}

/** Columns by the word that stands in the address. */
export const COLUMNS = [
  'instansi',
  'status',
  'kelengkapan',
  'indeks',
  'tanda',
  'kegiatan',
  'target',
] as const;
export type Column = (typeof COLUMNS)[number];

export interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

/** Reads `?urut=indeks&arah=turun`; the order of the Kemendagri codes where nothing fits. */
export function readOrder(params: URLSearchParams): Order | null {
  const column = COLUMNS.find((known) => known === params.get('urut'));
  return column ? { column, descending: params.get('arah') === 'turun' } : null;
}

const STATES: readonly AssessmentState[] = ['draft', 'submitted', 'approved'];

/**
 * Sorts the rows. A row without the value always comes last, as does by index a row that is not complete; rows that are
 * equal stay in code order.
 */
export function sortRows(
  rows: readonly OverviewRow[],
  order: Order | null,
  locale: Locale,
  indicators: number,
): readonly OverviewRow[] {
  const byCode = [...rows].sort((a, b) => (a.agencyCode < b.agencyCode ? -1 : 1));
  if (!order) return byCode;
  const sign = order.descending ? -1 : 1;
  if (order.column === 'instansi') {
    const collator = new Intl.Collator(locale);
    return byCode.sort((a, b) => sign * collator.compare(a.agencyName, b.agencyName));
  }
  return byCode.sort((a, b) => {
    const [left, right] = [valueOf(a, order.column, indicators), valueOf(b, order.column, indicators)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}

function valueOf(row: OverviewRow, column: Column, indicators: number): number | null {
  if (column === 'target') return row.target;
  if (!row.open) return null;
  switch (column) {
    case 'status':
      return STATES.indexOf(row.state);
    case 'kelengkapan':
      return row.answered;
    case 'indeks':
      return isComplete({ ...row, total: indicators }) ? row.index.numerator / row.index.denominator : null;
    case 'tanda':
      return row.flags;
    case 'kegiatan':
      return row.updatedAt === null ? null : Date.parse(row.updatedAt);
    case 'instansi':
      return null;
  }
}

export interface FlaggedIndicator {
  readonly no: number;
  readonly name: string;
  readonly agencies: readonly {
    readonly code: string;
    readonly name: string;
    readonly path: string;
    /** Stored level; null where it has been flagged before it was answered. */
    readonly level: number | null;
  }[];
  /** How many others flagged it too, where they are too many to be named. */
  readonly others: number;
}

/** So many names stand in the list of a hall; a country's would fill a hundred screens. */
const NAMED_AT_MOST = 150;
const NAMED_OF_MANY = 3;

/** The list with every name where it is short, and with a few for each indicator where it is not: the own one first. */
export function namingFew(
  flagged: readonly FlaggedIndicator[],
  ownCode: string | null,
): readonly FlaggedIndicator[] {
  const names = flagged.reduce((sum, { agencies }) => sum + agencies.length, 0);
  if (names <= NAMED_AT_MOST) return flagged;
  return flagged.map((one) => {
    const agencies = ownFirst(one.agencies, ({ code }) => code === ownCode).slice(0, NAMED_OF_MANY);
    return { ...one, agencies, others: one.others + one.agencies.length - agencies.length };
  });
}

/** In a list of many pages nobody should have to look for their own. */
export function ownFirst<Item>(all: readonly Item[], isOwn: (item: Item) => boolean): readonly Item[] {
  return [...all.filter(isOwn), ...all.filter((item) => !isOwn(item))];
}
