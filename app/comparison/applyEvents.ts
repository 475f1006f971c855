/** A comparison that goes on: the agencies as loaded, with what has happened since. Pure. */
import type { LevelEvent, StateEvent } from '~/live';
import { type ComparedAgency, packLevels, unpackLevels } from './comparedAgency';

/** What moves a figure. */
export type FigureEvent = LevelEvent | StateEvent;

export interface Applied {
  readonly agencies: readonly ComparedAgency[];
  /** Something happened to an agency that was not loaded: only the server can show it. */
  readonly needsReload: boolean;
}

/**
 * Applies events in order.
 * @param asOf sequence number that the loaded agencies stand on; older events are in them already
 */
export function applyEvents(
  agencies: readonly ComparedAgency[],
  events: readonly FigureEvent[],
  asOf: number,
): Applied {
  const byAssessment = new Map(agencies.map((agency) => [agency.assessmentId, agency]));
  let needsReload = false;
  for (const event of events) {
    if (event.seq <= asOf) continue;
    const agency = byAssessment.get(event.assessmentId);
    if (!agency) {
      needsReload = true;
    } else if (event.type === 'level') {
      byAssessment.set(event.assessmentId, withLevel(agency, event.indicator, event.level));
    } else if (event.levels) {
      byAssessment.set(event.assessmentId, {
        ...agency,
        state: event.state,
        levels: packLevels(event.levels),
      });
    } else {
      // Withdrawn from this reader's eyes.
      byAssessment.delete(event.assessmentId);
      needsReload = true;
    }
  }
  return { agencies: [...byAssessment.values()], needsReload };
}

function withLevel(agency: ComparedAgency, indicator: number, level: number | null): ComparedAgency {
  const levels = unpackLevels(agency.levels);
  if (indicator > levels.length) return agency;
  levels[indicator - 1] = level;
  return { ...agency, levels: packLevels(levels) };
}
