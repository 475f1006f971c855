/** What the figures of this kind are called, and what is said of them beside: the same in every instrument of it. */
import type { LocalizedText } from '../text';
import type { Points } from './schema';
import type { AreaScore, Gate, Maturity } from './score';

export const SCORE: LocalizedText = { id: 'Skor', en: 'Score' };

/** `II`, `II+`. */
export function maturityCode({ levels }: Points, { at, isPlus }: Maturity): string {
  return `${levels[at]?.code ?? ''}${isPlus ? '+' : ''}`;
}

const both = (id: string, en: string): LocalizedText => ({ id, en });

/** Why the last stage does not count; null where it does, or where there is none. */
export function gateText({ gate: { lowest }, states }: Points, gate: Gate): LocalizedText | null {
  if (gate.kind !== 'closed') return null;
  const { low, partial, missing } = gate;
  const state = states[lowest] ?? both('', '');
  const above = states[lowest + 1] ?? state;
  const reasons = [
    ...(low > 0
      ? [
          both(
            `${low} butir tahap 1 di bawah “${state.id}”`,
            `${low} of stage 1 ${low === 1 ? 'is' : 'are'} below “${state.en}”`,
          ),
        ]
      : []),
    ...(partial > 0
      ? [
          both(
            `${partial} butir tahap 1 lagi harus “${above.id}”`,
            `${partial} more of stage 1 must be “${above.en}”`,
          ),
        ]
      : []),
    ...(missing > 0
      ? [both(`kurang ${missing} poin`, `${missing} ${missing === 1 ? 'point is' : 'points are'} missing`)]
      : []),
  ];
  return both(reasons.map(({ id }) => id).join(', '), reasons.map(({ en }) => en).join(', '));
}

/** What of the last stage is there and does not count. */
export function heldBackText({ stages }: Points, areas: readonly AreaScore[]): readonly LocalizedText[] {
  const held = areas.filter(({ gate, behind }) => gate.kind === 'closed' && behind > 0);
  if (held.length === 0) return [];
  const codes = held.map(({ area }) => area.code).join(', ');
  return [
    both(
      `Tahap ${stages.length} belum dihitung, syarat kurang: ${codes}`,
      `Stage ${stages.length} does not count, its conditions are not met: ${codes}`,
    ),
  ];
}
