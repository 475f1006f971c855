/**
 * The table of the Rakerda: agencies × topics. A topic is whatever every agency has one headline figure of – an
 * instrument, a measure, the commitments – and nothing here asks which.
 */
import type { LocalizedText, Outcome, Quantity } from '~/instrument';
import type { TargetFigure } from '~/instrument/topic';

export interface Topic {
  /** Stands in addresses; no two topics of a Rakerda share it. */
  readonly key: string;
  readonly name: LocalizedText;
  /** What the figure says, in two or three words. */
  readonly measure: LocalizedText;
  /** Its formula is this product's own proposal: no official text that was found defines it. */
  readonly isProposal: boolean;
  /** Fewer is better. */
  readonly isLowerBetter: boolean;
  /** Every band a figure can stand in, the lowest first; empty where the kind has none. */
  readonly bands: readonly { readonly code: string; readonly name: LocalizedText }[];
  /** The one target that all have in common, for the head of the column; null where there is none, or several. */
  readonly target: Pick<Target, 'goal' | 'figure'> | null;
  /** The year that movements are measured against; null where there is none. */
  readonly yearBefore: number | null;
  /** Where the figure of an agency comes from; null where the topic has no page of its own. */
  readonly pathOf: ((agencyCode: string) => string) | null;
  /** By the code of the agency; who is not in here has nothing to do with the topic. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** What an agency shall reach. */
export interface Target {
  readonly goal: Quantity;
  /** What it has of the figure that the target is set for; null where that is not known. */
  readonly now: Quantity | null;
  /** The figure, where it is not the headline. */
  readonly figure: TargetFigure | null;
}

/** What one agency has of a topic. */
export type Cell =
  | {
      readonly isOpen: true;
      readonly outcome: Outcome;
      readonly before: Quantity | null;
      readonly target: Target | null;
    }
  /** Somebody else's that is not approved: nothing of what it holds reaches the reader. */
  | { readonly isOpen: false };

/** Whether everything is filled in: only then a figure is ranked, and counts in what is said about all. */
export function isRanked(cell: Cell | undefined): cell is Ranked {
  return (
    cell !== undefined &&
    cell.isOpen &&
    cell.outcome.headline !== null &&
    cell.outcome.filled === cell.outcome.total
  );
}

export interface Ranked {
  readonly isOpen: true;
  readonly outcome: Outcome & { readonly headline: Quantity };
  readonly before: Quantity | null;
  readonly target: Target | null;
}

export interface TableAgency {
  readonly code: string;
  readonly name: string;
}
