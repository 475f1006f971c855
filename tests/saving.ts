/** How the questionnaire page itself saves an answer, for the drills and benches that do it many times. */
export interface SavedFields {
  /** The version the answer is based on; 0 where there is none yet. */
  readonly version: number;
  readonly level: number;
  readonly justification: string;
}

export function answerPath(rakerda: string, agency: string, indicator: number): string {
  return `/rakerda/${rakerda}/spbe-2020/${agency}/isi/${indicator}/simpan`;
}

export function answerFields(fields: SavedFields): URLSearchParams {
  return new URLSearchParams({
    version: String(fields.version),
    level: String(fields.level),
    justification: fields.justification,
    note: '',
    personInCharge: '',
    service: '',
  });
}
