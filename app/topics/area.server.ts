/** Districts and villages of an agency's own area, with their Kemendagri codes, from the package idn-area-data. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { AreaEntry } from '~/instrument/metrics';

export interface Area {
  /** Both in order of their codes. */
  readonly districts: readonly AreaEntry[];
  readonly villages: readonly AreaEntry[];
}

/** Code, code of what it lies in, name. */
const rowsSchema = z.array(z.tuple([z.string(), z.string(), z.string()]));

const known = new Map<string, Promise<Area>>();

/** A regency's or city's own, or those of a whole province; a central agency has none. */
export function readArea(agencyCode: string): Promise<Area> {
  const there = known.get(agencyCode);
  if (there) return there;
  const read = readBoth(agencyCode);
  known.set(agencyCode, read);
  // What could not be read is tried again.
  read.catch(() => known.delete(agencyCode));
  return read;
}

async function readBoth(agencyCode: string): Promise<Area> {
  const [districts, villages] = await Promise.all([
    readPart('districts', agencyCode),
    readPart('villages', agencyCode),
  ]);
  return { districts, villages };
}

/** The files are in order of the codes: what lies in an area stands together, and the rest need not be taken apart. */
async function readPart(file: 'districts' | 'villages', agencyCode: string): Promise<readonly AreaEntry[]> {
  const path = createRequire(import.meta.url).resolve(`idn-area-data/data/${file}.csv`);
  const text = await readFile(path, 'utf8');
  const first = text.indexOf(`\n${agencyCode}.`) + 1;
  if (first === 0) return [];
  const last = text.lastIndexOf(`\n${agencyCode}.`) + 1;
  const end = text.indexOf('\n', last);
  const rows = rowsSchema.parse(
    parse(text.slice(first, end === -1 ? undefined : end), { relax_quotes: true }),
  );
  return rows.map(([code, , name]) => ({ code, name }));
}
