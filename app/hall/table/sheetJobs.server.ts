/** One agency's sheet as a file, made outside of the thread that answers requests. */
import { provenFileJob } from '~/work';
import type { SheetWork } from './sheetPaper';

export const sheetPdfJob = provenFileJob<SheetWork>(
  'sheet.pdf',
  async () => (await import('./drawSheet.server')).sheetPdf,
);
