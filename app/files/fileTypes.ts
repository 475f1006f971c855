/** What files are called on the wire, by how their names end. */
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  tsv: 'text/tab-separated-values; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** @throws Error for a name that ends in none of them: names are made here, so that is a fault. */
export function typeOfFile(name: string): string {
  const found = Object.entries(TYPES).find(([ending]) => name.endsWith(`.${ending}`));
  if (!found) throw new Error(`No type is known for the file ${name}`);
  return found[1];
}
