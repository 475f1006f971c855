import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCALES, indicatorsOf, parseInstrument, planRises, predicateShown, score } from '~/instrument';

const file: unknown = JSON.parse(readFileSync(new URL('./epss-2022.json', import.meta.url), 'utf8'));
const instrument = parseInstrument(file);
const indicators = indicatorsOf(instrument);
const aspects = instrument.domains.flatMap((domain) => domain.aspects);

/** Peraturan BPS 3/2022: per cent of a domain; of each aspect in it; of the indicators in that aspect. */
const REGULATION = [
  { domain: 28, aspects: { 101: [25, [100]], 102: [25, [100]], 103: [25, [100]], 104: [25, [100]] } },
  {
    domain: 24,
    aspects: {
      201: [21, [60, 40]],
      202: [16, [100]],
      203: [21, [50, 50]],
      204: [21, [34, 33, 33]],
      205: [21, [50, 50]],
    },
  },
  {
    domain: 19,
    aspects: { 301: [32, [33, 33, 34]], 302: [26, [100]], 303: [21, [50, 50]], 304: [21, [100]] },
  },
  { domain: 17, aspects: { 401: [35, [25, 25, 25, 25]], 402: [30, [50, 50]], 403: [35, [25, 25, 25, 25]] } },
  { domain: 12, aspects: { 501: [34, [34, 33, 33]], 502: [33, [100]], 503: [33, [33, 33, 34]] } },
] as const satisfies readonly {
  readonly domain: number;
  readonly aspects: Readonly<Record<number, readonly [number, readonly number[]]>>;
}[];

/** Flat: an aspect's code, its share of the domain and its indicators' shares of it, with the domain's own. */
const ROWS = REGULATION.flatMap(({ domain, aspects: own }) =>
  Object.entries<readonly [number, readonly number[]]>(own).map(([code, [share, parts]]) => ({
    code,
    domain,
    share,
    parts,
  })),
);
const CODES = ROWS.flatMap(({ code, parts }) => parts.map((_, at) => `${code}0${at + 1}`));

/** Judged for the agency as a whole; every other indicator for a statistical activity. */
const WHOLE_AGENCY = CODES.filter((code) => code.startsWith('4') || /^50[13]/.test(code));

/** Every text a reader may see, with where it stands. */
function textsOf(value: unknown, place = ''): { place: string; text: string }[] {
  if (typeof value === 'string') return [{ place, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${place}/${key}`));
}

/** The same level for every indicator of a domain. */
const byDomain = (...levels: readonly number[]) => indicators.map((i) => levels[i.domainNo - 1] ?? 1);
const uniform = (level: number) => indicators.map(() => level);
const raised = (level: number, ...numbers: readonly number[]) =>
  indicators.map((i) => (numbers.includes(i.no) ? level + 1 : level));

describe('the EPSS 2022 instrument', () => {
  it('has 5 domains, 19 aspects and 38 indicators, weighed exactly as the shares multiply', () => {
    expect([instrument.domains.length, aspects.length, indicators.length]).toEqual([5, 19, 38]);
    expect(instrument.weightTotal).toBe(1_000_000);
    expect(instrument.domains.map((d) => d.weight)).toEqual(REGULATION.map((d) => d.domain * 10_000));
    expect(aspects.map((a) => a.weight)).toEqual(ROWS.map((row) => row.domain * row.share * 100));
    expect(indicators.map((i) => i.weight)).toEqual(
      ROWS.flatMap((row) => row.parts.map((part) => row.domain * row.share * part)),
    );
  });

  it('adds up to 100 per cent on every level', () => {
    const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
    expect(sum(REGULATION.map((d) => d.domain))).toBe(100);
    for (const domain of new Set(ROWS.map((row) => row.code.charAt(0)))) {
      expect(sum(ROWS.filter((row) => row.code.startsWith(domain)).map((row) => row.share))).toBe(100);
    }
    for (const row of ROWS) expect(sum(row.parts)).toBe(100);
    expect(sum(indicators.map((i) => i.weight))).toBe(1_000_000);
  });

  it('names the regulation and the code of every indicator, and how sure its sources are', () => {
    expect(indicators.map((i) => i.source.citation)).toEqual(
      CODES.map((code) => `Peraturan BPS 3/2022, indikator ${code}`),
    );
    for (const { source, domainNo } of indicators) {
      expect(source.read.every((read) => read.endsWith('(sumber sekunder)'))).toBe(true);
      expect(source.note).toContain('Naskah peraturan belum dibaca utuh.');
      expect(source.note.includes('hanya dari satu kelompok sumber')).toBe(domainNo === 3);
    }
    expect(instrument.regulation).toMatchObject({ citation: 'Peraturan BPS 3/2022', status: 'in-force' });
    expect(instrument.regulation.note.id).toContain('sumber sekunder');
    expect(instrument.regulation.note.en).toContain('secondary sources');
  });

  it('says which indicators are judged for one statistical activity', () => {
    const marked = indicators.filter((i) => i.explanation.id.endsWith('bukan untuk Instansi secara umum.'));
    const markedEn = indicators.filter((i) => i.explanation.en.endsWith('not for the agency as a whole.'));
    const expected = CODES.flatMap((code, at) => (WHOLE_AGENCY.includes(code) ? [] : [at + 1]));
    expect(marked.map((i) => i.no)).toEqual(expected);
    expect(markedEn.map((i) => i.no)).toEqual(expected);
    expect(expected).toHaveLength(22);
  });

  it.each(LOCALES)(
    'has 190 criteria, proofs, explanations and names, all of them distinct (%s)',
    (locale) => {
      const criteria = indicators.flatMap((i) => i.criteria.map((c) => c.text[locale].trim()));
      const proofs = indicators.flatMap((i) => i.criteria.flatMap((c) => c.evidence.map((e) => e[locale])));
      expect(criteria).toHaveLength(190);
      expect(criteria.every((text) => text.length > 20)).toBe(true);
      for (const texts of [
        criteria,
        proofs,
        indicators.map((i) => i.explanation[locale]),
        indicators.map((i) => i.name[locale]),
        aspects.map((a) => a.name[locale]),
      ]) {
        expect(new Set(texts).size).toBe(texts.length);
      }
    },
  );

  it('has clean texts: no stray spaces, doubled marks, mark-up or traces of how they were gathered', () => {
    const untidy = textsOf(file).filter(
      ({ text }) =>
        text !== text.trim() ||
        /\s{2}|[\n\t`*_<>]|\.\.|,,| [,.;]|find_string|stored id|seeder|\w\/\w+:/.test(text),
    );
    expect(untidy).toEqual([]);
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

  it.each([1, 2, 3, 4, 5])('all at level %i gives that index in every node', (level) => {
    const result = score(instrument, uniform(level));
    for (const node of [result.whole, ...result.domains, ...result.aspects]) {
      expect(node.index.hundredths).toBe(level * 100);
    }
  });

  it('domains at 4, 3, 3, 2, 1: 1.12 + 0.72 + 0.57 + 0.34 + 0.12 = 2.87, Baik', () => {
    const result = score(instrument, byDomain(4, 3, 3, 2, 1));
    expect(result.whole.index).toEqual({ numerator: 2_870_000, denominator: 1_000_000, hundredths: 287 });
    expect(result.predicate.code).toBe('baik');
  });

  it('one domain by hand: planning at 4, 3, 3 is 3.33; the process then 0.32 × 3.33 + 0.26 × 2 + 0.42 × 3 = 2.8456', () => {
    // Indicators 15 to 21: three of planning, collection, processing, analysis, dissemination.
    const levels = uniform(1).toSpliced(14, 7, 4, 3, 3, 2, 3, 3, 3);
    const result = score(instrument, levels);
    expect(result.aspects[9]?.index).toEqual({ numerator: 202_464, denominator: 60_800, hundredths: 333 });
    expect(result.domains[2]?.index).toEqual({ numerator: 540_664, denominator: 190_000, hundredths: 285 });
    // 0.81 × 1 + 0.19 × 2.8456 = 1.350664
    expect(result.whole.index).toEqual({ numerator: 1_350_664, denominator: 1_000_000, hundredths: 135 });
  });

  it('2.595 is published 2.60 and is therefore Baik; a millionth less is 2.59 and Cukup', () => {
    const edge = raised(2, 1, 2, 3, 4, 6, 8, 9, 10, 11, 13, 17, 19, 20, 21, 22, 23, 24, 25, 26);
    const at = score(instrument, edge);
    expect(at.whole.index).toEqual({ numerator: 2_595_000, denominator: 1_000_000, hundredths: 260 });
    expect(at.predicate.code).toBe('baik');
    const under = raised(2, 1, 2, 3, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 18, 19, 20, 22, 26, 27);
    const below = score(instrument, under);
    expect(below.whole.index).toEqual({ numerator: 2_594_999, denominator: 1_000_000, hundredths: 259 });
    expect(below.predicate.code).toBe('cukup');
  });

  it('plans the cheapest way to the next band from nothing', () => {
    // Published 1.80 starts at 1.795. Eleven steps gain 0.77 at most, twelve of 7 % each 0.84: on three indicators.
    const plan = planRises(instrument, uniform(1), { targetHundredths: 180 });
    expect(plan).toMatchObject({ kind: 'reached', cost: 12, predicate: { code: 'cukup' } });
    expect(plan.kind === 'reached' ? plan.rises.map((rise) => rise.no) : []).toEqual([1, 2, 3]);
  });
});
