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
  return known.get(agencyCode) ?? remembered(agencyCode, readTexts());
}

/** Those of many agencies at once: both files are read a single time. */
export async function readAreas(agencyCodes: readonly string[]): Promise<ReadonlyMap<string, Area>> {
  let texts: Promise<Texts> | null = null;
  const areas = new Map<string, Area>();
  for (const code of agencyCodes) {
    const there = known.get(code);
    areas.set(code, await (there ?? remembered(code, (texts ??= readTexts()))));
  }
  return areas;
}

function remembered(agencyCode: string, texts: Promise<Texts>): Promise<Area> {
  const read = texts.then(({ districts, villages }) => ({
    districts: partOf(districts, agencyCode),
    villages: partOf(villages, agencyCode),
  }));
  known.set(agencyCode, read);
  // What could not be read is tried again.
  read.catch(() => known.delete(agencyCode));
  return read;
}

interface Texts {
  readonly districts: string;
  readonly villages: string;
}

async function readTexts(): Promise<Texts> {
  const read = (file: keyof Texts) =>
    readFile(createRequire(import.meta.url).resolve(`idn-area-data/data/${file}.csv`), 'utf8');
  const [districts, villages] = await Promise.all([read('districts'), read('villages')]);
  return { districts, villages };
}

/** The files are in order of the codes: what lies in an area stands together, and the rest need not be taken apart. */
function partOf(text: string, agencyCode: string): readonly AreaEntry[] {
  const first = text.indexOf(`\n${agencyCode}.`) + 1;
  if (first === 0) return [];
  const last = text.lastIndexOf(`\n${agencyCode}.`) + 1;
  const end = text.indexOf('\n', last);
  const rows = rowsSchema.parse(
    parse(text.slice(first, end === -1 ? undefined : end), { relax_quotes: true }),
  );
  return rows.map(([code, , name]) => ({ code, name }));
}
