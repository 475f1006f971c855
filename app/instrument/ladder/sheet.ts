/** A part of a sheet as it was typed: the items and values of one indicator, or of all. */
import { writeNumber } from '../number';
import { readNumber } from '../readNumber';
import type { Locale } from '../text';
import type { FigureProblem, FigureProblems, Figures, JudgedSheet, Typed } from '../topicKind';
import { assessorCode, itemsOf, ladderIndicators, MARKS, waitingCode } from './answers';
import type { Ladder, LadderIndicator } from './schema';

const DECIMALS = 2;

export function judgeLadder(ladder: Ladder, part: string | null, typed: Typed, locale: Locale): JudgedSheet {
  const { figures, problems } = readLadder(ladder, part, typed, locale);
  const all = { ...scoresAwaited(ladder, figures), ...problems };
  return Object.keys(all).length === 0 ? { ok: true, figures } : { ok: false, problems: all };
}

/** Reads what can be read; a part that there is not holds nothing. */
export function readLadder(
  ladder: Ladder,
  part: string | null,
  typed: Typed,
  locale: Locale,
): { readonly figures: Figures; readonly problems: FigureProblems } {
  const figures: Record<string, number | null> = {};
  const problems: Record<string, FigureProblem> = {};
  const take = (code: string, lowest: number, highest: number) => {
    const range = { decimals: DECIMALS, lowest: lowest / 100, highest: highest / 100 };
    const read = readNumber(typed[code] ?? '', range, locale);
    if (read.ok) figures[code] = read.stored;
    else problems[code] = { kind: read.problem };
  };
  const choose = (code: string, choices: readonly number[]) => {
    const text = typed[code] ?? '';
    const chosen = choices.find((choice) => String(choice) === text);
    if (chosen === undefined && text !== '') problems[code] = { kind: 'notNumber' };
    else figures[code] = chosen ?? null;
  };
  for (const indicator of ladderIndicators(ladder)) {
    if (part !== null && indicator.code !== part) continue;
    for (const { code } of itemsOf(indicator)) choose(code, MARKS);
    if (indicator.external) {
      const { conversion } = indicator.external;
      take(indicator.code, conversion[0]?.[0] ?? 0, conversion.at(-1)?.[0] ?? 0);
      choose(waitingCode(indicator), [1]);
    }
    take(assessorCode(indicator), ladder.lowest, ladder.levels.at(-1)?.top ?? 0);
  }
  return { figures, problems };
}

/** A score that is there is not awaited. */
export function scoresAwaited(ladder: Ladder, figures: Figures): FigureProblems {
  const both = ladderIndicators(ladder).filter(
    (one) => (figures[one.code] ?? null) !== null && figures[waitingCode(one)] === 1,
  );
  return Object.fromEntries(both.map(({ code }) => [code, { kind: 'scoreAwaited' }]));
}

/** Whether a code holds a number with decimals, and not a choice. */
export function isNumber(indicator: LadderIndicator, code: string): boolean {
  return code === indicator.code || code === assessorCode(indicator);
}

export function writeHundredths(stored: number, locale: Locale): string {
  return writeNumber(stored, DECIMALS, locale);
}
