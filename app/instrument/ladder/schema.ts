/**
 * An instrument of the kind `ladder`: the level of an indicator follows from the evidence that is ready for each level.
 * The file format of `seeds/instruments/<code>.json`; what came through {@link parseLadder} cannot be wrong.
 */
import { z } from 'zod';
import { readerOf, type Path, type Report, told, usedOnce } from '../fileReader';
import { checkPredecessors, predecessorsSchema } from '../predecessors';
import { codeSchema, localizedTextSchema, regulationSchema, versionSchema } from '../schema';
import { confidenceSchema, sourceSchema } from '../source';
import { measureOf, MOST_MEASURE } from './measure';

/** Weights are per cent of the index. */
export const WEIGHT_TOTAL = 100;

/** Values of indicators and scores from outside are stored in hundredths. */
const hundredths = z.int().min(0).max(10_000);

const itemSchema = z
  .strictObject({
    /** As the portal numbers it: `I1-L1-01`. */
    code: z.string(),
    name: localizedTextSchema,
    /** A supporting one is kept beside the others and counts nothing. */
    role: z.enum(['main', 'supporting']),
    /**
     * Hundredths that it adds to the value of its indicator. Left out in the whole level where they are not known: its
     * main items then share the step evenly.
     */
    points: z.int().min(0).max(500).optional(),
    confidence: confidenceSchema,
  })
  .readonly();

const rungSchema = z
  .strictObject({
    /** What must be true at this level. */
    criterion: localizedTextSchema,
    items: z.array(itemSchema).max(12).readonly(),
  })
  .readonly();

/** A score that somebody outside gives, and how it becomes the value of the indicator. */
const externalSchema = z
  .strictObject({
    name: localizedTextSchema,
    /** Who gives it. */
    steward: z.string().regex(/\S/, 'steward must not be empty'),
    /** Pairs of score and value, in hundredths, from the lowest score to the highest; straight lines between them. */
    conversion: z
      .array(z.tuple([hundredths, hundredths]).readonly())
      .min(2)
      .max(20)
      .readonly(),
    source: sourceSchema,
  })
  .readonly();

const indicatorSchema = z
  .strictObject({
    /** 1-based, gapless over the whole instrument. */
    no: z.int().min(1),
    code: z.string().regex(/^[A-Z][A-Z0-9]*$/, 'code must be capital letters and digits'),
    name: localizedTextSchema,
    weight: z.int().min(1).max(WEIGHT_TOTAL),
    /** One per level, lowest first. */
    rungs: z.array(rungSchema).readonly(),
    external: externalSchema.optional(),
    source: sourceSchema,
  })
  .readonly();

const aspectSchema = z
  .strictObject({
    no: z.int().min(1),
    code: codeSchema,
    name: localizedTextSchema,
    indicators: z.array(indicatorSchema).min(1).readonly(),
  })
  .readonly();

const levelSchema = z
  .strictObject({
    level: z.int(),
    name: localizedTextSchema,
    /** The value of an indicator whose levels are complete up to this one, in hundredths. */
    top: hundredths,
  })
  .readonly();

const bandSchema = z
  .strictObject({
    code: codeSchema,
    name: localizedTextSchema,
    /** Lowest index, in hundredths. */ min: hundredths,
  })
  .readonly();

const shapeSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    code: codeSchema,
    version: versionSchema,
    kind: z.literal('ladder'),
    name: localizedTextSchema,
    shortName: localizedTextSchema,
    regulation: regulationSchema,
    /** The topic of the agenda that it belongs to. */
    agenda: z.enum(['spbe', 'statistics', 'cryptography']),
    period: localizedTextSchema,
    /** What a reader must know of the whole instrument. */
    notes: z.array(localizedTextSchema).max(10).readonly(),
    /** The value of an indicator without a complete level, in hundredths. */
    lowest: hundredths,
    levels: z.array(levelSchema).min(2).max(9).readonly(),
    /** From the lowest. */
    bands: z.array(bandSchema).min(1).max(9).readonly(),
    aspects: z.array(aspectSchema).min(1).readonly(),
    sources: z
      .strictObject({
        /** The list of evidence; each item says itself how sure it is. */
        items: sourceSchema,
        /** How much an item adds within its level. */
        points: sourceSchema,
        /** The names of the levels. */
        levels: sourceSchema,
        bands: sourceSchema,
      })
      .readonly(),
    /** What spoke of the same before this instrument; codes are those of indicators and of items. */
    predecessors: predecessorsSchema.optional(),
  })
  .readonly();

/** A whole instrument of this kind, deeply read-only. Get one from {@link parseLadder}. */
export type Ladder = z.infer<typeof shapeSchema>;
export type LadderIndicator = z.infer<typeof indicatorSchema>;
export type LadderItem = z.infer<typeof itemSchema>;
export type External = z.infer<typeof externalSchema>;

function checkStructure(ladder: Ladder, report: Report) {
  checkScale(ladder, report);
  const once = usedOnce(report);
  let weights = 0;
  let no = 0;
  ladder.aspects.forEach((aspect, a) => {
    const at = ['aspects', a];
    if (aspect.no !== a + 1) report([...at, 'no'], told`no is ${aspect.no}, expected ${a + 1}`);
    once(at, aspect.code);
    aspect.indicators.forEach((indicator, i) => {
      const path = [...at, 'indicators', i];
      no += 1;
      weights += indicator.weight;
      if (indicator.no !== no) report([...path, 'no'], told`no is ${indicator.no}, expected ${no}`);
      once(path, indicator.code);
      checkRungs(ladder, indicator, path, report, once);
      if (indicator.external) checkExternal(ladder, indicator.external, [...path, 'external'], report);
    });
  });
  const asked = ladder.aspects.flatMap(({ indicators }) => indicators);
  const items = asked.flatMap(({ rungs }) => rungs.flatMap((rung) => rung.items));
  checkPredecessors(ladder, new Set([...asked, ...items].map(({ code }) => code)), report);
  if (weights !== WEIGHT_TOTAL)
    report(['aspects'], told`indicator weights sum to ${weights}, expected ${WEIGHT_TOTAL}`);
  if (measureOf(ladder) > MOST_MEASURE)
    report(['aspects'], 'the steps within levels have no common measure small enough');
}

function checkScale({ levels, lowest, bands }: Ladder, report: Report) {
  let below = lowest;
  levels.forEach(({ level, top }, l) => {
    if (level !== l + 1) report(['levels', l, 'level'], told`level is ${level}, expected ${l + 1}`);
    if (top <= below) report(['levels', l, 'top'], told`top ${top} is not above ${below}`);
    below = top;
  });
  const once = usedOnce(report);
  bands.forEach(({ code, min }, b) => {
    once(['bands', b], code);
    const before = bands[b - 1];
    if (!before && min !== lowest)
      report(['bands', b, 'min'], told`the lowest band starts at ${min}, expected ${lowest}`);
    if (before && min <= before.min) report(['bands', b, 'min'], told`min ${min} is not above ${before.min}`);
    if (min > below) report(['bands', b, 'min'], told`min ${min} is above the highest value ${below}`);
  });
}

function checkRungs(
  { levels, lowest }: Ladder,
  indicator: LadderIndicator,
  path: Path,
  report: Report,
  once: (path: Path, code: string) => void,
) {
  if (indicator.rungs.length !== levels.length)
    report([...path, 'rungs'], told`has ${indicator.rungs.length} levels, expected ${levels.length}`);
  indicator.rungs.forEach(({ items }, r) => {
    const at = [...path, 'rungs', r, 'items'];
    items.forEach((item, i) => {
      once([...at, i], item.code);
      const start = `${indicator.code}-L${r + 1}-`;
      if (!item.code.startsWith(start) || !/^\d\d$/.test(item.code.slice(start.length)))
        report([...at, i, 'code'], told`code "${item.code}" is not "${start}" and two digits`);
      if (item.role === 'supporting' && item.points !== undefined)
        report([...at, i, 'points'], 'a supporting item counts nothing');
    });
    const main = items.filter(({ role }) => role === 'main');
    if (indicator.external && main.length > 0) report(at, 'a score from outside needs no main items');
    if (!indicator.external && main.length === 0) report(at, 'a level needs a main item');
    const points = main.flatMap((item) => item.points ?? []);
    if (points.length === 0) return;
    if (points.length < main.length) return report(at, 'points are given to some main items only');
    const level = levels[r];
    // A level too many has been refused above.
    if (!level) return;
    const span = level.top - (levels[r - 1]?.top ?? lowest);
    const sum = points.reduce((all, one) => all + one, 0);
    if (sum !== span) report(at, told`points sum to ${sum}, expected ${span}`);
  });
}

function checkExternal({ lowest, levels }: Ladder, { conversion }: External, path: Path, report: Report) {
  const at = [...path, 'conversion'];
  const highest = levels.at(-1)?.top;
  conversion.forEach(([score, value], c) => {
    const before = conversion[c - 1];
    if (before && score <= before[0]) report([...at, c], told`score ${score} is not above ${before[0]}`);
    if (before && value < before[1]) report([...at, c], told`value ${value} is below ${before[1]}`);
    if (c === 0 && value !== lowest) report([...at, c], told`starts at ${value}, expected ${lowest}`);
    if (c === conversion.length - 1 && value !== highest)
      report([...at, c], told`ends at ${value}, expected ${highest}`);
  });
}

/**
 * Reads an instrument of this kind out of parsed JSON.
 * @throws InstrumentError naming the place of every problem
 */
export const parseLadder = readerOf(shapeSchema, checkStructure);
