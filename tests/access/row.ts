/** One row of the table of access, and the words it is written with. */
import type { Fields, Visitor } from '../visitor';
import type { Who } from './people';

export const RAKERDA = '/rakerda/demo-kalsel-2025';
export const BASE = `${RAKERDA}/spbe-2020`;

/** Roles that work in the demo Rakerda and may read everything in it. */
export const READERS: readonly Who[] = ['administrator', 'facilitator', 'reviewer', 'liaison'];
export const MANAGERS: readonly Who[] = ['administrator', 'facilitator'];
/** Head and operator of 63.01. */
export const AGENCY: readonly Who[] = ['head', 'operator'];
export const IN_RAKERDA: readonly Who[] = [...READERS, ...AGENCY, 'foreignOperator'];
export const SIGNED_IN: readonly Who[] = [...IN_RAKERDA, 'outsider', 'distantOperator'];
export const EVERYBODY: readonly Who[] = ['anonymous', ...SIGNED_IN, 'newcomer'];

export interface Row {
  /** Id of the route in the build. */
  readonly route: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly fields?: Fields;
  /** More fields, which only the running product knows. */
  readonly found?: (people: Readonly<Record<Who, Visitor>>) => Promise<Fields>;
  /** Who gets through. */
  readonly may: readonly Who[];
  /** What they get; 200 where left out. */
  readonly gets?: number;
  /** What those get who are signed in and may not; 403 where left out. */
  readonly refused?: number;
  /** What those get who are not signed in: the sign-in page where left out. */
  readonly anonymous?: number;
  /** What those get whose initial password is unchanged: the page that changes it where left out. */
  readonly newcomer?: number;
  /** Checks a body that was handed out. */
  readonly holds?: RegExp;
}

export const get = (route: string, path: string, may: readonly Who[], more: Partial<Row> = {}): Row => ({
  route: `routes/${route}`,
  method: 'GET',
  path,
  may,
  ...more,
});
export const post = (
  route: string,
  path: string,
  fields: Fields,
  may: readonly Who[],
  more: Partial<Row> = {},
): Row => ({
  route: `routes/${route}`,
  method: 'POST',
  path,
  fields,
  may,
  gets: 302,
  ...more,
});
