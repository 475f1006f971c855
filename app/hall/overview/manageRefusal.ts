/** What a refused form of the manage panel says, and what it keeps of what was typed. */

/** A target that was not taken: not a figure, or changed by somebody else to `now`. */
export type TargetProblem =
  { readonly kind: 'invalid' } | { readonly kind: 'moved'; readonly now: number | null };

export type ManageRefusal =
  | { readonly kind: 'stageMoved' }
  /** Closing asks once more, and says what is unfinished. */
  | { readonly kind: 'confirmClosing' }
  | {
      readonly kind: 'targets';
      /** What was typed, by `targetKey`; the problems too. */
      readonly typed: Readonly<Record<string, string>>;
      readonly problems: Readonly<Record<string, TargetProblem>>;
    }
  | { readonly kind: 'targetAll'; readonly instrument: string; readonly typed: string }
  | { readonly kind: 'targetsLocked' }
  | { readonly kind: 'member' };
