/** A sheet as it is read through, whatever its kind: every question once, and numbers that agree with its outcome. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KAMI, LAPOR, PEMDI } from '#tests/house/house';
import { ladderFile } from '#tests/house/ladder';
import { pointsFile } from '#tests/house/points';
import { parseLadder } from './ladder';
import { parsePoints } from './points';
import { questionsUnder, type ReviewNode, reviewOf } from './reviews';
import { emptyFigures, type Figures, kindOf, type Topic } from './topic';

const LADDER = parseLadder(ladderFile([[2, 1, 1], null], [70, 30]));
const POINTS = parsePoints(pointsFile());
const TOPICS: readonly Topic[] = [LAPOR, PEMDI, KAMI, LADDER, POINTS];

const read = (topic: Topic, some: Figures) => reviewOf(topic, { ...emptyFigures(topic), ...some });
/** Code, value, what is missing. */
const rows = (topic: Topic, some: Figures) =>
  questionsUnder(read(topic, some).nodes).map(({ code, value, gap }) => [code, value, gap]);

describe('a sheet of each kind', () => {
  it('of numbers is read through by its groups, field by field', () => {
    const { nodes, measures, rows: noun } = read(LAPOR, { received: 8146 });
    expect(nodes.map(({ name }) => name)).toEqual(LAPOR.groups.map(({ name }) => name));
    expect(noun).toMatchObject({ id: 'isian', en: 'fields' });
    expect(measures).toHaveLength(LAPOR.measures.length);
    expect(rows(LAPOR, { received: 8146 }).slice(0, 2)).toEqual([
      ['received', 8146, null],
      ['complaints', null, 'unanswered'],
    ]);
  });

  it('of levels is read through by its aspects, item by item', () => {
    const { nodes, rows: noun } = read(LADDER, {});
    expect(nodes.map(({ code }) => code)).toEqual(['aspek-1', 'aspek-2']);
    expect(noun).toMatchObject({ id: 'isian', en: 'fields' });
    expect(rows(LADDER, { 'I1-L1-01': 1, 'I1-L2-01': 0 })).toEqual([
      ['I1-L1-01', 1, null],
      // Higher levels wait for this one.
      ['I1-L1-02', null, 'unanswered'],
      ['I1-L2-01', 0, null],
      ['I1-L3-01', null, null],
      ['I2', null, 'unanswered'],
    ]);
  });

  it('of points is read through by category, areas and supplement, question by question', () => {
    const { nodes, rows: noun } = read(POINTS, {});
    expect(nodes.map(({ name }) => name.id)).toEqual(['Kategori', 'II Area 2', 'III Area 3', 'Suplemen']);
    expect(noun).toMatchObject({ id: 'butir', en: 'questions' });
    expect(rows(POINTS, { '1.1': 2 }).slice(0, 2)).toEqual([
      ['1.1', 2, null],
      ['1.2', null, 'unanswered'],
    ]);
    // Nobody must answer the supplement.
    expect(rows(POINTS, {}).at(-1)).toEqual(['4.2', null, null]);
  });

  it('is read anew for other figures of the same topic', () => {
    expect(rows(LAPOR, { received: 1 })[0]).toEqual(['received', 1, null]);
    expect(rows(LAPOR, { received: 2 })[0]).toEqual(['received', 2, null]);
    expect(rows(LAPOR, {})[0]).toEqual(['received', null, 'unanswered']);
  });
});

/** The nodes at the end of the tree, without what stands beside the whole. */
const withoutAside = (topic: Topic, nodes: readonly ReviewNode[]) =>
  topic.kind === 'points' ? nodes.slice(0, -1) : nodes;

describe.each(TOPICS)('whatever is filled in of $code', (topic) => {
  const { codes, asked, outcome } = kindOf(topic);
  const some = fc
    .array(fc.record({ at: fc.nat(codes.length - 1), value: fc.nat(2) }), { maxLength: 400 })
    .map((typed) =>
      Object.fromEntries(
        typed.flatMap(({ at, value }) => {
          const code = codes[at] ?? '';
          const choices = asked(code)?.choices ?? [];
          return choices.length === 0 || choices.includes(value) ? [[code, value]] : [];
        }),
      ),
    );

  it('parts and open questions add up to how complete the sheet is', () => {
    fc.assert(
      fc.property(some, (typed) => {
        const figures = { ...emptyFigures(topic), ...typed };
        const { filled, total } = outcome(figures);
        const nodes = withoutAside(topic, reviewOf(topic, figures).nodes);
        const sum = (of: (node: ReviewNode) => number) => nodes.reduce((all, node) => all + of(node), 0);
        expect([sum((node) => node.filled), sum((node) => node.total)]).toEqual([filled, total]);
        const open = (node: ReviewNode) =>
          questionsUnder([node]).filter(({ gap }) => gap === 'unanswered').length;
        // Of a ladder an indicator stays open as long as one of its items is.
        const parts = topic.kind === 'ladder' ? nodes.flatMap((node) => node.nodes) : nodes;
        for (const part of parts) {
          if (topic.kind === 'ladder') expect(open(part) > 0).toBe(part.filled < part.total);
          else expect(open(part)).toBe(part.total - part.filled);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('every question stands there once', () => {
    const found = questionsUnder(reviewOf(topic, emptyFigures(topic)).nodes).map(({ code }) => code);
    expect(new Set(found).size).toBe(found.length);
    // What nobody of the agency answers appears once it is there.
    expect(
      codes.filter((code) => !found.includes(code)).every((code) => /-(menunggu|asesor)$/.test(code)),
    ).toBe(true);
  });
});
