/** A ladder as it is read through: its aspects, their indicators, and the items that a level follows from. */
import { once } from '../once';
import { FIELDS } from '../nouns';
import type { ReviewGap, ReviewMeasure, ReviewNode, ReviewQuestion, SheetReview } from '../review';
import type { LocalizedText } from '../text';
import type { Figures } from '../topicKind';
import { assessorCode, externalState, itemsOf, mainItemsOf, markOf, READY, waitingCode } from './answers';
import { ladderKind } from './kind';
import { FIGURE_NAMES, FIGURES, SUPPORTING } from './names';
import { ladderQuantity } from './outcome';
import type { Ladder, LadderIndicator } from './schema';
import { heldBack, type IndicatorScore, isSettled, scoreWhole } from './score';

const kindFor = once(ladderKind);

export function ladderReview(ladder: Ladder, figures: Figures): SheetReview {
  const kind = kindFor(ladder);
  const isBegun = kind.outcome(figures).headline !== null;
  const { aspects, indicators } = scoreWhole(ladder, figures, 'self');
  const scoreOf = new Map(indicators.map((score) => [score.indicator.code, score]));
  return {
    rows: FIELDS,
    measures: measuresIn(ladder, figures),
    nodes: ladder.aspects.map(({ code, name, indicators: own }, at): ReviewNode => {
      const value = aspects[at];
      return {
        code,
        name,
        part: own[0]?.code ?? null,
        quantity: isBegun && value ? ladderQuantity(value) : null,
        filled: own.filter((one) => isSettled(one, figures)).length,
        total: own.length,
        remarks: [],
        questions: [],
        nodes: own.map((one) =>
          indicatorNode(ladder, one, figures, isBegun ? scoreOf.get(one.code) : undefined),
        ),
      };
    }),
  };
}

/** @param score undefined where nothing was said in the whole sheet */
function indicatorNode(
  ladder: Ladder,
  indicator: LadderIndicator,
  figures: Figures,
  score: IndicatorScore | undefined,
): ReviewNode {
  const { code, name } = indicator;
  const reached = ladder.levels[(score?.level ?? 0) - 1];
  return {
    code,
    name: { id: `${code} ${name.id}`, en: `${code} ${name.en}` },
    part: code,
    quantity: score ? ladderQuantity(score.value) : null,
    filled: isSettled(indicator, figures) ? 1 : 0,
    total: 1,
    remarks: reached
      ? [
          {
            id: `Level ${reached.level}: ${reached.name.id}`,
            en: `Level ${reached.level}: ${reached.name.en}`,
          },
        ]
      : [],
    questions: [
      ...externalQuestions(indicator, figures),
      ...itemQuestions(indicator, figures, score),
      ...assessed(indicator, figures),
    ],
    nodes: [],
  };
}

const PLAIN = { unit: null, note: null, isOptional: false, register: null } as const;

function externalQuestions(indicator: LadderIndicator, figures: Figures): readonly ReviewQuestion[] {
  const { external, code } = indicator;
  if (!external) return [];
  const state = externalState(figures, indicator);
  const { confidence } = external.source;
  const waiting = waitingCode(indicator);
  return [
    {
      ...PLAIN,
      code,
      name: external.name,
      value: figures[code] ?? null,
      gap: state.kind === 'open' ? 'unanswered' : null,
      confidence,
    },
    ...(state.kind === 'waiting'
      ? [
          {
            ...PLAIN,
            // It stands for the score that is asked for.
            isOptional: true,
            code: waiting,
            name: external.name,
            value: figures[waiting] ?? null,
            gap: null,
            confidence,
          },
        ]
      : []),
  ];
}

function itemQuestions(
  indicator: LadderIndicator,
  figures: Figures,
  score: IndicatorScore | undefined,
): readonly ReviewQuestion[] {
  const open = new Set(openItems(indicator, figures));
  const held = new Set((score ? heldBack(score, figures) : []).map(({ code }) => code));
  return itemsOf(indicator).map(({ code, name, role, confidence }) => {
    const gap: ReviewGap | null = open.has(code) ? 'unanswered' : held.has(code) ? 'held' : null;
    return {
      ...PLAIN,
      code,
      name: { id: `${code} ${name.id}`, en: `${code} ${name.en}` },
      value: figures[code] ?? null,
      gap,
      note: role === 'supporting' ? SUPPORTING : null,
      confidence,
    };
  });
}

/** The items that the value still waits for: those of the first level that is not complete. Higher ones change nothing yet. */
function openItems(indicator: LadderIndicator, figures: Figures): readonly string[] {
  if (indicator.external) return [];
  for (const main of mainItemsOf(indicator)) {
    const open = main.filter((item) => markOf(figures, item) === null);
    if (open.length > 0) return open.map(({ code }) => code);
    if (main.some((item) => markOf(figures, item) !== READY)) return [];
  }
  return [];
}

/** What the assessor gave; nobody of the agency is asked for it. */
function assessed(indicator: LadderIndicator, figures: Figures): readonly ReviewQuestion[] {
  const code = assessorCode(indicator);
  const value = figures[code] ?? null;
  const { name } = FIGURE_NAMES.assessor;
  return value === null
    ? []
    : [{ ...PLAIN, isOptional: true, code, name, value, gap: null, confidence: 'sourced' }];
}

function measuresIn(ladder: Ladder, figures: Figures): readonly ReviewMeasure[] {
  const { columns, headline, values } = kindFor(ladder);
  const found = values(figures);
  // Aspects stand in the tree.
  return FIGURES.flatMap((figure) => {
    const at = columns.findIndex(({ code }) => code === figure);
    const measure = columns[at];
    const quantity = found[at] ?? null;
    if (!measure) return [];
    const formula: LocalizedText = FIGURE_NAMES[figure].meaning;
    const isHeadline = measure.code === headline.code;
    return [{ measure, isHeadline, quantity, because: quantity ? null : 'missing', formula, numbers: null }];
  });
}
