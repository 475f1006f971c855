/** Files of instruments with one thing wrong, and what they are refused for. */
import { InstrumentError } from '~/instrument/fileReader';

export type FilePath = readonly (string | number)[];

/** A copy of a file with one thing changed by its path. */
export function changedAt(file: object, path: FilePath, value: unknown): object {
  const copy: object = structuredClone(file);
  let at: unknown = copy;
  for (const key of path.slice(0, -1))
    at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
  const last = path.at(-1);
  if (typeof at !== 'object' || at === null || last === undefined)
    throw new Error(`no such place: ${path.join('.')}`);
  Reflect.set(at, last, value);
  return copy;
}

/** A line for each problem; none where the file is read. */
export function problemsOf(parse: (json: unknown) => unknown, file: unknown): readonly string[] {
  try {
    parse(file);
    return [];
  } catch (error) {
    if (!(error instanceof InstrumentError)) throw error;
    return error.message.split('\n');
  }
}
