/**
 * An instrument of the kind `metrics`: fields that are typed in, checks between them, measures that follow from them.
 * The file format of `seeds/instruments/<code>.json`; what came through {@link parseMetrics} cannot be wrong.
 */
import { z } from 'zod';
import { countedFields, type Counting, countingSchema } from '../counting';
import { readerOf, type Path, type Report, told, usedOnce } from '../fileReader';
import { checkPredecessors, predecessorsSchema } from '../predecessors';
import {
  codeSchema,
  countedTextSchema,
  localizedTextSchema,
  regulationSchema,
  versionSchema,
} from '../schema';
import { sourceSchema } from '../source';
import { checkCount, checkRegisters, checkRemark, countSchema, registerSchema } from '../registers';

/** Stored figures stay within this, so that every product of a formula is an exact integer. */
const MOST_STORED = 1_000_000_000;
const MOST_TERMS = 20;

const decimals = z.int().min(0).max(2);
const codes = z.array(codeSchema).min(1).max(MOST_TERMS).readonly();

const fieldSchema = z
  .strictObject({
    code: codeSchema,
    name: localizedTextSchema,
    /** What it counts: "laporan", "desa", "Mbps". */
    unit: countedTextSchema,
    help: localizedTextSchema,
    /** Digits after the decimal sign. */
    decimals,
    lowest: z.int(),
    highest: z.int(),
    /** May stay empty and then counts as nothing; completeness does not ask for it. */
    optional: z.boolean(),
    /** Follows from a register and is never typed in. */
    counted: countSchema.optional(),
    source: sourceSchema,
  })
  .readonly();

const groupSchema = z
  .strictObject({ name: localizedTextSchema, fields: z.array(fieldSchema).min(1).readonly() })
  .readonly();

const checkSchema = z.discriminatedUnion('kind', [
  /** The parts belong to the whole; what they do not reach is a figure of its own. */
  z.strictObject({
    kind: z.literal('parts'),
    code: codeSchema,
    whole: codeSchema,
    parts: codes,
    /** What the difference is called. */
    name: localizedTextSchema,
    /** What is said where there is one; `{count}` stands for it. */
    remark: countedTextSchema,
  }),
  /** The part is never more than the whole. */
  z.strictObject({ kind: z.literal('within'), part: codeSchema, whole: codeSchema }),
]);

/** Some fields added up, less some others. */
const operandSchema = z
  .strictObject({ add: codes, subtract: z.array(codeSchema).max(MOST_TERMS).readonly().optional() })
  .readonly();

const formulaSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('sum'), of: codes }),
  z.strictObject({ op: z.literal('difference'), from: codeSchema, less: codes }),
  z.strictObject({ op: z.literal('ratio'), of: operandSchema, to: operandSchema }),
  z.strictObject({ op: z.literal('share'), part: operandSchema, whole: operandSchema }),
  z.strictObject({ op: z.literal('perThousand'), part: operandSchema, whole: operandSchema }),
  z.strictObject({ op: z.literal('mean'), of: codes }),
]);

const measureSchema = z
  .strictObject({
    code: codeSchema,
    name: localizedTextSchema,
    formula: formulaSchema,
    /** What it counts, where its unit does not say so: "Mbps", "jam". */
    unitName: countedTextSchema.optional(),
    unit: z.enum(['index', 'points', 'percent', 'count', 'days']),
    decimals,
    direction: z.enum(['higher', 'lower', 'neither']),
    source: sourceSchema,
  })
  .readonly();

/** A figure that somebody published, to be held beside those of the agencies; nothing is reckoned with it. */
const referenceSchema = z
  .strictObject({
    code: codeSchema,
    name: localizedTextSchema,
    unit: z.enum(['index', 'points', 'percent', 'count', 'days']),
    /** What it counts, where its unit does not say so. */
    unitName: countedTextSchema.optional(),
    decimals,
    /** In units of its last digit: 78,19% is 7819. */
    value: z.int().min(-MOST_STORED).max(MOST_STORED),
    /** The year or years it speaks of: "2023", "2022–2023". */
    period: z.string().regex(/^\d{4}(–\d{4})?$/, 'a year such as 2023, or two such as 2022–2023'),
    source: sourceSchema,
  })
  .readonly();

const shapeSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    code: codeSchema,
    version: versionSchema,
    kind: z.literal('metrics'),
    name: localizedTextSchema,
    shortName: localizedTextSchema,
    regulation: regulationSchema,
    /** The topic of the agenda that it belongs to. */
    agenda: z.enum(['complaints', 'communication', 'statistics', 'cryptography']),
    /** What the figures speak of: a calendar year, the day of the meeting. */
    period: localizedTextSchema,
    /** What a reader must know of the whole topic. */
    notes: z.array(localizedTextSchema).max(10).readonly(),
    groups: z.array(groupSchema).min(1).readonly(),
    /** Tables of rows that fields with `counted` follow from. */
    registers: z.array(registerSchema).min(1).max(5).readonly().optional(),
    checks: z.array(checkSchema).max(30).readonly(),
    measures: z.array(measureSchema).min(1).max(30).readonly(),
    /** Code of the measure that stands for the topic. */
    headline: codeSchema,
    /** Published figures to hold the agencies' beside. */
    references: z.array(referenceSchema).min(1).max(10).readonly().optional(),
    /** How some of the fields are counted out of a list of reports. */
    counting: countingSchema.optional(),
    /** What spoke of the same before this instrument; codes are those of fields. */
    predecessors: predecessorsSchema.optional(),
  })
  .readonly();

/** A whole instrument of this kind, deeply read-only. Get one from {@link parseMetrics}. */
export type Metrics = z.infer<typeof shapeSchema>;
export type MetricField = z.infer<typeof fieldSchema>;
export type MetricCheck = z.infer<typeof checkSchema>;
export type Measure = z.infer<typeof measureSchema>;
export type Formula = z.infer<typeof formulaSchema>;
export type Operand = z.infer<typeof operandSchema>;

/** Every code of a formula with where it stands in it. */
export function codesOf(
  formula: Formula,
): readonly { readonly path: readonly string[]; readonly code: string }[] {
  const at = (list: readonly string[] | undefined, ...path: readonly string[]) =>
    (list ?? []).map((code, i) => ({ path: [...path, String(i)], code }));
  const operand = (one: Operand, name: string) => [
    ...at(one.add, name, 'add'),
    ...at(one.subtract, name, 'subtract'),
  ];
  switch (formula.op) {
    case 'sum':
    case 'mean':
      return at(formula.of, 'of');
    case 'difference':
      return [{ path: ['from'], code: formula.from }, ...at(formula.less, 'less')];
    case 'ratio':
      return [...operand(formula.of, 'of'), ...operand(formula.to, 'to')];
    case 'share':
    case 'perThousand':
      return [...operand(formula.part, 'part'), ...operand(formula.whole, 'whole')];
  }
}

/** Everything a shape alone cannot say: codes, ranges, references, and that no share leaves its whole. */
function checkStructure(metrics: Metrics, report: Report) {
  const fields = new Map<string, MetricField>();
  const onceAsField = usedOnce(report);
  metrics.groups.forEach((group, g) => {
    group.fields.forEach((field, f) => {
      const path = ['groups', g, 'fields', f];
      onceAsField(path, field.code);
      fields.set(field.code, field);
      checkRange(report, path, field);
      checkCounted(metrics, report, path, field);
    });
  });
  const registers = metrics.registers ?? [];
  checkRegisters(registers, report);
  registers.forEach(({ code }, r) => {
    const says = [...fields.values()].filter(
      ({ counted }) => counted?.op === 'incomplete' && counted.register === code,
    );
    if (says.length !== 1)
      report(
        ['registers', r],
        told`one field must count what is incomplete in "${code}", not ${says.length}`,
      );
  });
  const known = (path: Path, code: string) => {
    const field = fields.get(code);
    if (!field) report(path, told`field "${code}" is not among the fields`);
    return field;
  };
  /** All named fields must count in the same decimals: they are added up or compared. */
  const alike = (path: Path, list: readonly string[]) => {
    if (new Set(list.map((code) => fields.get(code)?.decimals ?? 0)).size > 1)
      report(path, told`fields ${list.join(', ')} have different decimals`);
  };
  const once = (path: Path, list: readonly string[]) => {
    if (new Set(list).size < list.length) report(path, told`a field stands in [${list.join(', ')}] twice`);
  };

  const onceAsCheck = usedOnce(report);
  metrics.checks.forEach((check, c) => {
    const path = ['checks', c];
    known([...path, 'whole'], check.whole);
    if (check.kind === 'within') {
      known([...path, 'part'], check.part);
      once(path, [check.whole, check.part]);
      alike(path, [check.whole, check.part]);
      return;
    }
    onceAsCheck(path, check.code);
    check.parts.forEach((part, p) => known([...path, 'parts', p], part));
    once([...path, 'parts'], [check.whole, ...check.parts]);
    alike([...path, 'parts'], [check.whole, ...check.parts]);
    checkRemark(check.remark, [...path, 'remark'], report);
  });

  checkPredecessors(metrics, new Set(fields.keys()), report);

  const onceAsReference = usedOnce(report);
  metrics.references?.forEach(({ code }, r) => onceAsReference(['references', r], code));

  if (metrics.counting) checkCounting(metrics.counting, known, once, report);

  const onceAsMeasure = usedOnce(report);
  metrics.measures.forEach((measure, m) => {
    const path = ['measures', m];
    onceAsMeasure(path, measure.code);
    const used = codesOf(measure.formula);
    for (const { path: at, code } of used) known([...path, 'formula', ...at], code);
    checkFormula(measure, [...path, 'formula'], { report, alike, once, checks: metrics.checks });
  });
  if (!metrics.measures.some(({ code }) => code === metrics.headline))
    report(['headline'], told`measure "${metrics.headline}" is not among the measures`);
}

function checkCounting(
  counting: Counting,
  known: (path: Path, code: string) => MetricField | undefined,
  once: (path: Path, list: readonly string[]) => void,
  report: Report,
) {
  const path = ['counting'];
  const fields = countedFields(counting);
  for (const code of fields) {
    if ((known(path, code)?.decimals ?? 0) > 0)
      report(path, told`field "${code}" takes decimals: reports are whole`);
  }
  once(path, fields);
  if (!counting.statuses.some(({ field }) => field === counting.resolved))
    report([...path, 'resolved'], told`"${counting.resolved}" is not among the statuses`);
  for (const list of ['types', 'statuses'] as const)
    once(
      [...path, list],
      counting[list].flatMap(({ words }) => words),
    );
}

function checkRange(report: Report, path: Path, { lowest, highest, decimals }: MetricField) {
  if (highest <= lowest) report([...path, 'highest'], told`highest ${highest} is not above lowest ${lowest}`);
  const most = MOST_STORED / 10 ** decimals;
  if (highest > most) report([...path, 'highest'], told`${highest} is more than ${most}`);
  if (lowest < -most) report([...path, 'lowest'], told`${lowest} is less than ${-most}`);
}

/** What a register counts is a whole number from nothing on; how much of it is missing is nobody's to fill in. */
function checkCounted(
  { registers }: Metrics,
  report: Report,
  path: Path,
  { counted, decimals, lowest, optional }: MetricField,
) {
  if (!counted) return;
  if (decimals !== 0) report([...path, 'decimals'], 'what is counted has no decimals');
  if (lowest !== 0) report([...path, 'lowest'], 'what is counted begins at 0');
  if (optional !== (counted.op === 'incomplete'))
    report([...path, 'optional'], 'of the fields that are counted only the incomplete rows are optional');
  checkCount(counted, registers ?? [], [...path, 'counted'], { report, most: MOST_STORED });
}

interface FormulaChecks {
  readonly report: Report;
  readonly alike: (path: Path, list: readonly string[]) => void;
  readonly once: (path: Path, list: readonly string[]) => void;
  readonly checks: readonly MetricCheck[];
}

function checkFormula({ formula, unit }: Measure, path: Path, to: FormulaChecks) {
  const all = codesOf(formula).map(({ code }) => code);
  switch (formula.op) {
    case 'sum':
    case 'mean':
    case 'difference':
      to.once(path, all);
      to.alike(path, all);
      return;
    case 'ratio':
      for (const side of ['of', 'to'] as const) checkOperand(formula[side], [...path, side], to);
      return;
    case 'perThousand':
    case 'share':
      for (const side of ['part', 'whole'] as const) checkOperand(formula[side], [...path, side], to);
      to.alike(path, all);
      if (formula.op === 'perThousand') return;
      if (unit !== 'percent') to.report(path, told`a share is shown in percent, not in "${unit}"`);
      if (!isBounded(formula, to.checks)) to.report(path, 'no check keeps this share within its whole');
  }
}

function checkOperand(operand: Operand, path: Path, { once, alike }: FormulaChecks) {
  const list = [...operand.add, ...(operand.subtract ?? [])];
  once(path, list);
  alike(path, list);
}

/** Whether the checks make sure that a share lies between 0 and 100 per cent. */
function isBounded(
  { part, whole }: Extract<Formula, { op: 'share' }>,
  checks: readonly MetricCheck[],
): boolean {
  const taken = [...part.add, ...(whole.subtract ?? [])];
  if (part.subtract && part.subtract.length > 0) return false;
  if (new Set(taken).size < taken.length) return false;
  if (!whole.subtract?.length && part.add.every((code) => whole.add.includes(code))) return true;
  const [only] = whole.add;
  if (whole.add.length > 1) return false;
  return checks.some(
    (check) =>
      check.whole === only &&
      (check.kind === 'parts'
        ? taken.every((code) => check.parts.includes(code))
        : taken.every((code) => code === check.part)),
  );
}

/**
 * Reads an instrument of this kind out of parsed JSON.
 * @throws InstrumentError naming the place of every problem
 */
export const parseMetrics = readerOf(shapeSchema, checkStructure);
