/** What every agency comes to in every topic of a Rakerda, for rooms that show topics side by side. */
import type { AssessmentState } from '#db/schema';
import type { Scope } from '~/accounts/requestScope.server';
import type { Direction, LocalizedText, Outcome, Quantity } from '~/instrument';
import { type Confidence, emptyFigures, goalOf, kindOf, type TopicGoal } from '~/instrument/topic';
import { loadTopics } from '~/rakerda/rakerdaFacts.server';
import { listTopicTargets } from '~/rakerda/topicTargets.server';
import { listSheets } from './topicSheets.server';
import { listParticipants } from '~/rakerda/participants.server';

export interface TopicOutcomes {
  readonly code: string;
  readonly name: LocalizedText;
  readonly shortName: LocalizedText;
  /** What the headline of every outcome says, and how sure its formula is. */
  readonly headline: {
    readonly name: LocalizedText;
    readonly direction: Direction;
    /** What it counts, where its unit does not say so: "desa"; else null. */
    readonly unitName: LocalizedText | null;
    readonly confidence: Confidence;
  };
  /** What the Rakerda wants reached in one of its figures; null where nothing is set. */
  readonly goal: TopicGoal | null;
  /** The lowest first; empty where its headline has none. */
  readonly bands: readonly { readonly code: string; readonly name: LocalizedText }[];
  /** Every agency that takes part, in order of the codes. The caller applies `maySeeFigures` with the state. */
  readonly agencies: readonly {
    readonly agencyCode: string;
    readonly state: AssessmentState;
    readonly outcome: Outcome;
    /** What it has of the figure with the target; null where that is not known, or there is none. */
    readonly towards: Quantity | null;
  }[];
}

/** The topics of a Rakerda in their order; none where it measures none. */
export async function topicOutcomes(
  { db, instruments }: Pick<Scope, 'db' | 'instruments'>,
  rakerdaId: string,
): Promise<readonly TopicOutcomes[]> {
  const topics = await loadTopics({ db, instruments }, rakerdaId);
  const agencies = await listParticipants(db, rakerdaId);
  const sheets = await listSheets(db, rakerdaId, topics);
  const targets = await listTopicTargets(db, rakerdaId);
  return topics.map((topic): TopicOutcomes => {
    const { headline, bands, outcome, values } = kindOf(topic);
    const goal = goalOf(topic, targets.get(topic.code));
    const own = new Map(
      sheets.filter(({ topicCode }) => topicCode === topic.code).map((sheet) => [sheet.agencyCode, sheet]),
    );
    return {
      code: topic.code,
      name: topic.name,
      shortName: topic.shortName,
      headline: {
        name: headline.name,
        direction: headline.direction,
        unitName: headline.unitName ?? null,
        confidence: headline.source.confidence,
      },
      bands,
      goal,
      agencies: agencies.map(({ code }) => {
        const figures = own.get(code)?.figures ?? emptyFigures(topic);
        return {
          agencyCode: code,
          state: own.get(code)?.state ?? 'draft',
          outcome: outcome(figures),
          towards: goal && (values(figures)[goal.place] ?? null),
        };
      }),
    };
  });
}
