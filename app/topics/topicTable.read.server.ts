/** Puts the comparison of one topic together: every agency, with what the reader may see of it. */
import { localize } from '~/instrument';
import {
  countReached,
  type Figures,
  goalOf,
  type TargetFigure,
  targetFigures,
  type Topic,
  type TopicGoal,
} from '~/instrument/topic';
import type { RakerdaPage } from '~/paths';
import { allows, may, maySeeFigures } from '~/policy';
import { type RakerdaFacts, rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { listTopicTargets } from '~/rakerda/topicTargets.server';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import { type ListPart, partOf } from '~/ui/listPart';
import { readBefore } from './figuresBefore.server';
import { targetMark } from './target.post.server';
import type { TopicScope } from './topicScope.server';
import { listSheets } from './topicSheets.server';
import {
  readTableOrder,
  sortTable,
  type TableAgency,
  type TableOrder,
  type TableRow,
  tableRows,
} from './topicTable';
import { topicWords } from './topicWords';
import { listParticipants } from '~/rakerda/participants.server';

export interface TopicPage {
  readonly title: string;
  readonly rakerda: RakerdaFacts;
  readonly pages: readonly RakerdaPage[];
  readonly topic: Topic;
  readonly part: ListPart<TableRow>;
  readonly order: TableOrder;
  readonly mayDownload: boolean;
  readonly target: TargetOfPage;
  readonly asOf: number;
}

/** What the page says of the topic's target. */
export interface TargetOfPage {
  readonly goal:
    (TopicGoal & { readonly units: number; readonly reached: number; readonly known: number }) | null;
  /** What may be chosen; null for those who do not set targets, or where the stage takes none. */
  readonly figures: readonly TargetFigure[] | null;
  /** What stands there now, for the form to remember. */
  readonly mark: string;
  readonly isSaved: boolean;
}

async function readTarget(
  { actor, db, place, topic }: TopicScope,
  rows: readonly TableRow[],
  params: URLSearchParams,
): Promise<TargetOfPage> {
  const target = (await listTopicTargets(db, place.row.id)).get(topic.code) ?? null;
  const goal = goalOf(topic, target);
  const maySet = may(actor, 'rakerda.manage', place) && allows(place.row.state, 'setUp');
  return {
    goal: goal && target && { ...goal, units: target.units, ...countReached(goal, rows) },
    figures: maySet ? targetFigures(topic) : null,
    mark: targetMark(target),
    isSaved: params.get('pesan') === 'target',
  };
}

export async function readTopicPage(scope: TopicScope, params: URLSearchParams): Promise<TopicPage> {
  const { actor, asOf, locale, place, topic } = scope;
  const order = readTableOrder(topic, params);
  const rows = tableRows(topic, await readAgencies(scope));
  return {
    title: `${topicWords[locale].compareOf({ topic: localize(topic.shortName, locale) })} – ${place.row.name}`,
    rakerda: rakerdaFacts(place.row),
    pages: rakerdaPagesFor(actor, place),
    topic,
    part: partOf(sortTable(topic, rows, order, new Intl.Collator(locale)), params),
    order,
    mayDownload: may(actor, 'release.download', place),
    target: await readTarget(scope, rows, params),
    asOf,
  };
}

/** Every agency that takes part; figures only where the reader may see them. */
export async function readAgencies(scope: TopicScope): Promise<readonly TableAgency[]> {
  const { db, actor, place, topic } = scope;
  const agencies = await listParticipants(db, place.row.id);
  const sheets = await listSheets(db, place.row.id, [topic]);
  const byAgency = new Map(sheets.map((sheet) => [sheet.agencyCode, sheet]));
  const before = (await readBefore(scope))?.figures ?? new Map<string, Figures>();
  return agencies.map(({ code, name }) => {
    const sheet = byAgency.get(code);
    const state = sheet?.state ?? 'draft';
    const isSeen = maySeeFigures(actor, place, code, state);
    return {
      agencyCode: code,
      agencyName: name,
      isOwn: code === actor.agencyCode,
      state,
      isBegun: sheet !== undefined || !isSeen,
      figures: isSeen ? (sheet?.figures ?? {}) : null,
      before: isSeen ? (before.get(code) ?? null) : null,
    };
  });
}
