/** Published results of one year looked through: found, narrowed, sorted, counted by predicate. Pure. */
import type { AgencyKind } from '#db/schema';
import { findsIn } from './searchText';

/** All figures are hundredths, as published. */
export interface PublishedRow {
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly kind: AgencyKind;
  readonly provinceCode: string | null;
  readonly provinceName: string | null;
  readonly index: number;
  readonly domains: readonly (number | null)[];
  readonly predicate: string | null;
  /** Of the year before by the same rules; null where it was not evaluated then. */
  readonly before: number | null;
  readonly isDerived: boolean;
  readonly source: string;
}

export const KINDS = ['regency', 'city', 'province', 'central'] as const;

export interface ListFilter {
  readonly search: string;
  readonly province: string | null;
  readonly kind: AgencyKind | null;
  readonly order: ListOrder;
}

export interface ListOrder {
  /** `nama`, `indeks`, `gerak`, or the place of a domain: `d1`. */
  readonly column: string;
  readonly isReversed: boolean;
}

export const NAME = 'nama';
export const INDEX = 'indeks';
export const MOVED = 'gerak';

/** Reads `?cari=…&provinsi=63&jenis=city&urut=d2&arah=balik`; what fits nothing is passed over. */
export function readFilter(params: URLSearchParams, domains: number): ListFilter {
  const columns = [NAME, INDEX, MOVED, ...Array.from({ length: domains }, (_, place) => domainColumn(place))];
  return {
    search: (params.get('cari') ?? '').trim().slice(0, 80),
    province: params.get('provinsi') === '' ? null : params.get('provinsi'),
    kind: KINDS.find((kind) => kind === params.get('jenis')) ?? null,
    order: {
      column: columns.find((column) => column === params.get('urut')) ?? INDEX,
      isReversed: params.get('arah') === 'balik',
    },
  };
}

export function domainColumn(place: number): string {
  return `d${String(place + 1)}`;
}

export function narrowed(rows: readonly PublishedRow[], filter: ListFilter): readonly PublishedRow[] {
  const finds = findsIn(filter.search);
  return rows.filter(
    (row) =>
      (filter.kind === null || row.kind === filter.kind) &&
      (filter.province === null ||
        row.agencyCode === filter.province ||
        row.provinceCode === filter.province) &&
      finds(`${row.agencyCode} ${row.agencyName} ${row.provinceName ?? ''}`),
  );
}

/** The best first, names from A, without a figure always last, equals by code; the own agency before all of them. */
export function ordered(
  rows: readonly PublishedRow[],
  { column, isReversed }: ListOrder,
  ownCode: string | null,
  collator: Pick<Intl.Collator, 'compare'>,
): readonly PublishedRow[] {
  const sign = isReversed ? -1 : 1;
  const figure = figureOf(column);
  const byCode = [...rows].sort((a, b) => (a.agencyCode < b.agencyCode ? -1 : 1));
  const sorted = byCode.sort((a, b) => {
    if (column === NAME) return sign * collator.compare(a.agencyName, b.agencyName);
    const [left, right] = [figure(a), figure(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (right - left);
  });
  const isOwn = ({ agencyCode }: PublishedRow) => agencyCode === ownCode;
  return [...sorted.filter(isOwn), ...sorted.filter((row) => !isOwn(row))];
}

function figureOf(column: string): (row: PublishedRow) => number | null {
  if (column === INDEX) return ({ index }) => index;
  if (column === MOVED) return movedBy;
  const place = Number(column.slice(1)) - 1;
  return ({ domains }) => domains[place] ?? null;
}

/** Against the year before, as both were published. */
export function movedBy({ index, before }: PublishedRow): number | null {
  return before === null ? null : index - before;
}

/** How many have each predicate, in the order given. */
export function distribution(
  rows: readonly PublishedRow[],
  predicates: readonly string[],
): readonly { readonly code: string; readonly agencies: number }[] {
  return predicates.map((code) => ({
    code,
    agencies: rows.filter(({ predicate }) => predicate === code).length,
  }));
}
