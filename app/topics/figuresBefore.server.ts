/** What agencies had in the same topic of the Rakerda before. */
import type { Figures } from '~/instrument/topic';
import { maySeeFigures } from '~/policy';
import { listRakerdaPlaces } from '~/rakerda/rakerdaFacts.server';
import type { TopicScope } from './topicScope.server';
import { listSheets } from './topicSheets.server';

/**
 * Approved figures by agency, as far as the reader may see them there; null where there is no such Rakerda.
 * @param agencyCode where one agency alone is asked for
 */
export async function readBefore(
  scope: TopicScope,
  agencyCode?: string,
): Promise<{ readonly year: number; readonly figures: ReadonlyMap<string, Figures> } | null> {
  const { db, actor, place, topic } = scope;
  const previousId = place.row.previous_id;
  if (previousId === null) return null;
  const previous = (await listRakerdaPlaces(scope)).find(({ row }) => row.id === previousId);
  if (!previous) return null;
  const sheets = await listSheets(db, previousId, [topic], agencyCode);
  const seen = sheets.filter(
    ({ agencyCode: code, state }) => state === 'approved' && maySeeFigures(actor, previous, code, state),
  );
  return {
    year: previous.row.year,
    figures: new Map(seen.map((sheet) => [sheet.agencyCode, sheet.figures])),
  };
}
