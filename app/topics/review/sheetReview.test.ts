/** A sheet that is read through: its rows for each kind, what is missing, what does not count, what changed. */
import { describe, expect, it } from 'vitest';
import { LAPOR } from '#tests/house/house';
import { ladderFile } from '#tests/house/ladder';
import { pointsFile } from '#tests/house/points';
import { parseLadder } from '~/instrument/ladder';
import { parsePoints } from '~/instrument/points';
import { emptyFigures, type Figures, kindOf, type Topic } from '~/instrument/topic';
import { type ChangedFigure, type WordedReview, wordReview } from './sheetReview';
import type { SheetFilter } from './sheetReviewForm';

const LADDER = parseLadder(ladderFile([[2, 1, 1], null], [70, 30]));
const POINTS = parsePoints(pointsFile());

interface More {
  readonly filter?: SheetFilter;
  readonly changes?: ReadonlyMap<string, ChangedFigure>;
  readonly earlier?: Figures;
}

const read = (topic: Topic, some: Figures, more: More = {}) =>
  wordReview({
    topic,
    figures: { ...emptyFigures(topic), ...some },
    changes: more.changes ?? new Map<string, ChangedFigure>(),
    earlier: more.earlier ?? null,
    filter: more.filter ?? 'semua',
    locale: 'id',
  });
/** Code, value, what is missing. */
const rows = ({ sections }: WordedReview) =>
  sections.flatMap(({ questions }) => questions.map(({ code, value, gap }) => [code, value, gap]));
const lines = ({ nodes }: WordedReview) =>
  nodes.flatMap((node) =>
    [node, ...node.nodes].map(({ name, figure, filled, total, remarks }) => [
      name,
      figure,
      `${filled}/${total}`,
      ...remarks,
    ]),
  );

describe('a sheet of numbers', () => {
  const FILLED = { received: 8146, resolved: 7797, 'in-process': 270, untouched: 58 };

  it('shows every field with its unit, and what is empty', () => {
    const review = read(LAPOR, FILLED);
    expect(rows(review)).toHaveLength(kindOf(LAPOR).codes.length);
    expect(rows(review)).toContainEqual(['received', '8.146 laporan', null]);
    expect(review.gaps).toEqual({ unanswered: 9, incomplete: 0, held: 0 });
    expect(review).toMatchObject({ filled: 4, total: 13, counted: { several: 'isian' } });
    expect(rows(read(LAPOR, FILLED, { filter: 'belum' }))).toHaveLength(9);
  });

  it('shows each measure with its formula, the headline first, and what nobody accounts for', () => {
    const { measures, differences, headline, remarks } = read(LAPOR, FILLED);
    expect(headline).toMatchObject({ figure: '95,72%', band: '' });
    expect(measures[0]).toMatchObject({
      code: 'resolved-share',
      isHeadline: true,
      figure: '95,72%',
      formula: 'Selesai ÷ Laporan diterima × 100',
      numbers: '7.797 ÷ 8.146 × 100',
    });
    expect(differences).toContainEqual(
      expect.objectContaining({ code: 'by-status', difference: 21, said: '21' }),
    );
    expect(remarks).toEqual(['21 laporan tanpa status']);
  });

  it('counts one in English as one', () => {
    const figures = { received: 1, resolved: 0, 'in-process': 0, untouched: 0, 'working-days': 1 };
    const { remarks, sections } = wordReview({
      topic: LAPOR,
      figures: { ...emptyFigures(LAPOR), ...figures },
      changes: new Map<string, ChangedFigure>(),
      earlier: null,
      filter: 'semua',
      locale: 'en',
    });
    const value = (code: string) =>
      sections.flatMap(({ questions }) => questions).find((one) => one.code === code)?.value;
    expect([value('received'), value('resolved'), value('working-days')]).toEqual([
      '1 report',
      '0 reports',
      '1 working day',
    ]);
    expect(remarks).toEqual(['1 report without a status']);
  });

  it('names what changed since the return and what stood there the year before', () => {
    const at = '2026-05-10T01:00:00.000Z';
    const changes = new Map([['received', { before: 8100, at, by: 'Operator' }]]);
    const review = read(LAPOR, FILLED, { changes, earlier: { received: 7000 }, filter: 'berubah' });
    expect(review.sections.flatMap(({ questions }) => questions)).toMatchObject([
      {
        code: 'received',
        earlier: '7.000 laporan',
        changed: { before: '8.100 laporan', at, by: 'Operator' },
      },
    ]);
    expect(review.sections).toMatchObject([{ gaps: { unanswered: 0 }, changed: 1, figure: '' }]);
    expect(review.counts).toEqual([
      { filter: 'semua', asked: 13, extra: 1 },
      { filter: 'belum', asked: 9, extra: 0 },
      { filter: 'berubah', asked: 1, extra: 0 },
    ]);
  });
});

describe('a ladder', () => {
  it('asks for the first level that is not complete, and says what stands ready above it', () => {
    const review = read(LADDER, { 'I1-L1-01': 2, 'I1-L2-01': 2, 'I1-L3-01': 1 });
    expect(rows(review)).toEqual([
      ['I1-L1-01', 'Siap', null],
      ['I1-L1-02', '', 'unanswered'],
      ['I1-L2-01', 'Siap', 'held'],
      ['I1-L3-01', 'Dikerjakan', null],
      ['I2', '', 'unanswered'],
    ]);
    expect(lines(review)).toEqual([
      ['Aspek 1', '1,25', '0/1'],
      ['I1 Indikator 1', '1,25', '0/1'],
      ['Aspek 2', '1,00', '0/1'],
      ['I2 Indikator 2', '1,00', '0/1'],
    ]);
    expect(review.sections.map(({ above, part }) => [above, part])).toEqual([
      ['Aspek 1', 'I1'],
      ['Aspek 2', 'I2'],
    ]);
    // A folded part says what it comes to and what is missing in it, whatever is shown of it.
    expect(review.sections.map(({ figure, gaps, changed }) => [figure, gaps, changed])).toEqual([
      ['1,25', { unanswered: 1, incomplete: 0, held: 1 }, 0],
      ['1,00', { unanswered: 1, incomplete: 0, held: 0 }, 0],
    ]);
  });

  it('misses nothing once a level is refused, names the level that is reached, and waits for the score from outside', () => {
    const review = read(LADDER, {
      'I1-L1-01': 2,
      'I1-L1-02': 2,
      'I1-L2-01': 0,
      'I2-menunggu': 1,
      'I2-asesor': 210,
    });
    expect(rows(review)).toEqual([
      ['I1-L1-01', 'Siap', null],
      ['I1-L1-02', 'Siap', null],
      ['I1-L2-01', 'Belum ada', null],
      ['I1-L3-01', '', null],
      ['I2', '', null],
      ['I2-menunggu', 'Menunggu nilai', null],
      ['I2-asesor', '2,10', null],
    ]);
    expect(lines(review)[1]).toEqual(['I1 Indikator 1', '1,50', '1/1', 'Level 1: Level 1']);
    expect(review).toMatchObject({ filled: 2, total: 2, counted: { several: 'indikator' }, ceiling: '' });
  });
});

describe('questions with points', () => {
  const CATEGORY = { '1.1': 0, '1.2': 0, '1.3': 0 };

  it('says of each area what it has, and why its last stage does not count', () => {
    const review = read(POINTS, { ...CATEGORY, '2.1': 0, '2.2': 3, '2.3': 3, '2.4': 3, '2.5': 3, '2.6': 0 });
    const [category, first, second, supplement] = lines(review);
    expect(category).toMatchObject({ 2: '3/3' });
    expect(first).toMatchObject({
      1: '12',
      2: '6/6',
      4: 'Tahap 3 belum dihitung: 1 butir tahap 1 di bawah “Sebagian”',
    });
    expect(second).toMatchObject({ 1: '', 2: '0/2' });
    expect(supplement).toMatchObject({ 2: '0/2', 3: 'Berdiri sendiri, tidak ikut skor' });
    const found = rows(review);
    expect(found.find(([code]) => code === '2.5')).toMatchObject({ 2: 'held' });
    // It earns nothing that could be held back.
    expect(found.find(([code]) => code === '2.6')).toMatchObject({ 2: null });
    expect(rows(read(POINTS, CATEGORY, { filter: 'belum' })).map(([code]) => code)).toEqual([
      ...['2.1', '2.2', '2.3', '2.4', '2.5', '2.6'],
      ...['3.1', '3.2'],
    ]);
  });

  it('shows the reckoning of the score', () => {
    const review = read(POINTS, { ...CATEGORY, '2.1': 3, '2.2': 3, '2.3': 3, '2.4': 1, '3.1': 1 });
    expect(review.measures).toMatchObject([{ figure: '12 poin', numbers: '11 + 1' }]);
  });
});
