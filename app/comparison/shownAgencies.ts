import type { ComparisonView } from './comparison.read.server';

/** What every section of the page is handed. */
export interface Shown {
  readonly view: ComparisonView;
  /** The page's parameters: links change one and keep the others. */
  readonly search: URLSearchParams;
  /** Codes of the agencies that moved in the last seconds. */
  readonly moved: ReadonlySet<string>;
  /** `/rakerda/<id>/<instrument>`. */
  readonly base: string;
}
