import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECIMAL, WHOLE } from '#tests/house/house';
import { instrumentFile, instruments, levelsFor } from '#tests/house/instruments';
import {
  indicatorsOf,
  type Instrument,
  type Locale,
  localize,
  LOCALES,
  outlineOf,
  parseInstrument,
  planRises,
  predicateShown,
  scaleLevel,
  scaleLevelName,
  score,
  standingLevels,
  storedRange,
  wholeIndex,
} from './index';

/** The two instruments that every test stands on, and any other. */
const anyInstrument = fc.oneof(fc.constant(WHOLE), fc.constant(DECIMAL), instruments);
const anyLocale = fc.constantFrom(...LOCALES);
const anyAnswers = anyInstrument.chain((instrument) =>
  fc.record({ instrument: fc.constant(instrument), levels: levelsFor(instrument), locale: anyLocale }),
);

/** Predicates are worded in an outline; otherwise what the core gives must be the very same. */
function worded(found: object, locale: Locale): unknown {
  return JSON.parse(JSON.stringify(found), (key, value: unknown): unknown =>
    key === 'name' && typeof value === 'object' && value !== null ? Reflect.get(value, locale) : value,
  );
}

describe('the outline of an instrument', () => {
  it('scores exactly as the instrument it was taken from', () => {
    fc.assert(
      fc.property(anyAnswers, ({ instrument, levels, locale }) => {
        const outline = outlineOf(instrument, locale);
        expect(score(outline, levels)).toEqual(worded(score(instrument, levels), locale));
        expect(wholeIndex(outline, levels)).toEqual(wholeIndex(instrument, levels));
        expect(standingLevels(outline, levels)).toEqual(standingLevels(instrument, levels));
        expect(storedRange(outline)).toEqual(storedRange(instrument));
      }),
    );
  });

  it.each([
    ['whole levels', WHOLE],
    ['levels with decimals', DECIMAL],
  ])('plans exactly as the instrument it was taken from: %s', (_, instrument: Instrument) => {
    const { min, max } = instrument.level;
    const target = fc.integer({ min: min * 100, max: max * 100 });
    fc.assert(
      fc.property(levelsFor(instrument), target, anyLocale, (levels, targetHundredths, locale) => {
        const plan = planRises(outlineOf(instrument, locale), levels, { targetHundredths });
        expect(plan).toEqual(worded(planRises(instrument, levels, { targetHundredths }), locale));
      }),
      { numRuns: 20 },
    );
  });

  it('names predicates and steps of a scale in its one language', () => {
    for (const instrument of [WHOLE, DECIMAL]) {
      for (const locale of LOCALES) {
        const outline = outlineOf(instrument, locale);
        const { min, max } = storedRange(instrument);
        for (let level = min; level <= max; level += 1) {
          for (const { scale } of instrument.domains) {
            expect(scaleLevel(outline, scale, level)).toBe(scaleLevelName(instrument, scale, level, locale));
          }
        }
        for (const { minHundredths, name } of instrument.predicates) {
          expect(predicateShown(outline, minHundredths).name).toBe(localize(name, locale));
        }
      }
    }
    expect(() => scaleLevel(outlineOf(WHOLE, 'id'), 'lain', 1)).toThrow(RangeError);
    expect(() => scaleLevel(outlineOf(DECIMAL, 'id'), 'process', 501)).toThrow(RangeError);
  });

  it('holds what a page shows, in its one language, and nothing else', () => {
    const file = instrumentFile([[[60]], [[40]]], { max: 2 });
    const regulation = { ...file.regulation, status: 'repealed', repealedBy: 'Perban 2/2026' };
    const outline = outlineOf(parseInstrument({ ...file, version: '1.2.3', regulation }), 'en');
    const domain = (no: number, weight: number) => ({
      no,
      name: `Domain ${no} (en)`,
      weight,
      scale: 'process',
      aspects: [
        {
          no,
          name: `Aspect ${no} (en)`,
          weight,
          indicators: [{ no, name: `Indicator ${no} (en)`, weight }],
        },
      ],
    });
    expect(outline).toEqual({
      code: 'test',
      version: '1.2.3',
      name: 'Test instrument (en)',
      shortName: 'Test (en)',
      regulation: {
        title: 'Title (en)',
        citation: 'Test 1/2020',
        repealedBy: 'Perban 2/2026',
        note: 'Note (en)',
      },
      level: { min: 1, max: 2, unit: 1 },
      weightTotal: 100,
      predicateFrom: 'rounded',
      scales: [{ code: 'process', levels: ['Step 1 (en)', 'Step 2 (en)'] }],
      predicates: [
        { code: 'upper', name: 'Upper (en)', minHundredths: 150 },
        { code: 'lower', name: 'Lower (en)', minHundredths: 100 },
      ],
      domains: [domain(1, 60), domain(2, 40)],
    });
  });

  it('says whether its regulation is repealed, also where nobody knows by what', () => {
    const file = instrumentFile([[[1]]]);
    const repealedBy = (regulation: object) =>
      outlineOf(parseInstrument({ ...file, regulation: { ...file.regulation, ...regulation } }), 'id')
        .regulation.repealedBy;
    expect(repealedBy({ status: 'repealed' })).toBe('');
    expect(repealedBy({ status: 'in-force' })).toBeNull();
    expect(repealedBy({ status: 'in-force', repealedBy: 'Perban 2/2026' })).toBeNull();
  });

  it('names everything, and leaves the criteria on the server', () => {
    const outline = outlineOf(WHOLE, 'en');
    const named = outline.domains.flatMap(({ aspects }) => aspects.flatMap(({ indicators }) => indicators));
    expect(named).toEqual(
      indicatorsOf(WHOLE).map(({ no, name, weight }) => ({ no, name: localize(name, 'en'), weight })),
    );
    expect(JSON.stringify(outline).length).toBeLessThan(12_000);
  });
});
