import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longFile, pointsFile, theme } from '#tests/house/points';
import {
  type AnyQuestion,
  answerOf,
  choiceName,
  choicesOf,
  pagesOf,
  questionsOf,
  questionsOn,
} from './answers';
import { parsePoints } from './schema';

const small = (more: object = {}) => parsePoints({ ...pointsFile(), ...more });
const codesOf = (questions: readonly AnyQuestion[]) => questions.map(({ code }) => code).join(' ');
const pagesOfLong = (questions: number, ...themes: readonly number[]) =>
  pagesOf(parsePoints(longFile(questions, ...themes))).filter(({ code }) => code.startsWith('2'));

describe('what is asked', () => {
  it('is every question of every area', () => {
    expect(codesOf(questionsOf(small()))).toBe('2.1 2.2 2.3 2.4 2.5 2.6 3.1 3.2');
  });

  it('is answered with a choice of its own, which has a name', () => {
    const points = small();
    const named = (question: AnyQuestion | undefined) =>
      question && choicesOf(question).map((choice) => choiceName(points, question, choice)?.id);
    const [first, mayNotApply] = questionsOf(points);
    expect(named(points.category.questions[0])).toEqual(['A', 'B', 'C']);
    expect(named(first)).toEqual(['Tidak', 'Rencana', 'Sebagian', 'Penuh']);
    expect(named(mayNotApply)).toEqual(['Tidak', 'Rencana', 'Sebagian', 'Penuh', 'Tidak berlaku']);
    expect(named(points.supplement.questions[0])).toEqual(['Tidak', 'Rencana', 'Sebagian', 'Penuh']);
    expect(first && choiceName(points, first, 5)).toBeNull();
  });

  it('has no answer where nothing was said; “nothing is done” is one', () => {
    expect([answerOf({}, { code: '2.1' }), answerOf({ '2.1': null }, { code: '2.1' })]).toEqual([null, null]);
    expect(answerOf({ '2.1': 0 }, { code: '2.1' })).toBe(0);
  });
});

describe('the pages of the questionnaire', () => {
  it.each<readonly [number, readonly string[]]>([
    [20, ['2 II Area 2']],
    [21, ['2-1 II Area 2 (1–11)', '2-2 II Area 2 (12–21)']],
    [41, ['2-1 II Area 2 (1–14)', '2-2 II Area 2 (15–28)', '2-3 II Area 2 (29–41)']],
  ])('are of about the same length, none of more than twenty: %i questions', (questions, names) => {
    const pages = pagesOfLong(questions);
    expect(pages.map(({ code, name }) => `${code} ${name.id}`)).toEqual(names);
    expect(pages.map(({ code, name }) => `${code} ${name.en}`)).toEqual(
      names.map((name) => name.replace('Area 2', 'Area 2 (en)')),
    );
  });

  it('stand below the theme that began last', () => {
    const [page] = pagesOfLong(7, 1, 3, 7);
    expect(page?.blocks.map(({ heading, questions }) => `${heading?.id}: ${codesOf(questions)}`)).toEqual([
      'Tema 1: 2.1 2.2',
      'Tema 3: 2.3 2.4 2.5 2.6',
      'Tema 7: 2.7',
    ]);
    const [, second] = pagesOfLong(24, 1, 11);
    expect(second?.blocks).toMatchObject([{ heading: { id: 'Tema 11', en: 'Tema 11 (en)' } }]);
  });

  it('have no heading where there are no themes', () => {
    const pages = pagesOf(small()).filter(({ by }) => by === 'section');
    expect(pages.map(({ blocks }) => blocks.map(({ heading }) => heading))).toEqual([
      [null],
      [null],
      [null],
      [null],
    ]);
  });

  it('of the supplement stand below its themes', () => {
    const file = pointsFile();
    const points = small({ supplement: { ...file.supplement, themes: [theme(1), theme(2)] } });
    const page = pagesOf(points).find(({ code }) => code === '4');
    expect(page?.blocks.map(({ heading }) => heading?.id)).toEqual(['Tema 1', 'Tema 2']);
  });

  it('of a stage name the area that their questions are of', () => {
    const stages = pagesOf(small()).filter(({ by }) => by === 'stage');
    expect(
      stages.map(({ code, name, blocks }) => [
        code,
        name.en,
        ...blocks.map(({ heading, questions }) => `${heading?.en}: ${codesOf(questions)}`),
      ]),
    ).toEqual([
      ['t1', 'Stage 1', 'II Area 2 (en): 2.1 2.2 2.3', 'III Area 3 (en): 3.1'],
      ['t2', 'Stage 2', 'II Area 2 (en): 2.4', 'III Area 3 (en): 3.2'],
      ['t3', 'Stage 3', 'II Area 2 (en): 2.5 2.6'],
    ]);
  });

  it('hold each question once by section and once by stage, whatever the length', () => {
    const lengths = fc.integer({ min: 6, max: 130 });
    fc.assert(
      fc.property(lengths, (questions) => {
        const points = parsePoints(longFile(questions));
        const pages = pagesOf(points);
        const asked = codesOf(questionsOf(points));
        for (const by of ['section', 'stage'] as const) {
          const here = pages.filter((page) => page.by === by && /^(2|t)/.test(page.code));
          expect(codesOf(here.flatMap(questionsOn))).toBe(asked);
          const sizes = here.map((page) => questionsOn(page).length);
          expect(Math.max(...sizes)).toBeLessThanOrEqual(20);
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('are made once for an instrument', () => {
    const points = small();
    expect(pagesOf(points)).toBe(pagesOf(points));
  });
});
