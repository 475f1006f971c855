/** What a sheet of this kind comes to, in the form that every kind shares. */
import type { Figures } from '../topicKind';
import type { Outcome, Quantity } from '../outcome';
import { once } from '../once';
import { shownUnits } from '../quantity';
import type { LocalizedText } from '../text';
import { codesOfIndicator, externalState, ladderIndicators } from './answers';
import type { Ladder } from './schema';
import { bandOf, type Exact, heldBack, type IndicatorScore, isSettled, scoreWhole } from './score';

export function ladderQuantity({ numerator, denominator }: Exact): Quantity {
  return { numerator, denominator, unit: 'index', decimals: 2, direction: 'higher' };
}

/** How many indicators are answered so far that nothing open can change them. */
export function ladderCompleteness(ladder: Ladder, figures: Figures): { filled: number; total: number } {
  const all = ladderIndicators(ladder);
  let filled = 0;
  for (const one of all) if (isSettled(one, figures)) filled += 1;
  return { filled, total: all.length };
}

const codesOf = once((ladder: Ladder) => ladderIndicators(ladder).flatMap(codesOfIndicator));

function isEmpty(ladder: Ladder, figures: Figures): boolean {
  return codesOf(ladder).every((code) => (figures[code] ?? null) === null);
}

/** The outcome of the self-assessment. */
export function ladderOutcome(ladder: Ladder, figures: Figures): Outcome {
  const { filled, total } = ladderCompleteness(ladder, figures);
  if (isEmpty(ladder, figures))
    return { headline: null, band: null, ceiling: null, filled, total, remarks: [] };
  const { index, indicators } = scoreWhole(ladder, figures, 'self');
  const band = bandOf(ladder, index);
  return {
    headline: ladderQuantity(index),
    band: band && { code: band.code, name: band.name },
    ceiling: filled < total ? ladderQuantity(scoreWhole(ladder, figures, 'highest').index) : null,
    filled,
    total,
    remarks: remarksOf(ladder, figures, index, indicators),
  };
}

function remarksOf(
  ladder: Ladder,
  figures: Figures,
  index: Exact,
  scores: readonly IndicatorScore[],
): readonly LocalizedText[] {
  const all = ladderIndicators(ladder);
  const waiting = all.filter((one) => one.external && externalState(figures, one).kind !== 'given').length;
  const held = scores.reduce((sum, one) => sum + heldBack(one, figures).length, 0);
  const band = bandOf(ladder, index);
  const shown = bandOf(ladder, {
    numerator: shownUnits(ladderQuantity(index)),
    denominator: 100,
  });
  return [
    ...(waiting > 0
      ? [
          {
            id: `${waiting} nilai dari luar ditunggu, dihitung 1`,
            en: `${waiting} outside ${waiting === 1 ? 'score is' : 'scores are'} awaited, counted as 1`,
          },
        ]
      : []),
    ...(held > 0
      ? [
          {
            id: `${held} butir siap belum dihitung: level di bawahnya belum lengkap`,
            en: `${held} ready ${held === 1 ? 'item does' : 'items do'} not count yet: a lower level is not complete`,
          },
        ]
      : []),
    ...(band && shown && band.code !== shown.code
      ? [
          {
            id: 'Predikat dari indeks yang tidak dibulatkan',
            en: 'The band follows from the index before rounding',
          },
        ]
      : []),
  ];
}
