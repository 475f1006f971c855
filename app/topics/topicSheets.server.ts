/** The sheets of figures as they are stored: one per Rakerda, topic and agency, from the first save on. */
import { z } from 'zod';
import type { Db } from '#db/database';
import type { AssessmentState } from '#db/schema';
import { type Figures, figuresFor, type Topic } from '~/instrument/topic';

export interface TopicSheet {
  readonly id: string;
  readonly topicCode: string;
  readonly agencyCode: string;
  readonly state: AssessmentState;
  readonly figures: Figures;
  readonly version: number;
  /** ISO 8601 UTC. */
  readonly updatedAt: string;
  /** Null for demo data. */
  readonly updatedBy: string | null;
  readonly submitted: StepTaken | null;
  readonly approved: StepTaken | null;
  /** Why it came back; null once it is sent again. */
  readonly returnNote: string | null;
}

export interface StepTaken {
  readonly at: string;
  /** Null for demo data. */
  readonly accountId: string | null;
}

const storedSchema = z.record(z.string(), z.int().nullable());

/** The sheets of some topics of a Rakerda; an agency that saved nothing has none. */
export async function listSheets(
  db: Db,
  rakerdaId: string,
  topics: readonly Topic[],
  agencyCode?: string,
): Promise<readonly TopicSheet[]> {
  if (topics.length === 0) return [];
  let query = db
    .selectFrom('topic_sheet')
    .leftJoin('account', 'account.id', 'topic_sheet.updated_by')
    .selectAll('topic_sheet')
    .select('account.name')
    .where('topic_sheet.rakerda_id', '=', rakerdaId)
    .where(
      'topic_sheet.instrument_code',
      'in',
      topics.map(({ code }) => code),
    );
  if (agencyCode !== undefined) query = query.where('topic_sheet.agency_code', '=', agencyCode);
  const rows = await query.execute();
  const byCode = new Map(topics.map((topic) => [topic.code, topic]));
  return rows.flatMap((row): TopicSheet[] => {
    const topic = byCode.get(row.instrument_code);
    if (!topic) return [];
    return [
      {
        id: row.id,
        topicCode: topic.code,
        agencyCode: row.agency_code,
        state: row.state,
        figures: figuresFor(topic, storedSchema.parse(JSON.parse(row.figures))),
        version: row.version,
        updatedAt: row.updated_at,
        updatedBy: row.name,
        submitted: taken(row.submitted_at, row.submitted_by),
        approved: taken(row.approved_at, row.approved_by),
        returnNote: row.return_note,
      },
    ];
  });
}

function taken(at: string | null, accountId: string | null): StepTaken | null {
  return at === null ? null : { at, accountId };
}

/** The sheet of one agency; null where nothing was saved yet. */
export async function findSheet(
  db: Db,
  rakerdaId: string,
  topic: Topic,
  agencyCode: string,
): Promise<TopicSheet | null> {
  const [sheet] = await listSheets(db, rakerdaId, [topic], agencyCode);
  return sheet ?? null;
}
