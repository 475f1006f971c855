/** Builds small instruments. */
import fc from 'fast-check';
import { indicatorsOf, type Instrument, parseInstrument } from '~/instrument';

/** Weights of indicators: domain → aspect → indicator. */
export type WeightTree = readonly (readonly (readonly number[])[])[];

type Options = {
  readonly min?: number;
  readonly max?: number;
  readonly unit?: number;
  readonly code?: string;
};

const both = (text: string) => ({ id: `${text} (id)`, en: `${text} (en)` });
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** A correct instrument file of the given weights, as plain JSON that a test may break before parsing it. */
export function instrumentFile(
  weights: WeightTree,
  { min = 1, max = 5, unit = 1, code = 'test' }: Options = {},
) {
  const steps = Array.from({ length: max - min + 1 }, (_, i) => min + i);
  let aspectNo = 0;
  let indicatorNo = 0;
  const indicator = (weight: number) => ({
    no: ++indicatorNo,
    name: both(`Indicator ${indicatorNo}`),
    weight,
    scoredBy: 'self',
    explanation: both('What is judged'),
    criteria: steps.map((level) => ({ level, text: both(`Level ${level}`), evidence: [both('Document')] })),
    source: { confidence: 'generic', citation: 'Test', read: ['owner/repo:path'], note: '' },
  });
  const aspect = (indicators: readonly number[]) => ({
    no: ++aspectNo,
    name: both(`Aspect ${aspectNo}`),
    weight: sum(indicators),
    indicators: indicators.map(indicator),
  });
  return {
    schemaVersion: 1,
    code,
    version: '1.0.0',
    kind: 'maturity',
    name: both('Test instrument'),
    shortName: both('Test'),
    regulation: { title: both('Title'), citation: 'Test 1/2020', status: 'in-force', note: both('Note') },
    level: { min, max, unit },
    weightTotal: sum(weights.flat(2)),
    scales: [
      {
        code: 'process',
        name: both('Process'),
        levels: steps.map((level) => ({ level, name: both(`Step ${level}`), meaning: both('Meaning') })),
      },
    ],
    predicates: [
      { code: 'upper', name: both('Upper'), minHundredths: (min + max) * 50 },
      { code: 'lower', name: both('Lower'), minHundredths: min * 100 },
    ],
    domains: weights.map((aspects, d) => ({
      no: d + 1,
      name: both(`Domain ${d + 1}`),
      weight: sum(aspects.flat()),
      scale: 'process',
      aspects: aspects.map(aspect),
    })),
  };
}

/** A parsed instrument of the given weights. */
export function buildInstrument(weights: WeightTree, options?: Options): Instrument {
  return parseInstrument(instrumentFile(weights, options));
}

const weight = fc.integer({ min: 1, max: 400 });

/** Random trees: 1–3 domains of 1–3 aspects of 1–5 indicators, weights that share no common sum. */
export const weightTrees: fc.Arbitrary<WeightTree> = fc.array(
  fc.array(fc.array(weight, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
  { minLength: 1, maxLength: 3 },
);

/** Random instruments, whole levels 1–5 or levels with decimals. */
export const instruments: fc.Arbitrary<Instrument> = fc
  .tuple(weightTrees, fc.constantFrom(1, 1, 4, 100))
  .map(([weights, unit]) => buildInstrument(weights, { unit }));

/** Random levels for an instrument, some unanswered unless `complete`. */
export function levelsFor(instrument: Instrument, complete = false): fc.Arbitrary<(number | null)[]> {
  const { min, max, unit } = instrument.level;
  const level = fc.integer({ min: min * unit, max: max * unit });
  const one: fc.Arbitrary<number | null> = complete ? level : fc.option(level, { freq: 4 });
  const length = indicatorsOf(instrument).length;
  return fc.array(one, { minLength: length, maxLength: length });
}

/** A random instrument with random levels. */
export const assessments = instruments.chain((instrument) =>
  fc.record({ instrument: fc.constant(instrument), levels: levelsFor(instrument) }),
);

/** The weights of SPBE 2020 (PermenPANRB 59/2020), in basis points. */
export const SPBE_2020_WEIGHTS: WeightTree = [
  [Array<number>(10).fill(130)],
  [Array<number>(4).fill(250), Array<number>(4).fill(250), Array<number>(2).fill(250)],
  [Array<number>(8).fill(150), Array<number>(3).fill(150)],
  [Array<number>(10).fill(275), Array<number>(6).fill(300)],
];
