/** Look-ups that every reader of an instrument of this kind needs, made once: hundreds of sheets are read at a time. */
import { once } from '../once';
import type { Figures } from '../topicKind';
import type { MetricField, Metrics } from './schema';

type Incomplete = Extract<MetricField['counted'], { op: 'incomplete' }>;

/** All fields in the order of the page. */
export const fieldsOf = once(({ groups }: Metrics): readonly MetricField[] =>
  groups.flatMap(({ fields }) => fields),
);

export const fieldsByCode = once(
  (metrics: Metrics): ReadonlyMap<string, MetricField> =>
    new Map(fieldsOf(metrics).map((field) => [field.code, field])),
);

/** The fields that people fill in; the others follow from registers. */
export const typedFieldsOf = once((metrics: Metrics): readonly MetricField[] =>
  fieldsOf(metrics).filter(({ counted }) => counted === undefined),
);

/** The fields that count the rows of a register that lack something. */
export const lackingFieldsOf = once(
  (metrics: Metrics): readonly { readonly code: string; readonly counted: Incomplete }[] =>
    fieldsOf(metrics).flatMap(({ code, counted }) =>
      counted?.op === 'incomplete' ? [{ code, counted }] : [],
    ),
);

/**
 * The fields without which a sheet is not complete. What a register counts is complete once none of its rows lacks
 * anything: `lacking` is the field that says so, null where there is none.
 */
export const askedFieldsOf = once(
  (metrics: Metrics): readonly { readonly code: string; readonly lacking?: string | null }[] => {
    const lacking = new Map(lackingFieldsOf(metrics).map(({ code, counted }) => [counted.register, code]));
    return fieldsOf(metrics).flatMap(({ code, counted, optional }) => {
      if (optional) return [];
      return [counted ? { code, lacking: lacking.get(counted.register) ?? null } : { code }];
    });
  },
);

/** What a field says: an optional one that is empty counts as nothing; null where a figure is missing. */
export function figureIn(metrics: Metrics, figures: Figures, code: string): number | null {
  return figures[code] ?? (fieldsByCode(metrics).get(code)?.optional ? 0 : null);
}

/** A whole sheet with nothing in it. */
export function emptyFigures(metrics: Metrics): Figures {
  return Object.fromEntries(fieldsOf(metrics).map(({ code }) => [code, null]));
}
