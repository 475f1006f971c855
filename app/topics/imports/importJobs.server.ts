/** A list of reports is counted in a thread. */
import { z } from 'zod';
import { readRows, refusedSchema } from '~/files/formJobs.server';
import { type Counting, FINDINGS } from '~/instrument/topic';
import type { Job } from '~/work';
import { type ChosenColumns, startList } from './reportList';

type Bytes = Uint8Array<ArrayBuffer>;

/** A year of reports of a large ministry. */
const LIMITS = { rows: 100_000, columns: 200, unpacked: 256 * 1024 * 1024, letters: 200 };

const columnsSchema = z.object({
  id: z.string().nullable(),
  date: z.string().nullable(),
  status: z.string().nullable(),
  type: z.string().nullable(),
  finished: z.string().nullable(),
});

const listSchema = z.discriminatedUnion('kind', [
  refusedSchema,
  z.object({ kind: z.literal('columns'), headings: z.array(z.string()), columns: columnsSchema }),
  z.object({
    kind: z.literal('counted'),
    columns: columnsSchema,
    counted: z.object({
      figures: z.record(z.string(), z.int()),
      rows: z.int(),
      findings: z.array(
        z.object({
          kind: z.enum(FINDINGS),
          count: z.int(),
          rows: z.array(z.int()),
          words: z.array(z.string()),
        }),
      ),
    }),
  }),
]);

export interface ListWork {
  readonly bytes: Bytes;
  readonly counting: Counting;
  readonly year: number;
  readonly chosen: ChosenColumns;
}

/** Only counts leave the thread: what people wrote ends with it. */
export const listJob: Job<ListWork, z.output<typeof listSchema>> = {
  name: 'topic.list',
  output: listSchema,
  async work({ bytes, counting, year, chosen }) {
    const list = startList(counting, year, chosen);
    const refusal = await readRows(bytes, LIMITS, (sheet, row) => list.take(sheet, row));
    return refusal ?? listSchema.parse(list.finish());
  },
};
