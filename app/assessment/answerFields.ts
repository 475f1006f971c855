/**
 * What stands in the fields of an answer, as typed: kept beside the document, and told by the name of the field that was
 * entered. No document here; `useAnswerFields.ts` ties it to the inputs.
 */
import type { AnswerFormValues } from './answerForm';

type EvidenceRow = AnswerFormValues['evidence'][number];
/** A row of links keeps its key for as long as it stands, whatever is added or removed beside it. */
export type KeyedRow = EvidenceRow & { readonly key: string };
export type PlainField = Exclude<keyof AnswerFormValues, 'evidence'>;

export type FieldStore = ReturnType<typeof fieldStore>;

export function fieldStore(initial: AnswerFormValues) {
  const { evidence, ...others } = initial;
  let plain: Omit<AnswerFormValues, 'evidence'> = others;
  let keys = 0;
  const keyed = (row: EvidenceRow): KeyedRow => ({ ...row, key: String((keys += 1)) });
  let rows: readonly KeyedRow[] = evidence.map(keyed);
  /** The rows as they were drawn last: what is typed into one draws nothing anew. */
  let drawn = rows;
  const hearers = new Set<(name: string) => void>();
  const watchers = new Set<() => void>();

  const tell = (name: string) => hearers.forEach((hear) => hear(name));
  const draw = (next: readonly KeyedRow[]) => {
    rows = drawn = next;
    watchers.forEach((watch) => watch());
  };

  return {
    values: (): AnswerFormValues => ({
      ...plain,
      evidence: rows.map(({ url, caption }) => ({ url, caption })),
    }),

    /** A field was entered: `level`, `evidence.2.url`. A name that is none of the answer's changes nothing. */
    enter: (name: string, value: string | boolean): void => {
      const [, place, part] = /^evidence\.(\d+)\.(url|caption)$/.exec(name) ?? [];
      if (part !== undefined)
        rows = rows.map((row, at) => (String(at) === place ? { ...row, [part]: String(value) } : row));
      else if (name === 'discuss') plain = { ...plain, discuss: value === true };
      else if (Object.keys(plain).includes(name)) plain = { ...plain, [name]: String(value) };
      else return;
      tell(name);
    },

    drawnRows: () => drawn,
    onRows: (watch: () => void) => {
      watchers.add(watch);
      return () => {
        watchers.delete(watch);
      };
    },
    setRows: (next: readonly EvidenceRow[]) => draw(next.map(keyed)),
    addRow: () => draw([...rows, keyed({ url: '', caption: '' })]),
    removeRow: (index: number) => draw(rows.filter((_row, at) => at !== index)),

    /** @returns what ends it */
    hear: (listener: (name: string) => void) => {
      hearers.add(listener);
      return () => {
        hearers.delete(listener);
      };
    },
  };
}
