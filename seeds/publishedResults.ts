/**
 * What Kemenpan-RB published: the index, domains and predicate of every agency that was evaluated in 2023 and 2024, of
 * Denpasar in 2018 and 2019, and of the country since 2018. `publishedResults.csv` has one line each; its last column
 * says where a figure was derived or follows older rules.
 */
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Db } from '#db/database';
import { whole } from '#db/portable';
import type { PublishedResultRow } from '#db/schema';

/** The index these results are of, whatever rules it was made by. */
const INSTRUMENT = 'spbe-2020';

/** `2.69` → 269. */
const hundredths = z
  .string()
  .regex(/^\d\.\d\d$/)
  .transform((text) => Number(text.replace('.', '')));
const hundredthsOrNone = z.union([z.literal('').transform(() => null), hundredths]);

/** Published name → code of the instrument's predicate. */
const PREDICATES = {
  Memuaskan: 'memuaskan',
  'Sangat Baik': 'sangat-baik',
  Baik: 'baik',
  Cukup: 'cukup',
  Kurang: 'kurang',
} as const;

const lineSchema = z
  .strictObject({
    year: z.coerce.number().int().min(2018).max(2025),
    agency_code: z.string(),
    index: hundredths,
    d1: hundredthsOrNone,
    d2: hundredthsOrNone,
    d3: hundredthsOrNone,
    d4: hundredthsOrNone,
    predicate: z.enum(['Memuaskan', 'Sangat Baik', 'Baik', 'Cukup', 'Kurang', '']),
    regulation: z.enum(['PermenPANRB 5/2018', 'PermenPANRB 59/2020']),
    source: z.string().min(1),
    note: z.enum(['d1-derived', 'three-domains', '']),
  })
  .transform((line): PublishedResultRow => ({
    id: `${String(line.year)}/${line.agency_code || 'nasional'}`,
    instrument_code: INSTRUMENT,
    year: line.year,
    agency_code: line.agency_code || null,
    index_hundredths: line.index,
    domain_hundredths: JSON.stringify([line.d1, line.d2, line.d3, line.d4]),
    predicate: line.predicate === '' ? null : PREDICATES[line.predicate],
    regulation: line.regulation,
    source: line.source,
    note: line.note || null,
  }));

/** Reads every published result; throws `ZodError` where a line is not as it should be. */
export async function readPublishedResults(): Promise<readonly PublishedResultRow[]> {
  const body = await readFile(new URL('./publishedResults.csv', import.meta.url), 'utf8');
  return z.array(lineSchema).parse(parse(body, { columns: true }));
}

/** Adds the results that are missing; a published figure does not change any more. */
export async function seedPublishedResults(db: Db): Promise<void> {
  const results = await readPublishedResults();
  const { there } = await db
    .selectFrom('published_result')
    .select((eb) => whole(eb.fn.countAll()).as('there'))
    .executeTakeFirstOrThrow();
  if (there === results.length) return;
  await db.transaction().execute(async (trx) => {
    for (let start = 0; start < results.length; start += 200) {
      await trx
        .insertInto('published_result')
        .values(results.slice(start, start + 200))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    }
  });
}
