/**
 * Who can take part: provinces, regencies and cities of Indonesia with their Kemendagri codes, from the package
 * idn-area-data; ministries and other central agencies, which have no such code, from `centralAgencies.json`.
 */
import { readFile } from 'node:fs/promises';
import { getProvinces, getRegencies } from 'idn-area-data';
import { z } from 'zod';
import type { Db } from '#db/database';
import type { AgencyRow } from '#db/schema';

/** Words that stay in capitals in official names. */
const CAPITALS = new Set(['DKI', 'DI']);

/** `KABUPATEN TANAH LAUT` → `Kabupaten Tanah Laut`. */
export function agencyName(official: string): string {
  return official
    .split(' ')
    .map((word) => (CAPITALS.has(word) ? word : word.charAt(0) + word.slice(1).toLowerCase()))
    .join(' ');
}

/** A code is given once and says nothing but which agency it is, see docs/decisions/0078. */
const centralSchema = z.object({
  source: z.string(),
  agencies: z.array(
    z.strictObject({
      code: z.string().regex(/^P\.\d{3}$/),
      name: z.string(),
      /** Year of published results → what the agency is called there, where that differs or a year is missing. */
      published: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

async function readCentralAgencies(): Promise<readonly AgencyRow[]> {
  const body = await readFile(new URL('./centralAgencies.json', import.meta.url), 'utf8');
  return centralSchema
    .parse(JSON.parse(body))
    .agencies.map(({ code, name }): AgencyRow => ({ code, kind: 'central', name, province_code: null }));
}

/** Reads every agency there is: provinces, then regencies and cities, then central agencies. */
export async function readAgencies(): Promise<readonly AgencyRow[]> {
  const [provinces, regencies, central] = await Promise.all([
    getProvinces(),
    getRegencies({ transform: true }),
    readCentralAgencies(),
  ]);
  return [
    ...provinces.map((province): AgencyRow => ({
      code: province.code,
      kind: 'province',
      name: `Provinsi ${agencyName(province.name)}`,
      province_code: null,
    })),
    ...regencies.map((regency): AgencyRow => ({
      code: regency.code,
      kind: regency.name.startsWith('KOTA ') ? 'city' : 'regency',
      name: agencyName(regency.name),
      province_code: regency.provinceCode,
    })),
    ...central,
  ];
}

/** Adds the agencies that are missing; existing ones keep the name they have. */
export async function seedAgencies(db: Db): Promise<void> {
  const agencies = await readAgencies();
  await db.transaction().execute(async (trx) => {
    for (let start = 0; start < agencies.length; start += 200) {
      await trx
        .insertInto('agency')
        .values(agencies.slice(start, start + 200))
        .onConflict((conflict) => conflict.column('code').doNothing())
        .execute();
    }
  });
}
