/**
 * Holds what was read back from a file against what it was written from: every level and weight, and the index that
 * they give when it is computed anew from the file alone.
 */
import { guardFormula } from '~/files/formulaGuard';
import { figure, indicatorsOf, shownLevel, storedLevel } from '~/instrument';
import { ReleaseError } from './failure';
import type { AgencyFigures, Release } from './figures';

/** One answer as a file holds it. Levels are real levels; null is unanswered. */
export interface ReadAnswer {
  readonly agencyCode: string;
  readonly indicatorNo: number;
  readonly weight: number;
  readonly level: number | null;
  readonly counted: number;
}

interface Tally {
  readonly expected: AgencyFigures;
  readonly seen: Set<number>;
  sum: number;
}

export interface Proof {
  /** Takes one answer that was read back. Throws `ReleaseError` where it differs from what was written. */
  answer(read: ReadAnswer): void;
  /** Takes one index of a whole that was read back. */
  index(agencyCode: string, value: unknown): void;
  /** Ends the proof. Throws `ReleaseError` where anything is missing or an index computes differently. */
  finish(): void;
}

export function mismatch(message: string): never {
  throw new ReleaseError('mismatch', message);
}

/** Starts a proof for one file. */
export function startProof({ instrument, figures }: Release): Proof {
  const indicators = indicatorsOf(instrument);
  const { level: range } = instrument;
  const tallies = new Map<string, Tally>(
    figures.map((expected) => [guardFormula(expected.agency.code), { expected, seen: new Set(), sum: 0 }]),
  );
  const indices = new Set<string>();

  function tallyOf(agencyCode: string): Tally {
    return tallies.get(agencyCode) ?? mismatch(`agency ${agencyCode} was not exported`);
  }

  return {
    answer({ agencyCode, indicatorNo, weight, level, counted }) {
      const tally = tallyOf(agencyCode);
      const indicator = indicators[indicatorNo - 1];
      if (!indicator || tally.seen.has(indicatorNo)) {
        mismatch(`${agencyCode}: indicator ${String(indicatorNo)} is unknown or there twice`);
      }
      const stored = tally.expected.agency.levels[indicatorNo - 1] ?? null;
      const expected = stored === null ? null : shownLevel(range, stored);
      if (weight !== indicator.weight || level !== expected) {
        mismatch(
          `${agencyCode} indicator ${String(indicatorNo)}: read weight ${String(weight)}, level ${String(level)}; expected ${String(indicator.weight)}, ${String(expected)}`,
        );
      }
      const storedCounted = storedLevel(range, counted);
      if (shownLevel(range, storedCounted) !== counted)
        mismatch(`${agencyCode}: ${String(counted)} is no level`);
      tally.seen.add(indicatorNo);
      tally.sum += weight * storedCounted;
    },
    index(agencyCode, value) {
      const { whole } = tallyOf(agencyCode).expected.score;
      if (value !== whole.index.hundredths / 100) {
        mismatch(
          `${agencyCode}: read index ${String(value)}, expected ${String(whole.index.hundredths)} hundredths`,
        );
      }
      indices.add(agencyCode);
    },
    finish() {
      for (const [code, { expected, seen, sum }] of tallies) {
        if (seen.size !== indicators.length) {
          mismatch(`${code}: ${String(seen.size)} of ${String(indicators.length)} answers were read back`);
        }
        const computed = Number.isSafeInteger(sum)
          ? figure(sum, instrument.weightTotal * range.unit).hundredths
          : sum;
        if (computed !== expected.score.whole.index.hundredths) {
          mismatch(
            `${code}: levels in the file give ${String(computed)} hundredths, the index is ${String(expected.score.whole.index.hundredths)}`,
          );
        }
      }
      if (indices.size > 0 && indices.size !== tallies.size) {
        mismatch(`${String(indices.size)} of ${String(tallies.size)} indices were read back`);
      }
    },
  };
}
