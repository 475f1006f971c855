import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Instrument, indicatorsOf, parseInstrument, predicateShown, score } from '~/instrument';

const file: unknown = JSON.parse(readFileSync(new URL('./spbe-2020.json', import.meta.url), 'utf8'));
const instrument = parseInstrument(file);
const indicators = indicatorsOf(instrument);

/** PermenPANRB 59/2020, Lampiran: per aspect its domain, first and last indicator, and weights in basis points. */
const REGULATION = [
  { aspect: 1, domain: 1, from: 1, to: 10, indicator: 130, weight: 1300 },
  { aspect: 2, domain: 2, from: 11, to: 14, indicator: 250, weight: 1000 },
  { aspect: 3, domain: 2, from: 15, to: 18, indicator: 250, weight: 1000 },
  { aspect: 4, domain: 2, from: 19, to: 20, indicator: 250, weight: 500 },
  { aspect: 5, domain: 3, from: 21, to: 28, indicator: 150, weight: 1200 },
  { aspect: 6, domain: 3, from: 29, to: 31, indicator: 150, weight: 450 },
  { aspect: 7, domain: 4, from: 32, to: 41, indicator: 275, weight: 2750 },
  { aspect: 8, domain: 4, from: 42, to: 47, indicator: 300, weight: 1800 },
];

/** Every text a reader may see, with where it stands. */
function textsOf(value: unknown, place = ''): { place: string; text: string }[] {
  if (typeof value === 'string') return [{ place, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${place}/${key}`));
}

describe('the SPBE 2020 instrument', () => {
  it('has 4 domains, 8 aspects and 47 indicators with the weights of the regulation', () => {
    expect(instrument.domains.map((d) => d.weight)).toEqual([1300, 2500, 1650, 4550]);
    expect(instrument.weightTotal).toBe(10000);
    const aspects = instrument.domains.flatMap((d) => d.aspects);
    expect(aspects).toHaveLength(8);
    expect(indicators).toHaveLength(47);
    for (const row of REGULATION) {
      expect(aspects[row.aspect - 1]?.weight).toBe(row.weight);
      const own = indicators.filter((i) => i.aspectNo === row.aspect);
      expect(own[0]?.no).toBe(row.from);
      expect(own.at(-1)?.no).toBe(row.to);
      expect(own.every((i) => i.weight === row.indicator && i.domainNo === row.domain)).toBe(true);
    }
  });

  it('judges services on the service scale and everything else on the process scale', () => {
    expect(indicators.every((i) => i.scale === (i.domainNo === 4 ? 'service' : 'process'))).toBe(true);
    expect(indicators.every((i) => i.scoredBy === 'self')).toBe(true);
  });

  it.each(LOCALES)('has 235 criteria, all of them distinct (%s)', (locale) => {
    const texts = indicators.flatMap((i) => i.criteria.map((c) => c.text[locale].trim()));
    expect(texts).toHaveLength(235);
    expect(texts.every((text) => text.length > 20)).toBe(true);
    expect(new Set(texts).size).toBe(235);
  });

  it('tells the three sectors, whose criteria are alike in the regulation, apart by their sector only', () => {
    const [first, second, third] = [45, 46, 47].map((no) =>
      indicators[no - 1]?.criteria.map((c) => c.text.id.replace(/pertama|kedua|ketiga/g, 'ke-n')),
    );
    expect(second).toEqual(first);
    expect(third).toEqual(first);
  });

  it.each(LOCALES)('has names that are all distinct (%s)', (locale) => {
    expect(new Set(indicators.map((i) => i.name[locale])).size).toBe(47);
  });

  it('says of every indicator where its criteria come from', () => {
    for (const { no, source } of indicators) {
      expect(source.citation).toBe(`PermenPANRB 59/2020, Lampiran, Indikator ${no}`);
      if (source.confidence === 'sourced') expect(source.read.length).toBeGreaterThan(0);
      const [guide, ...repositories] = source.read.toReversed();
      expect(guide).toBe('Pedoman Menteri PANRB 3/2024 (OCR, halaman tidak diketahui)');
      for (const read of repositories) expect(read).toMatch(/^[\w.-]+\/[\w.-]+:[\w./-]+$/);
      expect(source.note).not.toBe('');
    }
  });

  const noteOf = (no: number, level: number) =>
    indicators[no - 1]?.criteria.find((criterion) => criterion.level === level)?.note;
  const between = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i);

  it.each<[string, readonly number[], readonly number[], RegExp, RegExp]>([
    ['an audit every two years', between(29, 31), [2, 3, 4], /sekali dalam dua tahun/, /every two years/],
    ['a strategy of the coordination team', [24, 25, 27, 28], [4], /Tim Koordinasi/, /Coordination Team/],
    ['automated workflow', between(32, 47), [3], /otomasi alur kerja/, /workflow automation/],
    ['agencies without the service', between(32, 47), [1], /belum memiliki/, /without it|do not have/],
    ['a review less than two years old', between(4, 28), [4], /dua tahun/, /two years old/],
    ['the programme in the roadmap', between(21, 31), [2], /Peta Rencana/, /roadmap/],
  ])('notes what the later guide says of %s', (_what, numbers, levels, id, en) => {
    for (const no of numbers) {
      for (const level of levels) {
        expect(noteOf(no, level)?.id, `indicator ${no}, level ${level}`).toMatch(id);
        expect(noteOf(no, level)?.en, `indicator ${no}, level ${level}`).toMatch(en);
      }
    }
  });

  it('cites the later guide in every note, in at most three sentences', () => {
    const notes = indicators.flatMap((i) => i.criteria.flatMap(({ note }) => note ?? []));
    expect(notes).toHaveLength(135);
    for (const note of notes) {
      for (const locale of LOCALES) {
        expect(note[locale]).toContain('Pedoman PANRB 3/2024');
        expect(note[locale].split('. ').length).toBeLessThanOrEqual(3);
      }
    }
  });

  it('asks for controls that follow the risks where the guide does: at level 4 of indicator 22', () => {
    const asking = indicators[21]?.criteria.filter(({ text }) => text.id.includes('Risiko SPBE'));
    expect(asking?.map(({ level }) => level)).toEqual([4]);
  });

  it('has clean texts: no stray spaces, doubled marks, mark-up or traces of how they were gathered', () => {
    const untidy = textsOf(file).filter(
      ({ text }) =>
        text !== text.trim() ||
        /\s{2}|[\n\t`*_<>]|\.\.|,,| [,.;]|find_string|unknown|\bid \d|seeder/.test(
          text.replace(/^[\w.-]+\/[\w.-]+:\S+$/, ''),
        ),
    );
    expect(untidy).toEqual([]);
  });

  it('is marked as repealed by PermenPANRB 8/2026', () => {
    expect(instrument.regulation).toMatchObject({
      citation: 'PermenPANRB 59/2020',
      status: 'repealed',
      repealedBy: 'PermenPANRB 8/2026',
    });
  });

  it.each([
    [500, 'Memuaskan'],
    [420, 'Memuaskan'],
    [419, 'Sangat Baik'],
    [350, 'Sangat Baik'],
    [349, 'Baik'],
    [260, 'Baik'],
    [259, 'Cukup'],
    [180, 'Cukup'],
    [179, 'Kurang'],
    [100, 'Kurang'],
  ])('gives %i hundredths the predicate %s', (hundredths, name) => {
    expect(predicateShown(instrument, hundredths).name.id).toBe(name);
  });

  const uniform = (of: Instrument, level: number) => indicatorsOf(of).map(() => level);

  it.each([
    [1, 100, 'Kurang'],
    [2, 200, 'Cukup'],
    [3, 300, 'Baik'],
    [4, 400, 'Sangat Baik'],
    [5, 500, 'Memuaskan'],
  ])('all at level %i: %i hundredths, %s', (level, hundredths, name) => {
    const result = score(instrument, uniform(instrument, level));
    expect(result.whole.index.hundredths).toBe(hundredths);
    expect(result.predicate.name.id).toBe(name);
  });

  it('2.595 is published 2.60 and still Cukup, as Luwu in 2024; 2.61 is Baik', () => {
    // From all at 2, single steps worth 5950 basis points:
    // 16 services (4550), 5 of governance (1250) and 1 of management (150).
    const levels = indicators.map((i) => {
      if (i.domainNo === 4) return 3;
      if (i.no >= 11 && i.no <= 15) return 3;
      return i.no === 21 ? 3 : 2;
    });
    const at2595 = score(instrument, levels);
    expect(at2595.whole.index).toEqual({ numerator: 25950, denominator: 10000, hundredths: 260 });
    expect(at2595.predicate.code).toBe('cukup');
    // Another management indicator (150) up: 2.61.
    const above = score(instrument, levels.with(21, 3));
    expect(above.whole.index).toEqual({ numerator: 26100, denominator: 10000, hundredths: 261 });
    expect(above.predicate.code).toBe('baik');
  });
});
