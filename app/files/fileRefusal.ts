/** Why a file is not taken: what is said of it as a whole, and the cells to mend. */
import type { Locale } from '~/instrument';
import { fileImportWords } from './fileImportWords';

export interface FileRefusal {
  readonly says: readonly string[];
  readonly problems: readonly string[];
  /** How many more problems there are than are named. */
  readonly more: number;
}

/** So many problems are named; who has more has one cause. */
const MOST_PROBLEMS = 50;

export function refusedFor(...says: readonly string[]): FileRefusal {
  return { says, problems: [], more: 0 };
}

export function refusedCells(problems: readonly string[]): FileRefusal {
  const shown = problems.slice(0, MOST_PROBLEMS);
  return { says: [], problems: shown, more: problems.length - shown.length };
}

/** @param text which columns were looked for */
export function noColumnsIn(text: string, sheets: readonly string[], locale: Locale): readonly string[] {
  const named = sheets.slice(0, 10).join(', ');
  return named === '' ? [text] : [text, fileImportWords[locale].refused.sheets({ sheets: named })];
}

interface Place {
  readonly agencyCode: string;
  readonly rakerdaId: string;
}

/** What is said where a template was made for another agency or meeting; null where it was made for this one. */
export function madeElsewhere(stamp: Place, here: Place, locale: Locale): string | null {
  const words = fileImportWords[locale].refused;
  if (stamp.agencyCode !== here.agencyCode) return words.otherAgency({ agency: stamp.agencyCode });
  return stamp.rakerdaId === here.rakerdaId ? null : words.otherRakerda;
}
