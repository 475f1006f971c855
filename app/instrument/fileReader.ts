/** How a file of any kind is read: its shape first, then what a shape alone cannot say, each problem with its place. */
import { type z } from 'zod';

export type Path = readonly PropertyKey[];
/** Takes down one problem. */
export type Report = (path: Path, message: string) => void;

/** Codes that are used once among all that it is told; the place is that of the node which holds the code. */
export function usedOnce(report: Report): (path: Path, code: string) => void {
  const seen = new Set<string>();
  return (path, code) => {
    if (seen.has(code)) report([...path, 'code'], `code "${code}" is used twice`);
    seen.add(code);
  };
}

/** One thing wrong with an instrument file. */
export type InstrumentProblem = { readonly place: string; readonly message: string };

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

/**
 * The reader of whole files of one kind; what it gives is deeply frozen.
 * @param check is asked once every shape is right
 */
export function readerOf<Shape extends z.ZodType>(
  shape: Shape,
  check: (file: z.output<Shape>, report: Report) => void,
): (json: unknown) => z.output<Shape> {
  const schema = shape.superRefine((file, ctx) => {
    check(file, (path, message) => ctx.addIssue({ code: 'custom', path: [...path], message }));
  });
  return (json) => {
    const result = schema.safeParse(json);
    if (result.success) return result.data;
    throw new InstrumentError(
      result.error.issues.map(({ path, message }) => ({ place: describePlace(json, path), message })),
    );
  };
}
