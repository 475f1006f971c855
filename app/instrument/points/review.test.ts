import { describe, expect, it } from 'vitest';
import { area, longFile, LOW_CATEGORY, pointsFile, theme } from '#tests/house/points';
import { QUESTIONS } from '../nouns';
import type { ReviewNode } from '../review';
import type { Figures } from '../topicKind';
import { pointsReview } from './review';
import { parsePoints } from './schema';

/** Read anew each time; the first area has two themes, the second has none. */
const reviewOf = (figures: Figures, file: object = twoThemes()) => pointsReview(parsePoints(file), figures);
function twoThemes() {
  const file = pointsFile();
  return {
    ...file,
    areas: file.areas.map((one, at) => ({ ...one, themes: at === 0 ? [theme(1), theme(4)] : [] })),
  };
}

/** Two states below what the gate asks for: the last stage is closed. */
const CLOSED = { ...LOW_CATEGORY, ...area(2, 3, 1, 1, 3, 2, 0), ...area(3, 3, null) };
const OPEN = { ...CLOSED, ...area(2, 3, 3, 2, 3, 2, 0) };

const both = (id: string) => ({ id, en: `${id} (en)` });
const gapsOf = ({ questions }: Pick<ReviewNode, 'questions'>) =>
  Object.fromEntries(questions.map(({ code, gap }) => [code, gap]));
const outlineOf = ({ nodes }: ReviewNode) =>
  nodes.map(({ code, part, name, questions }) => [
    code,
    part,
    name.id,
    questions.map((one) => one.code).join(' '),
  ]);
function nodeAt(at: number, figures: Figures, file?: object): ReviewNode {
  const node = reviewOf(figures, file).nodes[at];
  if (!node) throw new Error('no node');
  return node;
}

describe('a sheet of points, read through', () => {
  it('is its category, its areas and its supplement, in the order of the file', () => {
    const { rows, nodes } = reviewOf({});
    expect(rows).toBe(QUESTIONS);
    expect(nodes.map(({ code, part, name, total }) => [code, part, name.en, total])).toEqual([
      ['1', '1', 'Kategori (en)', 3],
      ['2', '2', 'II Area 2 (en)', 6],
      ['3', '3', 'III Area 3 (en)', 2],
      ['4', '4', 'Suplemen (en)', 2],
    ]);
    expect(nodes.map(({ name }) => name.id)).toEqual(['Kategori', 'II Area 2', 'III Area 3', 'Suplemen']);
    expect(nodes.every(({ quantity, filled }) => quantity === null && filled === 0)).toBe(true);
    expect(nodes.flatMap(({ remarks }) => remarks)).toEqual([
      { id: 'Berdiri sendiri, tidak ikut skor', en: 'Stands by itself, not in the score' },
    ]);
  });

  it('names the category once it is answered to its end', () => {
    expect(nodeAt(0, LOW_CATEGORY)).toMatchObject({
      quantity: { numerator: 3, unit: 'points', direction: 'neither' },
      filled: 3,
      remarks: [both('Rendah')],
      nodes: [],
    });
    const begun = nodeAt(0, { '1.1': 0, '1.3': 2 });
    expect(begun).toMatchObject({ quantity: null, filled: 2, total: 3, remarks: [] });
    expect(gapsOf(begun)).toEqual({ '1.1': null, '1.2': 'unanswered', '1.3': null });
    expect(begun.questions[0]).toEqual({
      code: '1.1',
      name: both('1.1 Ciri 1'),
      unit: null,
      value: 0,
      gap: null,
      note: null,
      isOptional: false,
      register: null,
      confidence: 'unconfirmed',
    });
  });

  it('asks nobody for the supplement, and tells its share once it is whole', () => {
    const begun = nodeAt(3, { '4.1': 3 });
    expect(begun).toMatchObject({ quantity: null, filled: 1, total: 2 });
    expect(begun.questions).toMatchObject([
      { code: '4.1', value: 3, gap: null, isOptional: true, note: null },
      { code: '4.2', value: null, gap: null, isOptional: true },
    ]);
    expect(nodeAt(3, { '4.1': 3, '4.2': 0 }).quantity).toMatchObject({ numerator: 3, denominator: 6 });
  });

  it('tells of an area its points and its level, and why its last stage does not count', () => {
    expect(nodeAt(1, OPEN)).toMatchObject({
      quantity: { numerator: 8 + 6 + 6, unit: 'points', direction: 'higher' },
      filled: 6,
      remarks: [{ id: 'Tingkat III', en: 'Level III' }],
    });
    expect(nodeAt(1, CLOSED)).toMatchObject({
      quantity: { numerator: 5 + 6 },
      remarks: [
        { id: 'Tingkat I+', en: 'Level I+' },
        {
          id: 'Tahap 3 belum dihitung: 2 butir tahap 1 di bawah “Sebagian”',
          en: 'Stage 3 does not count: 2 of stage 1 are below “Sebagian (en)”',
        },
      ],
    });
    // Of what nobody has begun there is nothing to say, and “nothing is done” is an answer.
    expect(nodeAt(1, LOW_CATEGORY)).toMatchObject({ quantity: null, remarks: [], filled: 0 });
    expect(nodeAt(2, { '3.1': 0 })).toMatchObject({
      quantity: { numerator: 0 },
      remarks: [{ id: 'Tingkat I', en: 'Level I' }],
      filled: 1,
    });
  });

  it('marks what does not count: what the last stage of a closed area has, and nothing else', () => {
    const gaps = (at: number, figures: Figures) => {
      const node = nodeAt(at, figures);
      return Object.assign(gapsOf(node), ...node.nodes.map(gapsOf)) as unknown;
    };
    const none = { '2.1': null, '2.2': null, '2.3': null, '2.4': null, '2.5': null, '2.6': null };
    expect(gaps(1, CLOSED)).toEqual({ ...none, '2.5': 'held' });
    expect(gaps(1, OPEN)).toEqual(none);
    expect(gaps(1, { ...CLOSED, '2.1': null, '2.6': null })).toEqual({
      ...none,
      '2.1': 'unanswered',
      '2.5': 'held',
      '2.6': 'unanswered',
    });
    // An area without a last stage holds nothing back.
    expect(gaps(2, CLOSED)).toEqual({ '3.1': null, '3.2': 'unanswered' });
  });

  it('says of each question of an area its stage', () => {
    const questions = nodeAt(1, {}).nodes.flatMap((node) => node.questions);
    expect(questions.map(({ note }) => note)).toEqual(
      [1, 1, 1, 2, 3, 3].map((stage) => ({ id: `Tahap ${stage}`, en: `Stage ${stage}` })),
    );
    expect(questions.every(({ isOptional }) => !isOptional)).toBe(true);
  });

  it('adds up the points of the areas', () => {
    const { measures } = reviewOf(OPEN);
    expect(measures).toMatchObject([
      {
        measure: { code: 'skor' },
        isHeadline: true,
        quantity: { numerator: 23 },
        because: null,
        numbers: { id: '20 + 3', en: '20 + 3' },
      },
    ]);
    expect(measures[0]?.formula.id).toContain('Jumlah poin semua area');
    expect(measures[0]?.formula.en).toContain('The points of all areas');
    expect(reviewOf(CLOSED).measures[0]?.numbers?.id).toBe('11 + 3');
    expect(reviewOf(LOW_CATEGORY).measures).toMatchObject([
      { quantity: null, because: 'missing', numbers: null },
    ]);
  });
});

describe('a section, read through', () => {
  it('is divided by its themes, each with what is there of it', () => {
    const node = nodeAt(1, { ...area(2, 3, null, 0, null, 1) });
    expect(outlineOf(node)).toEqual([
      ['2.1', '2', 'Tema 1', '2.1 2.2 2.3'],
      ['2.2', '2', 'Tema 4', '2.4 2.5 2.6'],
    ]);
    expect(node).toMatchObject({ filled: 3, total: 6, questions: [] });
    expect(node.nodes).toMatchObject([
      { filled: 2, total: 3, quantity: null, remarks: [], nodes: [] },
      { filled: 1, total: 3, quantity: null, remarks: [], nodes: [] },
    ]);
  });

  it('is flat where it has no themes, however many pages it takes', () => {
    const node = nodeAt(1, {}, longFile(30));
    expect(node).toMatchObject({ code: '2-1', part: '2-1', total: 30, nodes: [] });
    expect(node.questions.map(({ code }) => code)).toEqual(
      Array.from({ length: 30 }, (_, at) => `2.${at + 1}`),
    );
  });

  it('keeps a theme together that goes on over the page, and begins it where it begins', () => {
    const numbers = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, at) => `2.${from + at}`).join(' ');
    // Of thirty questions fifteen stand on each page.
    expect(outlineOf(nodeAt(1, {}, longFile(30, 1, 11, 26)))).toEqual([
      ['2-1.1', '2-1', 'Tema 1', numbers(1, 10)],
      ['2-1.2', '2-1', 'Tema 11', numbers(11, 25)],
      ['2-1.3', '2-2', 'Tema 26', numbers(26, 30)],
    ]);
    // A single theme is named all the same.
    expect(outlineOf(nodeAt(1, {}, longFile(7, 1)))).toEqual([['2.1', '2', 'Tema 1', numbers(1, 7)]]);
  });
});
