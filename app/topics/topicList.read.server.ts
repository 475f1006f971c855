/** Puts the list of a Rakerda's topics together: for an agency its own sheets, for who reads all how far they are. */
import type { AssessmentState } from '#db/schema';
import { type LocalizedText, localize, type Noun, nounIn, type Quantity } from '~/instrument';
import { kindOf, type Topic, type TopicColumn } from '~/instrument/topic';
import type { RakerdaPage } from '~/paths';
import { allows, may, stepsOpenTo } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { loadTopics, type RakerdaFacts, rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import { newestSeq } from '~/record/read.server';
import { readAgencies } from './topicTable.read.server';
import type { TopicChoice } from '~/hall/setUp/index.server';
import { listFurtherTopics } from './addTopics.server';
import { topicWords } from './topicWords';

export interface TopicCard {
  readonly code: string;
  readonly name: string;
  readonly note: string;
  readonly headline: TopicColumn;
  /** The reader's own agency; null for who belongs to none of this Rakerda. */
  readonly own: {
    readonly agencyCode: string;
    readonly quantity: Quantity | null;
    readonly filled: number;
    readonly total: number;
    /** What these count. */
    readonly counted: Noun;
    readonly remarks: readonly LocalizedText[];
    readonly mayWrite: boolean;
    readonly state: AssessmentState;
    readonly isBegun: boolean;
    /** What the reader is asked to do on the sheet's review: it is complete, or waits for the head. */
    readonly review: 'submit' | 'approve' | null;
  } | null;
  /** Of the agencies that the reader may see, how many have filled in everything. */
  readonly finished: number;
  readonly seen: number;
  /** Of all agencies: sent to the head, and approved. */
  readonly submitted: number;
  readonly approved: number;
}

export interface TopicListPage {
  readonly title: string;
  readonly rakerda: RakerdaFacts;
  readonly pages: readonly RakerdaPage[];
  readonly topics: readonly TopicCard[];
  /** What may be added; empty for those who do not manage the Rakerda, or where its stage takes none. */
  readonly further: readonly TopicChoice[];
  readonly message: string | null;
  readonly asOf: number;
}

export async function readTopicList(scope: MeetingScope, params: URLSearchParams): Promise<TopicListPage> {
  const { actor, db, locale, place } = scope;
  const asOf = await newestSeq(db);
  const topics = await loadTopics(scope, place.row.id);
  const cards = await Promise.all(topics.map((topic) => readCard(scope, topic, topics, asOf)));
  return {
    title: `${topicWords[locale].title} – ${place.row.name}`,
    rakerda: rakerdaFacts(place.row),
    pages: rakerdaPagesFor(actor, place),
    topics: cards,
    further:
      may(actor, 'rakerda.manage', place) && allows(place.row.state, 'setUp')
        ? await listFurtherTopics(scope)
        : [],
    message: params.get('pesan'),
    asOf,
  };
}

async function readCard(
  scope: MeetingScope,
  topic: Topic,
  topics: readonly Topic[],
  asOf: number,
): Promise<TopicCard> {
  const { actor, locale, place } = scope;
  const { counted, headline, outcome } = kindOf(topic);
  const agencies = await readAgencies({ ...scope, topic, topics, asOf });
  const outcomes = agencies.flatMap(({ agencyCode, figures, isBegun, state }) =>
    figures ? [{ agencyCode, state, isBegun, ...outcome(figures) }] : [],
  );
  const own = outcomes.find(({ agencyCode }) => agencyCode === actor.agencyCode);
  return {
    code: topic.code,
    name: localize(topic.name, locale),
    note: localize(topic.regulation.note, locale),
    headline,
    own: own
      ? {
          agencyCode: own.agencyCode,
          quantity: own.headline,
          filled: own.filled,
          total: own.total,
          counted: nounIn(counted, locale),
          remarks: own.remarks,
          state: own.state,
          isBegun: own.isBegun,
          review: reviewOf(scope, own),
          mayWrite:
            own.state === 'draft' &&
            allows(place.row.state, 'answers') &&
            may(actor, 'answer.write', { ...place, agencyCode: own.agencyCode }),
        }
      : null,
    finished: outcomes.filter(({ filled, total }) => filled === total).length,
    seen: outcomes.length,
    submitted: agencies.filter(({ state }) => state === 'submitted').length,
    approved: agencies.filter(({ state }) => state === 'approved').length,
  };
}

function reviewOf(
  { actor, place }: MeetingScope,
  own: {
    readonly agencyCode: string;
    readonly state: AssessmentState;
    readonly isBegun: boolean;
    readonly filled: number;
    readonly total: number;
  },
): 'submit' | 'approve' | null {
  const { agencyCode, state } = own;
  const steps = own.isBegun ? stepsOpenTo(actor, { ...place, agencyCode }, place.row.state, state) : [];
  if (steps.includes('approve')) return 'approve';
  return steps.includes('submit') && own.filled === own.total ? 'submit' : null;
}
