/**
 * Which indicators of an instrument of levels spoke of the same before: whoever proved something there may look whether
 * the proof still holds. It offers, and answers nothing.
 */
import { z } from 'zod';
import { type Path, type Report, told } from './fileReader';
import { codeSchema, localizedTextSchema } from './schema';
import { sourceSchema } from './source';

const pairSchema = z
  .strictObject({
    /** Of this instrument: parts of the sheet, or what is answered there. */
    codes: z.array(z.string()).min(1).max(20).readonly(),
    /** Code of the other one. */
    instrument: codeSchema,
    /** Numbers of its indicators. */
    indicators: z.array(z.int().min(1)).min(1).max(20).readonly(),
    /** What both speak of: why they stand together. */
    about: localizedTextSchema,
  })
  .readonly();

export const predecessorsSchema = z
  .strictObject({
    /** Who says that they belong together, and how sure that is. */
    source: sourceSchema,
    pairs: z.array(pairSchema).min(1).max(200).readonly(),
  })
  .readonly();

export type Predecessors = z.infer<typeof predecessorsSchema>;

/** What the file alone can say of them: its own codes, and that nothing is said twice. */
export function checkPredecessors(
  { code: own, predecessors }: { readonly code: string; readonly predecessors?: Predecessors | undefined },
  codes: ReadonlySet<string>,
  report: Report,
): void {
  const seen = new Set<string>();
  predecessors?.pairs.forEach((pair, p) => {
    const at: Path = ['predecessors', 'pairs', p];
    if (pair.instrument === own) report([...at, 'instrument'], told`"${own}" is this instrument itself`);
    pair.codes.forEach((code, c) => {
      if (!codes.has(code)) report([...at, 'codes', c], told`nothing here has the code "${code}"`);
      pair.indicators.forEach((no, i) => {
        const key = `${code} ${pair.instrument} ${no}`;
        if (seen.has(key))
          report(
            [...at, 'indicators', i],
            told`indicator ${no} of "${pair.instrument}" is named twice for "${code}"`,
          );
        seen.add(key);
      });
    });
  });
}
