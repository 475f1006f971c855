/**
 * What an instrument is: the file format of `seeds/instruments/<code>.json` and its structural checks.
 * An instrument that came through {@link parseInstrument} is frozen and cannot be wrong, so nothing inside the house
 * checks it again.
 */
import { z } from 'zod';
import { readerOf, type Path, type Report, told, usedOnce } from './fileReader';

const wording = z.string().regex(/\S/, 'text must not be empty');

/** Schema of a text in both languages: `{ id, en }`, neither of them empty or only spaces. */
export const localizedTextSchema = z.strictObject({ id: wording, en: wording }).readonly();

/** The same beside a count; `one` is the English of exactly one, where it is another: `village` of `villages`. */
export const countedTextSchema = z
  .strictObject({ id: wording, en: wording, one: wording.optional() })
  .readonly();

/** Codes of instruments and of what they are made of. */
export const codeSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'code must be words of a-z and 0-9 joined by "-"');
const code = codeSchema;
const number = z.int().min(1);
/** Weights are whole parts of `weightTotal`; the limit keeps every product of the scoring an exact integer. */
const weight = z.int().min(1).max(1_000_000);

const criterionSchema = z
  .strictObject({
    /** The whole (real) level this criterion describes. */
    level: z.int(),
    /** What must be true for this indicator at this level. */
    text: localizedTextSchema,
    /** Where a later guide asks for more, or reads it in another way. */
    note: localizedTextSchema.optional(),
    /** Documents or proofs that would show the level. */
    evidence: z.array(localizedTextSchema).min(1).max(30).readonly(),
  })
  .readonly();

const sourceSchema = z
  .strictObject({
    /** `sourced`: follows a text that was read; `generic`: only the scale's general meaning was known. */
    confidence: z.enum(['sourced', 'generic']),
    citation: z.string().regex(/\S/, 'citation must not be empty'),
    read: z.array(z.string().regex(/\S/)).readonly(),
    note: z.string(),
  })
  .readonly();

const indicatorSchema = z
  .strictObject({
    /** 1-based, gapless over the whole instrument. */
    no: number,
    name: localizedTextSchema,
    /** Its part of `weightTotal`. */
    weight,
    /** Who gives the level: the agency itself, an external body, or a computation from other figures. */
    scoredBy: z.enum(['self', 'external', 'computed']),
    explanation: localizedTextSchema,
    /** One per whole level, lowest first. */
    criteria: z.array(criterionSchema).readonly(),
    source: sourceSchema,
    /** The agency chooses which of its services this is about, and names it. */
    namesService: z.literal(true).optional(),
  })
  .readonly();

const aspectSchema = z
  .strictObject({
    no: number,
    name: localizedTextSchema,
    weight,
    indicators: z.array(indicatorSchema).min(1).readonly(),
  })
  .readonly();

const domainSchema = z
  .strictObject({
    no: number,
    name: localizedTextSchema,
    weight,
    /** Code of the scale its indicators are judged on. */
    scale: code,
    aspects: z.array(aspectSchema).min(1).readonly(),
  })
  .readonly();

const scaleLevelSchema = z
  .strictObject({ level: z.int(), name: localizedTextSchema, meaning: localizedTextSchema })
  .readonly();

const scaleSchema = z
  .strictObject({ code, name: localizedTextSchema, levels: z.array(scaleLevelSchema).readonly() })
  .readonly();

const predicateSchema = z
  .strictObject({
    code,
    name: localizedTextSchema,
    /** Lowest index, in hundredths (420 = 4.20), that earns this predicate; `predicateFrom` says which index. */
    minHundredths: z.int().min(0),
  })
  .readonly();

const levelSchema = z
  .strictObject({
    /** Lowest and highest real level. */
    min: z.int().min(0).max(100),
    max: z.int().min(1).max(100),
    /** Stored level = real level × unit, always an integer: 1 for whole levels, 100 for two decimals. */
    unit: z.int().min(1).max(1000),
  })
  .readonly();

/** What an instrument stands on. */
export const regulationSchema = z
  .strictObject({
    title: localizedTextSchema,
    citation: z.string().regex(/\S/, 'citation must not be empty'),
    status: z.enum(['repealed', 'in-force']),
    repealedBy: z.string().regex(/\S/).optional(),
    note: localizedTextSchema,
  })
  .readonly();

/** Of a pinned instrument: `1.0.0`. */
export const versionSchema = z.string().regex(/^\d+\.\d+\.\d+$/, 'version must look like 1.0.0');

const shapeSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    code,
    version: versionSchema,
    kind: z.literal('maturity'),
    name: localizedTextSchema,
    shortName: localizedTextSchema,
    regulation: regulationSchema,
    level: levelSchema,
    /** What all weights sum to: whatever makes each of them an integer, such as 10000 for hundredths of a per cent. */
    weightTotal: weight,
    scales: z.array(scaleSchema).min(1).readonly(),
    /** Highest first; the last one starts at the lowest index that can be reached. */
    predicates: z.array(predicateSchema).min(1).readonly(),
    /**
     * Whether a predicate is given from the exact index or from the published one with two decimals. Files that do not
     * say are of before this could be said, and were read as `rounded`.
     */
    predicateFrom: z.enum(['exact', 'rounded']).default('rounded'),
    domains: z.array(domainSchema).min(1).readonly(),
  })
  .readonly();

/** A whole instrument, deeply read-only. Get one from {@link parseInstrument}. */
export type Instrument = z.infer<typeof shapeSchema>;
export type Domain = z.infer<typeof domainSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
export type Predicate = z.infer<typeof predicateSchema>;

function checkSum(report: Report, path: Path, what: string, sum: number, expected: number) {
  if (sum !== expected) report(path, told`${what} weights sum to ${sum}, expected ${expected}`);
}

function checkNumber(report: Report, path: Path, no: number, expected: number) {
  if (no !== expected) {
    report([...path, 'no'], told`number is ${no}, expected ${expected} (numbers run without gaps, in order)`);
  }
}

function checkUnique(report: Report, place: string, nodes: readonly { readonly code: string }[]) {
  const once = usedOnce(report);
  nodes.forEach(({ code }, i) => once([place, i], code));
}

/** Levels must be exactly min..max, lowest first. */
function checkLevels(
  report: Report,
  path: Path,
  steps: readonly { readonly level: number }[],
  { min, max }: { readonly min: number; readonly max: number },
) {
  const levels = steps.map((step) => step.level).join(', ');
  const expected = Array.from({ length: max - min + 1 }, (_, i) => min + i).join(', ');
  if (levels !== expected) report(path, told`levels are [${levels}], expected [${expected}]`);
}

function checkPredicates(report: Report, { predicates, level }: Instrument) {
  checkUnique(report, 'predicates', predicates);
  predicates.forEach((predicate, i) => {
    const higher = predicates[i - 1];
    if (higher && predicate.minHundredths >= higher.minHundredths) {
      report(
        ['predicates', i, 'minHundredths'],
        told`${predicate.minHundredths} is not below ${higher.minHundredths} before it`,
      );
    }
    if (predicate.minHundredths > level.max * 100) {
      report(
        ['predicates', i, 'minHundredths'],
        told`${predicate.minHundredths} can never be reached, highest index is ${level.max * 100}`,
      );
    }
  });
  const last = predicates.length - 1;
  const lowest = predicates[last]?.minHundredths;
  if (lowest !== level.min * 100) {
    report(
      ['predicates', last, 'minHundredths'],
      told`lowest predicate starts at ${lowest}, expected ${level.min * 100}`,
    );
  }
}

const sumOfWeights = (nodes: readonly { readonly weight: number }[]) =>
  nodes.reduce((sum, node) => sum + node.weight, 0);

/** Everything a shape alone cannot say: sums, numbering, levels, references. */
function checkStructure(instrument: Instrument, report: Report) {
  const { level, scales, domains } = instrument;
  if (level.max <= level.min) {
    report(['level'], told`max ${level.max} is not above min ${level.min}`);
    return;
  }
  checkUnique(report, 'scales', scales);
  scales.forEach((scale, i) => {
    checkLevels(report, ['scales', i, 'levels'], scale.levels, level);
  });
  checkPredicates(report, instrument);

  const scaleCodes = new Set(scales.map((s) => s.code));
  let aspectNo = 0;
  let indicatorNo = 0;
  domains.forEach((domain, d) => {
    const domainPath = ['domains', d];
    checkNumber(report, domainPath, domain.no, d + 1);
    if (!scaleCodes.has(domain.scale)) {
      report([...domainPath, 'scale'], told`scale "${domain.scale}" is not among the scales`);
    }
    domain.aspects.forEach((aspect, a) => {
      const aspectPath = [...domainPath, 'aspects', a];
      checkNumber(report, aspectPath, aspect.no, ++aspectNo);
      aspect.indicators.forEach((indicator, i) => {
        const path = [...aspectPath, 'indicators', i];
        checkNumber(report, path, indicator.no, ++indicatorNo);
        checkLevels(report, [...path, 'criteria'], indicator.criteria, level);
      });
      checkSum(report, aspectPath, 'indicator', sumOfWeights(aspect.indicators), aspect.weight);
    });
    checkSum(report, domainPath, 'aspect', sumOfWeights(domain.aspects), domain.weight);
  });
  checkSum(report, ['domains'], 'domain', sumOfWeights(domains), instrument.weightTotal);
}

/**
 * Reads an instrument out of parsed JSON: shape first, then (when every shape is right) sums of weights,
 * gapless numbering, complete levels, scale references and predicate order.
 * @param json whatever `JSON.parse` gave
 * @returns the instrument, deeply frozen
 * @throws InstrumentError naming the place of every problem, e.g.
 *   `domains[1].aspects[0] (Aspek 2): indicator weights sum to 990, expected 1000`
 */
export const parseInstrument = readerOf(shapeSchema, checkStructure);
