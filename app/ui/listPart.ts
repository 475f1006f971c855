/** Long lists of agencies in parts: looked for by name, and page by page. */

/** Up to here everything stands on one page, without a search. */
export const PER_PAGE = 60;

export interface ListPart<T> {
  readonly items: readonly T[];
  readonly search: string;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** How many fit the search, on all pages. */
  readonly found: number;
  /** Whether the list is long enough to be looked through. */
  readonly isLong: boolean;
}

/**
 * @param asked the page's address: `cari`, `hal`
 * @param perPage fewer where a row is large
 */
export function partOf<T extends { readonly agencyName: string | null }>(
  all: readonly T[],
  asked: URLSearchParams,
  perPage = PER_PAGE,
): ListPart<T> {
  const search = (asked.get('cari') ?? '').trim().slice(0, 80);
  const wanted = search.toLowerCase();
  const found = all.filter((one) => (one.agencyName ?? '').toLowerCase().includes(wanted));
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const wished = Number(asked.get('hal') ?? '1');
  const page = Number.isInteger(wished) ? Math.min(Math.max(wished, 1), pages) : 1;
  return {
    items: found.slice((page - 1) * perPage, page * perPage),
    search,
    page,
    pages,
    found: found.length,
    isLong: all.length > perPage,
  };
}
