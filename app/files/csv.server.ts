/** Reading a CSV file from the disk, however large it is. */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import { z } from 'zod';

const recordSchema = z.array(z.string());

/**
 * The records of a file as {@link csvFile} writes it with commas: UTF-8, RFC 4180. A byte order mark stays at the
 * beginning of the first cell; records may have different lengths, which is for the caller to judge.
 * @throws CsvError where a quote is left open or stands where none may stand; the system's error where the file cannot
 *   be read
 */
export async function* readCsvFile(path: string): AsyncGenerator<readonly string[]> {
  const parser = parse({ record_delimiter: '\r\n', relax_column_count: true });
  // Ends the parser with the error of the file; iterating throws it.
  pipeline(createReadStream(path), parser, () => undefined);
  for await (const record of parser) yield recordSchema.parse(record);
}
