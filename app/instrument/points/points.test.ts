/** What answers come to: points, the gate of the last stage, category, status, maturity, what is still open, the plan. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsFile, SMALL, type SmallArea } from '#tests/house/points';
import type { Figures } from '../topicKind';
import { NOT_APPLICABLE, pagesOf, questionsOf, questionsOn } from './answers';
import { pointsKind } from './kind';
import { gateText, maturityCode } from './names';
import { pointsOutcome } from './outcome';
import { carriedOut, nextStatus, planGate, planStatus } from './plan';
import { parsePoints, type Points } from './schema';
import { belowFloor, scoreArea, scoreCategory, scoreSupplement, scoreWhole, statusOf } from './score';
import { judgePoints } from './sheet';

const SMALL_ONE = parsePoints(pointsFile());
const ALL = questionsOf(SMALL_ONE);

/** Answers of an area in its order. */
const area = (no: number, ...states: readonly (number | null)[]): Figures =>
  Object.fromEntries(states.map((state, at) => [`${no}.${at + 1}`, state]));
const LOW_CATEGORY = area(1, 2, 2, 2);
const HIGH_CATEGORY = area(1, 0, 0, 0);

const first = (figures: Figures, points: Points = SMALL_ONE) => {
  const [found] = points.areas;
  if (!found) throw new Error('no area');
  return scoreArea(points, found, figures, 'self');
};

describe('points of an area', () => {
  it.each<readonly [string, readonly (number | null)[], number]>([
    ['nothing', [], 0],
    ['nothing done', [0, 0, 0, 0, 0, 0], 0],
    ['one point per state in the first stage', [1, 2, 3], 6],
    ['two points per state in the second', [null, null, null, 1], 2],
    ['as much as possible where it does not apply', [0, NOT_APPLICABLE, 0], 3],
    ['everything', [3, 3, 3, 3, 3, 3], 33],
    ['three points per state in the last', [3, 3, 3, 3, 1, 2], 15 + 3 + 6],
  ])('%s', (_, states, sum) => {
    expect(first(area(2, ...states)).sum).toBe(sum);
  });

  it.each<readonly [string, readonly (number | null)[], string, number]>([
    ['open at the points it asks for', [3, 2, 3, 1, 3, 3], 'open', 10 + 18],
    ['open with as many in part as may be', [3, 3, 2, 3, 3, 0], 'open', 14 + 9],
    ['open where the one that is left does not apply', [3, 4, 3, 3, 3, 3], 'open', 33],
    ['one point short', [3, 3, 3, 0, 3, 3], 'closed', 9],
    ['one too many in part', [2, 2, 3, 3, 3, 3], 'closed', 13],
    ['one only planned', [1, 3, 3, 3, 3, 3], 'closed', 13],
    ['one not done', [0, 3, 3, 3, 3, 3], 'closed', 12],
    ['one not answered', [null, 3, 3, 3, 3, 3], 'closed', 12],
  ])('behind the gate: %s', (_, states, gate, sum) => {
    const score = first(area(2, ...states));
    expect(score.gate.kind).toBe(gate);
    expect(score.sum).toBe(sum);
  });

  it('says why the gate is closed, each reason with its number', () => {
    const says = (...states: readonly (number | null)[]) =>
      gateText(SMALL_ONE, first(area(2, ...states)).gate);
    expect(says(0, 2, 2, 0)).toEqual({
      id: '1 butir tahap 1 di bawah “Sebagian”, 1 butir tahap 1 lagi harus “Penuh”, kurang 6 poin',
      en: '1 of stage 1 is below “Sebagian (en)”, 1 more of stage 1 must be “Penuh (en)”, 6 points are missing',
    });
    expect(says(0, 1, 3, 3)?.en).toContain('2 of stage 1 are below');
    expect(says(3, 3, 3, 3)).toBeNull();
    expect(
      gateText(SMALL_ONE, scoreWhole(SMALL_ONE, {}, 'self').areas[1]?.gate ?? { kind: 'open' }),
    ).toBeNull();
  });
});

describe('maturity', () => {
  it.each<readonly [readonly (number | null)[], string]>([
    [[], 'I'],
    [[1, 1, 0, 0, 0, 0], 'I'],
    [[1, 1, 1, 0, 0, 0], 'I+'],
    [[2, 2, 1, 0, 0, 0], 'I+'],
    [[2, 2, 2, 3, 0, 0], 'II'],
    // Past the gate, and the tier above is looked at.
    [[3, 3, 2, 1, 0, 0], 'II'],
    [[3, 3, 2, 2, 0, 0], 'II+'],
    [[3, 3, 2, 3, 1, 0], 'II+'],
    [[3, 3, 2, 3, 2, 0], 'III'],
    // The next one is not looked at below its entry of 13 points.
    [[3, 3, 3, 3, 2, 3], 'III'],
    [[3, 3, 3, 3, 3, 0], 'III'],
    [[3, 3, 3, 3, 3, 1], 'III+'],
    [[3, 3, 3, 3, 3, 2], 'IV'],
    // All of the tiers below must be there.
    [[3, 3, 2, 3, 3, 3], 'III+'],
    // In the first tier everything but one, which holds the gate closed.
    [[3, 3, 1, 3, 3, 3], 'II'],
  ])('%o is %s', (states, code) => {
    expect(maturityCode(SMALL_ONE, first(area(2, ...states)).maturity)).toBe(code);
  });

  it('needs no gate where there is no last stage', () => {
    const maturity = (...states: readonly number[]) => {
      const [, second] = scoreWhole(SMALL_ONE, area(3, ...states), 'self').areas;
      return second && maturityCode(SMALL_ONE, second.maturity);
    };
    expect([
      maturity(0, 3),
      maturity(1, 3),
      maturity(2, 3),
      maturity(3, 0),
      maturity(3, 1),
      maturity(3, 2),
    ]).toEqual(['I', 'I+', 'II', 'II', 'II+', 'III']);
  });
});

describe('category and status', () => {
  it.each([
    [[2, 2, 2], 3, 'rendah'],
    [[0, 2, 2], 7, 'rendah'],
    [[0, 1, 2], 8, 'tinggi'],
    [[0, 0, 0], 15, 'tinggi'],
  ])('%o are %i points: %s', (choices, sum, code) => {
    const category = scoreCategory(SMALL_ONE, area(1, ...choices));
    expect(category).toMatchObject({ answered: 3, sum, band: { code } });
  });

  it('has no category before the last question', () => {
    expect(scoreCategory(SMALL_ONE, area(1, 0, 0))).toEqual({ answered: 2, sum: 10, band: null });
    expect(statusOf(SMALL_ONE, scoreWhole(SMALL_ONE, area(1, 0, 0), 'self'))).toBeNull();
  });

  // 42 points in all: 14 and 21 in the low category, 21 and 37 in the high one.
  it.each<readonly [Figures, readonly number[], readonly number[], number, string]>([
    [LOW_CATEGORY, [3, 3, 3, 1], [2, 0], 13, 'kurang'],
    [LOW_CATEGORY, [3, 3, 3, 1], [3, 0], 14, 'cukup'],
    [LOW_CATEGORY, [3, 3, 2, 3], [3, 1], 19, 'cukup'],
    [LOW_CATEGORY, [3, 3, 3, 3], [2, 2], 21, 'baik'],
    [HIGH_CATEGORY, [3, 3, 2, 3], [0, 3], 20, 'kurang'],
    [HIGH_CATEGORY, [3, 3, 3, 3], [2, 2], 21, 'cukup'],
    [HIGH_CATEGORY, [3, 3, 3, 3, 2, 2], [3, 3], 36, 'cukup'],
    [HIGH_CATEGORY, [3, 3, 3, 3, 3, 2], [2, 3], 38, 'baik'],
  ])('%#: %i', (category, one, other, sum, code) => {
    const whole = scoreWhole(SMALL_ONE, { ...category, ...area(2, ...one), ...area(3, ...other) }, 'self');
    expect(whole.sum).toBe(sum);
    expect(statusOf(SMALL_ONE, whole)?.code).toBe(code);
  });

  it('is the lowest where an area lies below its floor', () => {
    const status = (...states: readonly number[]) => {
      const figures = { ...LOW_CATEGORY, ...area(2, ...states), ...area(3, 3, 3) };
      const points = parsePoints({
        ...pointsFile(),
        statusFrom: [
          { category: 'rendah', points: [0, 2, 20] },
          { category: 'tinggi', points: [0, 2, 20] },
        ],
      });
      const whole = scoreWhole(points, figures, 'self');
      return [statusOf(points, whole)?.code, belowFloor(whole.areas).map(({ area: { code } }) => code)];
    };
    expect(status(2, 0, 0)).toEqual(['kurang', ['II']]);
    expect(status(3, 0, 0)).toEqual(['cukup', []]);
  });
});

describe('the outcome', () => {
  const kind = pointsKind(SMALL_ONE);
  const whole = {
    ...LOW_CATEGORY,
    ...area(2, 3, 3, 2, 3, 2, 0),
    ...area(3, 3, 1),
  };

  it('says nothing of an empty sheet, and of one with a category only', () => {
    const empty = { headline: null, band: null, ceiling: null, total: 11, remarks: [] };
    expect(pointsOutcome(SMALL_ONE, {})).toEqual({ ...empty, filled: 0 });
    expect(pointsOutcome(SMALL_ONE, LOW_CATEGORY)).toEqual({ ...empty, filled: 3 });
  });

  it('says points and status of a whole one', () => {
    expect(pointsOutcome(SMALL_ONE, whole)).toEqual({
      headline: { numerator: 25, denominator: 1, unit: 'points', decimals: 0, direction: 'higher' },
      band: { code: 'baik', name: { id: 'baik', en: 'baik (en)' } },
      ceiling: null,
      filled: 11,
      total: 11,
      remarks: [],
    });
  });

  it('says of an unfinished one how far it can still come, and what does not count', () => {
    const { headline, ceiling, band, remarks, filled } = pointsOutcome(SMALL_ONE, {
      ...area(1, 0, 0),
      ...area(2, 3, 3, null, 3, 3, 0),
    });
    expect([headline?.numerator, ceiling?.numerator, band, filled]).toEqual([12, 15 + 9 + 9, null, 7]);
    expect(remarks.map(({ id }) => id)).toEqual([
      'Kategori belum lengkap: status belum dapat ditentukan',
      'Tahap 3 belum dihitung, syarat kurang: II',
    ]);
    expect(remarks[1]?.en).toBe('Stage 3 does not count, its conditions are not met: II');
  });

  it('names the floors, and every area that holds something back', () => {
    const twice: readonly SmallArea[] = [...SMALL.slice(0, 1), ...SMALL.slice(0, 1)];
    const points = parsePoints(pointsFile(twice));
    const { remarks } = pointsOutcome(points, {
      ...LOW_CATEGORY,
      ...area(2, 2, 0, 0, 0, 3),
      ...area(3, 3, 3, 0, 0, 0, 1),
    });
    expect(remarks.map(({ id }) => id)).toEqual([
      'kurang karena skor area di bawah batasnya: II 2 < 3',
      'Tahap 3 belum dihitung, syarat kurang: II, III',
    ]);
  });

  it('has a column for the whole, every area, the category and the supplement', () => {
    expect(kind.columns.map(({ code }) => code)).toEqual([
      'skor',
      'area-2',
      'area-3',
      'kategori',
      'suplemen',
    ]);
    expect(kind.values({}).every((value) => value === null)).toBe(true);
    const values = kind.values({ ...whole, '4.1': 3, '4.2': 1 });
    expect(values.map((value) => value && [value.numerator, value.denominator, value.direction])).toEqual([
      [25, 1, 'higher'],
      [20, 1, 'higher'],
      [5, 1, 'higher'],
      [3, 1, 'neither'],
      [4, 6, 'higher'],
    ]);
    expect(kind.values({ '4.1': 3 })[4]).toBeNull();
    expect(scoreSupplement(SMALL_ONE, { '4.1': 3 })).toMatchObject({ answered: 1, sum: 3, most: 6 });
  });

  it('says what a spreadsheet asks for', () => {
    expect(kind.asked('2.2')).toEqual({ unit: null, choices: [0, 1, 2, 3, 4] });
    expect(kind.asked('1.1')?.choices).toEqual([0, 1, 2]);
    expect(kind.asked('9.9')?.choices).toEqual([]);
    expect([kind.sectionOf('3.1')?.id, kind.sectionOf('4.1')?.id, kind.sectionOf('9.9')]).toEqual([
      'III Area 3',
      'Suplemen',
      null,
    ]);
  });

  it('names questions and answers', () => {
    expect(kind.nameOf('2.1')).toEqual({ id: '2.1 Butir 2.1', en: '2.1 Butir 2.1 (en)' });
    expect(kind.nameOf('9.9')).toBeNull();
    expect([kind.say('2.1', 3, 'id'), kind.say('2.2', 4, 'en'), kind.say('1.1', 0, 'id')]).toEqual([
      'Penuh',
      'Tidak berlaku (en)',
      'A',
    ]);
    expect([kind.say('9.9', 1, 'id'), kind.say('2.1', 9, 'id'), kind.write('2.1', 2, 'id')]).toEqual([
      '',
      '',
      '2',
    ]);
    expect(kind.codes).toEqual([
      '1.1',
      '1.2',
      '1.3',
      '2.1',
      '2.2',
      '2.3',
      '2.4',
      '2.5',
      '2.6',
      '3.1',
      '3.2',
      '4.1',
      '4.2',
    ]);
  });
});

describe('pages', () => {
  it('hold every question once by section, and those of areas once more by stage', () => {
    const pages = pagesOf(SMALL_ONE);
    expect(pages.map(({ code, name }) => `${code} ${name.id}`)).toEqual([
      '1 Kategori',
      '2 II Area 2',
      '3 III Area 3',
      '4 Suplemen',
      't1 Tahap 1',
      't2 Tahap 2',
      't3 Tahap 3',
    ]);
    expect(
      pages.at(4)?.blocks.map(({ heading, questions }) => [heading?.id, questions.map(({ code }) => code)]),
    ).toEqual([
      ['II Area 2', ['2.1', '2.2', '2.3']],
      ['III Area 3', ['3.1']],
    ]);
  });

  it.each([20, 21, 40, 53])('are cut evenly, none above twenty: %i', (count) => {
    const long = {
      ...SMALL[1],
      questions: Array.from({ length: count }, () => [1, 'II'] as const),
      tiers: [{ level: 'II', entry: 0, least: 1, reached: 2 }],
    };
    const points = parsePoints(pointsFile([long]));
    const pages = pagesOf(points).filter(({ by, code }) => by === 'section' && code.startsWith('2'));
    const sizes = pages.map((page) => questionsOn(page).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(count);
    expect(sizes).toHaveLength(Math.ceil(count / 20));
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    expect(pages.at(-1)?.name.id.endsWith(`–${count})`)).toBe(count > 20);
    expect(pages.map(({ code }) => code)).toEqual(count > 20 ? sizes.map((_, at) => `2-${at + 1}`) : ['2']);
  });
});

describe('a page that was sent', () => {
  it('holds the choices of its own questions; what was not sent stays as it is, what was sent empty is emptied', () => {
    const typed = { '2.1': '0', '2.2': '4', '2.3': '', '3.1': '3' };
    expect(judgePoints(SMALL_ONE, '2', typed)).toEqual({
      ok: true,
      figures: { '2.1': 0, '2.2': 4, '2.3': null },
    });
    expect(judgePoints(SMALL_ONE, 't1', typed)).toEqual({
      ok: true,
      figures: { '2.1': 0, '2.2': 4, '2.3': null, '3.1': 3 },
    });
    expect(judgePoints(SMALL_ONE, null, { '1.1': '2', '4.1': '3' })).toEqual({
      ok: true,
      figures: { '1.1': 2, '4.1': 3 },
    });
    expect(judgePoints(SMALL_ONE, 'nowhere', typed)).toEqual({ ok: true, figures: {} });
  });

  it.each([
    ['2.1', '4'],
    ['2.1', '5'],
    ['2.1', '-1'],
    ['2.1', '1,0'],
    ['2.1', 'Penuh'],
    ['1.1', '3'],
    ['4.1', '4'],
  ])('is refused where there is no such choice: %s %s', (code, text) => {
    expect(judgePoints(SMALL_ONE, null, { [code]: text })).toEqual({
      ok: false,
      problems: { [code]: { kind: 'notNumber' } },
    });
  });
});

const states = fc.array(fc.constantFrom(null, 0, 1, 2, 3), { minLength: ALL.length, maxLength: ALL.length });
/** Sheets that are far along, so that gates open. */
const good = fc.array(fc.constantFrom(2, 3, 3, 3, null), { minLength: ALL.length, maxLength: ALL.length });
const sheets = fc
  .tuple(fc.oneof(states, good), fc.constantFrom(LOW_CATEGORY, HIGH_CATEGORY))
  .map(([some, category]): Figures => ({
    ...category,
    ...Object.fromEntries(ALL.map(({ code }, at) => [code, some[at] ?? null])),
  }));
const sumOf = (figures: Figures, reading: 'self' | 'highest' = 'self') =>
  scoreWhole(SMALL_ONE, figures, reading).sum;
const statusAt = (figures: Figures) => {
  const status = statusOf(SMALL_ONE, scoreWhole(SMALL_ONE, figures, 'self'));
  return status ? SMALL_ONE.statuses.indexOf(status) : -1;
};

describe('every sheet', () => {
  it('lies between nothing and everything, and below what can still come', () => {
    fc.assert(
      fc.property(sheets, (figures) => {
        expect(sumOf(figures)).toBeGreaterThanOrEqual(0);
        expect(sumOf(figures, 'highest')).toBeGreaterThanOrEqual(sumOf(figures));
        expect(sumOf(figures, 'highest')).toBeLessThanOrEqual(42);
      }),
    );
  });

  it('never falls in points, status or maturity when an answer rises', () => {
    fc.assert(
      fc.property(sheets, fc.integer({ min: 0, max: ALL.length - 1 }), (figures, at) => {
        const code = ALL[at]?.code ?? '';
        const then = { ...figures, [code]: Math.min(3, (figures[code] ?? -1) + 1) };
        expect(sumOf(then)).toBeGreaterThanOrEqual(sumOf(figures));
        expect(statusAt(then)).toBeGreaterThanOrEqual(statusAt(figures));
        const steps = (of: Figures) =>
          scoreWhole(SMALL_ONE, of, 'self').areas.map(
            ({ maturity }) => 2 * maturity.at + Number(maturity.isPlus),
          );
        const before = steps(figures);
        steps(then).forEach((step, i) => {
          expect(step).toBeGreaterThanOrEqual(before[i] ?? 0);
        });
      }),
    );
  });

  it('is the sum of its areas, in whatever order it was filled in', () => {
    fc.assert(
      fc.property(sheets, (figures) => {
        const { areas, sum } = scoreWhole(SMALL_ONE, figures, 'self');
        expect(areas.reduce((all, one) => all + one.sum, 0)).toBe(sum);
        const turned = Object.fromEntries(Object.entries(figures).reverse());
        expect(pointsOutcome(SMALL_ONE, turned)).toEqual(pointsOutcome(SMALL_ONE, figures));
      }),
    );
  });

  it('leaves nothing open once it is complete', () => {
    fc.assert(
      fc.property(sheets, (figures) => {
        const { filled, total, ceiling } = pointsOutcome(SMALL_ONE, figures);
        expect(ceiling === null).toBe(filled === total || filled === 3);
      }),
    );
  });
});

/** The fewest questions of all sets that lead where `isThere` says; every set is tried. */
function fewest(figures: Figures, isThere: (then: Figures) => boolean): number | null {
  const open = ALL.filter(({ code }) => (figures[code] ?? 0) < 3);
  let best: number | null = null;
  for (let set = 0; set < 2 ** open.length; set += 1) {
    const taken = open.filter((_, at) => (set >> at) % 2 === 1);
    if (best !== null && taken.length >= best) continue;
    if (isThere(carriedOut(figures, taken))) best = taken.length;
  }
  return best;
}

describe('the plan', () => {
  it('to a status takes as few questions as the smallest of all sets, and reaches what it says', () => {
    fc.assert(
      fc.property(sheets, fc.integer({ min: 0, max: 2 }), (figures, status) => {
        const plan = planStatus(SMALL_ONE, figures, status);
        expect(plan?.questions.length ?? null).toBe(fewest(figures, (then) => statusAt(then) >= status));
        if (!plan) return;
        const then = carriedOut(figures, plan.questions);
        expect(statusAt(then)).toBeGreaterThanOrEqual(status);
        expect(sumOf(then)).toBe(plan.sum);
        expect(new Set(plan.questions).size).toBe(plan.questions.length);
      }),
      { numRuns: 150 },
    );
  });

  it('to a gate takes as few questions as the smallest of all sets', () => {
    fc.assert(
      fc.property(sheets, (figures) => {
        const [gated, other] = SMALL_ONE.areas;
        if (!gated || !other) throw new Error('no area');
        expect(planGate(SMALL_ONE, other, figures)).toBeNull();
        const plan = planGate(SMALL_ONE, gated, figures);
        const needed = fewest(figures, (then) => first(then).gate.kind === 'open');
        expect(plan?.questions.length ?? 0).toBe(needed);
        if (plan)
          expect(first(carriedOut(figures, plan.questions))).toMatchObject({
            sum: plan.sum,
            gate: { kind: 'open' },
          });
      }),
      { numRuns: 150 },
    );
  });

  it('lifts an area above its floor even where the points would be enough', () => {
    const figures = { ...LOW_CATEGORY, ...area(2, 0, 0, 0), ...area(3, 3, 3) };
    const points = parsePoints({
      ...pointsFile(),
      statusFrom: [
        { category: 'rendah', points: [0, 5, 20] },
        { category: 'tinggi', points: [0, 5, 20] },
      ],
    });
    expect(planStatus(points, figures, 0)).toEqual({ questions: [], sum: 9 });
    expect(planStatus(points, figures, 1)?.questions).toHaveLength(1);
  });

  it('does not exist without a category, and goes from one status to the next', () => {
    expect(planStatus(SMALL_ONE, area(2, 3, 3, 3), 1)).toBeNull();
    expect(planStatus(SMALL_ONE, LOW_CATEGORY, 3)).toBeNull();
    const next = (figures: Figures) =>
      nextStatus(SMALL_ONE, scoreWhole(SMALL_ONE, figures, 'self'))?.code ?? null;
    expect(next(area(2, 3))).toBeNull();
    expect(next(LOW_CATEGORY)).toBe('cukup');
    expect(next({ ...LOW_CATEGORY, ...area(2, 3, 3, 3, 3, 3, 3) })).toBeNull();
  });
});
