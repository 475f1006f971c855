/** What is answered in an instrument of this kind, how it is kept, and on which pages it is asked. */
import type { LocalizedText } from '../text';
import type { Figures } from '../topicKind';
import { FULL } from './most';
import type { CategoryQuestion, Points, PointsArea, PointsQuestion } from './schema';

/** What is said of a question, as it is stored: its state, or that it does not apply. */
export const NOT_APPLICABLE = FULL + 1;
export const STATES = [0, 1, 2, FULL] as const;

export const questionsOf = ({ areas }: Points): readonly PointsQuestion[] =>
  areas.flatMap(({ questions }) => questions);

export type SupplementQuestion = Points['supplement']['questions'][number];
export type AnyQuestion = PointsQuestion | CategoryQuestion | SupplementQuestion;

/** What may be stored for a question, in the order of its choices. */
export function choicesOf(question: AnyQuestion): readonly number[] {
  if ('options' in question) return question.options.map((_, at) => at);
  return 'mayNotApply' in question ? [...STATES, NOT_APPLICABLE] : STATES;
}

/** What a choice is called. */
export function choiceName(points: Points, question: AnyQuestion, choice: number): LocalizedText | null {
  if ('options' in question) return question.options[choice] ?? null;
  return choice === NOT_APPLICABLE ? points.notApplicable : (points.states[choice] ?? null);
}

/** Null where nothing was said. */
export const answerOf = (figures: Figures, { code }: { readonly code: string }): number | null =>
  figures[code] ?? null;

/** As many questions as stand on one page. */
const PAGE = 20;

export interface PointsPage {
  readonly code: string;
  readonly name: LocalizedText;
  /** `section` pages hold every question once; `stage` pages hold those of one stage once more. */
  readonly by: 'section' | 'stage';
  readonly blocks: readonly {
    /** Null where the page is of one section without themes. */
    readonly heading: LocalizedText | null;
    readonly questions: readonly AnyQuestion[];
  }[];
}

const known = new WeakMap<Points, readonly PointsPage[]>();

/** The pages of the questionnaire: by section, then the same questions by stage. */
export function pagesOf(points: Points): readonly PointsPage[] {
  const there = known.get(points);
  if (there) return there;
  const { category, areas, supplement, stages } = points;
  const pages = [
    ...cut('1', 'section', category.name, category.questions, () => null),
    ...areas.flatMap((area) =>
      cut(String(area.no), 'section', titleOf(area), area.questions, (at) => themeAt(area.themes, at)),
    ),
    ...cut(String(supplement.no), 'section', supplement.name, supplement.questions, (at) =>
      themeAt(supplement.themes, at),
    ),
    ...stages.flatMap((_, s) => {
      const found = areas.flatMap((area) =>
        area.questions
          .filter(({ stage }) => stage === s + 1)
          .map((question) => ({ question, heading: titleOf(area) })),
      );
      return cut(
        `t${s + 1}`,
        'stage',
        { id: `Tahap ${s + 1}`, en: `Stage ${s + 1}` },
        found.map(({ question }) => question),
        (at) => found[at]?.heading ?? null,
      );
    }),
  ];
  known.set(points, pages);
  return pages;
}

function titleOf({ code, name }: PointsArea): LocalizedText {
  return { id: `${code} ${name.id}`, en: `${code} ${name.en}` };
}

function themeAt(
  themes: readonly { readonly from: number; readonly name: LocalizedText }[],
  at: number,
): LocalizedText | null {
  return themes.filter(({ from }) => from <= at + 1).at(-1)?.name ?? null;
}

/** Pages of about the same length, none longer than {@link PAGE}. */
function cut(
  code: string,
  by: PointsPage['by'],
  name: LocalizedText,
  questions: readonly AnyQuestion[],
  headingAt: (at: number) => LocalizedText | null,
): readonly PointsPage[] {
  const pages = Math.ceil(questions.length / PAGE);
  return Array.from({ length: pages }, (_, page) => {
    const from = Math.ceil((page * questions.length) / pages);
    const to = Math.ceil(((page + 1) * questions.length) / pages);
    const blocks: { heading: LocalizedText | null; questions: AnyQuestion[] }[] = [];
    questions.slice(from, to).forEach((question, i) => {
      const heading = headingAt(from + i);
      const open = blocks.at(-1);
      if (open && open.heading?.id === heading?.id) open.questions.push(question);
      else blocks.push({ heading, questions: [question] });
    });
    const range = pages === 1 ? '' : ` (${from + 1}–${to})`;
    return {
      code: pages === 1 ? code : `${code}-${page + 1}`,
      name: { id: `${name.id}${range}`, en: `${name.en}${range}` },
      by,
      blocks,
    };
  });
}

export function questionsOn({ blocks }: PointsPage): readonly AnyQuestion[] {
  return blocks.flatMap(({ questions }) => questions);
}
