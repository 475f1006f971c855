/** Provinces, regencies and cities of Indonesia with their Kemendagri codes, from the package idn-area-data. */
import { getProvinces, getRegencies } from 'idn-area-data';
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

/** Reads every province, regency and city, provinces first. */
export async function readAgencies(): Promise<readonly AgencyRow[]> {
  const [provinces, regencies] = await Promise.all([getProvinces(), getRegencies({ transform: true })]);
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
