/** Look-ups that every reader of an instrument of this kind needs. */
import type { MetricField, Metrics } from './schema';

/** What was typed in: code of the field → stored whole number (95,7 of a field with one decimal is 957), null where empty. */
export type Figures = Readonly<Record<string, number | null>>;

/** All fields in the order of the page. */
export function fieldsOf(metrics: Metrics): readonly MetricField[] {
  return metrics.groups.flatMap(({ fields }) => fields);
}

/** A whole sheet with nothing in it. */
export function emptyFigures(metrics: Metrics): Figures {
  return Object.fromEntries(fieldsOf(metrics).map(({ code }) => [code, null]));
}

/** The figures of every field of the instrument and of no other. */
export function figuresFor(metrics: Metrics, stored: Figures): Figures {
  return Object.fromEntries(fieldsOf(metrics).map(({ code }) => [code, stored[code] ?? null]));
}
