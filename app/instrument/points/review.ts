/** Questions with points as they are read through: category, areas and supplement, by their themes. */
import { once } from '../once';
import { QUESTIONS } from '../nouns';
import type { ReviewMeasure, ReviewNode, ReviewQuestion, SheetReview } from '../review';
import type { LocalizedText } from '../text';
import type { Figures } from '../topicKind';
import { type AnyQuestion, answerOf, pagesOf, type PointsPage, questionsOn } from './answers';
import { pointsKind } from './kind';
import { earned } from './most';
import { gateText, maturityCode } from './names';
import { pointsQuantity } from './outcome';
import type { Points } from './schema';
import { type AreaScore, lastStage, scoreSupplement, scoreWhole } from './score';

const kindFor = once(pointsKind);

export function pointsReview(points: Points, figures: Figures): SheetReview {
  const { areas, category } = scoreWhole(points, figures, 'self');
  const extra = scoreSupplement(points, figures);
  const { category: asked, supplement } = points;
  const read = { points, figures };
  return {
    rows: QUESTIONS,
    measures: measuresIn(points, figures),
    nodes: [
      sectionNode(read, asked, {
        quantity: category.band && pointsQuantity(category.sum, 'neither'),
        remarks: category.band ? [category.band.name] : [],
      }),
      ...areas.map((score) => areaNode(read, score)),
      sectionNode(read, supplement, {
        quantity: extra.answered < supplement.questions.length ? null : extra.share,
        remarks: [BESIDE],
      }),
    ],
  };
}

/** It changes no figure of the whole, and nobody must answer it. */
const BESIDE: LocalizedText = {
  id: 'Berdiri sendiri, tidak ikut skor',
  en: 'Stands by itself, not in the score',
};

interface Reading {
  readonly points: Points;
  readonly figures: Figures;
}
type Section = { readonly name: LocalizedText; readonly questions: readonly AnyQuestion[] };

function areaNode(read: Reading, score: AreaScore): ReviewNode {
  const { points } = read;
  const { area, answered, gate, maturity, sum } = score;
  const reason = gateText(points, gate);
  const stage = points.stages.length;
  const level = maturityCode(points, maturity);
  const held = gate.kind === 'closed' ? lastStage(points, area) : null;
  return sectionNode(
    read,
    {
      name: { id: `${area.code} ${area.name.id}`, en: `${area.code} ${area.name.en}` },
      questions: area.questions,
    },
    {
      quantity: answered > 0 ? pointsQuantity(sum) : null,
      remarks:
        answered > 0
          ? [
              { id: `Tingkat ${level}`, en: `Level ${level}` },
              ...(reason
                ? [
                    {
                      id: `Tahap ${stage} belum dihitung: ${reason.id}`,
                      en: `Stage ${stage} does not count: ${reason.en}`,
                    },
                  ]
                : []),
            ]
          : [],
    },
    held,
  );
}

/** @param held the stage whose answers do not count; null where all do */
function sectionNode(
  { points, figures }: Reading,
  { name, questions }: Section,
  comes: Pick<ReviewNode, 'quantity' | 'remarks'>,
  held: number | null = null,
): ReviewNode {
  const blocks = blocksOf(points, questions);
  const isAsked = questions !== points.supplement.questions;
  const reviewed = (some: readonly AnyQuestion[]) =>
    some.map((question) => questionOf({ points, figures }, question, isAsked, held));
  const [only] = blocks;
  const isFlat = blocks.length === 1 && only?.heading === null;
  const answeredOf = (some: readonly AnyQuestion[]) =>
    some.filter((question) => answerOf(figures, question) !== null).length;
  const code = only?.part ?? '';
  return {
    code,
    name,
    part: code,
    ...comes,
    filled: answeredOf(questions),
    total: questions.length,
    questions: isFlat ? reviewed(questions) : [],
    nodes: isFlat
      ? []
      : blocks.map((block, at) => ({
          code: `${code}.${at + 1}`,
          name: block.heading ?? name,
          part: block.part,
          quantity: null,
          filled: answeredOf(block.questions),
          total: block.questions.length,
          remarks: [],
          questions: reviewed(block.questions),
          nodes: [],
        })),
  };
}

interface Block {
  readonly part: string;
  readonly heading: LocalizedText | null;
  readonly questions: AnyQuestion[];
}

/** The themes of a section, each with the page that it begins on. */
function blocksOf(points: Points, questions: readonly AnyQuestion[]): readonly Block[] {
  const own = new Set(questions);
  const isOwn = (page: PointsPage) => page.by === 'section' && questionsOn(page).some((one) => own.has(one));
  const blocks: Block[] = [];
  for (const page of pagesOf(points).filter(isOwn))
    for (const { heading, questions: some } of page.blocks) {
      const open = blocks.at(-1);
      if (open && open.heading?.id === heading?.id) open.questions.push(...some);
      else blocks.push({ part: page.code, heading, questions: [...some] });
    }
  return blocks;
}

function questionOf(
  { points, figures }: Reading,
  question: AnyQuestion,
  isAsked: boolean,
  held: number | null,
): ReviewQuestion {
  const { code, name } = question;
  const value = answerOf(figures, question);
  const stage = 'stage' in question ? question.stage : null;
  const isHeld = stage !== null && stage === held && value !== null && earned(points, stage, value) > 0;
  return {
    code,
    name: { id: `${code} ${name.id}`, en: `${code} ${name.en}` },
    unit: null,
    value,
    gap: isHeld ? 'held' : value === null && isAsked ? 'unanswered' : null,
    note: stage === null ? null : { id: `Tahap ${stage}`, en: `Stage ${stage}` },
    isOptional: !isAsked,
    register: null,
    confidence: points.sources.questions.confidence,
  };
}

const SUMMED: LocalizedText = {
  id: 'Jumlah poin semua area; tahap terakhir sebuah area ikut bila syaratnya terpenuhi',
  en: 'The points of all areas; the last stage of an area counts once its conditions are met',
};

function measuresIn(points: Points, figures: Figures): readonly ReviewMeasure[] {
  const { headline, outcome } = kindFor(points);
  const { headline: quantity } = outcome(figures);
  const { areas } = scoreWhole(points, figures, 'self');
  const sums = areas.map(({ sum }) => String(sum)).join(' + ');
  return [
    {
      measure: headline,
      isHeadline: true,
      quantity,
      because: quantity ? null : 'missing',
      formula: SUMMED,
      numbers: quantity ? { id: sums, en: sums } : null,
    },
  ];
}
