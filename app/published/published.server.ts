/** Reads what Kemenpan-RB published of an agency: open to everybody who sees the page, for it is public already. */
import { z } from 'zod';
import type { Db } from '#db/database';
import type { PublishedNote } from '#db/schema';

const domainsSchema = z.array(z.int().nullable()).readonly();

/** All figures are hundredths. */
export interface PublishedResult {
  readonly year: number;
  readonly index: number;
  /** In the order of the instrument; null where the rules of that year had no such domain. */
  readonly domains: readonly (number | null)[];
  /** Code as published, which may follow from the index before it was rounded; null where none was. */
  readonly predicate: string | null;
  readonly regulation: string;
  readonly source: string;
  readonly note: PublishedNote | null;
  /** Of the country in the same year, as published. */
  readonly national: number | null;
}

/** The published results of one agency, the latest first; none where it was never evaluated by these rules. */
export async function publishedResults(
  db: Db,
  instrumentCode: string,
  agencyCode: string,
): Promise<readonly PublishedResult[]> {
  const rows = await db
    .selectFrom('published_result as own')
    .leftJoin('published_result as nation', (join) =>
      join
        .onRef('nation.year', '=', 'own.year')
        .onRef('nation.instrument_code', '=', 'own.instrument_code')
        .on('nation.agency_code', 'is', null),
    )
    .select(['own.year', 'own.index_hundredths', 'own.domain_hundredths', 'own.predicate'])
    .select(['own.regulation', 'own.source', 'own.note', 'nation.index_hundredths as national'])
    .where('own.agency_code', '=', agencyCode)
    .where('own.instrument_code', '=', instrumentCode)
    .orderBy('own.year', 'desc')
    .execute();
  return rows.map((row) => ({
    year: row.year,
    index: row.index_hundredths,
    domains: domainsSchema.parse(JSON.parse(row.domain_hundredths)),
    predicate: row.predicate,
    regulation: row.regulation,
    source: row.source,
    note: row.note,
    national: row.national,
  }));
}

/** Whether anything was published of an instrument. */
export async function hasPublished(db: Db, instrumentCode: string): Promise<boolean> {
  const row = await db
    .selectFrom('published_result')
    .select('id')
    .where('instrument_code', '=', instrumentCode)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
