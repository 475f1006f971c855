/** The kind `ladder`, as every room asks it. */
import { localize, type LocalizedText } from '../text';
import { INDICATORS } from '../nouns';
import { predecessorsOf, predecessorSource } from '../predecessorPairs';
import type { TopicColumn, TopicKind } from '../topicKind';
import { assessorCode, codesOfIndicator, itemsOf, ladderIndicators, MARKS, waitingCode } from './answers';
import { FIGURE_NAMES, type LadderFigure, MARK_NAMES, WAITING } from './names';
import { ladderOutcome, ladderQuantity } from './outcome';
import type { Ladder } from './schema';
import { assessedOf, type Exact, heldBack, isSettled, scoreWhole } from './score';
import { isNumber, judgeLadder, scoresAwaited, writeHundredths } from './sheet';

const CITATION: Readonly<Record<'proposal' | 'sourced', string>> = {
  proposal: 'Usulan alat ini',
  sourced: 'Rumus indeks menurut peraturan',
};

export function ladderKind(ladder: Ladder): TopicKind {
  const indicators = ladderIndicators(ladder);
  const codes = new Map(
    indicators.flatMap((one) => codesOfIndicator(one).map((code) => [code, one] as const)),
  );
  const items = new Map(indicators.flatMap(itemsOf).map((item) => [item.code, item]));
  const column = (figure: LadderFigure): TopicColumn => columnOf(ladder, figure, FIGURE_NAMES[figure].name);
  const headline = column('self');
  const holdsNumber = (code: string) => {
    const indicator = codes.get(code);
    return indicator !== undefined && isNumber(indicator, code);
  };
  const nameOf = (code: string): LocalizedText | null => {
    const indicator = codes.get(code);
    const item = items.get(code);
    if (item) return { id: `${code} ${item.name.id}`, en: `${code} ${item.name.en}` };
    if (!indicator) return null;
    const role = code === assessorCode(indicator) ? FIGURE_NAMES.assessor.name : WAITING;
    if (code === indicator.code) return indicator.external?.name ?? indicator.name;
    return { id: `${role.id} ${indicator.code}`, en: `${role.en} ${indicator.code}` };
  };
  const mark = (code: string, stored: number, locale: 'id' | 'en') => {
    const indicator = codes.get(code);
    if (indicator && code === waitingCode(indicator)) return localize(WAITING, locale);
    const found = MARKS.find((one) => one === stored);
    return found === undefined ? '' : localize(MARK_NAMES[found], locale);
  };
  return {
    codes: [...codes.keys()],
    parts: indicators.map(({ code, name }) => ({ code, name })),
    columns: [
      headline,
      column('simulation'),
      column('assessor'),
      ...ladder.aspects.map(({ code, name }) => columnOf(ladder, 'self', name, code)),
    ],
    headline,
    counted: INDICATORS,
    // Every figure of a ladder is a mean of levels.
    rangeOf: () => ({
      lowest: ladder.lowest / 100,
      highest: (ladder.levels.at(-1)?.top ?? ladder.lowest) / 100,
    }),
    bands: ladder.bands,
    references: [],
    predecessors: predecessorsOf(
      ladder.predecessors,
      (code, part) => code === part || codes.get(code)?.code === part,
    ),
    differences: [],
    districts: null,
    nodes: {
      all: ladder.aspects,
      of(figures) {
        const { aspects: values, indicators: scored } = scoreWhole(ladder, figures, 'self');
        return ladder.aspects.map(({ indicators: own }, at) => {
          const value = values[at];
          if (!value || !own.every((one) => isSettled(one, figures))) return null;
          const isHeld = scored.some(
            (one) => own.includes(one.indicator) && heldBack(one, figures).length > 0,
          );
          return { quantity: ladderQuantity(value), share: shareOf(ladder, value), isHeld };
        });
      },
    },
    sources: sourcesOf(ladder),
    nameOf,
    sectionOf(code) {
      const indicator = codes.get(code);
      return indicator
        ? { id: `${indicator.code} ${indicator.name.id}`, en: `${indicator.code} ${indicator.name.en}` }
        : null;
    },
    asked(code) {
      if (holdsNumber(code)) return { unit: null, choices: [] };
      return { unit: null, choices: items.has(code) ? MARKS : [1] };
    },
    counting: null,
    write: (code, stored, locale) => (holdsNumber(code) ? writeHundredths(stored, locale) : String(stored)),
    say: (code, stored, locale) =>
      holdsNumber(code) ? writeHundredths(stored, locale) : mark(code, stored, locale),
    cell: (code, stored, locale) => (holdsNumber(code) ? stored / 100 : mark(code, stored, locale)),
    judge: (part, typed, locale) => judgeLadder(ladder, part, typed, locale),
    contradictions: (figures) => scoresAwaited(ladder, figures),
    values(figures) {
      const { headline: own } = ladderOutcome(ladder, figures);
      const assessor = assessedOf(ladder, figures).whole;
      const isEmpty = own === null;
      return [
        own,
        isEmpty ? null : ladderQuantity(scoreWhole(ladder, figures, 'simulation').index),
        assessor && ladderQuantity(assessor.index),
        ...scoreWhole(ladder, figures, 'self').aspects.map((one) => (isEmpty ? null : ladderQuantity(one))),
      ];
    },
    differencesIn: () => [],
    outcome: (figures) => ladderOutcome(ladder, figures),
  };
}

/** From the lowest value to the top of the highest level, both in hundredths. */
function shareOf({ levels, lowest }: Ladder, { numerator, denominator }: Exact): number {
  const top = levels.at(-1)?.top ?? lowest;
  return Math.round((((numerator * 100) / denominator - lowest) * 1000) / (top - lowest));
}

function columnOf(
  { sources }: Ladder,
  figure: LadderFigure,
  name: LocalizedText,
  code: string = figure,
): TopicColumn {
  const { confidence, meaning } = FIGURE_NAMES[figure];
  const citation = confidence === 'sourced' ? CITATION.sourced : CITATION.proposal;
  const note = confidence === 'sourced' ? meaning : (sources.points.note ?? meaning);
  return {
    code,
    name,
    unit: 'index',
    decimals: 2,
    direction: 'higher',
    source: { confidence, citation, note },
  };
}

function sourcesOf({ sources, aspects, predecessors }: Ladder): TopicKind['sources'] {
  return [
    { name: { id: 'Butir bukti', en: 'Items of evidence' }, source: sources.items },
    { name: { id: 'Poin per butir', en: 'Points per item' }, source: sources.points },
    { name: { id: 'Nama level', en: 'Names of the levels' }, source: sources.levels },
    { name: { id: 'Predikat', en: 'Bands' }, source: sources.bands },
    ...aspects.flatMap(({ indicators }) =>
      indicators.flatMap(({ code, name, source, external }) => [
        { name: { id: `${code} ${name.id}`, en: `${code} ${name.en}` }, source },
        ...(external ? [{ name: external.name, source: external.source }] : []),
      ]),
    ),
    ...predecessorSource(predecessors),
  ];
}
