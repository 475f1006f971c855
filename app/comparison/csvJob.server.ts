/** A table of the comparison as a file, written outside of the thread that answers requests. */
import { z } from 'zod';
import type { Job } from '~/work';
import { comparisonCsv, type CsvRequest } from './csvFile.server';

export const comparisonCsvJob: Job<CsvRequest, string | null> = {
  name: 'comparison.csv',
  output: z.string().nullable(),
  work: (request) => Promise.resolve(comparisonCsv(request)),
};
