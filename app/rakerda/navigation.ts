/** What the navigation of a Rakerda offers: the groups with the pages that the reader may open, and the next step. */
import type { RakerdaState } from '#db/schema';
import { RAKERDA_GROUPS, type RakerdaGroup, type RakerdaPage, rakerdaPath } from '~/paths';

export interface PageGroup {
  readonly name: RakerdaGroup;
  readonly pages: readonly RakerdaPage[];
}

/** The groups in their order, without what the reader may not open; a group of which nothing is left is left out. */
export function groupsOf(may: readonly RakerdaPage[]): readonly PageGroup[] {
  const named = (name: RakerdaGroup) => {
    const inGroup: readonly RakerdaPage[] = RAKERDA_GROUPS[name];
    return { name, pages: inGroup.filter((page) => may.includes(page)) };
  };
  const groups = [named('rakerda'), named('assessment'), named('plenary'), named('closing')];
  return groups.filter(({ pages }) => pages.length > 0);
}

export type HallStep =
  | 'open'
  | 'toPlenary'
  | 'makeMinutes'
  | 'followUp'
  | 'readAgenda'
  | 'fill'
  | 'watch'
  | 'follow'
  | 'report'
  | 'readMinutes';

const LEADS: Readonly<Record<RakerdaState, HallStep | null>> = {
  preparation: 'open',
  filling: 'toPlenary',
  plenary: 'makeMinutes',
  closed: 'followUp',
  archived: null,
};
const FILLS: Readonly<Record<RakerdaState, HallStep | null>> = {
  preparation: 'readAgenda',
  filling: 'fill',
  plenary: 'follow',
  closed: 'report',
  archived: null,
};
const READS: Readonly<Record<RakerdaState, HallStep | null>> = {
  preparation: 'readAgenda',
  filling: 'watch',
  plenary: 'follow',
  closed: 'readMinutes',
  archived: null,
};

/** The one thing to do next at a stage: for whoever leads, for an agency's own people, for those who read along. */
export function hallStep(state: RakerdaState, may: readonly RakerdaPage[]): HallStep | null {
  if (may.includes('edit')) return LEADS[state];
  return (may.includes('monitor') ? READS : FILLS)[state];
}

/** Where a step is taken. The stage is moved on the overview; what an agency fills in next, its start page knows. */
export function hallStepPath(rakerdaId: string, step: HallStep): string {
  switch (step) {
    case 'open':
    case 'toPlenary':
      return `${rakerdaPath(rakerdaId)}#tahap`;
    case 'fill':
      return '/';
    case 'readAgenda':
      return rakerdaPath(rakerdaId, 'agenda');
    case 'watch':
      return rakerdaPath(rakerdaId, 'table');
    case 'follow':
      return rakerdaPath(rakerdaId, 'follow');
    case 'followUp':
    case 'report':
      return rakerdaPath(rakerdaId, 'commitments');
    case 'makeMinutes':
    case 'readMinutes':
      return rakerdaPath(rakerdaId, 'minutes');
  }
}
