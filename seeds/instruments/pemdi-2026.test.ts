/** The index in force: what its file must hold, and the known results that it must come to. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  assessedOf,
  assessorCode,
  bandOf,
  convert,
  itemsOf,
  ladderIndicators,
  ladderQuantity,
  parseLadder,
  scoreWhole,
} from '~/instrument/ladder';
import { shownUnits } from '~/instrument';
import { type Figures, kindOf } from '~/instrument/topic';

const PEMDI = parseLadder(JSON.parse(readFileSync(new URL('./pemdi-2026.json', import.meta.url), 'utf8')));
const INDICATORS = ladderIndicators(PEMDI);
const items = INDICATORS.flatMap(itemsOf);

describe('Pemdi 2026', () => {
  it('has seven aspects of 10, 10, 15, 15, 10, 15 and 25 per cent, and twenty indicators', () => {
    const weights = PEMDI.aspects.map(({ indicators }) =>
      indicators.reduce((sum, { weight }) => sum + weight, 0),
    );
    expect(weights).toEqual([10, 10, 15, 15, 10, 15, 25]);
    expect(INDICATORS.map(({ code }) => code)).toEqual(Array.from({ length: 20 }, (_, at) => `I${at + 1}`));
  });

  it('has the evidence of the longer list, without the scores from outside that are typed in as numbers', () => {
    expect(items.filter(({ role }) => role === 'main')).toHaveLength(232 - 25);
    expect(items.filter(({ role }) => role === 'supporting').map(({ code }) => code)).toEqual(
      [1, 2, 3, 4, 5].map((level) => `I18-L${level}-01`),
    );
    expect(INDICATORS.filter(({ external }) => external).map(({ code }) => code)).toEqual([
      'I5',
      'I6',
      'I7',
      'I18',
    ]);
  });

  it('calls confirmed only what was seen on the portal, and no estimate official', () => {
    expect(items.filter(({ confidence }) => confidence === 'sourced').length).toBeLessThan(items.length / 3);
    expect(PEMDI.sources.points.confidence).toBe('proposal');
    for (const { source } of kindOf(PEMDI).sources)
      expect(source.citation === 'Usulan alat ini').toBe(source.confidence === 'proposal');
  });

  it('says every text in both languages', () => {
    for (const { name } of items) expect(name.en).not.toBe(name.id);
    for (const { rungs } of INDICATORS)
      for (const { criterion } of rungs) expect(criterion.en).not.toBe(criterion.id);
  });
});

/** Values of twenty indicators, and what they were reckoned to elsewhere. */
const CASES = [
  {
    values: [2.5, 2, 2, 2.5, 2.5, 1.5, 1.5, 2, 2, 2, 1.5, 2, 2, 2, 2.5, 2.5, 2.5, 2, 2.5, 3],
    index: 229,
    aspects: null,
  },
  {
    values: [2, 2, 2, 2, 2, 2, 2, 2, 1, 2, 2, 1, 2, 2, 2, 2, 2, 2, 2, 2],
    index: 192,
    aspects: [200, 200, 200, 147, 200, 200, 200],
  },
] as const;

describe('known results', () => {
  it.each(CASES)('come to the last digit: $index', ({ values, index, aspects }) => {
    const figures = Object.fromEntries(
      INDICATORS.map((one, at) => [assessorCode(one), Math.round((values[at] ?? 0) * 100)]),
    );
    const { whole } = assessedOf(PEMDI, figures);
    expect(whole && shownUnits(ladderQuantity(whole.index))).toBe(index);
    if (aspects) expect(whole?.aspects.map((one) => shownUnits(ladderQuantity(one)))).toEqual(aspects);
  });

  it.each([
    [100, 'Kurang'],
    [149, 'Kurang'],
    [150, 'Cukup'],
    [249, 'Cukup'],
    [250, 'Baik'],
    [349, 'Baik'],
    [350, 'Sangat Baik'],
    [399, 'Sangat Baik'],
    [400, 'Memuaskan'],
    [500, 'Memuaskan'],
  ])('%i hundredths are %s', (index, band) => {
    expect(bandOf(PEMDI, { numerator: index, denominator: 100 })?.name.id).toBe(band);
  });

  it.each([
    ['I5', 2500, 200],
    ['I5', 6875, 375],
    ['I18', 1250, 150],
    ['I6', 237, 237],
    ['I7', 180, 150],
    ['I7', 305, 300],
    ['I7', 460, 450],
  ])('%s: a score of %i hundredths counts %i', (code, score, value) => {
    const external = INDICATORS.find((one) => one.code === code)?.external;
    expect(external && convert(external, score, 1)).toBe(value);
  });

  it('has the lowest index where nothing is ready, the highest where everything is', () => {
    const all: Figures = Object.fromEntries<number>([
      ...items.map(({ code }) => [code, 2] as const),
      ...INDICATORS.flatMap(({ code, external }) =>
        external ? [[code, external.conversion.at(-1)?.[0] ?? 0] as const] : [],
      ),
    ]);
    const index = (figures: Figures) => {
      const { numerator, denominator } = scoreWhole(PEMDI, figures, 'self').index;
      return numerator / denominator;
    };
    expect(index({})).toBe(1);
    expect(index(all)).toBe(5);
  });
});
