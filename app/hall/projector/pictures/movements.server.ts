/** Where the complete agencies came from. */
import { movementsOf } from '~/instrument';
import { readBefore } from './before.server';
import type { Drawing } from './drawing.server';
import { standingOf } from './field.server';

/** What the complete agencies moved by since the Rakerda before, the greatest rise first. */
export async function readMovements(drawing: Drawing) {
  const { field, tie } = drawing;
  const before = await readBefore(drawing);
  const movements = movementsOf(field, standingOf, ({ code }) => before?.standings.get(code) ?? null, tie);
  return { yearBefore: before?.year ?? null, ...movements };
}
