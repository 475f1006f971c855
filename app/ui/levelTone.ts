/** The colour of a maturity level: always shown with its number. */

/** Written out, so that the style sheet holds them. */
const TONES: Readonly<Record<number, string>> = {
  1: 'bg-level-1 text-on-level-1',
  2: 'bg-level-2 text-on-level-2',
  3: 'bg-level-3 text-on-level-3',
  4: 'bg-level-4 text-on-level-4',
  5: 'bg-level-5 text-on-level-5',
};

/** @param level as people say it; what lies between two levels has the colour of the one that was reached */
export function levelTone(level: number): string {
  return TONES[Math.min(5, Math.max(1, Math.floor(level)))] ?? '';
}
