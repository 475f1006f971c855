import fc from 'fast-check';
import { shortAgencyName } from '~/i18n';
import { describe, expect, it } from 'vitest';
import { meanHundredths, outlineOf, score, wholeIndex } from '~/instrument';
import { assessments, buildInstrument, levelsFor } from '#tests/house/instruments';
import { type ComparedAgency, packLevels, unpackLevels } from './comparedAgency';
import { applyEvents, type FigureEvent } from './applyEvents';
import { axisInLevels, lanesOf, plotRows } from './chartData';
import { chooseAgencies, quickChoices, readCodes } from './agencyChoice';
import { formatSort, parseSort, rankAgencies, sortAgencies } from './ranking';
import { heightOf } from './plotSizes';
import { addressWith, parseSection } from './sections';

const instrument = buildInstrument([[[5000], [2500, 2500]]]);

function agency(
  code: string,
  levels: readonly (number | null)[],
  more: Partial<ComparedAgency> = {},
): ComparedAgency {
  return {
    assessmentId: `id-${code}`,
    code,
    name: `Kabupaten ${code}`,
    kind: 'regency',
    state: 'draft',
    target: null,
    levels: packLevels(levels),
    ...more,
  };
}

describe('levels on the way', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(assessments, ({ levels }) => {
        expect(unpackLevels(packLevels(levels))).toEqual(levels);
      }),
    );
  });

  it('shortens names without making two agencies the same', () => {
    expect(shortAgencyName('Kabupaten Banjar')).toBe('Banjar');
    expect(shortAgencyName('Kota Banjar')).toBe('Kota Banjar');
    expect(shortAgencyName('Provinsi Kalimantan Selatan')).toBe('Prov. Kalimantan Selatan');
  });
});

describe('ranking', () => {
  const agencies = [
    agency('1', [3, 3, 3]),
    agency('2', [5, 5, null], { target: 300 }),
    agency('3', [3, 3, 3], { target: 200 }),
    agency('4', [null, null, null]),
  ];
  const { ranked, summary } = rankAgencies(instrument, agencies);

  it('gives equal published indices one rank, and none to who is not complete', () => {
    expect(ranked.map(({ code, rank, index, ceiling }) => [code, rank, index, ceiling])).toEqual([
      ['1', 1, 300, 300],
      ['3', 1, 300, 300],
      ['2', null, 400, 500],
      ['4', null, 100, 500],
    ]);
    expect(ranked.map(({ predicate }) => predicate)).toEqual(['upper', 'upper', null, null]);
  });

  it('summarises the complete ones', () => {
    expect(summary).toMatchObject({ agencies: 4, complete: 2, medianHundredths: 300, meanHundredths: 300 });
    expect(summary.bands.reduce((sum, band) => sum + band.agencies, 0)).toBe(2);
  });

  it('orders by every key in both directions, what is not complete behind in all that weigh figures', () => {
    const order = (value: string) =>
      sortAgencies(instrument, ranked, parseSort(value, instrument)).map(({ code }) => code);
    expect(order('indeks')).toEqual(['1', '3', '2', '4']);
    expect(order('indeks.naik')).toEqual(['1', '3', '2', '4']);
    expect(order('nama')).toEqual(['1', '2', '3', '4']);
    expect(order('isian.naik')).toEqual(['4', '2', '1', '3']);
    expect(order('target.turun')).toEqual(['3', '1', '2', '4']);
    expect(order('a2')).toEqual(['1', '3', '2', '4']);
    expect(order('d1.naik').slice(2)).toEqual(['2', '4']);
    expect(order('a99')).toEqual(order('indeks'));
    expect(formatSort(parseSort('nama', instrument))).toBe('nama.naik');
  });

  it('says nothing else of the others when somebody joins who is not complete', () => {
    const field = fc.array(
      fc.tuple(levelsFor(instrument), fc.option(fc.integer({ min: 100, max: 500 }), { nil: null })),
      { maxLength: 12 },
    );
    const open = levelsFor(instrument).filter((levels) => levels.includes(null));
    fc.assert(
      fc.property(field, open, (all, joins) => {
        const before = all.map(([levels, target], place) => agency(`a${String(place)}`, levels, { target }));
        const one = rankAgencies(instrument, before);
        const two = rankAgencies(instrument, [...before, agency('joins', joins)]);
        expect(two.ranked.filter(({ code }) => code !== 'joins')).toEqual(one.ranked);
        expect(two.summary).toEqual({
          ...one.summary,
          agencies: one.summary.agencies + 1,
        });
        for (const { rank, predicate, answered, total } of two.ranked) {
          expect([rank === null, predicate === null]).toEqual([answered < total, answered < total]);
        }
        const whole = before.filter(({ levels }) => !unpackLevels(levels).includes(null));
        expect(two.summary.meanHundredths).toBe(
          meanHundredths(whole.map(({ levels }) => wholeIndex(instrument, unpackLevels(levels)))),
        );
      }),
    );
  });
});

describe('choice', () => {
  const { ranked } = rankAgencies(
    instrument,
    Array.from({ length: 10 }, (_, n) => agency(`63.${String(10 + n)}`, [(n % 5) + 1, 1, 1])),
  );
  const codes = ranked.map(({ code }) => code);
  const asked = (query: string) => readCodes(new URLSearchParams(query));

  it('reads commas, repeated parameters and the empty form', () => {
    expect(asked('instansi=63.10,63.11&instansi=63.12,63.10')).toEqual(['63.10', '63.11', '63.12']);
    expect(asked('pilih=1')).toEqual([]);
    expect(asked('')).toBeNull();
  });

  it('starts with the own agency and the best', () => {
    const own = codes.at(-1) ?? '';
    const choice = chooseAgencies(null, ranked, own);
    expect(choice.drawn).toEqual([own, ...codes.slice(0, 4)]);
    expect(choice.problem).toBeNull();
  });

  it('keeps a wrong selection and says what is wrong', () => {
    expect(chooseAgencies(['63.10'], ranked, null)).toMatchObject({ problem: 'tooFew', selected: ['63.10'] });
    const tooMany = chooseAgencies(codes, ranked, null);
    expect(tooMany.problem).toBe('tooMany');
    expect(tooMany.selected).toEqual(codes);
    expect(tooMany.drawn).toHaveLength(8);
  });

  it('counts what the reader may not see without naming it', () => {
    expect(chooseAgencies(['63.10', '63.11', '99.99'], ranked, null)).toMatchObject({
      unknown: 1,
      problem: null,
    });
  });

  it('offers only choices that can be compared', () => {
    expect(quickChoices(ranked, codes[0] ?? null).map(({ key }) => key)).toEqual(['best', 'nearest']);
    expect(quickChoices(ranked.slice(0, 1), null)).toEqual([]);
    const open = rankAgencies(instrument, [agency('1', [5, 5, null]), agency('2', [4, 4, null])]).ranked;
    expect(quickChoices(open, '1')).toEqual([]);
  });
});

describe('events applied to a loaded comparison', () => {
  const loaded = [agency('1', [1, null, 3]), agency('2', [2, 2, 2])];
  const level = (seq: number, code: string, indicator: number, value: number | null): FigureEvent => ({
    type: 'level',
    seq,
    assessmentId: `id-${code}`,
    agency: code,
    indicator,
    level: value,
    version: 1,
    discuss: false,
  });

  it('changes levels after, and only after, what was loaded', () => {
    const { agencies, needsReload } = applyEvents(
      loaded,
      [level(5, '1', 1, 5), level(6, '1', 2, 4), level(7, '2', 3, null)],
      5,
    );
    expect(agencies.map(({ levels }) => levels)).toEqual(['1,4,3', '2,2,']);
    expect(needsReload).toBe(false);
  });

  it('asks for fresh data when a stranger appears', () => {
    expect(applyEvents(loaded, [level(6, '9', 1, 5)], 5).needsReload).toBe(true);
    expect(applyEvents(loaded, [level(6, '9', 1, 5)], 6).needsReload).toBe(false);
  });

  it('takes an agency away that is no longer for these eyes', () => {
    const gone: FigureEvent = { type: 'state', seq: 6, assessmentId: 'id-1', agency: '1', state: 'draft' };
    expect(applyEvents(loaded, [gone], 5).agencies.map(({ code }) => code)).toEqual(['2']);
    const approved: FigureEvent = { ...gone, state: 'approved', levels: [5, 5, 5] };
    expect(applyEvents(loaded, [approved], 5).agencies[0]).toMatchObject({
      state: 'approved',
      levels: '5,5,5',
    });
  });
});

it('draws its charts on the scale of the instrument', () => {
  expect(axisInLevels(instrument.level)).toEqual({ domain: [1, 5], ticks: [1, 2, 3, 4, 5] });
});

describe('the dot plot', () => {
  it('has a row for the whole, every domain and under it its aspects; who is not complete there can still rise', () => {
    const outline = outlineOf(instrument, 'id');
    const { ranked } = rankAgencies(instrument, [agency('1', [3, 4, 1]), agency('2', [2, null, 5])]);
    const scored = ranked.map((one) => ({ ...one, score: score(outline, unpackLevels(one.levels)) }));
    const rows = plotRows(outline, scored, 'Indeks');
    expect(rows.map(({ key, kind, name }) => [key, kind, name])).toEqual([
      ['whole', 'whole', 'Indeks'],
      ['d1', 'domain', 'Domain 1 (id)'],
      ['a1', 'aspect', 'Aspect 1 (id)'],
      ['a2', 'aspect', 'Aspect 2 (id)'],
    ]);
    expect(rows.map(({ dots }) => dots)).toEqual([
      [
        { at: 2.75, ceiling: null },
        { at: 2.5, ceiling: 3.5 },
      ],
      [
        { at: 2.75, ceiling: null },
        { at: 2.5, ceiling: 3.5 },
      ],
      [
        { at: 3, ceiling: null },
        { at: 2, ceiling: null },
      ],
      [
        { at: 2.5, ceiling: null },
        { at: 3, ceiling: 5 },
      ],
    ]);
    expect(heightOf('usual', rows.length, 2)).toBeGreaterThan(heightOf('usual', rows.length - 1, 2));
  });

  it('gives marks that would lie on one another lanes around the middle', () => {
    expect(lanesOf([3, 1, 3.05, 5], 0.1)).toEqual([-0.5, 0, 0.5, 0]);
    expect(lanesOf([2, 2, 2], 0.1)).toEqual([-1, 0, 1]);
    expect(lanesOf([2, 2.1], 0.1)).toEqual([0, 0]);
    expect(lanesOf([], 0.1)).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 100, max: 500 }), { maxLength: 8 }), (places) => {
        const lanes = lanesOf(places, 10);
        places.forEach((one, i) => {
          places.forEach((other, j) => {
            if (i < j && Math.abs(one - other) < 10) expect(lanes[i]).not.toBe(lanes[j]);
          });
        });
        expect(lanes.reduce((sum, lane) => sum + lane, 0)).toBe(0);
      }),
    );
  });
});

describe('addresses', () => {
  it('of the section that domains once had lead to the one that has them now', () => {
    expect([parseSection('domain'), parseSection('aspek'), parseSection('lain')]).toEqual([
      'aspek',
      'aspek',
      null,
    ]);
  });

  it('change one choice and keep the others', () => {
    const search = new URLSearchParams('instansi=1,2&urut=nama&pilih=1&hal=3');
    expect(addressWith(search, { urut: null, tampil: 'peta' }, 'peta')).toBe(
      '?instansi=1,2&tampil=peta#peta',
    );
  });
});
