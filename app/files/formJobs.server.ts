/** What forms as files ask for that is done in a thread: one is written, and one that comes back is read. */
import { z } from 'zod';
import { type Job, provenFileJob } from '~/work';
import type { FormWorkbook } from './formWorkbook.server';
import type { TableLimits } from './readTable.server';
import { TABLE_REFUSALS, type TableRow } from './table';

type Bytes = Uint8Array<ArrayBuffer>;

export const formJob = provenFileJob<FormWorkbook>(
  'form.xlsx',
  async () => (await import('./formWorkbook.server')).writeForm,
);

/** A form has a few hundred rows. */
const LIMITS = { rows: 5000, columns: 40, unpacked: 32 * 1024 * 1024 };

export const refusedSchema = z.object({ kind: z.literal('refused'), why: z.enum(TABLE_REFUSALS) });

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

export interface TableWork {
  readonly bytes: Bytes;
  /** Letters of a cell that are kept. */
  readonly letters: number;
}

/** The cells of a table as they stand. */
export const tableJob: Job<TableWork, z.output<typeof tableSchema>> = {
  name: 'form.table',
  output: tableSchema,
  async work({ bytes, letters }) {
    const sheets = new Map<string, TableRow[]>();
    const refusal = await readRows(bytes, { ...LIMITS, letters }, (sheet, row) => {
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

/** Reads a table; null where it was read, else why not: an error loses its class on its way between threads. */
export async function readRows(
  bytes: Bytes,
  limits: TableLimits,
  onRow: (sheet: string, row: TableRow) => void,
): Promise<z.output<typeof refusedSchema> | null> {
  const { readTable, TableRefused } = await import('./readTable.server');
  try {
    await readTable(bytes, limits, onRow);
    return null;
  } catch (error) {
    if (error instanceof TableRefused) return { kind: 'refused', why: error.why };
    throw error;
  }
}
