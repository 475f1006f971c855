/** How many pages a scene has in the hall: as far as the remote may step. */
import type { Scene, SceneOf } from './scene';
import { agendaPages } from './scenes/agendaDays';
import {
  AGENDA_ROWS,
  COMMITMENT_ROWS,
  HALL_ROWS,
  levelTexts,
  MANY,
  pagesOf,
  PROGRESS_ROWS,
  TABLE_TOPICS,
} from './scenes/scenePaging';

export function pageCount(content: Scene, timeZone: string): number {
  switch (content.scene) {
    case 'welcome':
      // The cover, then the agenda.
      return 1 + agendaPages(content.items, timeZone, AGENDA_ROWS).length;
    case 'progress':
      return Math.max(
        1,
        Math.ceil(unfinished(content.rows).length / PROGRESS_ROWS) + (content.rows.length > MANY ? 1 : 0),
      );
    case 'ranking':
    case 'heatMap':
    case 'movement':
      return pagesOfRows(content.rows.length, HALL_ROWS) + (content.rows.length > MANY ? 1 : 0);
    case 'table':
      return pagesOfRows(content.rows.length, HALL_ROWS) * pagesOfRows(content.topics.length, TABLE_TOPICS);
    case 'topic':
    case 'topicParts':
      return pagesOfRows(content.rows.length, HALL_ROWS);
    case 'road':
      return content.rows.length === 0 ? 1 : pagesOfRows(content.rows.length, HALL_ROWS) + 1;
    case 'commitments':
      return pagesOfRows(content.rows.length, COMMITMENT_ROWS);
    case 'radar':
      return content.series.length === 0 ? 1 : 2;
    case 'indicator':
      // Where everybody stands, the criteria, and what a later guide says of them.
      return 1 + levelTexts(content.levels).length;
    case 'join':
    case 'vote':
    case 'closing':
      return 1;
  }
}

/**
 * The page that a row of an agency stands on, from 0.
 * @param place of the agency in the picture; null where the scene has no such row, or one page only
 */
export function pageOfAgency(content: Scene, place: number): number | null {
  switch (content.scene) {
    case 'progress':
      return pageOfRow(unfinished(content.rows), PROGRESS_ROWS, content.rows.length > MANY, place);
    case 'ranking':
    case 'heatMap':
    case 'movement':
      return pageOfRow(content.rows, HALL_ROWS, content.rows.length > MANY, place);
    case 'topic':
    case 'topicParts':
    case 'table':
      // Of the table its first topics: the others come when the pages turn.
      return pageOfRow(content.rows, HALL_ROWS, false, place);
    case 'road':
      return pageOfRow(content.rows, HALL_ROWS, true, place);
    case 'commitments':
      return pageOfRow(content.rows, COMMITMENT_ROWS, false, place);
    case 'welcome':
    case 'join':
    case 'radar':
    case 'indicator':
    case 'vote':
    case 'closing':
      return null;
  }
}

/** Who is done has no row in the hall. */
function unfinished(rows: SceneOf<'progress'>['rows']): SceneOf<'progress'>['rows'] {
  return rows.filter(({ isComplete }) => !isComplete);
}

function pageOfRow(
  rows: readonly { readonly agency: number }[],
  most: number,
  hasOverview: boolean,
  place: number,
): number | null {
  const pages = pagesOf(rows, most);
  const page = pages.findIndex((some) => some.some(({ agency }) => agency === place));
  if (page === -1 || (pages.length === 1 && !hasOverview)) return null;
  return page + (hasOverview ? 1 : 0);
}

function pagesOfRows(rows: number, most: number): number {
  return Math.max(1, Math.ceil(rows / most));
}
