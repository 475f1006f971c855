/** The agencies of the country, and which of them take part. */
import type { Db } from '#db/database';
import { type FoundAgencies, findAgencies, type SearchableAgency } from './agencySearch';

/** Every agency there is, by code: regions by province, then central agencies. */
export async function listCountry(db: Db): Promise<readonly SearchableAgency[]> {
  return selectAgencies(db).execute();
}

/** The agencies that take part, in the same order. */
export async function listTaking(db: Db, rakerdaId: string): Promise<readonly SearchableAgency[]> {
  return selectAgencies(db)
    .innerJoin('rakerda_agency', 'rakerda_agency.agency_code', 'agency.code')
    .where('rakerda_agency.rakerda_id', '=', rakerdaId)
    .execute();
}

/** Agencies that are added to those of the province: the ones chosen so far, and what is looked for. */
export interface ExtraAgencies {
  readonly search: string;
  readonly chosen: readonly SearchableAgency[];
  /** Of those that are not chosen yet. */
  readonly found: FoundAgencies<SearchableAgency>;
}

export async function listExtra(db: Db, codes: readonly string[], search: string): Promise<ExtraAgencies> {
  if (codes.length === 0 && search === '') return { search, chosen: [], found: findAgencies([], '') };
  const country = await listCountry(db);
  const isChosen = new Set(codes);
  return {
    search,
    chosen: country.filter(({ code }) => isChosen.has(code)),
    found: findAgencies(
      country.filter(({ code }) => !isChosen.has(code)),
      search,
    ),
  };
}

/** Most letters of a search. */
export const MOST_TYPED = 80;

function selectAgencies(db: Db) {
  return db
    .selectFrom('agency')
    .leftJoin('agency as above', 'above.code', 'agency.province_code')
    .select(['agency.code', 'agency.kind', 'agency.name', 'above.name as province'])
    .orderBy('agency.code');
}
