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
  const reasons = [
    ...(low > 0
      ? [
          both(
            `${low} butir tahap 1 belum mencapai “${state.id}”`,
            `${low} of stage 1 ${low === 1 ? 'is' : 'are'} not yet “${state.en}”`,
          ),
        ]
      : []),
    ...(partial > 0
      ? [
          both(
            `${partial} butir tahap 1 lagi harus lebih dari “${state.id}”`,
            `${partial} more of stage 1 must be above “${state.en}”`,
          ),
        ]
      : []),
    ...(missing > 0
      ? [
          both(
            `kurang ${missing} poin dari tahap sebelumnya`,
            `${missing} points of the stages before are missing`,
          ),
        ]
      : []),
  ];
  return both(reasons.map(({ id }) => id).join(', '), reasons.map(({ en }) => en).join(', '));
}

/** What of the last stage is there and does not count: with the reason where it is one area, else which areas. */
export function heldBackText(points: Points, areas: readonly AreaScore[]): readonly LocalizedText[] {
  const held = areas.filter(({ gate, behind }) => gate.kind === 'closed' && behind > 0);
  const [only] = held;
  if (!only) return [];
  const last = points.stages.length;
  const lost = held.reduce((sum, { behind }) => sum + behind, 0);
  const codes = held.map(({ area }) => area.code).join(', ');
  const reason = held.length === 1 ? gateText(points, only.gate) : null;
  return [
    both(
      `Tahap ${last} area ${codes} belum dihitung (${lost} poin) karena ${reason?.id ?? 'syarat tahap sebelumnya belum terpenuhi'}`,
      `Stage ${last} of ${codes} does not count yet (${lost} points): ${reason?.en ?? 'the stages before are not far enough'}`,
    ),
  ];
}
