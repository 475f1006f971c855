/** How many pages a scene has in the hall: as far as the remote may step. */
import type { Scene } from './scene';
import { agendaPages } from './scenes/agendaDays';
import { AGENDA_ROWS, COMMITMENT_ROWS, HALL_ROWS, MANY } from './scenes/scenePaging';

export function pageCount(content: Scene, timeZone: string): number {
  switch (content.scene) {
    case 'welcome':
      return Math.max(1, agendaPages(content.items, timeZone, AGENDA_ROWS).length);
    case 'progress':
    case 'ranking':
    case 'heatMap':
    case 'movement':
      return pagesOfRows(content.rows.length, HALL_ROWS) + (content.rows.length > MANY ? 1 : 0);
    case 'road':
      return content.rows.length === 0 ? 1 : pagesOfRows(content.rows.length, HALL_ROWS) + 1;
    case 'commitments':
      return pagesOfRows(content.rows.length, COMMITMENT_ROWS);
    case 'radar':
      return content.series.length === 0 ? 1 : 2;
    case 'indicator':
      return 2;
    case 'join':
    case 'vote':
    case 'closing':
      return 1;
  }
}

function pagesOfRows(rows: number, most: number): number {
  return Math.max(1, Math.ceil(rows / most));
}
