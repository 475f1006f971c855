/** What rooms are told of questions with points: columns, areas, pages, names, answers. */
import { describe, expect, it } from 'vitest';
import { area, LOW_CATEGORY, pointsFile } from '#tests/house/points';
import { QUESTIONS } from '../nouns';
import type { Quantity } from '../outcome';
import { pointsKind } from './kind';
import { parsePoints } from './schema';

const WHATS = [
  'questions',
  'points',
  'category',
  'gates',
  'statuses',
  'floors',
  'maturity',
  'supplement',
] as const;
const sourceOf = (what: string) => ({ confidence: 'sourced', citation: `Pasal ${what}` });

/** Made anew by each test, of a file whose every part has a source of its own. */
const made = (more: object = {}) =>
  pointsKind(
    parsePoints({
      ...pointsFile(),
      sources: Object.fromEntries(WHATS.map((what) => [what, sourceOf(what)])),
      ...more,
    }),
  );

/** Both areas to their ends, the gate of the first one open. */
const WHOLE = { ...LOW_CATEGORY, ...area(2, 3, 3, 2, 3, 2, 0), ...area(3, 3, 1) };
/** The same with its gate closed: what the last stage has, six points, does not count. */
const CLOSED = { ...WHOLE, ...area(2, 3, 3, 1, 3, 2, 0) };

const both = (id: string) => ({ id, en: `${id} (en)` });
const shown = (value: Quantity | null | undefined) =>
  value && [value.numerator, value.denominator, value.unit, value.direction];

describe('the columns of an instrument of points', () => {
  it('are the whole, every area, the category and the supplement, each on what says so', () => {
    const { columns, headline } = made();
    const points = { unit: 'points', decimals: 0, direction: 'higher', source: sourceOf('points') };
    expect(columns).toEqual([
      { ...points, code: 'skor', name: { id: 'Skor', en: 'Score' } },
      { ...points, code: 'area-2', name: both('II Area 2') },
      { ...points, code: 'area-3', name: both('III Area 3') },
      // To have more of it is neither good nor bad: it says what is at stake.
      {
        ...points,
        code: 'kategori',
        name: both('Kategori'),
        direction: 'neither',
        source: sourceOf('category'),
      },
      {
        ...points,
        code: 'suplemen',
        name: both('Suplemen'),
        unit: 'percent',
        decimals: 2,
        source: sourceOf('supplement'),
      },
    ]);
    expect(headline).toBe(columns[0]);
  });

  it('lie between nothing and what they can come to', () => {
    const { rangeOf } = made();
    const highest = ['skor', 'area-2', 'area-3', 'kategori', 'suplemen'].map(rangeOf);
    expect(highest).toEqual([42, 33, 9, 3 * 5, 100].map((most) => ({ lowest: 0, highest: most })));
    expect([rangeOf('area-4'), rangeOf('lain')]).toEqual([null, null]);
  });

  it('hold what the answers come to', () => {
    expect(
      made()
        .values({ ...WHOLE, '4.1': 3, '4.2': 1 })
        .map(shown),
    ).toEqual([
      [25, 1, 'points', 'higher'],
      [20, 1, 'points', 'higher'],
      [5, 1, 'points', 'higher'],
      [3, 1, 'points', 'neither'],
      [4, 6, 'percent', 'higher'],
    ]);
    expect(made().values(CLOSED).map(shown).slice(0, 2)).toEqual([
      [13 + 5, 1, 'points', 'higher'],
      [13, 1, 'points', 'higher'],
    ]);
  });

  it('say nothing of what nobody has answered, nor of a part of the category or of the supplement', () => {
    const { values } = made();
    const numbers = (figures: Readonly<Record<string, number>>) =>
      values(figures).map((value) => value?.numerator ?? null);
    expect(numbers({})).toEqual([null, null, null, null, null]);
    expect(numbers({ '1.1': 0, '1.2': 0, '4.1': 3 })).toEqual([null, null, null, null, null]);
    // “Nothing is done” is an answer.
    expect(numbers({ '3.1': 0 })).toEqual([0, null, 0, null, null]);
    expect(numbers({ '1.1': 0, '1.2': 0, '1.3': 0 })).toEqual([null, null, null, 15, null]);
    expect(numbers({ '4.1': 0, '4.2': 0 })).toEqual([null, null, null, null, 0]);
  });
});

describe('an instrument of points', () => {
  it('is made of its areas: a share of what each can earn, once it is answered to its end', () => {
    const { nodes } = made();
    expect(nodes.all).toEqual([
      { code: 'II', name: both('II Area 2') },
      { code: 'III', name: both('III Area 3') },
    ]);
    // 20 of 33, 5 of 9
    expect(nodes.of(WHOLE)).toMatchObject([
      { quantity: { numerator: 20, unit: 'points' }, share: 606, isHeld: false },
      { quantity: { numerator: 5, unit: 'points' }, share: 556, isHeld: false },
    ]);
    expect(nodes.of(CLOSED)).toMatchObject([{ share: 394, isHeld: true }, { share: 556 }]);
    expect(nodes.of({ ...WHOLE, '2.6': null })).toMatchObject([null, { share: 556 }]);
  });

  it('asks on pages by section and by stage, and counts questions', () => {
    const { parts, counted, codes } = made();
    expect(parts).toEqual([
      { code: '1', name: both('Kategori') },
      { code: '2', name: both('II Area 2') },
      { code: '3', name: both('III Area 3') },
      { code: '4', name: both('Suplemen') },
      { code: 't1', name: { id: 'Tahap 1', en: 'Stage 1' } },
      { code: 't2', name: { id: 'Tahap 2', en: 'Stage 2' } },
      { code: 't3', name: { id: 'Tahap 3', en: 'Stage 3' } },
    ]);
    expect(counted).toBe(QUESTIONS);
    expect(codes.join(' ')).toBe('1.1 1.2 1.3 2.1 2.2 2.3 2.4 2.5 2.6 3.1 3.2 4.1 4.2');
  });

  it('asks each question for one of its own choices', () => {
    const { asked } = made();
    expect(asked('1.1')).toEqual({ unit: null, choices: [0, 1, 2] });
    expect(asked('2.1')).toEqual({ unit: null, choices: [0, 1, 2, 3] });
    // It may be said not to apply.
    expect(asked('2.2')).toEqual({ unit: null, choices: [0, 1, 2, 3, 4] });
    expect(asked('4.1')).toEqual({ unit: null, choices: [0, 1, 2, 3] });
    expect(asked('9.9')).toEqual({ unit: null, choices: [] });
  });

  it('names questions, their sections and their answers', () => {
    const { nameOf, sectionOf, say, cell, write } = made();
    expect([nameOf('2.1'), nameOf('9.9')]).toEqual([both('2.1 Butir 2.1'), null]);
    expect(['1.2', '3.2', '4.1', '9.9'].map(sectionOf)).toEqual([
      both('Kategori'),
      both('III Area 3'),
      both('Suplemen'),
      null,
    ]);
    for (const of of [say, cell]) {
      expect([of('2.1', 3, 'id'), of('2.2', 4, 'en'), of('1.1', 0, 'id')]).toEqual([
        'Penuh',
        'Tidak berlaku (en)',
        'A',
      ]);
      expect([of('9.9', 1, 'id'), of('2.1', 9, 'id'), of('1.1', 3, 'id')]).toEqual(['', '', '']);
    }
    expect(write('2.1', 2, 'id')).toBe('2');
  });

  it('takes no word for a choice, and finds no answers that contradict each other', () => {
    const { judge, contradictions } = made();
    expect(judge('3', { '3.1': '2', '2.1': '1' }, 'id')).toEqual({ ok: true, figures: { '3.1': 2 } });
    expect(judge('3', { '3.1': 'penuh' }, 'id')).toMatchObject({ ok: false });
    expect(contradictions(WHOLE)).toEqual({});
  });

  it('has its statuses for bands, and no register, reference, list or difference', () => {
    const { bands, references, differences, differencesIn, districts, counting, registers } = made();
    expect(bands.map(({ code }) => code)).toEqual(['kurang', 'cukup', 'baik']);
    expect([references, differences, differencesIn(WHOLE)]).toEqual([[], [], []]);
    expect([districts, counting, registers ?? null]).toEqual([null, null, null]);
    expect(made().outcome(WHOLE)).toMatchObject({ headline: { numerator: 25 }, band: { code: 'baik' } });
  });

  it('shows an earlier instrument on every page where one of the questions stands', () => {
    const pair = { instrument: 'lama', indicators: [1], about: both('Hal') };
    const predecessors = {
      source: sourceOf('lama'),
      pairs: [
        { ...pair, codes: ['2.1', '2.4', '3.1'] },
        { ...pair, codes: ['1.2'] },
      ],
    };
    const kind = made({ predecessors });
    const codesOn = (part: string | null) => kind.predecessors?.on(part).map(({ codes }) => codes);
    expect(codesOn('2')).toEqual([['2.1', '2.4']]);
    expect(codesOn('1')).toEqual([['1.2']]);
    expect(codesOn('t1')).toEqual([['2.1', '3.1']]);
    expect(codesOn('t2')).toEqual([['2.4']]);
    expect([codesOn('t3'), codesOn('4'), codesOn(null)]).toEqual([[], [], []]);
    expect(kind.sources.at(-1)).toMatchObject({ source: sourceOf('lama') });
    expect(made().predecessors).toBeNull();
  });

  it('tells by name what each of its sources stands for', () => {
    const { sources } = made();
    expect(sources.map(({ source }) => source)).toEqual(WHATS.map(sourceOf));
    expect(sources.map(({ name }) => `${name.id} / ${name.en}`)).toEqual([
      'Butir dan tahapnya / Questions and their stages',
      'Poin setiap keadaan / Points of each state',
      'Kategori / Kategori (en)',
      'Syarat tahap terakhir / Gate of the last stage',
      'Status menurut kategori / Status by category',
      'Batas bawah area / Floors of the areas',
      'Tingkat kematangan / Levels of maturity',
      'Suplemen / Suplemen (en)',
    ]);
  });
});
