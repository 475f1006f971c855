/** What a page of districts shows and what it leaves out, so that both come to what the headline says. Pure. */
import type { Districts } from '../scene';

export interface DistrictTally {
  /** On this page, and what they come to. */
  readonly here: number;
  readonly sumHere: number | null;
  /** The others with something to be seen for, and what these come to. */
  readonly others: number;
  readonly sumOthers: number | null;
  /** Of the others, those that no page has. */
  readonly unseen: number;
  /** Finished, and nothing to be seen for. */
  readonly clean: number;
  readonly unfinished: number;
}

/**
 * @param page the rows on the screen
 * @param rows the rows of all pages
 */
export function districtTally(
  page: readonly { readonly isFinished: boolean; readonly amount: number | null }[],
  rows: readonly { readonly isFinished: boolean }[],
  { all, finished, clean, sum }: Omit<Districts, 'begun'>,
): DistrictTally {
  const own = page.filter(({ isFinished }) => isFinished);
  const sumHere = own.reduce((total, { amount }) => total + (amount ?? 0), 0);
  return {
    here: own.length,
    sumHere: sum === null ? null : sumHere,
    others: finished - clean - own.length,
    sumOthers: sum === null ? null : sum - sumHere,
    unseen: finished - clean - rows.filter(({ isFinished }) => isFinished).length,
    clean,
    unfinished: all - finished,
  };
}
