/** Indeks KAMI 5.0: what its file must hold, and the published results that its tables must give. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  maturityCode,
  pagesOf,
  parsePoints,
  planGate,
  planStatus,
  type Points,
  pointsOutcome,
  questionsOn,
  scoreWhole,
  statusByPoints,
} from '~/instrument/points';
import { type Figures, kindOf } from '~/instrument/topic';

const KAMI = parsePoints(JSON.parse(readFileSync(new URL('./indeks-kami.json', import.meta.url), 'utf8')));
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const all = KAMI.areas.flatMap(({ questions }) => questions);

/** Every question of the areas in the same state, with a category of so many points. */
function everything(state: number, choice = 2): Figures {
  return Object.fromEntries<number>([
    ...KAMI.category.questions.map(({ code }) => [code, choice] as const),
    ...all.map(({ code }) => [code, state] as const),
  ]);
}

describe('Indeks KAMI 5.0', () => {
  it('has 10 and 175 questions, 918 points, and a supplement of 27', () => {
    expect(KAMI.totals).toEqual({ category: 10, questions: 175, points: 918, supplement: 27 });
    expect(KAMI.areas.map(({ code, questions, points }) => [code, questions.length, points])).toEqual([
      ['II', 22, 126],
      ['III', 16, 72],
      ['IV', 33, 192],
      ['V', 53, 258],
      ['VI', 35, 186],
      ['VII', 16, 84],
    ]);
    expect(
      KAMI.areas.map(({ questions }) =>
        [1, 2, 3].map((stage) => questions.filter((one) => one.stage === stage).length),
      ),
    ).toEqual([
      [8, 8, 6],
      [10, 4, 2],
      [12, 11, 10],
      [27, 19, 7],
      [14, 15, 6],
      [4, 12, 0],
    ]);
  });

  it('has as many points per level of maturity as published', () => {
    const perLevel = KAMI.areas.map(({ questions, tiers }) =>
      tiers.map(
        ({ level }) => 3 * sum(questions.filter((one) => one.level === level).map((one) => one.stage)),
      ),
    );
    expect(perLevel).toEqual([
      [54, 18, 54],
      [30, 12, 12, 18],
      [39, 108, 27, 18],
      [111, 147],
      [42, 117, 27],
      [24, 60],
    ]);
  });

  it('lets 18 questions not apply, on cloud services and on development', () => {
    const free = all.filter(({ mayNotApply }) => mayNotApply);
    expect(free.map(({ code }) => code)).toEqual([
      ...Array.from({ length: 11 }, (_, at) => `5.${31 + at}`),
      ...Array.from({ length: 7 }, (_, at) => `6.${26 + at}`),
    ]);
  });

  it('says every question in both languages, once', () => {
    for (const locale of ['id', 'en'] as const) {
      const names = [...KAMI.category.questions, ...all, ...KAMI.supplement.questions].map(
        ({ name }) => name[locale],
      );
      expect(new Set(names).size).toBe(names.length);
    }
    for (const { name } of all) expect(name.en).not.toBe(name.id);
  });

  it('calls unconfirmed what one source alone says', () => {
    const unsure = Object.entries(KAMI.sources).filter(([, { confidence }]) => confidence === 'unconfirmed');
    expect(unsure.map(([what]) => what)).toEqual(['floors', 'maturity', 'supplement']);
    for (const { source } of kindOf(KAMI).sources) expect(source.confidence).not.toBe('proposal');
  });

  it('asks at most twenty questions a page, each once by area and those of areas once by stage', () => {
    const pages = pagesOf(KAMI);
    expect(Math.max(...pages.map((page) => questionsOn(page).length))).toBeLessThanOrEqual(20);
    const by = (what: string) => pages.filter((page) => page.by === what).flatMap(questionsOn);
    expect(by('section')).toHaveLength(10 + 175 + 27);
    expect(new Set(by('section')).size).toBe(10 + 175 + 27);
    expect(new Set(by('stage'))).toEqual(new Set(all));
    expect(new Set(pages.map(({ code }) => code)).size).toBe(pages.length);
  });
});

describe('results', () => {
  it.each([
    [10, 'rendah'],
    [15, 'rendah'],
    [16, 'tinggi'],
    [34, 'tinggi'],
    [35, 'strategis'],
    [50, 'strategis'],
  ])('%i points are of the category %s', (points, code) => {
    // From ones, each A adds four and each B one.
    const [a, b] = [Math.floor((points - 10) / 4), (points - 10) % 4];
    const choices = KAMI.category.questions.map((_, at) => (at < a ? 0 : at < a + b ? 1 : 2));
    const figures = Object.fromEntries(
      KAMI.category.questions.map((one, at) => [one.code, choices[at] ?? 2]),
    );
    const { category } = scoreWhole(KAMI, figures, 'self');
    expect([category.sum, category.band?.code]).toEqual([points, code]);
  });

  it.each([
    ['rendah', [0, 247, 248, 443, 444, 760, 761, 918]],
    ['tinggi', [0, 387, 388, 646, 647, 828, 829, 918]],
    ['strategis', [0, 472, 473, 760, 761, 864, 865, 918]],
  ] as const)('%s: the edges of the four statuses', (category, edges) => {
    expect(edges.map((points) => statusByPoints(KAMI, category, points)?.name.id)).toEqual(
      KAMI.statuses.flatMap(({ name }) => [name.id, name.id]),
    );
  });

  it('agree with what was published', () => {
    // Kabupaten Aceh Tengah 2026: 563 points, "Cukup Baik", which only the low category gives.
    const of = (category: string) => statusByPoints(KAMI, category, 563)?.name.id;
    expect([of('rendah'), of('tinggi')]).toEqual(['Cukup Baik', 'Pemenuhan Kerangka Kerja Dasar']);
    // By the table of version 4.2: Jawa Timur 2022, high, 493 points; an organisation of 211, high.
    const before: Points = { ...KAMI, statusFrom: [{ category: 'tinggi', points: [0, 273, 456, 584] }] };
    expect(statusByPoints(before, 'tinggi', 493)?.name.id).toBe('Cukup Baik');
    expect(statusByPoints(before, 'tinggi', 75 + 30 + 31 + 37 + 38)?.name.id).toBe('Tidak Layak');
  });

  it('are nothing where nothing is done, and everything where all is done', () => {
    expect(pointsOutcome(KAMI, everything(0))).toMatchObject({
      headline: { numerator: 0 },
      band: { code: 'tidak-layak' },
      filled: 185,
      total: 185,
    });
    expect(pointsOutcome(KAMI, everything(3, 0))).toMatchObject({
      headline: { numerator: 918 },
      band: { code: 'baik' },
      ceiling: null,
    });
    const { areas } = scoreWhole(KAMI, everything(3), 'self');
    expect(areas.map(({ maturity }) => maturityCode(KAMI, maturity))).toEqual([
      'IV',
      'V',
      'V',
      'III',
      'IV',
      'III',
    ]);
  });

  it('do not count stage 3 where everything is applied in part: more than two of stage 1 are', () => {
    const { areas, sum: total } = scoreWhole(KAMI, everything(2), 'self');
    expect(areas.map(({ gate }) => gate.kind)).toEqual([...Array<string>(5).fill('closed'), 'none']);
    // Two thirds of what stages 1 and 2 can earn.
    expect(total).toBe((2 * (72 + 54 + 102 + 195 + 132 + 84)) / 3);
    expect(areas.map(({ below, area }) => below - (area.gate ?? below))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('come nearer by the fewest questions', () => {
    const figures = everything(2);
    const [second] = KAMI.areas;
    // Six of the eight of stage 1 that are applied in part.
    expect(second && planGate(KAMI, second, figures)?.questions).toHaveLength(6);
    const plan = planStatus(KAMI, figures, 3);
    expect(plan?.sum).toBeGreaterThanOrEqual(761);
    expect(planStatus(KAMI, figures, 1)?.questions).toEqual([]);
  });
});
