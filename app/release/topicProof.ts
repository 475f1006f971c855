/**
 * Holds what was read back from a topic's file against what it was written from: every field, and every figure as it
 * comes out when it is reckoned anew from the fields of the file alone.
 */
import { guardFormula } from '~/files/formulaGuard';
import { figuresFor, kindOf } from '~/instrument/topic';
import { mismatch } from './proof';
import { reckoned, shownValue, targetCells, type TopicFigures, type TopicRelease } from './topicFigures';

/** One figure as a file holds it. */
export interface ReadFigure {
  readonly agencyCode: string;
  readonly kind: string;
  readonly code: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly target: number | null;
  readonly targetGap: number | null;
  readonly stored: number | null;
}

export interface TopicProof {
  /** Takes one figure that was read back. Throws `ReleaseError` where nobody wrote it. */
  figure(read: ReadFigure): void;
  /** Takes one headline of a summary. */
  headline(agencyCode: string, value: unknown): void;
  /** Ends the proof. Throws `ReleaseError` where anything is missing or comes out differently. */
  finish(): void;
}

interface Tally {
  readonly expected: TopicFigures;
  readonly read: Map<string, ReadFigure>;
}

export function startTopicProof({ goal, instrument, figures }: TopicRelease): TopicProof {
  const { codes, columns, differences, headline } = kindOf(instrument);
  const keys = [
    ...columns.map(({ code }) => keyOf(code === headline.code ? 'headline' : 'measure', code)),
    ...differences.map(({ code }) => keyOf('difference', code)),
    ...codes.map((code) => keyOf('field', code)),
  ];
  const known = new Set(keys);
  const tallies = new Map<string, Tally>(
    figures.map((expected) => [guardFormula(expected.agency.code), { expected, read: new Map() }]),
  );
  const headlines = new Set<string>();
  const tallyOf = (code: string) => tallies.get(code) ?? mismatch(`agency ${code} was not exported`);

  function hold(agencyCode: string, { expected, read }: Tally): void {
    if (read.size !== known.size)
      mismatch(`${agencyCode}: ${String(read.size)} of ${String(known.size)} figures were read back`);
    const stored = codes.map((code) => [code, read.get(keyOf('field', code))?.stored ?? null] as const);
    for (const [code, value] of stored)
      if (value !== (expected.agency.figures[code] ?? null))
        mismatch(`${agencyCode} ${code}: read ${String(value)}, expected another figure`);
    const again = reckoned(instrument, figuresFor(instrument, Object.fromEntries(stored)));
    columns.forEach(({ code }, at) => {
      const quantity = again.values[at] ?? null;
      const found = read.get(keys[at] ?? '');
      const aimed = targetCells(goal, at, quantity);
      if (
        found?.value !== shownValue(quantity) ||
        found.numerator !== (quantity?.numerator ?? null) ||
        found.denominator !== (quantity?.denominator ?? null) ||
        found.target !== aimed.target ||
        found.targetGap !== aimed.target_gap
      )
        mismatch(`${agencyCode} ${code}: the fields in the file come to another figure`);
    });
    differences.forEach(({ code }, at) => {
      if (read.get(keyOf('difference', code))?.value !== (again.differences[at] ?? null))
        mismatch(`${agencyCode} ${code}: the fields in the file leave another difference`);
    });
  }

  return {
    figure(read) {
      const tally = tallyOf(read.agencyCode);
      const key = keyOf(read.kind, read.code);
      if (!known.has(key) || tally.read.has(key)) mismatch(`${read.agencyCode}: ${key} is unknown or twice`);
      tally.read.set(key, read);
    },
    headline(agencyCode, value) {
      if (value !== shownValue(tallyOf(agencyCode).expected.outcome.headline))
        mismatch(`${agencyCode}: read headline ${String(value)}, expected another`);
      headlines.add(agencyCode);
    },
    finish() {
      for (const [code, tally] of tallies) hold(code, tally);
      if (headlines.size > 0 && headlines.size !== tallies.size)
        mismatch(`${String(headlines.size)} of ${String(tallies.size)} headlines were read back`);
    },
  };
}

const keyOf = (kind: string, code: string) => `${kind}:${code}`;
