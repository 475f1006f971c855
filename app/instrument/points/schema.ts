/**
 * An instrument of the kind `points`: questions with a state each, which earn points by the stage they belong to; the
 * last stage counts only behind a gate, and what a sum means depends on a category. The file format of
 * `seeds/instruments/<code>.json`; what came through {@link parsePoints} cannot be wrong.
 */
import { z } from 'zod';
import { readerOf, type Path, type Report, told, usedOnce } from '../fileReader';
import { checkPredecessors, predecessorsSchema } from '../predecessors';
import { codeSchema, localizedTextSchema, regulationSchema, versionSchema } from '../schema';
import { sourceSchema } from '../source';
import { FULL, most } from './most';

const count = z.int().min(0).max(10_000);

/** A heading above the questions from a number on. */
const themeSchema = z.strictObject({ from: z.int().min(1), name: localizedTextSchema }).readonly();

const questionSchema = z
  .strictObject({
    /** Number of its section and its own: `2.1`. */
    code: z.string(),
    name: localizedTextSchema,
    /** 1-based. */
    stage: z.int().min(1),
    /** Code of the level of maturity that it speaks for. */
    level: z.string(),
    /** Whether it may be said not to apply; it then earns as much as it can. */
    mayNotApply: z.literal(true).optional(),
  })
  .readonly();

const tierSchema = z
  .strictObject({
    /** Code of the level that it leads to. */
    level: z.string(),
    /** Points of the tier below without which this one is not looked at; 0 for the lowest. */
    entry: count,
    /** Whether every tier below must have all of its points. */
    needsFull: z.literal(true).optional(),
    /** Points that give half a step. */
    least: count,
    /** Points that give the level. */
    reached: count,
  })
  .readonly();

const areaSchema = z
  .strictObject({
    no: z.int().min(2),
    code: z.string().regex(/^[IVX]+$/, 'code must be a Roman number'),
    name: localizedTextSchema,
    /** What its questions come to at the most. */
    points: count,
    /** Points of the stages below without which the last stage does not count; only where it has one. */
    gate: count.optional(),
    /** Points below which the whole has the lowest status. */
    floor: count.optional(),
    /** From the lowest. */
    tiers: z.array(tierSchema).min(1).readonly(),
    themes: z.array(themeSchema).readonly(),
    questions: z.array(questionSchema).min(1).readonly(),
  })
  .readonly();

const bandSchema = z
  .strictObject({ code: codeSchema, name: localizedTextSchema, /** Lowest points. */ min: count })
  .readonly();

const categorySchema = z
  .strictObject({
    name: localizedTextSchema,
    /** Points of the choices of every question. */
    options: z.array(count).min(2).max(5).readonly(),
    /** From the lowest. */
    bands: z.array(bandSchema).min(1).readonly(),
    questions: z
      .array(
        z
          .strictObject({
            code: z.string(),
            name: localizedTextSchema,
            /** One per choice. */
            options: z.array(localizedTextSchema).readonly(),
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
  })
  .readonly();

const supplementSchema = z
  .strictObject({
    no: z.int().min(2),
    name: localizedTextSchema,
    themes: z.array(themeSchema).readonly(),
    questions: z
      .array(z.strictObject({ code: z.string(), name: localizedTextSchema }).readonly())
      .min(1)
      .readonly(),
  })
  .readonly();

const shapeSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    code: codeSchema,
    version: versionSchema,
    kind: z.literal('points'),
    name: localizedTextSchema,
    shortName: localizedTextSchema,
    regulation: regulationSchema,
    /** The topic of the agenda that it belongs to. */
    agenda: z.enum(['spbe', 'statistics', 'cryptography']),
    period: localizedTextSchema,
    /** What a reader must know of the whole instrument. */
    notes: z.array(localizedTextSchema).max(10).readonly(),
    /** What everything must come to: a file that comes to something else has lost or invented a question. */
    totals: z
      .strictObject({ category: count, questions: count, points: count, supplement: count })
      .readonly(),
    /** What can be said of a question, from nothing to everything. */
    states: z
      .array(localizedTextSchema)
      .length(FULL + 1)
      .readonly(),
    notApplicable: localizedTextSchema,
    /** The points that each state earns, by stage. */
    stages: z
      .array(
        z
          .array(count)
          .length(FULL + 1)
          .readonly(),
      )
      .min(1)
      .max(5)
      .readonly(),
    /** What is asked of the first stage before the last one counts. */
    gate: z
      .strictObject({
        /** No question has less than this state. */
        lowest: z
          .int()
          .min(1)
          .max(FULL - 1),
        /** At most so many have no more than it. */
        most: count,
      })
      .readonly(),
    category: categorySchema,
    /** Levels of maturity, the lowest first; the first needs nothing. */
    levels: z
      .array(
        z
          .strictObject({
            code: z.string().regex(/^[IVX]+$/, 'code must be a Roman number'),
            name: localizedTextSchema,
          })
          .readonly(),
      )
      .min(2)
      .readonly(),
    areas: z.array(areaSchema).min(1).readonly(),
    /** From the lowest. */
    statuses: z
      .array(z.strictObject({ code: codeSchema, name: localizedTextSchema }).readonly())
      .min(1)
      .readonly(),
    /** By category the lowest points of each status. */
    statusFrom: z
      .array(z.strictObject({ category: z.string(), points: z.array(count).readonly() }).readonly())
      .readonly(),
    supplement: supplementSchema,
    sources: z
      .strictObject({
        questions: sourceSchema,
        points: sourceSchema,
        category: sourceSchema,
        gates: sourceSchema,
        statuses: sourceSchema,
        floors: sourceSchema,
        maturity: sourceSchema,
        supplement: sourceSchema,
      })
      .readonly(),
    /** What spoke of the same before this instrument; codes are those of questions. */
    predecessors: predecessorsSchema.optional(),
  })
  .readonly();

/** A whole instrument of this kind, deeply read-only. Get one from {@link parsePoints}. */
export type Points = z.infer<typeof shapeSchema>;
export type PointsArea = z.infer<typeof areaSchema>;
export type PointsQuestion = z.infer<typeof questionSchema>;
export type CategoryQuestion = Points['category']['questions'][number];

function checkStructure(points: Points, report: Report) {
  checkStages(points, report);
  checkCategory(points, report);
  checkStatuses(points, report);
  unique(points.levels, ['levels'], report);
  unique(points.areas, ['areas'], report);
  const { areas, supplement, totals, category } = points;
  areas.forEach((area, a) => {
    const at = ['areas', a];
    if (area.no !== a + 2) report([...at, 'no'], told`no is ${area.no}, expected ${a + 2}`);
    checkArea(points, area, at, report);
  });
  const after = areas.length + 2;
  if (supplement.no !== after) report(['supplement', 'no'], told`no is ${supplement.no}, expected ${after}`);
  checkNumbers(supplement, ['supplement'], report);
  const asked = [category, ...areas, supplement].flatMap(({ questions }) =>
    questions.map(({ code }) => code),
  );
  checkPredecessors(points, new Set(asked), report);
  const sums = {
    category: category.questions.length,
    questions: areas.reduce((sum, { questions }) => sum + questions.length, 0),
    points: areas.reduce((sum, area) => sum + area.points, 0),
    supplement: supplement.questions.length,
  };
  for (const what of ['category', 'questions', 'points', 'supplement'] as const)
    if (sums[what] !== totals[what])
      report(['totals', what], told`the file comes to ${sums[what]}, expected ${totals[what]}`);
}

function unique(list: readonly { readonly code: string }[], path: Path, report: Report) {
  const once = usedOnce(report);
  list.forEach(({ code }, i) => once([...path, i], code));
}

function checkStages({ stages }: Points, report: Report) {
  stages.forEach((states, s) => {
    states.forEach((value, at) => {
      const before = states[at - 1];
      if (before === undefined && value !== 0)
        report(['stages', s, at], told`starts at ${value}, expected 0`);
      if (before !== undefined && value <= before)
        report(['stages', s, at], told`${value} is not above ${before}`);
    });
  });
}

function checkCategory({ category }: Points, report: Report) {
  const { options, bands, questions } = category;
  const at = ['category'];
  checkNumbers({ no: 1, themes: [], questions }, at, report);
  questions.forEach((question, q) => {
    if (question.options.length !== options.length)
      report(
        [...at, 'questions', q, 'options'],
        told`has ${question.options.length} choices, expected ${options.length}`,
      );
  });
  unique(bands, [...at, 'bands'], report);
  checkRising(
    bands.map(({ min }) => min),
    { first: Math.min(...options) * questions.length, last: Math.max(...options) * questions.length },
    (b) => [...at, 'bands', b, 'min'],
    report,
  );
}

function checkStatuses({ category, statuses, statusFrom, totals }: Points, report: Report) {
  unique(statuses, ['statuses'], report);
  if (statusFrom.length !== category.bands.length)
    report(['statusFrom'], told`has ${statusFrom.length} categories, expected ${category.bands.length}`);
  statusFrom.forEach((row, r) => {
    const expected = category.bands[r]?.code;
    if (expected !== undefined && row.category !== expected)
      report(['statusFrom', r, 'category'], told`category is "${row.category}", expected "${expected}"`);
    const at = ['statusFrom', r, 'points'];
    if (row.points.length !== statuses.length)
      report(at, told`has ${row.points.length} statuses, expected ${statuses.length}`);
    checkRising(row.points, { first: 0, last: totals.points }, (s) => [...at, s], report);
  });
}

/** Each above the one before, from the lowest that there can be to the highest. */
function checkRising(
  values: readonly number[],
  ends: { readonly first: number; readonly last: number },
  path: (at: number) => Path,
  report: Report,
) {
  values.forEach((value, at) => {
    const before = values[at - 1];
    if (before === undefined && value !== ends.first)
      report(path(at), told`starts at ${value}, expected ${ends.first}`);
    if (before !== undefined && value <= before) report(path(at), told`${value} is not above ${before}`);
    if (value > ends.last) report(path(at), told`${value} is above the highest points ${ends.last}`);
  });
}

function checkNumbers(
  section: {
    readonly no: number;
    readonly themes: readonly { readonly from: number }[];
    readonly questions: readonly { readonly code: string }[];
  },
  path: Path,
  report: Report,
) {
  section.questions.forEach(({ code }, q) => {
    const expected = `${section.no}.${q + 1}`;
    if (code !== expected)
      report([...path, 'questions', q, 'code'], told`code is "${code}", expected "${expected}"`);
  });
  section.themes.forEach(({ from }, t) => {
    const before = section.themes[t - 1];
    const at = [...path, 'themes', t, 'from'];
    if (!before && from !== 1) report(at, told`the first theme starts at ${from}, expected 1`);
    if (before && from <= before.from) report(at, told`from ${from} is not above ${before.from}`);
    if (from > section.questions.length) report(at, told`there is no question ${from}`);
  });
}

function checkArea(points: Points, area: PointsArea, path: Path, report: Report) {
  checkNumbers(area, path, report);
  const last = points.stages.length;
  area.questions.forEach(({ stage, level }, q) => {
    const at = [...path, 'questions', q];
    if (stage > last) report([...at, 'stage'], told`there is no stage ${stage}`);
    if (!area.tiers.some((tier) => tier.level === level))
      report([...at, 'level'], told`level "${level}" is not a tier of the area`);
  });
  const sum = most(points, area.questions);
  if (area.points !== sum)
    report([...path, 'points'], told`its questions come to ${sum}, expected ${area.points}`);
  const hasLast = last > 1 && area.questions.some(({ stage }) => stage === last);
  const below = most(
    points,
    area.questions.filter(({ stage }) => stage < last),
  );
  if (hasLast && area.gate === undefined) report([...path, 'gate'], 'the last stage needs a gate');
  if (!hasLast && area.gate !== undefined) report([...path, 'gate'], 'there is nothing behind the gate');
  if (hasLast && area.gate !== undefined && area.gate > below)
    report([...path, 'gate'], told`gate ${area.gate} is above the ${below} of the stages before it`);
  if (area.floor !== undefined && area.floor > sum)
    report([...path, 'floor'], told`floor ${area.floor} is above the ${sum} of the area`);
  checkTiers(points, area, path, report);
}

function checkTiers(points: Points, area: PointsArea, path: Path, report: Report) {
  area.tiers.forEach((tier, t) => {
    const at = [...path, 'tiers', t];
    const expected = points.levels[t + 1]?.code;
    if (tier.level !== expected)
      report([...at, 'level'], told`level is "${tier.level}", expected "${expected ?? 'none'}"`);
    const highest = mostOf(points, area, tier.level);
    if (tier.least >= tier.reached)
      report([...at, 'least'], told`least ${tier.least} is not below ${tier.reached}`);
    if (tier.reached > highest)
      report([...at, 'reached'], told`reached ${tier.reached} is above the ${highest} of the tier`);
    const before = area.tiers[t - 1];
    const entryAt = [...at, 'entry'];
    if (!before && tier.entry !== 0)
      report(entryAt, told`the lowest tier has the entry ${tier.entry}, expected 0`);
    // Whoever comes in has the level below: otherwise a point more could lower the level.
    if (before && tier.entry < before.reached)
      report(entryAt, told`entry ${tier.entry} is below the ${before.reached} that reach the tier before`);
    if (before && tier.entry > mostOf(points, area, before.level))
      report(entryAt, told`entry ${tier.entry} is above what the tier before has`);
  });
}

function mostOf(points: Points, area: PointsArea, level: string): number {
  return most(
    points,
    area.questions.filter((question) => question.level === level),
  );
}

/**
 * Reads an instrument of this kind out of parsed JSON.
 * @throws InstrumentError naming the place of every problem
 */
export const parsePoints = readerOf(shapeSchema, checkStructure);
