/** What is done with definitions in a thread: one that comes is checked, one that leaves is written. */
import { z } from 'zod';
import { TABLE_REFUSALS } from '~/files/table';
import type { Locale } from '~/instrument';
import { type Job, provenFileJob } from '~/work';
import type { Checked } from './checkDefinition.server';
import type { WrittenSheet } from './definitionTable';

interface CheckWork {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly locale: Locale;
}

const checkedSchema: z.ZodType<Checked> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refused'), why: z.enum([...TABLE_REFUSALS, 'tooLong']) }),
  z.object({ kind: z.literal('notJson'), line: z.int() }),
  z.object({
    kind: z.literal('faulty'),
    in: z.enum(['cells', 'paths']),
    faults: z.array(z.object({ place: z.string(), text: z.string() })),
    more: z.int(),
  }),
  z.object({ kind: z.literal('right'), body: z.string() }),
]);

export const checkJob: Job<CheckWork, Checked> = {
  name: 'definition.check',
  output: checkedSchema,
  async work({ bytes, locale }) {
    const { checkDefinition } = await import('./checkDefinition.server');
    return checkDefinition(bytes, locale);
  },
};

export const definitionJob = provenFileJob<readonly WrittenSheet[]>(
  'definition.xlsx',
  async () => (await import('./definitionWorkbook.server')).writeDefinition,
);
