/** Which files there are, and how they are asked for in the address. */
export const FILES = ['skor.xlsx', 'skor.csv', 'skor.json'] as const;
export type ReleaseFile = (typeof FILES)[number];

/** Which assessments are in: every one the reader may see, or only those their head has approved. */
export const SCOPES = ['semua', 'disetujui'] as const;
export type Extent = (typeof SCOPES)[number];

export const CONTENT_TYPES: Readonly<Record<ReleaseFile, string>> = {
  'skor.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'skor.csv': 'text/csv; charset=utf-8',
  'skor.json': 'application/json; charset=utf-8',
};

/** The file a URL asks for, or undefined where there is no such file. */
export function readFile(word: string | undefined): ReleaseFile | undefined {
  return FILES.find((file) => file === word);
}

/** The choice `?keadaan=`; anything else means all. */
export function readScope(search: URLSearchParams): Extent {
  return search.get('keadaan') === 'disetujui' ? 'disetujui' : 'semua';
}
