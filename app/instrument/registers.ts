/**
 * Registers: tables of rows that stand behind some figures of a topic. What a row holds is data of the instrument; what
 * counts rows is one of a few named operations.
 */
import { z } from 'zod';
import { type Path, type Report, told, usedOnce } from './fileReader';
import { MOST_ROWS } from './registerSize';
import { codeSchema, countedTextSchema, localizedTextSchema } from './schema';
import { sourceSchema } from './source';
import type { CountedText } from './text';

/** Most letters of a cell of text. */
export const MOST_LETTERS = 500;
/** Keys 1–9 choose: more options than that would need two. */
const MOST_OPTIONS = 9;

/** Lists of the agency's own area that a register draws on. */
export const AREA_LISTS = ['villages', 'districts'] as const;
export type AreaList = (typeof AREA_LISTS)[number];

const columnFacts = {
  code: codeSchema,
  name: localizedTextSchema,
  help: localizedTextSchema.optional(),
  /** A row without it is not complete. */
  required: z.boolean(),
  source: sourceSchema,
};

const optionSchema = z.strictObject({ code: codeSchema, name: localizedTextSchema }).readonly();

const columnSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...columnFacts,
    type: z.literal('choice'),
    options: z.array(optionSchema).min(2).max(MOST_OPTIONS).readonly(),
  }),
  z.strictObject({ ...columnFacts, type: z.literal('text'), most: z.int().min(1).max(MOST_LETTERS) }),
  /** A day that is not in the future. */
  z.strictObject({ ...columnFacts, type: z.literal('date') }),
  /** A day, past or to come. */
  z.strictObject({ ...columnFacts, type: z.literal('plan') }),
  z.strictObject({ ...columnFacts, type: z.literal('number'), lowest: z.int().min(0), highest: z.int() }),
  /** A place of the agency's area. */
  z.strictObject({ ...columnFacts, type: z.literal('listed'), list: z.literal('districts') }),
]);

export const registerSchema = z
  .strictObject({
    code: codeSchema,
    name: localizedTextSchema,
    /** What a row is: "desa", "KIM". */
    rowName: localizedTextSchema,
    lead: localizedTextSchema,
    /** Its rows are these and no others; left out where people add rows and take them away. */
    rows: z.literal('villages').optional(),
    columns: z.array(columnSchema).min(1).max(16).readonly(),
  })
  .readonly();

/** What a cell must be for its row to count. */
const conditionSchema = z.union([
  z.strictObject({ column: codeSchema, is: z.array(codeSchema).min(1).readonly() }).readonly(),
  z.strictObject({ column: codeSchema, filled: z.literal(true) }).readonly(),
  /** The day lies in the year of the Rakerda. */
  z.strictObject({ column: codeSchema, inYear: z.literal(true) }).readonly(),
]);

/** Of each entry one condition must hold. */
const where = z
  .array(z.strictObject({ any: z.array(conditionSchema).min(1).max(9).readonly() }).readonly())
  .max(9)
  .readonly()
  .optional();

export const countSchema = z.discriminatedUnion('op', [
  /** How many entries a list of the area has. */
  z.strictObject({ op: z.literal('listed'), list: z.enum(AREA_LISTS), register: codeSchema }),
  z.strictObject({ op: z.literal('rows'), register: codeSchema, where }),
  /** How many different values a column has; those that differ in capitals and blanks alone are one. */
  z.strictObject({ op: z.literal('distinct'), register: codeSchema, column: codeSchema, where }),
  z.strictObject({ op: z.literal('sum'), register: codeSchema, column: codeSchema, where }),
  /** How many rows lack something required; as long as there are any, no figure of the register counts as filled in. */
  z.strictObject({
    op: z.literal('incomplete'),
    register: codeSchema,
    /** What is said where there are any; `{count}` stands for how many. */
    remark: countedTextSchema,
  }),
]);

export type Register = z.infer<typeof registerSchema>;
export type RegisterColumn = z.infer<typeof columnSchema>;
export type Count = z.infer<typeof countSchema>;
export type Condition = z.infer<typeof conditionSchema>;

/** One row: column → what it holds as it is stored; a column that is left out is empty. */
export type RowCells = Readonly<Record<string, string>>;

export interface Countable {
  /** Register → key of the row → its cells. A row of a list of the area that holds nothing may be left out. */
  readonly rows: Readonly<Record<string, ReadonlyMap<string, RowCells>>>;
  /** Codes of the agency's area. */
  readonly area: Readonly<Record<AreaList, readonly string[]>>;
  /** The year of the Rakerda. */
  readonly year: number;
}

/** What a shape alone cannot say of registers. */
export function checkRegisters(registers: readonly Register[], report: Report): void {
  const once = usedOnce(report);
  registers.forEach((register, r) => {
    const path = ['registers', r];
    once(path, register.code);
    const onceHere = usedOnce(report);
    register.columns.forEach((column, c) => {
      const at = [...path, 'columns', c];
      onceHere(at, column.code);
      if (column.type === 'number' && column.highest <= column.lowest)
        report([...at, 'highest'], told`highest ${column.highest} is not above lowest ${column.lowest}`);
      if (column.type === 'choice') checkOptions(column, at, report);
    });
    if (!register.columns.some(({ required }) => required))
      report([...path, 'columns'], 'no column is required: a row could not be complete');
  });
}

function checkOptions({ options }: Extract<RegisterColumn, { type: 'choice' }>, path: Path, report: Report) {
  const once = usedOnce(report);
  options.forEach(({ code }, o) => {
    const at = [...path, 'options', o];
    once(at, code);
    // A digit chooses by place.
    if (/^\d+$/.test(code))
      report([...at, 'code'], told`code "${code}" could be taken for the place of an option`);
  });
}

/** What is said of a count says the count, of one too. */
export function checkRemark(remark: CountedText, path: Path, report: Report): void {
  for (const of of ['id', 'en', 'one'] as const)
    if (remark[of]?.includes('{count}') === false) report([...path, of], 'lacks {count}');
}

/**
 * Checks what a field counts.
 * @param most what a stored figure may be at most
 */
export function checkCount(
  count: Count,
  registers: readonly Register[],
  path: Path,
  { report, most }: { readonly report: Report; readonly most: number },
): void {
  const register = registers.find(({ code }) => code === count.register);
  if (!register) {
    report([...path, 'register'], told`register "${count.register}" is not among the registers`);
    return;
  }
  const columnOf = (code: string, at: Path) => {
    const column = register.columns.find((one) => one.code === code);
    if (!column) report(at, told`column "${code}" is not among the columns of "${register.code}"`);
    return column;
  };
  if (count.op === 'incomplete') {
    checkRemark(count.remark, [...path, 'remark'], report);
    return;
  }
  if (count.op === 'listed') return;
  if (count.op !== 'rows') {
    const column = columnOf(count.column, [...path, 'column']);
    if (column && count.op === 'sum') {
      if (column.type !== 'number')
        report([...path, 'column'], told`column "${column.code}" holds no numbers`);
      else if (column.highest * MOST_ROWS > most)
        report([...path, 'column'], told`${MOST_ROWS} rows of column "${column.code}" may exceed ${most}`);
    }
  }
  count.where?.forEach(({ any }, w) => {
    any.forEach((condition, a) => {
      const at = [...path, 'where', w, 'any', a];
      const column = columnOf(condition.column, [...at, 'column']);
      if (!column) return;
      if ('inYear' in condition && column.type !== 'date')
        report(at, told`column "${column.code}" holds no days of the past`);
      if (!('is' in condition)) return;
      if (column.type !== 'choice') report(at, told`column "${column.code}" holds no choices`);
      else
        for (const value of condition.is)
          if (!column.options.some(({ code }) => code === value))
            report([...at, 'is'], told`"${value}" is no option of column "${column.code}"`);
    });
  });
}
