/** How a file of any kind is read: its shape first, then what a shape alone cannot say, each problem with its place. */
import { type z } from 'zod';

export type Path = readonly PropertyKey[];

/** A sentence with gaps and what stands in them: whoever shows it may say it in another language. */
export interface Told {
  /** `has {} levels, expected {}`. */
  readonly key: string;
  readonly values: readonly (string | number)[];
}

/** What is wrong, in English: the gaps stand apart from the words. */
export function told(texts: TemplateStringsArray, ...values: readonly (string | number | undefined)[]): Told {
  return { key: texts.join('{}'), values: values.map((value) => value ?? '–') };
}

/** The sentence with its gaps filled in. */
export function fillIn(sentence: string, values: readonly (string | number)[]): string {
  let place = 0;
  return sentence.replace(/\{\}/g, () => String(values[place++] ?? ''));
}

/** Takes down one problem. */
export type Report = (path: Path, message: string | Told) => void;

/** Codes that are used once among all that it is told; the place is that of the node which holds the code. */
export function usedOnce(report: Report): (path: Path, code: string) => void {
  const seen = new Set<string>();
  return (path, code) => {
    if (seen.has(code)) report([...path, 'code'], told`code "${code}" is used twice`);
    seen.add(code);
  };
}

/** One thing wrong with an instrument file. */
export interface InstrumentProblem {
  /** `domains[1].aspects[0] (Aspek 2)`. */
  readonly place: string;
  readonly path: Path;
  readonly message: string;
  /** The message with its gaps; its shape is wrong where there are none. */
  readonly told: Told;
}

/** A problem with an instrument that was read already, told as the reader of files tells its own. */
export function problemAt(instrument: object, path: Path, said: Told): InstrumentProblem {
  const message = fillIn(said.key, said.values);
  return { place: describePlace(instrument, path), path, message, told: said };
}

/** Thrown where a file is refused; its message has one line per problem: `place: what is wrong`. */
export class InstrumentError extends Error {
  override readonly name = 'InstrumentError';
  readonly problems: readonly InstrumentProblem[];

  constructor(problems: readonly InstrumentProblem[]) {
    super(problems.map((p) => `${p.place}: ${p.message}`).join('\n'));
    this.problems = problems;
  }
}

const NODE_LABELS: ReadonlyMap<PropertyKey, string> = new Map([
  ['domains', 'Domain'],
  ['aspects', 'Aspek'],
  ['indicators', 'Indikator'],
]);

function child(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** `domains[1].aspects[0] (Aspek 2)`: the path, then the innermost node it lies in as the file numbers it. */
function describePlace(file: unknown, path: readonly PropertyKey[]): string {
  let place = '';
  let label = '';
  let value = file;
  path.forEach((key, i) => {
    place += typeof key === 'number' ? `[${key}]` : `${place ? '.' : ''}${String(key)}`;
    value = child(value, key);
    const previous = path[i - 1];
    const node = typeof key === 'number' && previous !== undefined ? NODE_LABELS.get(previous) : undefined;
    const no = child(value, 'no');
    if (node && typeof no === 'number') label = ` (${node} ${no})`;
  });
  return `${place || 'instrument'}${label}`;
}

/** Words for what is wrong with a shape, where others are wanted than zod's own. */
export type ShapeWords = NonNullable<z.core.ParseContext<z.core.$ZodIssue>['error']>;

/**
 * The reader of whole files of one kind; what it gives is deeply frozen.
 * @param check is asked once every shape is right
 */
export function readerOf<Shape extends z.ZodType>(
  shape: Shape,
  check: (file: z.output<Shape>, report: Report) => void,
): (json: unknown, words?: ShapeWords) => z.output<Shape> {
  const schema = shape.superRefine((file, ctx) => {
    check(file, (path, given) => {
      const params: Told = typeof given === 'string' ? { key: given, values: [] } : given;
      ctx.addIssue({
        code: 'custom',
        path: [...path],
        message: fillIn(params.key, params.values),
        params: { told: params },
      });
    });
  });
  return (json, words) => {
    const result = schema.safeParse(json, words && { error: words });
    if (result.success) return result.data;
    throw new InstrumentError(result.error.issues.map((issue) => problemOf(json, issue)));
  };
}

function problemOf(json: unknown, issue: z.core.$ZodIssue): InstrumentProblem {
  const { path, message } = issue;
  const params: unknown = issue.code === 'custom' ? issue.params?.told : undefined;
  return {
    place: describePlace(json, path),
    path,
    message,
    told: isTold(params) ? params : { key: message, values: [] },
  };
}

function isTold(value: unknown): value is Told {
  return typeof value === 'object' && value !== null && 'key' in value && 'values' in value;
}
