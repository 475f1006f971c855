/** How large a definition may be. The largest that is known, 47 indicators with all that proves them, has 400 KB. */
import type { TableLimits } from '~/files/readTable.server';

/** Of the file, whichever form it has. */
export const DEFINITION_LIMIT = 2 * 1024 * 1024;
/** Of one text; what is longer is no question. */
export const MOST_LETTERS = 5000;
/** Codes stand in addresses and in marks of templates. */
export const MOST_CODE = 40;
/** Indicators, items, questions or fields. */
export const MOST_QUESTIONS = 500;
/** Drafts that wait at the same time. */
export const MOST_DRAFTS = 20;
export const TABLE_LIMITS: TableLimits = {
  rows: 5000,
  columns: 40,
  unpacked: 32 * 1024 * 1024,
  // One more than a text may have, so that a longer one is found.
  letters: MOST_LETTERS + 1,
};
