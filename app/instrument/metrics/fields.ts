/** Look-ups that every reader of an instrument of this kind needs. */
import type { Figures } from '../topicKind';
import type { MetricField, Metrics } from './schema';

/** All fields in the order of the page. */
export function fieldsOf(metrics: Metrics): readonly MetricField[] {
  return metrics.groups.flatMap(({ fields }) => fields);
}

/** The fields that people fill in; the others follow from registers. */
export function typedFieldsOf(metrics: Metrics): readonly MetricField[] {
  return fieldsOf(metrics).filter(({ counted }) => counted === undefined);
}

/** A whole sheet with nothing in it. */
export function emptyFigures(metrics: Metrics): Figures {
  return Object.fromEntries(fieldsOf(metrics).map(({ code }) => [code, null]));
}
