import { z } from 'zod';
import type { Levels } from '~/instrument';

const schema = z.array(z.number().int().nullable());

/** Reads the `levels` column of an assessment: the stored level per indicator in instrument order. */
export function parseLevels(json: string): Levels {
  return schema.parse(JSON.parse(json));
}

/** The `levels` column of an assessment nobody has answered yet. */
export function emptyLevels(indicators: number): string {
  return JSON.stringify(new Array<null>(indicators).fill(null));
}
