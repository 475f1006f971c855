/** Compares answers as they are typed, and puts what one person changed on top of what another saved. */
import type { AnswerFormValues } from './answerForm';

type EvidenceRow = AnswerFormValues['evidence'][number];

/** The typed values as the server would understand them: without outer spaces and without rows left empty. */
function tidy(values: AnswerFormValues): AnswerFormValues {
  return {
    level: values.level ?? '',
    justification: values.justification.trim(),
    note: values.note.trim(),
    personInCharge: values.personInCharge.trim(),
    discuss: values.discuss,
    evidence: values.evidence
      .map(({ url, caption }) => ({ url: url.trim(), caption: caption.trim() }))
      .filter(({ url, caption }) => url !== '' || caption !== ''),
  };
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Whether saving one after the other would change nothing. */
export function sameAnswer(one: AnswerFormValues, other: AnswerFormValues): boolean {
  return same(tidy(one), tidy(other));
}

/** The fields in which two answers differ. */
export function differingFields(
  one: AnswerFormValues,
  other: AnswerFormValues,
): ReadonlySet<keyof AnswerFormValues> {
  const [a, b] = [tidy(one), tidy(other)];
  const fields = ['level', 'justification', 'note', 'personInCharge', 'discuss', 'evidence'] as const;
  return new Set(fields.filter((field) => !same(a[field], b[field])));
}

/**
 * Another's answer with one's own changes on top; what one did not touch stays as the other saved it.
 * @param base what both began with; where it is not known (null), every field of `mine` counts as changed
 */
export function mergeAnswer(
  base: AnswerFormValues | null,
  mine: AnswerFormValues,
  theirs: AnswerFormValues,
): AnswerFormValues {
  if (base === null) return { ...mine, evidence: tidy(mine).evidence };
  const changed = differingFields(base, mine);
  const pick = <Field extends keyof AnswerFormValues>(field: Field) =>
    (changed.has(field) ? mine : theirs)[field];
  return {
    level: pick('level'),
    justification: pick('justification'),
    note: pick('note'),
    personInCharge: pick('personInCharge'),
    discuss: pick('discuss'),
    evidence: mergeRows(tidy(base).evidence, tidy(mine).evidence, tidy(theirs).evidence),
  };
}

/** Links are a list of their own: what one added and removed, on what the other has. */
function mergeRows(
  base: readonly EvidenceRow[],
  mine: readonly EvidenceRow[],
  theirs: readonly EvidenceRow[],
): EvidenceRow[] {
  if (same(base, theirs)) return [...mine];
  const has = (rows: readonly EvidenceRow[], row: EvidenceRow) => rows.some((other) => same(other, row));
  const kept = theirs.filter((row) => has(mine, row) || !has(base, row));
  return [...kept, ...mine.filter((row) => !has(base, row) && !has(kept, row))];
}

/** The values with single fields replaced by what a page held, each by the name of its form field. */
export function layOver(
  values: AnswerFormValues,
  fields: ReadonlyMap<string, string | boolean>,
): AnswerFormValues {
  const text = (name: string, otherwise: string) => {
    const held = fields.get(name);
    return typeof held === 'string' ? held : otherwise;
  };
  const discuss = fields.get('discuss');
  const rowsHeld = [...fields.keys()].map((name) => Number(/^evidence\.(\d+)\./.exec(name)?.[1] ?? -1));
  const rows = Math.max(values.evidence.length, ...rowsHeld.map((row) => row + 1));
  return {
    level: text('level', values.level ?? ''),
    justification: text('justification', values.justification),
    note: text('note', values.note),
    personInCharge: text('personInCharge', values.personInCharge),
    discuss: typeof discuss === 'boolean' ? discuss : values.discuss,
    evidence: Array.from({ length: rows }, (_, row) => ({
      url: text(`evidence.${row}.url`, values.evidence[row]?.url ?? ''),
      caption: text(`evidence.${row}.caption`, values.evidence[row]?.caption ?? ''),
    })),
  };
}
