/** What a topic is made of, for every agency: its nodes side by side, or its register district by district. */
import { z } from 'zod';
import type { Db } from '#db/database';
import type { LocalizedText, Quantity } from '~/instrument';
import type { RowCells } from '~/instrument/metrics';
import {
  type DistrictBoard,
  emptyFigures,
  type Figures,
  kindOf,
  type NodeFigure,
  type Topic,
} from '~/instrument/topic';
import { listParticipants, type Participant } from '~/rakerda/participants.server';
import { readAreas } from './area.server';
import { listSheets, type TopicSheet } from './topicSheets.server';

export interface NodeRow {
  readonly agency: Participant;
  /** One per node; null where it is not finished. */
  readonly nodes: readonly (NodeFigure | null)[];
}

export interface DistrictRow {
  readonly agency: Participant;
  /** Its sheet lacks nothing: its own figure stands on the board of the topic. */
  readonly isAgencyComplete: boolean;
  readonly district: string;
  /** Its rows lack something: what they come to says nothing yet. */
  readonly lacking: number;
  readonly values: readonly (Quantity | null)[];
}

export type TopicParts =
  | { readonly kind: 'nodes'; readonly rows: readonly NodeRow[] }
  | {
      readonly kind: 'districts';
      readonly columns: readonly {
        readonly name: LocalizedText;
        readonly unitName?: LocalizedText | undefined;
        readonly direction: Quantity['direction'];
      }[];
      readonly rows: readonly DistrictRow[];
    };

/** Whether a topic has parts to be shown. */
export function hasParts(topic: Topic): boolean {
  const { districts, nodes } = kindOf(topic);
  return districts !== null || nodes.all.length > 0;
}

/** The caller decides who may see it: every agency is in here. */
export async function readTopicParts(
  db: Db,
  rakerda: { readonly id: string; readonly year: number },
  topic: Topic,
): Promise<TopicParts> {
  const { districts, nodes, outcome } = kindOf(topic);
  const agencies = await listParticipants(db, rakerda.id);
  const sheets = await listSheets(db, rakerda.id, [topic]);
  if (districts) {
    const isComplete = (figures: Figures) => {
      const { headline, filled, total } = outcome(figures);
      return headline !== null && filled === total;
    };
    return readDistricts(db, { year: rakerda.year, agencies, sheets, isComplete }, districts);
  }
  const own = new Map(sheets.map((sheet) => [sheet.agencyCode, sheet.figures]));
  return {
    kind: 'nodes',
    rows: agencies.map((agency) => ({
      agency,
      nodes: nodes.of(own.get(agency.code) ?? emptyFigures(topic)),
    })),
  };
}

async function readDistricts(
  db: Db,
  given: {
    readonly year: number;
    readonly agencies: readonly Participant[];
    readonly sheets: readonly TopicSheet[];
    readonly isComplete: (figures: Figures) => boolean;
  },
  board: DistrictBoard,
): Promise<TopicParts> {
  const begun = given.sheets.filter(({ figures }) => board.isBegun(figures));
  // A province counts what its regencies count: each district is told by whoever is closest to it.
  const closest = begun.filter(
    ({ agencyCode }) => !begun.some((other) => other.agencyCode.startsWith(`${agencyCode}.`)),
  );
  const stored = await rowsOf(
    db,
    closest.map(({ id }) => id),
    board.register.code,
  );
  const areas = await readAreas(closest.map(({ agencyCode }) => agencyCode));
  const named = new Map(given.agencies.map((agency) => [agency.code, agency]));
  return {
    kind: 'districts',
    columns: board.measures,
    rows: closest.flatMap(({ id, agencyCode, figures: saved }): DistrictRow[] => {
      const agency = named.get(agencyCode);
      const area = areas.get(agencyCode);
      if (!agency || !area) return [];
      const names = new Map(area.districts.map((entry) => [entry.code, entry.name]));
      const codes = {
        districts: area.districts.map(({ code }) => code),
        villages: area.villages.map(({ code }) => code),
      };
      const isAgencyComplete = given.isComplete(saved);
      const rows = { [board.register.code]: stored.get(id) ?? new Map<string, RowCells>() };
      return board.of({ rows, area: codes, year: given.year }).map(({ district, ...figures }) => ({
        agency,
        isAgencyComplete,
        district: names.get(district) ?? district,
        ...figures,
      }));
    }),
  };
}

const cellsSchema = z.record(z.string(), z.string());

/** Few enough for one statement. */
const AT_ONCE = 150;

/** The rows of one register on many sheets. */
async function rowsOf(
  db: Db,
  sheetIds: readonly string[],
  register: string,
): Promise<ReadonlyMap<string, ReadonlyMap<string, RowCells>>> {
  const found = new Map<string, Map<string, RowCells>>();
  for (let start = 0; start < sheetIds.length; start += AT_ONCE) {
    const rows = await db
      .selectFrom('register_row')
      .select(['sheet_id', 'row_key', 'cells'])
      .where('sheet_id', 'in', sheetIds.slice(start, start + AT_ONCE))
      .where('register', '=', register)
      .execute();
    for (const { sheet_id, row_key, cells } of rows) {
      const own = found.get(sheet_id) ?? new Map<string, RowCells>();
      found.set(sheet_id, own.set(row_key, cellsSchema.parse(JSON.parse(cells))));
    }
  }
  return found;
}
