import { describe, expect, it } from 'vitest';
import { smallLadder } from '#tests/house/ladder';
import { FIELDS } from '../nouns';
import { shownUnits } from '../quantity';
import type { ReviewNode } from '../review';
import type { Figures } from '../topicKind';
import { ladderReview } from './review';
import { parseLadder } from './schema';

/** Read anew each time. */
const reviewOf = (figures: Figures) => ladderReview(parseLadder(smallLadder()), figures);

/** The first indicator stands on its first level; of the second nothing is complete; 62,5 from outside. */
const BEGUN = { 'I1-L1-01': 2, 'I1-L1-02': 2, 'I1-L2-01': 0, 'I2-L1-01': 1, I3: 6250 };

const both = (id: string) => ({ id, en: `${id} (en)` });
const units = ({ quantity }: Pick<ReviewNode, 'quantity'>) => quantity && shownUnits(quantity);
function indicator(code: string, figures: Figures): ReviewNode {
  const found = reviewOf(figures)
    .nodes.flatMap(({ nodes }) => nodes)
    .find((node) => node.code === code);
  if (!found) throw new Error('no indicator');
  return found;
}
const gapsOf = (code: string, figures: Figures) =>
  indicator(code, figures).questions.map((question) => [question.code, question.gap]);

describe('a ladder, read through', () => {
  it('is its aspects and their indicators, with how many are answered', () => {
    const { rows, nodes } = reviewOf({ ...BEGUN, 'I2-L1-01': null });
    expect(rows).toBe(FIELDS);
    expect(nodes).toMatchObject([
      {
        code: 'aspek-1',
        name: both('Aspek 1'),
        part: 'I1',
        filled: 1,
        total: 2,
        remarks: [],
        questions: [],
        nodes: [
          { code: 'I1', name: both('I1 Indikator 1'), part: 'I1', filled: 1, total: 1, nodes: [] },
          { code: 'I2', name: both('I2 Indikator 2'), part: 'I2', filled: 0, total: 1, nodes: [] },
        ],
      },
      { code: 'aspek-3', part: 'I3', filled: 1, total: 1, nodes: [{ code: 'I3', part: 'I3' }] },
    ]);
    expect(nodes.map(units)).toEqual([131, 250]);
    expect(nodes.flatMap((node) => node.nodes).map(units)).toEqual([150, 100, 250]);
  });

  it('has no figure where nothing was said in the whole sheet', () => {
    const { nodes, measures } = reviewOf({});
    const all = [...nodes, ...nodes.flatMap((node) => node.nodes)];
    expect(all.map(({ quantity, filled }) => [quantity, filled])).toEqual(Array(5).fill([null, 0]));
    expect(measures.map(({ quantity, because }) => [quantity, because])).toEqual(
      Array(3).fill([null, 'missing']),
    );
  });

  it('names the level that an indicator stands on, and none below the first', () => {
    const remarks = (figures: Figures) => indicator('I1', figures).remarks;
    expect(remarks(BEGUN)).toEqual([{ id: 'Level 1: Level 1', en: 'Level 1: Level 1 (en)' }]);
    expect(remarks({ ...BEGUN, 'I1-L2-01': 2 })).toEqual([
      { id: 'Level 2: Level 2', en: 'Level 2: Level 2 (en)' },
    ]);
    expect([remarks({}), remarks({ 'I1-L1-01': 2 }), indicator('I3', BEGUN).remarks]).toEqual([[], [], []]);
  });

  it('asks for the items of the first level that is not complete, and for none above it', () => {
    expect(gapsOf('I1', {})).toEqual([
      ['I1-L1-01', 'unanswered'],
      ['I1-L1-02', 'unanswered'],
      ['I1-L1-03', null],
      ['I1-L2-01', null],
      ['I1-L3-01', null],
    ]);
    expect(gapsOf('I1', { 'I1-L1-01': 0 }).slice(0, 2)).toEqual([
      ['I1-L1-01', null],
      ['I1-L1-02', 'unanswered'],
    ]);
    // Answered, and not ready: nothing above changes anything.
    expect(gapsOf('I1', { 'I1-L1-01': 2, 'I1-L1-02': 1 }).every(([, gap]) => gap === null)).toBe(true);
    expect(gapsOf('I1', { 'I1-L1-01': 2, 'I1-L1-02': 2 }).slice(3)).toEqual([
      ['I1-L2-01', 'unanswered'],
      ['I1-L3-01', null],
    ]);
    const ready = { 'I1-L1-01': 2, 'I1-L1-02': 2, 'I1-L2-01': 2, 'I1-L3-01': 2 };
    expect(gapsOf('I1', ready).every(([, gap]) => gap === null)).toBe(true);
  });

  it('marks what is ready above a level that is not complete', () => {
    expect(gapsOf('I1', { ...BEGUN, 'I1-L3-01': 2 })).toEqual([
      ['I1-L1-01', null],
      ['I1-L1-02', null],
      ['I1-L1-03', null],
      ['I1-L2-01', null],
      ['I1-L3-01', 'held'],
    ]);
  });

  it('says of an item what it is called, how sure that is, and that a supporting one does not count', () => {
    const [first, , supporting] = indicator('I1', BEGUN).questions;
    expect(first).toEqual({
      code: 'I1-L1-01',
      name: both('I1-L1-01 Butir 1'),
      unit: null,
      value: 2,
      gap: null,
      note: null,
      isOptional: false,
      register: null,
      confidence: 'proposal',
    });
    expect(supporting).toMatchObject({
      code: 'I1-L1-03',
      value: null,
      note: { id: 'Pendukung, tidak dihitung', en: 'Supporting, not counted' },
      confidence: 'unconfirmed',
    });
  });

  it('asks for a score from outside until it is there or said to be awaited', () => {
    const plain = { name: both('Skor'), unit: null, note: null, register: null, confidence: 'proposal' };
    const score = { ...plain, code: 'I3', isOptional: false };
    const questions = (figures: Figures) => indicator('I3', figures).questions;
    expect(questions({})).toEqual([{ ...score, value: null, gap: 'unanswered' }]);
    expect(questions({ I3: 0 })).toEqual([{ ...score, value: 0, gap: null }]);
    expect(questions({ 'I3-menunggu': 1 })).toEqual([
      { ...score, value: null, gap: null },
      { ...plain, code: 'I3-menunggu', isOptional: true, value: 1, gap: null },
    ]);
    expect(indicator('I1', {}).questions.map(({ code }) => code)).not.toContain('I1');
  });

  it('shows what the assessor gave, and asks nobody for it', () => {
    expect(indicator('I2', { 'I2-asesor': 275 }).questions.at(-1)).toEqual({
      code: 'I2-asesor',
      name: { id: 'Nilai asesor', en: 'Assessor’s values' },
      unit: null,
      value: 275,
      gap: null,
      note: null,
      isOptional: true,
      register: null,
      confidence: 'sourced',
    });
    expect(indicator('I2', BEGUN).questions.map(({ code }) => code)).not.toContain('I2-asesor');
  });

  it('brings the three figures, the agency’s own first', () => {
    const { measures } = reviewOf(BEGUN);
    expect(
      measures.map(({ measure, isHeadline, quantity, because, numbers }) => [
        measure.code,
        isHeadline,
        quantity && shownUnits(quantity),
        because,
        numbers,
      ]),
    ).toEqual([
      ['self', true, 155, null, null],
      ['simulation', false, 170, null, null],
      ['assessor', false, null, 'missing', null],
    ]);
    expect(measures.map(({ formula }) => formula.en)).toEqual([
      'Items that are ready, as the agency says. Its decimals are an estimate.',
      'If every item in work were ready as well. An estimate.',
      'Reckoned from the values that the assessor gave to every indicator.',
    ]);
  });
});
