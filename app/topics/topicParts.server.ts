/** What a topic is made of, for every agency: its nodes side by side, or its register district by district. */
import type { Db } from '#db/database';
import type { CountedText, LocalizedText, Quantity } from '~/instrument';
import { emptyFigures, type Figures, kindOf, type NodeFigure, type Topic } from '~/instrument/topic';
import { listParticipants, type Participant } from '~/rakerda/participants.server';
import { type DistrictRow, readDistricts } from './districtRows.server';
import { listSheets } from './topicSheets.server';

export interface NodeRow {
  readonly agency: Participant;
  /** One per node; null where it is not finished. */
  readonly nodes: readonly (NodeFigure | null)[];
}

export type TopicParts =
  | { readonly kind: 'nodes'; readonly rows: readonly NodeRow[] }
  | {
      readonly kind: 'districts';
      readonly columns: readonly {
        readonly name: LocalizedText;
        readonly unitName?: CountedText | undefined;
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
    const given = { year: rakerda.year, agencies, sheets, isComplete };
    return {
      kind: 'districts',
      columns: districts.measures,
      rows: await readDistricts(db, given, districts),
    };
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
