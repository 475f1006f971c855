/** What files ask for that is done in a thread: a template is written, a table is read, a list is counted. */
import { z } from 'zod';
import { TABLE_REFUSALS, type TableRow } from '~/files/table';
import { type Counting, FINDINGS } from '~/instrument/topic';
import { type Job, provenFileJob } from '~/work';
import { type ChosenColumns, startList } from './reportList';
import type { TemplateWork } from './template.server';

export const templateJob = provenFileJob<TemplateWork>(
  'topic.template',
  async () => (await import('./template.server')).writeTemplate,
);

type Bytes = Uint8Array<ArrayBuffer>;

const MEGABYTE = 1024 * 1024;
/** A sheet of figures has a few hundred rows. */
const SHEET_LIMITS = { rows: 5000, columns: 40, unpacked: 32 * MEGABYTE };
/** A year of reports of a large ministry. */
const LIST_LIMITS = { rows: 100_000, columns: 200, unpacked: 256 * MEGABYTE };

const refusedSchema = z.object({ kind: z.literal('refused'), why: z.enum(TABLE_REFUSALS) });

const formula = { isFormula: z.literal(true).optional() };
const cellSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), ...formula }),
  z.object({ kind: z.enum(['number', 'percent', 'date']), number: z.number(), ...formula }),
  z.object({ kind: z.literal('other'), ...formula }),
  z.object({ kind: z.literal('noValue'), isFormula: z.literal(true) }),
]);

const tableSchema = z.discriminatedUnion('kind', [
  refusedSchema,
  z.object({
    kind: z.literal('table'),
    sheets: z.array(
      z.object({
        name: z.string(),
        rows: z.array(z.object({ no: z.int(), cells: z.map(z.int(), cellSchema) })),
      }),
    ),
  }),
]);

/** The cells of a table as they stand. */
export const tableJob: Job<{ readonly bytes: Bytes }, z.output<typeof tableSchema>> = {
  name: 'topic.table',
  output: tableSchema,
  async work({ bytes }) {
    const sheets = new Map<string, TableRow[]>();
    const refusal = await reading(bytes, SHEET_LIMITS, (sheet, row) => {
      const rows = sheets.get(sheet) ?? [];
      rows.push(row);
      sheets.set(sheet, rows);
    });
    return (
      refusal ?? {
        kind: 'table',
        sheets: [...sheets].map(([name, rows]) => ({ name, rows: rows.map(copied) })),
      }
    );
  },
};

const copied = ({ no, cells }: TableRow) => ({ no, cells: new Map(cells) });

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

/** Counts a list of reports. Only counts leave the thread: what people wrote ends with it. */
export const listJob: Job<ListWork, z.output<typeof listSchema>> = {
  name: 'topic.list',
  output: listSchema,
  async work({ bytes, counting, year, chosen }) {
    const list = startList(counting, year, chosen);
    const refusal = await reading(bytes, LIST_LIMITS, (sheet, row) => list.take(sheet, row));
    if (refusal) return refusal;
    const read = list.finish();
    return listSchema.parse(read);
  },
};

/** Reads a table; null where it was read, else why not: an error loses its class on its way between threads. */
async function reading(
  bytes: Bytes,
  limits: typeof SHEET_LIMITS,
  onRow: (sheet: string, row: TableRow) => void,
): Promise<z.output<typeof refusedSchema> | null> {
  const { readTable, TableRefused } = await import('~/files/readTable.server');
  try {
    await readTable(bytes, limits, onRow);
    return null;
  } catch (error) {
    if (error instanceof TableRefused) return { kind: 'refused', why: error.why };
    throw error;
  }
}
