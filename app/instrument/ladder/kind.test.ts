/** What rooms are told of a ladder: columns, aspects, parts, names, answers. */
import { describe, expect, it } from 'vitest';
import { smallLadder } from '#tests/house/ladder';
import { INDICATORS } from '../nouns';
import type { Quantity } from '../outcome';
import { shownUnits } from '../quantity';
import { ladderKind } from './kind';
import { parseLadder } from './schema';

/** Made anew by each test. */
const made = (more: object = {}) => ladderKind(parseLadder(smallLadder(more)));

const both = (id: string) => ({ id, en: `${id} (en)` });
const sourceOf = (citation: string) => ({ confidence: 'sourced', citation });
const shown = (value: Quantity | null | undefined) => value && shownUnits(value);

/** The first level of the first indicator; of the second one a part of it is in work; 62,5 from outside. */
const WHOLE = { 'I1-L1-01': 2, 'I1-L1-02': 2, 'I1-L2-01': 0, 'I2-L1-01': 1, I3: 6250 };
/** What the assessor says. */
const VALUES = { 'I1-asesor': 300, 'I2-asesor': 200, 'I3-asesor': 100 };

describe('the columns of a ladder', () => {
  it('are the three figures and the aspects', () => {
    const { columns, headline } = made();
    expect(columns.map(({ code, name }) => [code, name.id, name.en])).toEqual([
      ['self', 'Penilaian mandiri', 'Self-assessment'],
      ['simulation', 'Simulasi', 'Simulation'],
      ['assessor', 'Nilai asesor', 'Assessor’s values'],
      ['aspek-1', 'Aspek 1', 'Aspek 1 (en)'],
      ['aspek-3', 'Aspek 3', 'Aspek 3 (en)'],
    ]);
    for (const column of columns)
      expect(column).toMatchObject({ unit: 'index', decimals: 2, direction: 'higher' });
    expect(headline).toBe(columns[0]);
  });

  it('are a proposal, all but the formula that the assessor’s values go through', () => {
    expect(made().columns.map(({ source }) => source)).toEqual(
      [
        ['proposal', 'Usulan alat ini', 'Butir yang siap, menurut instansi. Desimalnya perkiraan.'],
        ['proposal', 'Usulan alat ini', 'Andai semua butir yang sedang dikerjakan juga siap. Perkiraan.'],
        [
          'sourced',
          'Rumus indeks menurut peraturan',
          'Dihitung dari nilai yang diberikan asesor untuk setiap indikator.',
        ],
        ['proposal', 'Usulan alat ini', 'Butir yang siap, menurut instansi. Desimalnya perkiraan.'],
        ['proposal', 'Usulan alat ini', 'Butir yang siap, menurut instansi. Desimalnya perkiraan.'],
      ].map(([confidence, citation, id]) => ({
        confidence,
        citation,
        note: expect.objectContaining({ id }) as unknown,
      })),
    );
  });

  it('say of the proposal what the file says of its points', () => {
    const note = both('Dibagi rata');
    const { sources } = smallLadder();
    const { columns } = made({ sources: { ...sources, points: { ...sources.points, note } } });
    expect(columns.map(({ source }) => source.note?.id)).toEqual([
      'Dibagi rata',
      'Dibagi rata',
      'Dihitung dari nilai yang diberikan asesor untuk setiap indikator.',
      'Dibagi rata',
      'Dibagi rata',
    ]);
  });

  it('lie between the lowest value and the top of the highest level', () => {
    expect(made().rangeOf('self')).toEqual({ lowest: 1, highest: 3.5 });
  });

  it('hold what is ready, what would be, what the assessor gave, and the aspects', () => {
    const { values } = made();
    // 0,5 × 1,5 + 0,3 × 1 + 0,2 × 2,5; with what is in work the second stands at 1,5.
    expect(values(WHOLE).map(shown)).toEqual([155, 170, null, 131, 250]);
    // 0,5 × 3 + 0,3 × 2 + 0,2 × 1
    expect(values({ ...WHOLE, ...VALUES }).map(shown)).toEqual([155, 170, 230, 131, 250]);
    expect(values({ ...WHOLE, ...VALUES, 'I2-asesor': null }).map(shown)[2]).toBeNull();
  });

  it('say nothing of a sheet of which nothing was said', () => {
    expect(made().values({})).toEqual([null, null, null, null, null]);
    expect(made().values({ 'I1-L1-01': 0 }).map(shown)).toEqual([100, 100, null, 100, 100]);
  });
});

describe('a ladder', () => {
  it('is made of its aspects, each as far up as it is from the lowest value to the highest', () => {
    const { nodes } = made();
    const of = (figures: Readonly<Record<string, number | null>>) =>
      nodes.of(figures).map((node) => node && [shown(node.quantity), node.share, node.isHeld]);
    expect(nodes.all.map(({ code }) => code)).toEqual(['aspek-1', 'aspek-3']);
    // 1,3125 and 2,5 between 1 and 3,5
    expect(of(WHOLE)).toEqual([
      [131, 125, false],
      [250, 600, false],
    ]);
    // What is ready above a level that is not complete is held back, in its own aspect.
    expect(of({ ...WHOLE, 'I1-L3-01': 2 })).toEqual([
      [131, 125, true],
      [250, 600, false],
    ]);
    expect(of({ ...WHOLE, 'I2-L1-01': null })).toEqual([null, [250, 600, false]]);
    expect(of({ ...WHOLE, I3: null })).toEqual([[131, 125, false], null]);
    expect(of({ ...WHOLE, I3: null, 'I3-menunggu': 1 })[1]).toEqual([100, 0, false]);
    expect(of({ I3: 10000 })[1]).toEqual([350, 1000, false]);
  });

  it('has a part for each indicator, and keeps an answer for each item, each score and each value', () => {
    const { parts, counted, codes } = made();
    expect(parts).toEqual([1, 2, 3].map((no) => ({ code: `I${no}`, name: both(`Indikator ${no}`) })));
    expect(counted).toBe(INDICATORS);
    expect(codes).toEqual([
      'I1-L1-01',
      'I1-L1-02',
      'I1-L1-03',
      'I1-L2-01',
      'I1-L3-01',
      'I1-asesor',
      'I2-L1-01',
      'I2-L2-01',
      'I2-L2-02',
      'I2-L3-01',
      'I2-L3-02',
      'I2-asesor',
      'I3',
      'I3-menunggu',
      'I3-asesor',
    ]);
  });

  it('names whatever is answered, and the indicator that it belongs to', () => {
    const { nameOf, sectionOf } = made();
    expect(nameOf('I1-L1-02')).toEqual({ id: 'I1-L1-02 Butir 2', en: 'I1-L1-02 Butir 2 (en)' });
    expect(nameOf('I1-asesor')).toEqual({ id: 'Nilai asesor I1', en: 'Assessor’s values I1' });
    expect(nameOf('I3')).toEqual(both('Skor'));
    expect(nameOf('I3-menunggu')).toEqual({ id: 'Menunggu nilai I3', en: 'Score awaited I3' });
    expect(nameOf('I9')).toBeNull();
    expect(['I1-L1-02', 'I2-asesor', 'I3-menunggu', 'I9'].map(sectionOf)).toEqual([
      both('I1 Indikator 1'),
      both('I2 Indikator 2'),
      both('I3 Indikator 3'),
      null,
    ]);
  });

  it('asks for a mark, for a number, or whether a score is awaited', () => {
    const { asked } = made();
    expect(asked('I1-L1-01')).toEqual({ unit: null, choices: [0, 1, 2] });
    expect(asked('I3')).toEqual({ unit: null, choices: [] });
    expect(asked('I2-asesor')).toEqual({ unit: null, choices: [] });
    expect(asked('I3-menunggu')).toEqual({ unit: null, choices: [1] });
  });

  it('writes numbers with two decimals and marks in words, each in the language of the reader', () => {
    const { write, say, cell } = made();
    for (const of of [write, say])
      expect([of('I3', 6250, 'id'), of('I3', 6250, 'en'), of('I1-asesor', 125, 'id')]).toEqual([
        '62,50',
        '62.50',
        '1,25',
      ]);
    expect([cell('I3', 6250, 'id'), cell('I1-asesor', 125, 'en')]).toEqual([62.5, 1.25]);
    expect(write('I1-L1-01', 2, 'id')).toBe('2');
    for (const of of [say, cell]) {
      expect([0, 1, 2, 3].map((mark) => of('I1-L1-01', mark, 'id'))).toEqual([
        'Belum ada',
        'Dikerjakan',
        'Siap',
        '',
      ]);
      expect([0, 1, 2].map((mark) => of('I1-L1-01', mark, 'en'))).toEqual(['None', 'In work', 'Ready']);
      expect([of('I3-menunggu', 1, 'id'), of('I3-menunggu', 1, 'en')]).toEqual([
        'Menunggu nilai',
        'Score awaited',
      ]);
    }
  });

  it('finds a contradiction in a score that is there and awaited', () => {
    const { contradictions, judge } = made();
    expect(contradictions({ ...WHOLE, 'I3-menunggu': 1 })).toEqual({ I3: { kind: 'scoreAwaited' } });
    expect(contradictions(WHOLE)).toEqual({});
    expect(judge('I2', { 'I2-L1-01': '2' }, 'id')).toMatchObject({ ok: true, figures: { 'I2-L1-01': 2 } });
    expect(judge('I2', { 'I2-asesor': '1,5' }, 'en')).toMatchObject({ ok: false });
  });

  it('has no register, reference, list or difference', () => {
    const { bands, references, differences, differencesIn, districts, counting, outcome } = made();
    expect(bands.map(({ code }) => code)).toEqual(['pita-1', 'pita-2', 'pita-3']);
    expect([references, differences, differencesIn(WHOLE)]).toEqual([[], [], []]);
    expect([districts, counting]).toEqual([null, null]);
    expect(outcome(WHOLE)).toMatchObject({ filled: 3, total: 3, band: { code: 'pita-2' } });
  });

  it('shows an earlier instrument where the indicator or one of its items is asked', () => {
    const pair = { instrument: 'lama', indicators: [1], about: both('Hal') };
    const pairs = [
      { ...pair, codes: ['I1', 'I2-L2-01'] },
      { ...pair, codes: ['I3'] },
    ];
    const { predecessors, sources } = made({ predecessors: { source: sourceOf('Lama'), pairs } });
    const codesOn = (part: string | null) => predecessors?.on(part).map(({ codes }) => codes);
    expect([codesOn('I1'), codesOn('I2'), codesOn('I3'), codesOn(null)]).toEqual([
      [[]],
      [['I2-L2-01']],
      [[]],
      [],
    ]);
    expect(sources.at(-1)?.source).toEqual(sourceOf('Lama'));
    expect(made().predecessors).toBeNull();
  });

  it('tells by name what each of its sources stands for', () => {
    const whats = ['items', 'points', 'levels', 'bands'] as const;
    const { sources } = made({
      sources: Object.fromEntries(whats.map((what) => [what, sourceOf(what)])),
    });
    const proposal = 'Usulan alat ini';
    expect(sources.map(({ name, source }) => [name.id, name.en, source.citation])).toEqual([
      ['Butir bukti', 'Items of evidence', 'items'],
      ['Poin per butir', 'Points per item', 'points'],
      ['Nama level', 'Names of the levels', 'levels'],
      ['Predikat', 'Bands', 'bands'],
      ['I1 Indikator 1', 'I1 Indikator 1 (en)', proposal],
      ['I2 Indikator 2', 'I2 Indikator 2 (en)', proposal],
      ['I3 Indikator 3', 'I3 Indikator 3 (en)', proposal],
      ['Skor', 'Skor (en)', proposal],
    ]);
  });
});
