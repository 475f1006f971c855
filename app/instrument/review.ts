/** A sheet as it is read through before somebody answers for it: a tree of what it is made of, down to everything asked. */
import type { Quantity } from './outcome';
import type { Confidence } from './source';
import type { CountedText, LocalizedText } from './text';
import type { TopicColumn } from './topicKind';

/** What whoever reads a sheet would miss, in the order in which it is named. */
export const REVIEW_GAPS = [
  /** Asked for, and empty. */
  'unanswered',
  /** It counts a register, and rows of that lack something. */
  'incomplete',
  /** Answered, and does not count: something before it is not met. */
  'held',
] as const;
export type ReviewGap = (typeof REVIEW_GAPS)[number];

export interface ReviewQuestion {
  readonly code: string;
  readonly name: LocalizedText;
  /** What is counted; null where the name or the choice says it. */
  readonly unit: CountedText | null;
  /** As it is stored; null where it is empty. */
  readonly value: number | null;
  readonly gap: ReviewGap | null;
  /** Where it belongs, or what it is there for. */
  readonly note: LocalizedText | null;
  /** Nobody must answer it: completeness does not ask for it, and whoever counts questions counts it apart. */
  readonly isOptional: boolean;
  /** The register that it is counted out of; null where people answer it. */
  readonly register: string | null;
  readonly confidence: Confidence;
}

export interface ReviewNode {
  readonly code: string;
  readonly name: LocalizedText;
  /** The part of the sheet where it is filled in; null where the whole sheet is one page. */
  readonly part: string | null;
  /** Null where it has no figure of its own, or nothing was said yet. */
  readonly quantity: Quantity | null;
  /** How much of what is asked for here is there. */
  readonly filled: number;
  readonly total: number;
  /** What the reader must know beside the figure. */
  readonly remarks: readonly LocalizedText[];
  readonly questions: readonly ReviewQuestion[];
  readonly nodes: readonly ReviewNode[];
}

export interface ReviewMeasure {
  readonly measure: TopicColumn;
  readonly isHeadline: boolean;
  readonly quantity: Quantity | null;
  /** Why there is none. */
  readonly because: 'missing' | 'nothing' | null;
  /** How it is reckoned: in words, and with its numbers where they are few; each as the language writes it. */
  readonly formula: LocalizedText;
  readonly numbers: LocalizedText | null;
}

export interface SheetReview {
  /** What its questions are called; completeness may count something else, such as indicators made of items. */
  readonly rows: CountedText;
  /** The headline first. */
  readonly measures: readonly ReviewMeasure[];
  readonly nodes: readonly ReviewNode[];
}

/** Every question of a tree, in its order. */
export function questionsUnder(nodes: readonly ReviewNode[]): readonly ReviewQuestion[] {
  return nodes.flatMap((node) => [...node.questions, ...questionsUnder(node.nodes)]);
}
