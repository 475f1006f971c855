import { describe, expect, it } from 'vitest';
import { isWholeLevel, levelHundredths, shownLevel, storedLevel, storedRange, wholeLevels } from './levels';
import { findIndicator, indicatorsOf, scaleLevelName } from './lookup';
import { InstrumentError } from './fileReader';
import { parseInstrument } from './schema';
import { buildInstrument, instrumentFile } from '#tests/house/instruments';

const WEIGHTS = [[[300, 200]], [[100, 150, 150], [100]]];

/** The error for a file broken by `damage`. */
function refusal(damage: (file: ReturnType<typeof instrumentFile>) => void): InstrumentError {
  const file = instrumentFile(WEIGHTS);
  damage(file);
  try {
    parseInstrument(file);
  } catch (error) {
    if (error instanceof InstrumentError) return error;
    throw error;
  }
  throw new Error('the file was accepted');
}

/** The n-th element; a test that asks past the end is a broken test. */
function at<T>(list: readonly T[], i: number): T {
  const element = list[i];
  if (element === undefined) throw new Error(`nothing at ${i}`);
  return element;
}

describe('parseInstrument', () => {
  it('accepts a sound file and freezes it all the way down', () => {
    const instrument = buildInstrument(WEIGHTS);
    expect(instrument.domains).toHaveLength(2);
    expect(Object.isFrozen(instrument)).toBe(true);
    expect(Object.isFrozen(at(at(instrument.domains, 0).aspects, 0).indicators)).toBe(true);
    expect(Object.isFrozen(at(indicatorsOf(instrument), 0).name)).toBe(true);
  });

  it.each<[string, (file: ReturnType<typeof instrumentFile>) => void, string]>([
    [
      'indicator weights',
      (f) => {
        at(at(at(f.domains, 1).aspects, 0).indicators, 0).weight = 90;
      },
      'domains[1].aspects[0] (Aspek 2): indicator weights sum to 390, expected 400',
    ],
    [
      'aspect weights',
      (f) => {
        at(f.domains, 0).weight = 510;
      },
      'domains[0] (Domain 1): aspect weights sum to 500, expected 510',
    ],
    [
      'domain weights',
      (f) => {
        f.weightTotal = 10000;
      },
      'domains: domain weights sum to 1000, expected 10000',
    ],
    [
      'a domain number',
      (f) => {
        at(f.domains, 1).no = 3;
      },
      'domains[1].no (Domain 3): number is 3, expected 2',
    ],
    [
      'an aspect number that starts over',
      (f) => {
        at(at(f.domains, 1).aspects, 0).no = 1;
      },
      'domains[1].aspects[0].no (Aspek 1): number is 1, expected 2',
    ],
    [
      'a gap between indicators',
      (f) => {
        at(at(at(f.domains, 1).aspects, 1).indicators, 0).no = 7;
      },
      'domains[1].aspects[1].indicators[0].no (Indikator 7): number is 7, expected 6',
    ],
    [
      'a missing criterion',
      (f) => {
        at(at(at(f.domains, 0).aspects, 0).indicators, 1).criteria.pop();
      },
      'domains[0].aspects[0].indicators[1].criteria (Indikator 2): levels are [1, 2, 3, 4], expected [1, 2, 3, 4, 5]',
    ],
    [
      'criteria out of order',
      (f) => {
        at(at(at(f.domains, 0).aspects, 0).indicators, 0).criteria.reverse();
      },
      'criteria (Indikator 1): levels are [5, 4, 3, 2, 1]',
    ],
    [
      'an unknown scale',
      (f) => {
        at(f.domains, 0).scale = 'service';
      },
      'domains[0].scale (Domain 1): scale "service" is not among the scales',
    ],
    [
      'an incomplete scale',
      (f) => {
        at(f.scales, 0).levels.shift();
      },
      'scales[0].levels: levels are [2, 3, 4, 5]',
    ],
    [
      'a scale given twice',
      (f) => {
        f.scales.push(at(f.scales, 0));
      },
      'scales[1].code: code "process" is used twice',
    ],
    [
      'predicates that do not descend',
      (f) => {
        at(f.predicates, 0).minHundredths = 100;
      },
      'predicates[1].minHundredths: 100 is not below 100 before it',
    ],
    [
      'a predicate out of reach',
      (f) => {
        at(f.predicates, 0).minHundredths = 501;
      },
      'predicates[0].minHundredths: 501 can never be reached, highest index is 500',
    ],
    [
      'a lowest predicate above the lowest index',
      (f) => {
        at(f.predicates, 1).minHundredths = 150;
      },
      'predicates[1].minHundredths: lowest predicate starts at 150, expected 100',
    ],
    [
      'a predicate code given twice',
      (f) => {
        at(f.predicates, 1).code = 'upper';
      },
      'predicates[1].code: code "upper" is used twice',
    ],
    [
      'an empty text',
      (f) => {
        at(at(at(f.domains, 1).aspects, 0).indicators, 2).name.en = '  ';
      },
      'domains[1].aspects[0].indicators[2].name.en (Indikator 5): text must not be empty',
    ],
    [
      'a weight that is not whole',
      (f) => {
        at(at(at(f.domains, 0).aspects, 0).indicators, 0).weight = 2.5;
      },
      'domains[0].aspects[0].indicators[0].weight (Indikator 1): ',
    ],
    [
      'a weight of nothing',
      (f) => {
        at(at(at(f.domains, 0).aspects, 0).indicators, 0).weight = 0;
      },
      'domains[0].aspects[0].indicators[0].weight (Indikator 1): ',
    ],
    [
      'levels upside down',
      (f) => {
        f.level.max = 1;
      },
      'level: max 1 is not above min 1',
    ],
    [
      'a misspelt field',
      (f) => {
        Object.assign(at(f.domains, 0), { nmae: 'x' });
      },
      'domains[0] (Domain 1): Unrecognized key: "nmae"',
    ],
    [
      'another schema version',
      (f) => {
        f.schemaVersion = 2;
      },
      'schemaVersion: ',
    ],
  ])('refuses %s and names the place', (_, damage, message) => {
    expect(refusal(damage).message).toContain(message);
  });

  it('names every problem, one a line', () => {
    const error = refusal((f) => {
      f.weightTotal = 999;
      at(f.domains, 0).scale = 'none';
      at(f.domains, 1).no = 9;
    });
    expect(error.problems.map((p) => p.place)).toEqual([
      'domains[0].scale (Domain 1)',
      'domains[1].no (Domain 9)',
      'domains',
    ]);
    expect(error.message.split('\n')).toHaveLength(3);
  });

  it.each([null, undefined, 7, 'text', []])('refuses %j as a whole', (json) => {
    expect(() => parseInstrument(json)).toThrow(/^instrument: /);
  });
});

describe('look-ups', () => {
  const instrument = buildInstrument(WEIGHTS);

  it('lists indicators in order, each with where it stands, and keeps the list', () => {
    const flat = indicatorsOf(instrument);
    expect(flat.map((i) => [i.no, i.aspectNo, i.domainNo, i.weight])).toEqual([
      [1, 1, 1, 300],
      [2, 1, 1, 200],
      [3, 2, 2, 100],
      [4, 2, 2, 150],
      [5, 2, 2, 150],
      [6, 3, 2, 100],
    ]);
    expect(flat.every((i) => i.scale === 'process')).toBe(true);
    expect(indicatorsOf(instrument)).toBe(flat);
  });

  it('finds an indicator by its number, or nothing', () => {
    expect(findIndicator(instrument, 6)?.aspectNo).toBe(3);
    for (const no of [0, 7, -1, 1.5, Number.NaN]) expect(findIndicator(instrument, no)).toBeUndefined();
  });

  it('turns levels as answers store them into levels as people say them, and back', () => {
    const decimal = { min: 0, max: 3, unit: 100 };
    expect([shownLevel(decimal, 115), storedLevel(decimal, 1.15)]).toEqual([1.15, 115]);
    expect([shownLevel({ unit: 1 }, 3), storedLevel({ unit: 1 }, 3)]).toEqual([3, 3]);
    expect([levelHundredths({ unit: 1 }, 3), levelHundredths({ unit: 4 }, 13)]).toEqual([300, 325]);
    // 9/8 = 1.125
    expect(levelHundredths({ unit: 8 }, 9)).toBe(113);
    expect([isWholeLevel(decimal, 200), isWholeLevel(decimal, 201)]).toEqual([true, false]);
    expect(wholeLevels(decimal)).toEqual([0, 100, 200, 300]);
    expect(wholeLevels({ min: 1, max: 5, unit: 1 })).toEqual([1, 2, 3, 4, 5]);
  });

  it('names the step a level has reached', () => {
    expect(scaleLevelName(instrument, 'process', 3, 'id')).toBe('Step 3 (id)');
    expect(scaleLevelName(instrument, 'process', 5, 'en')).toBe('Step 5 (en)');
    for (const level of [0, 6]) {
      expect(() => scaleLevelName(instrument, 'process', level, 'id')).toThrow(
        new RangeError(`level ${level} is not on scale "process" of test`),
      );
    }
    expect(() => scaleLevelName(instrument, 'service', 1, 'id')).toThrow(
      new RangeError('instrument test has no scale "service"'),
    );
  });

  it('names the highest whole step below a level with decimals', () => {
    const decimal = buildInstrument(WEIGHTS, { unit: 100 });
    expect(storedRange(decimal)).toEqual({ min: 100, max: 500 });
    expect(scaleLevelName(decimal, 'process', 299, 'id')).toBe('Step 2 (id)');
    expect(scaleLevelName(decimal, 'process', 300, 'id')).toBe('Step 3 (id)');
    expect(() => scaleLevelName(decimal, 'process', 501, 'id')).toThrow(RangeError);
  });
});
