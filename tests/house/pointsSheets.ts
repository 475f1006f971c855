/** Sheets of the small instrument of points: its parts by their states, and any that a test may be given. */
import fc from 'fast-check';
import { parsePoints, type Points } from '~/instrument/points/schema';
import { questionsOf } from '~/instrument/points/answers';
import { type AreaScore, scoreArea, scoreWhole, statusOf } from '~/instrument/points/score';
import type { Figures } from '~/instrument/topicKind';
import { HIGH_CATEGORY, LOW_CATEGORY, pointsFile } from './points';

export const SMALL_ONE = parsePoints(pointsFile());
export const ALL = questionsOf(SMALL_ONE);

/** The score of the first area. */
export function first(figures: Figures, points: Points = SMALL_ONE): AreaScore {
  const [found] = points.areas;
  if (!found) throw new Error('no area');
  return scoreArea(points, found, figures, 'self');
}

const states = fc.array(fc.constantFrom(null, 0, 1, 2, 3), { minLength: ALL.length, maxLength: ALL.length });
/** Sheets that are far along, so that gates open. */
const good = fc.array(fc.constantFrom(2, 3, 3, 3, null), { minLength: ALL.length, maxLength: ALL.length });
export const sheets = fc
  .tuple(fc.oneof(states, good), fc.constantFrom(LOW_CATEGORY, HIGH_CATEGORY))
  .map(([some, category]): Figures => ({
    ...category,
    ...Object.fromEntries(ALL.map(({ code }, at) => [code, some[at] ?? null])),
  }));

export const sumOf = (figures: Figures, reading: 'self' | 'highest' = 'self'): number =>
  scoreWhole(SMALL_ONE, figures, reading).sum;

/** Where the status stands among all, from the lowest; -1 where there is none yet. */
export function statusAt(figures: Figures): number {
  const status = statusOf(SMALL_ONE, scoreWhole(SMALL_ONE, figures, 'self'));
  return status ? SMALL_ONE.statuses.indexOf(status) : -1;
}
