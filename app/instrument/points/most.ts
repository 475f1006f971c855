/** What questions can earn at the most. Apart from the checks of an instrument: browsers count too, and carry no checks. */

/** The state of a question of which everything is done. */
export const FULL = 3;

interface Staged {
  readonly stages: readonly (readonly number[])[];
}

/** What one question of a stage earns in a state; one that does not apply is asked for as if it were full. */
export function earned({ stages }: Staged, stage: number, state: number): number {
  return stages[stage - 1]?.[Math.min(state, FULL)] ?? 0;
}

export function most(points: Staged, questions: readonly { readonly stage: number }[]): number {
  return questions.reduce((sum, { stage }) => sum + earned(points, stage, FULL), 0);
}
