/** What a refused form of the manage panel says, and what it keeps of what was typed. */
import type { RakerdaState } from '#db/schema';

/** A target that was not taken: not a figure, or changed by somebody else to `now`. */
export type TargetProblem =
  { readonly kind: 'invalid' } | { readonly kind: 'moved'; readonly now: number | null };

export type ManageRefusal =
  | { readonly kind: 'stageMoved' }
  /** A step that closes something asks once, and says whom it interrupts. */
  | { readonly kind: 'confirmStep'; readonly to: RakerdaState }
  | {
      readonly kind: 'targets';
      /** What was typed, by `targetKey`; the problems too. */
      readonly typed: Readonly<Record<string, string>>;
      readonly problems: Readonly<Record<string, TargetProblem>>;
    }
  | { readonly kind: 'targetAll'; readonly instrument: string; readonly typed: string }
  | { readonly kind: 'targetsLocked' }
  | { readonly kind: 'member' };
