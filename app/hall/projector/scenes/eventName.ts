/**
 * How the name of the Rakerda stands in the small line above a scene: whole, in two lines where it must be, and never
 * cut within a word. Pure.
 */
import { shortened } from '~/text/shortened';

/** Letters that a line holds on a screen wider than 3:2, and what the signs at its right take away. */
const LINE = 106;
const CLOCK = 14;
const DEMO = 17;
const PAGE = 18;
/** A line that is broken between words is not full. */
const BROKEN = 3;
/** In less room than this even two lines say nothing. */
const LEAST = 16;
/** Two lines without anything beside them on the narrowest screen. */
const ALONE = 96;

/**
 * @param signs what stands at the right of the line, and whether the picture below needs every other line
 * @returns null where there is no room beside the name of the scene
 */
export function nameBeside(
  name: string,
  scene: string,
  signs: { readonly isDemo: boolean; readonly hasPages: boolean; readonly isDense?: boolean },
): string | null {
  const room = LINE - CLOCK - scene.length - (signs.isDemo ? DEMO : 0) - (signs.hasPages ? PAGE : 0);
  if (room < LEAST) return null;
  const said = shortened(name, name.length <= room || signs.isDense ? room : 2 * (room - BROKEN));
  // Of less than half of it nobody knows whose it is.
  return said.length * 2 < name.length ? null : said;
}

export function nameAlone(name: string): string {
  return shortened(name, ALONE);
}
