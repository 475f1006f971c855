/** What whoever reviews an answer would miss in it. */
import { type LevelRange, storedLevel } from '~/instrument';

/** In the order in which they are named. */
export const GAPS = ['unanswered', 'noJustification', 'noEvidence', 'jump'] as const;
export type Gap = (typeof GAPS)[number];

/** So many levels up or down against the earlier year ask for a second look. */
const JUMP = 2;

/** The gaps of one answer. Where there is no level yet, nothing else is missed. */
export function gapsOf(
  answer: {
    /** Stored level; null where unanswered. */
    readonly level: number | null;
    /** Stored level of the earlier year. */
    readonly earlierLevel: number | null;
    readonly justification: string;
    readonly evidence: readonly unknown[];
  },
  range: LevelRange,
): readonly Gap[] {
  const { level, earlierLevel } = answer;
  if (level === null) return ['unanswered'];
  const isJump = earlierLevel !== null && Math.abs(level - earlierLevel) >= storedLevel(range, JUMP);
  return [
    ...(answer.justification === '' ? (['noJustification'] as const) : []),
    ...(answer.evidence.length === 0 ? (['noEvidence'] as const) : []),
    ...(isJump ? (['jump'] as const) : []),
  ];
}

/** How many answers have each gap. */
export function countGaps(
  answers: readonly { readonly gaps: readonly Gap[] }[],
): Readonly<Record<Gap, number>> {
  const count = (gap: Gap) => answers.filter(({ gaps }) => gaps.includes(gap)).length;
  return {
    unanswered: count('unanswered'),
    noJustification: count('noJustification'),
    noEvidence: count('noEvidence'),
    jump: count('jump'),
  };
}
