/** Which files there are, and how they are asked for in the address. */
export const FORMATS = ['xlsx', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** Of an instrument with levels. */
export const FILES = ['skor.xlsx', 'skor.csv', 'skor.json'] as const;
export type ReleaseFile = (typeof FILES)[number];

/** Of a topic. */
export const TOPIC_FILES = ['angka.xlsx', 'angka.csv', 'angka.json'] as const;
export type TopicFile = (typeof TOPIC_FILES)[number];

export type AnyFile = ReleaseFile | TopicFile;

/** Which agencies are in: every one the reader may see, or only those whose figures their head has approved. */
export const SCOPES = ['semua', 'disetujui'] as const;
export type Extent = (typeof SCOPES)[number];

/** The file a URL asks for, or undefined where there is no such file. */
export function readFile(word: string | undefined): AnyFile | undefined {
  return [...FILES, ...TOPIC_FILES].find((file) => file === word);
}

export function formatOf(file: AnyFile): Format {
  return FORMATS.find((format) => file.endsWith(`.${format}`)) ?? 'json';
}

/** What a file is called, without its format. */
export function stemOf(file: AnyFile): string {
  return file.slice(0, file.indexOf('.'));
}

/** The choice `?keadaan=`; anything else means all. */
export function readScope(search: URLSearchParams): Extent {
  return search.get('keadaan') === 'disetujui' ? 'disetujui' : 'semua';
}
