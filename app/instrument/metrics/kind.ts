/** The kind `metrics`, as every room asks it. */
import { writeNumber } from '../number';
import { predecessorsOf, predecessorSource } from '../predecessorPairs';
import type { TopicKind } from '../topicKind';
import type { Quantity } from '../outcome';
import { quantityOf } from '../quantity';
import { FIELDS } from '../nouns';
import { countsOf } from './count';
import { districtBoardOf } from './districts';
import { fieldsByCode } from './fields';
import { measuresOf } from './measure';
import { rangeOf } from './range';
import type { Metrics } from './schema';
import { contradictions, judgeSheet, metricsOutcome, unaccountedOf } from './sheet';

export function metricsKind(metrics: Metrics): TopicKind {
  const fields = fieldsByCode(metrics);
  const decimalsOf = (code: string) => fields.get(code)?.decimals ?? 0;
  const { measures, checks } = metrics;
  // The loader has seen that the headline is among the measures, of which there is one at least.
  const [headline = fallback(metrics)] = measures.filter(({ code }) => code === metrics.headline);
  const shares = measures.filter(({ unit }) => unit === 'percent');
  return {
    codes: [...fields.keys()],
    parts: [],
    columns: measures,
    headline,
    counted: FIELDS,
    rangeOf(column) {
      const measure = measures.find(({ code }) => code === column);
      return measure ? rangeOf(metrics, measure) : null;
    },
    bands: [],
    references: (metrics.references ?? []).map(({ unit, decimals, value, unitName, ...one }) => ({
      ...one,
      unit,
      unitName: unitName ?? null,
      quantity: quantityOf({ unit, decimals, direction: 'neither' }, value),
    })),
    // Its sheet is one page.
    predecessors: predecessorsOf(metrics.predecessors, () => true),
    differences: checks.flatMap((check) => (check.kind === 'parts' ? [check] : [])),
    registers: {
      all: metrics.registers ?? [],
      count: (register, given) => countsOf(metrics, register, given),
    },
    districts: districtBoardOf(metrics),
    nodes: {
      all: shares,
      of: (figures) =>
        measuresOf(metrics, figures)
          .filter(({ measure }) => measure.unit === 'percent')
          .map(({ quantity }) => quantity && { quantity, share: shareOf(quantity), isHeld: false }),
    },
    sources: [
      ...fields.values(),
      ...measures,
      ...(metrics.registers ?? []).flatMap(({ columns }) => columns),
      ...predecessorSource(metrics.predecessors),
    ],
    nameOf: (code) => fields.get(code)?.name ?? null,
    sectionOf: (code) =>
      metrics.groups.find((group) => group.fields.some((field) => field.code === code))?.name ?? null,
    asked(code) {
      const field = fields.get(code);
      return field?.counted ? null : { unit: field?.unit ?? null, choices: [] };
    },
    counting: metrics.counting ?? null,
    write: (code, stored, locale) => writeNumber(stored, decimalsOf(code), locale),
    say: (code, stored, locale) => writeNumber(stored, decimalsOf(code), locale),
    cell: (code, stored) => stored / 10 ** decimalsOf(code),
    judge: (_, typed, locale) => judgeSheet(metrics, typed, locale),
    contradictions: (figures) => contradictions(metrics, figures),
    values: (figures) => measuresOf(metrics, figures).map(({ quantity }) => quantity),
    differencesIn: (figures) => unaccountedOf(metrics, figures).map(({ difference }) => difference),
    outcome: (figures) => metricsOutcome(metrics, figures),
  };
}

/** A part of a whole: all of it is best, or nothing of it. */
function shareOf({ numerator, denominator, direction }: Quantity): number | null {
  if (direction === 'neither') return null;
  const part = Math.round(Math.min(Math.max(numerator / denominator, 0), 1) * 1000);
  return direction === 'lower' ? 1000 - part : part;
}

function fallback({ code, headline }: Metrics): never {
  throw new Error(`Topic ${code} has no measure ${headline}`);
}
