/** One agency in a comparison: who it is, and its levels in the form they travel in. */
import type { AgencyKind, AssessmentState } from '#db/schema';
import type { Levels } from '~/instrument';

export interface ComparedAgency {
  readonly assessmentId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly state: AssessmentState;
  /** In hundredths; null where none is set. */
  readonly target: number | null;
  /** See {@link packLevels}. */
  readonly levels: string;
}

/** `3,4,,2`: a third of the bytes of JSON, and one string instead of one value per indicator. */
export function packLevels(levels: Levels): string {
  return levels.map((level) => (level === null ? '' : String(level))).join(',');
}

/** The levels of a packed string; the pure core refuses what is not a level. */
export function unpackLevels(packed: string): (number | null)[] {
  return packed.split(',').map((level) => (level === '' ? null : Number(level)));
}
