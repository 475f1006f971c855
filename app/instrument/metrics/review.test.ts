import { describe, expect, it } from 'vitest';
import { CONNECTIVITY, smallMetrics } from '#tests/house/metrics';
import { FIELDS } from '../nouns';
import { emptyFigures } from './fields';
import { metricsReview } from './review';

const topic = smallMetrics({
  sum: { formula: { op: 'sum', of: ['a', 'b'] } },
  ratio: { formula: { op: 'ratio', of: { add: ['a'] }, to: { add: ['c'] } } },
});

describe('a sheet of numbers, read through', () => {
  it('names its groups in their order, with what is there and what is missing', () => {
    const { rows, nodes } = metricsReview(topic, { ...emptyFigures(topic), a: 6, c: 15 });
    expect(rows).toBe(FIELDS);
    expect(nodes).toMatchObject([
      {
        code: 'k1',
        name: { id: 'Satu' },
        part: null,
        quantity: null,
        filled: 1,
        total: 1,
        remarks: [],
        nodes: [],
        questions: [
          {
            code: 'a',
            value: 6,
            gap: null,
            isOptional: false,
            register: null,
            confidence: 'proposal',
            note: null,
          },
          // Nobody has to fill it in: it is no gap, and nothing that is asked for.
          { code: 'b', value: null, gap: null, isOptional: true },
        ],
      },
      {
        code: 'k2',
        filled: 1,
        total: 2,
        questions: [
          { code: 'c', value: 15, gap: null, name: { en: 'Field c' }, unit: { en: 'pieces' } },
          { code: 'd', value: null, gap: 'unanswered' },
        ],
      },
    ]);
  });

  it('brings what stands for the topic first, with its formula in both languages', () => {
    const figures = { ...emptyFigures(topic), a: 6, b: 4 };
    expect(metricsReview(topic, figures).measures).toMatchObject([
      {
        measure: { code: 'ratio' },
        isHeadline: true,
        quantity: null,
        because: 'missing',
        formula: { id: 'Isian a ÷ Isian c', en: 'Field a ÷ Field c' },
        // With a gap in it there is nothing to reckon.
        numbers: null,
      },
      {
        measure: { code: 'sum' },
        isHeadline: false,
        quantity: { numerator: 10 },
        because: null,
        numbers: { id: '6 + 4', en: '6 + 4' },
      },
    ]);
    const { measures } = metricsReview(topic, { ...figures, c: 15 });
    expect(measures[0]?.numbers).toEqual({ id: '6 ÷ 1,5', en: '6 ÷ 1.5' });
  });

  it('is not filled in by a register that lacks something', () => {
    const gapsWith = (open: number | null) => {
      const figures = { ...emptyFigures(CONNECTIVITY), villages: 20, 'villages-open': open };
      const { nodes } = metricsReview(CONNECTIVITY, figures);
      const questions = nodes.flatMap((node) => node.questions);
      return ['villages', 'internet-4g', 'offices'].map(
        (code) => questions.find((question) => question.code === code)?.gap,
      );
    };
    expect(gapsWith(0)).toEqual([null, 'unanswered', 'unanswered']);
    expect(gapsWith(3)).toEqual(['incomplete', 'unanswered', 'unanswered']);
    expect(gapsWith(null)).toEqual(['incomplete', 'unanswered', 'unanswered']);
    const { nodes } = metricsReview(CONNECTIVITY, emptyFigures(CONNECTIVITY));
    const registers = new Set(nodes.flatMap(({ questions }) => questions.map(({ register }) => register)));
    expect(registers).toEqual(new Set([null, 'villages']));
  });
});
