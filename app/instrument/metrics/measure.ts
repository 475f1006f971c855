/** What the measures of a sheet come to: exact fractions of whole numbers, by a few named operations. */
import type { Quantity } from '../outcome';
import { writeNumber } from '../number';
import { type Locale, localize } from '../text';
import type { Figures } from '../topicKind';
import { fieldsByCode, figureIn } from './fields';
import type { Formula, Measure, Metrics, Operand } from './schema';

export interface MeasureResult {
  readonly measure: Measure;
  /** Null where it cannot be said. */
  readonly quantity: Quantity | null;
  /** Why not: a figure is missing, or there is nothing to take a part of. */
  readonly because: 'missing' | 'nothing' | null;
}

interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

interface Reading {
  readonly metrics: Metrics;
  readonly figures: Figures;
}

/** Every measure in the order of the instrument. */
export function measuresOf(metrics: Metrics, figures: Figures): readonly MeasureResult[] {
  return metrics.measures.map((measure) => measureOf(metrics, measure, figures));
}

/** @param measure one of the instrument's */
export function measureOf(metrics: Metrics, measure: Measure, figures: Figures): MeasureResult {
  const value = compute({ metrics, figures }, measure.formula);
  if (typeof value === 'string') return { measure, quantity: null, because: value };
  const { unit, decimals, direction, formula } = measure;
  // A per cent is its fraction of the whole; what was typed in as per cent is a hundred times that.
  const isTyped = unit === 'percent' && formula.op !== 'share';
  const denominator = value.denominator * (isTyped ? 100 : 1);
  const { numerator } = value;
  return { measure, quantity: { numerator, denominator, unit, decimals, direction }, because: null };
}

function compute(reading: Reading, formula: Formula): Fraction | 'missing' | 'nothing' {
  switch (formula.op) {
    case 'sum':
      return add(reading, { add: formula.of }) ?? 'missing';
    case 'difference':
      return add(reading, { add: [formula.from], subtract: formula.less }) ?? 'missing';
    case 'mean': {
      const sum = add(reading, { add: formula.of });
      return sum ? { ...sum, denominator: sum.denominator * formula.of.length } : 'missing';
    }
    case 'ratio':
      return divide(add(reading, formula.of), add(reading, formula.to), 1);
    case 'share':
      return divide(add(reading, formula.part), add(reading, formula.whole), 1);
    case 'perThousand':
      return divide(add(reading, formula.part), add(reading, formula.whole), 1000);
  }
}

/** Null where a figure is missing; an optional one that is empty counts as nothing. */
function add({ metrics, figures }: Reading, { add: plus, subtract = [] }: Operand): Fraction | null {
  const fields = fieldsByCode(metrics);
  let numerator = 0;
  let decimals = 0;
  for (let at = 0; at < plus.length + subtract.length; at += 1) {
    const code = plus[at] ?? subtract[at - plus.length] ?? '';
    const field = fields.get(code);
    const figure = figures[code] ?? (field?.optional ? 0 : null);
    if (field === undefined || figure === null) return null;
    numerator += at < plus.length ? figure : -figure;
    decimals = field.decimals;
  }
  return { numerator, denominator: 10 ** decimals };
}

/** @param times 1000 for per thousand */
function divide(
  part: Fraction | null,
  whole: Fraction | null,
  times: number,
): Fraction | 'missing' | 'nothing' {
  if (!part || !whole) return 'missing';
  if (whole.numerator <= 0) return 'nothing';
  // Of figures in the same decimals these cancel out, which keeps the products small.
  if (part.denominator === whole.denominator)
    return { numerator: part.numerator * times, denominator: whole.numerator };
  return {
    numerator: part.numerator * whole.denominator * times,
    denominator: whole.numerator * part.denominator,
  };
}

/** A formula as people read it: with the names of its fields, or with their figures (`…` where one is missing). */
export interface FormulaText {
  readonly words: string;
  readonly numbers: string;
}

export function formulaText(
  metrics: Metrics,
  { formula }: Measure,
  figures: Figures,
  locale: Locale,
): FormulaText {
  const fields = fieldsByCode(metrics);
  const name = (code: string) => {
    const field = fields.get(code);
    return field ? localize(field.name, locale) : code;
  };
  const number = (code: string) => {
    const figure = figureIn(metrics, figures, code);
    return figure === null ? '…' : writeNumber(figure, fields.get(code)?.decimals ?? 0, locale);
  };
  const thousand = writeNumber(1000, 0, locale);
  return { words: spell(formula, name, thousand), numbers: spell(formula, number, thousand) };
}

function spell(formula: Formula, say: (code: string) => string, thousand: string): string {
  const chain = ({ add: plus, subtract = [] }: Operand) =>
    [plus.map(say).join(' + '), ...subtract.map(say)].join(' − ');
  const side = (operand: Operand) => {
    const text = chain(operand);
    return operand.add.length + (operand.subtract?.length ?? 0) > 1 ? `(${text})` : text;
  };
  switch (formula.op) {
    case 'sum':
      return chain({ add: formula.of });
    case 'difference':
      return chain({ add: [formula.from], subtract: formula.less });
    case 'mean':
      return `(${chain({ add: formula.of })}) ÷ ${formula.of.length}`;
    case 'ratio':
      return `${side(formula.of)} ÷ ${side(formula.to)}`;
    case 'share':
      return `${side(formula.part)} ÷ ${side(formula.whole)} × 100`;
    case 'perThousand':
      return `${side(formula.part)} ÷ ${side(formula.whole)} × ${thousand}`;
  }
}
