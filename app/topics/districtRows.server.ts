/**
 * A register district by district, for every agency. A country has five hundred of them with 83,000 villages: what a sheet
 * came to is kept until it changes, and others have their turn while many are reckoned anew.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import type { Db } from '#db/database';
import { shortAgencyName } from '~/i18n/agencyName';
import type { Quantity } from '~/instrument';
import type { RowCells } from '~/instrument/metrics';
import type { DistrictBoard } from '~/instrument/topic';
import type { Participant } from '~/rakerda/participants.server';
import { type Area, readAreas } from './area.server';
import type { TopicSheet } from './topicSheets.server';

export interface DistrictRow {
  readonly agency: Participant;
  /** Its sheet lacks nothing: its own figure stands on the board of the topic. */
  readonly isAgencyComplete: boolean;
  /** With the regency where a province has two of that name. */
  readonly district: string;
  /** Its rows lack something: what they come to says nothing yet. */
  readonly lacking: number;
  readonly values: readonly (Quantity | null)[];
}

type Sheet = Pick<TopicSheet, 'id' | 'agencyCode' | 'figures' | 'version' | 'updatedAt'>;
type Figures = ReturnType<DistrictBoard['of']>;

interface Kept {
  readonly board: DistrictBoard;
  readonly version: number;
  readonly updatedAt: string;
  readonly area: Area;
  readonly isComplete: boolean;
  readonly figures: Figures;
}

/** By sheet; two Rakerda of the whole country. The one that came first goes. */
const kept = new Map<string, Kept>();
const MOST_KEPT = 1300;

/** Sheets that are reckoned before others have their turn. */
const AT_ONCE = 10;

interface Given {
  readonly year: number;
  readonly agencies: readonly Participant[];
  readonly sheets: readonly Sheet[];
  /** Whether a sheet with these figures lacks nothing. */
  readonly isComplete: (figures: TopicSheet['figures']) => boolean;
}

/** The caller decides who may see it. */
export async function readDistricts(
  db: Db,
  given: Given,
  board: DistrictBoard,
): Promise<readonly DistrictRow[]> {
  const begun = given.sheets.filter(({ figures }) => board.isBegun(figures));
  // A province counts what its regencies count: each district is told by whoever is closest to it.
  const closest = begun.filter(
    ({ agencyCode }) => !begun.some((other) => other.agencyCode.startsWith(`${agencyCode}.`)),
  );
  const known = await figuresOf(db, given, closest, board);
  const named = new Map(given.agencies.map((agency) => [agency.code, agency]));
  const regencies = await readRegencies(
    db,
    [...known].flatMap(([code, { area }]) => twiceIn(code, area)),
  );
  return closest.flatMap(({ agencyCode }): DistrictRow[] => {
    const agency = named.get(agencyCode);
    const own = known.get(agencyCode);
    if (!agency || !own) return [];
    const names = new Map(own.area.districts.map(({ code, name }) => [code, name]));
    return own.figures.map(({ district, ...figures }) => {
      const name = names.get(district) ?? district;
      const regency = regencies.get(district);
      return {
        agency,
        isAgencyComplete: own.isComplete,
        district: regency === undefined ? name : `${name}, ${regency}`,
        ...figures,
      };
    });
  });
}

/** By agency. */
async function figuresOf(
  db: Db,
  { year, isComplete }: Pick<Given, 'year' | 'isComplete'>,
  sheets: readonly Sheet[],
  board: DistrictBoard,
): Promise<ReadonlyMap<string, Kept>> {
  const found = new Map<string, Kept>();
  const anew: Sheet[] = [];
  for (const sheet of sheets) {
    const there = kept.get(sheet.id);
    if (there && isOf(there, sheet, board)) found.set(sheet.agencyCode, there);
    else anew.push(sheet);
  }
  for (let start = 0; start < anew.length; start += AT_ONCE) {
    if (start > 0) await nextTurn();
    const some = anew.slice(start, start + AT_ONCE);
    const areas = await readAreas(some.map(({ agencyCode }) => agencyCode));
    const stored = await rowsOf(
      db,
      some.map(({ id }) => id),
      board.register.code,
    );
    for (const { id, agencyCode, version, updatedAt, figures: saved } of some) {
      const area = areas.get(agencyCode);
      if (!area) continue;
      const figures = board.of({
        rows: { [board.register.code]: stored.get(id) ?? new Map<string, RowCells>() },
        area: {
          districts: area.districts.map(({ code }) => code),
          villages: area.villages.map(({ code }) => code),
        },
        year,
      });
      const one = { board, version, updatedAt, area, isComplete: isComplete(saved), figures };
      found.set(agencyCode, one);
      keep(id, one);
    }
  }
  return found;
}

/** Whoever changes rows raises the version of their sheet. */
function isOf(there: Kept, sheet: Sheet, board: DistrictBoard): boolean {
  return there.board === board && there.version === sheet.version && there.updatedAt === sheet.updatedAt;
}

function keep(sheetId: string, one: Kept): void {
  kept.delete(sheetId);
  const oldest = kept.size >= MOST_KEPT ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(sheetId, one);
}

/** `63.03.01` lies in `63.03`. */
const regencyOf = (district: string) => district.slice(0, district.lastIndexOf('.'));

/** Districts of an agency's area that share their name, where it has several regencies. */
function twiceIn(agencyCode: string, { districts }: Area): readonly string[] {
  const count = new Map<string, number>();
  for (const { name } of districts) count.set(name, (count.get(name) ?? 0) + 1);
  return districts.flatMap(({ code, name }) =>
    regencyOf(code) !== agencyCode && (count.get(name) ?? 0) > 1 ? [code] : [],
  );
}

/** The short names of the regencies that some districts lie in, by district. */
async function readRegencies(db: Db, districts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (districts.length === 0) return new Map();
  const rows = await db
    .selectFrom('agency')
    .select(['code', 'name'])
    .where('code', 'in', [...new Set(districts.map(regencyOf))])
    .execute();
  const names = new Map(rows.map(({ code, name }) => [code, shortAgencyName(name)]));
  return new Map(
    districts.flatMap((district) => {
      const name = names.get(regencyOf(district));
      return name === undefined ? [] : [[district, name] as const];
    }),
  );
}

const cellsSchema = z.record(z.string(), z.string());

/** The rows of one register on some sheets. */
async function rowsOf(
  db: Db,
  sheetIds: readonly string[],
  register: string,
): Promise<ReadonlyMap<string, ReadonlyMap<string, RowCells>>> {
  const found = new Map<string, Map<string, RowCells>>();
  const rows = await db
    .selectFrom('register_row')
    .select(['sheet_id', 'row_key', 'cells'])
    .where('sheet_id', 'in', sheetIds)
    .where('register', '=', register)
    .execute();
  for (const { sheet_id, row_key, cells } of rows) {
    const own = found.get(sheet_id) ?? new Map<string, RowCells>();
    found.set(sheet_id, own.set(row_key, cellsSchema.parse(JSON.parse(cells))));
  }
  return found;
}
