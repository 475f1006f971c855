import type { Kysely } from 'kysely';
import type { Database } from '#db/schema';
import type { AgencyChoice } from './setUpChoices.server';

/** Who takes part, and which agencies of the same province could. */
export async function listFurtherAgencies(
  db: Kysely<Database>,
  rakerdaId: string,
): Promise<{ readonly further: readonly AgencyChoice[]; readonly taking: readonly string[] }> {
  const taking = await db
    .selectFrom('rakerda_agency')
    .innerJoin('agency', 'agency.code', 'rakerda_agency.agency_code')
    .select(['agency.code', 'agency.province_code'])
    .where('rakerda_agency.rakerda_id', '=', rakerdaId)
    .execute();
  const provinces = [...new Set(taking.map((agency) => agency.province_code ?? agency.code))];
  const codes = taking.map((agency) => agency.code);
  const all = await db
    .selectFrom('agency')
    .select(['code', 'name'])
    .where((eb) => eb.or([eb('code', 'in', provinces), eb('province_code', 'in', provinces)]))
    .orderBy('code')
    .execute();
  return { further: all.filter(({ code }) => !codes.includes(code)), taking: codes };
}
