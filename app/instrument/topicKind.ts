/**
 * What every kind of topic can say of itself: what the rooms ask, so that none of them needs to know which kind it has.
 * How an agency's figures are kept is the same for all: one whole number per code.
 */
import type { Counting } from './counting';
import type { Outcome, Quantity } from './outcome';
import type { NumberProblem } from './readNumber';
import type { Countable, Register } from './registers';
import type { Source } from './source';
import type { CountedText, Locale, LocalizedText } from './text';

/** What was answered: code → stored whole number (95,7 of a field with one decimal is 957), null where empty. */
export type Figures = Readonly<Record<string, number | null>>;

export type FigureProblem =
  | { readonly kind: NumberProblem }
  /** More than the whole it is part of; the code of that. */
  | { readonly kind: 'aboveWhole'; readonly whole: string }
  /** Said of a whole that its parts exceed: by how much, as a stored number. */
  | { readonly kind: 'partsAbove'; readonly check: string; readonly by: number }
  /** A score was typed in, and it was said that it is still awaited. */
  | { readonly kind: 'scoreAwaited' };
/** Code → what is wrong there. */
export type FigureProblems = Readonly<Record<string, FigureProblem>>;

export type Typed = Readonly<Record<string, string | undefined>>;

export type JudgedSheet =
  | { readonly ok: true; /** Those of the part that was sent. */ readonly figures: Figures }
  | { readonly ok: false; readonly problems: FigureProblems };

/** A figure that agencies are compared by. */
export interface TopicColumn {
  readonly code: string;
  readonly name: LocalizedText;
  /** What it counts, where its unit does not say so. */
  readonly unitName?: CountedText | undefined;
  readonly unit: Exclude<Quantity['unit'], 'ratio'>;
  /** Digits after the decimal sign when shown. */
  readonly decimals: number;
  readonly direction: Quantity['direction'];
  readonly source: Source;
}

/** Both as they are read: 0 and 100 of a share in per cent. */
export interface FigureRange {
  readonly lowest: number;
  readonly highest: number;
}

/** A figure that somebody published, to be held beside those of the agencies. */
export interface Reference {
  readonly code: string;
  readonly name: LocalizedText;
  readonly unit: TopicColumn['unit'];
  readonly unitName: CountedText | null;
  readonly quantity: Quantity;
  /** `2022–2023`. */
  readonly period: string;
  readonly source: Source;
}

/** Indicators of an instrument of levels that spoke of the same before. */
export interface PredecessorPair {
  /** What on the open part; empty where it is all of it. */
  readonly codes: readonly string[];
  readonly instrument: string;
  readonly indicators: readonly number[];
  readonly about: LocalizedText;
}

/** A part of a sheet that is filled in and sent by itself. */
export interface TopicPart {
  readonly code: string;
  readonly name: LocalizedText;
}

/** What a field asks for, where it stands in a spreadsheet. */
export interface AskedFigure {
  /** What is counted; null where the field says so itself. */
  readonly unit: CountedText | null;
  /** The stored numbers to choose from, as `say` tells them; empty where a number is typed in. */
  readonly choices: readonly number[];
}

/** What an agency has of one node. */
export interface NodeFigure {
  readonly quantity: Quantity;
  /** How far it is from the worst to the best, in thousandths; null where neither way is better. */
  readonly share: number | null;
  /** A condition is not met, and what lies behind it does not count. */
  readonly isHeld: boolean;
}

interface Named {
  readonly code: string;
  readonly name: LocalizedText;
}

export interface DistrictFigures {
  readonly district: string;
  /** Rows that lack something required: its figures say nothing yet. */
  readonly lacking: number;
  /** One per measure. */
  readonly values: readonly (Quantity | null)[];
}

export interface DistrictBoard {
  readonly register: Register;
  /** The measures that follow from this register and from nothing else, the headline first. */
  readonly measures: readonly TopicColumn[];
  /** Whether somebody has begun with the register: before, no rows do not mean that there is nothing. */
  readonly isBegun: (figures: Figures) => boolean;
  /** Every district of the area, in its order. */
  readonly of: (given: Countable) => readonly DistrictFigures[];
}

export interface TopicKind {
  /** Every code that a figure is kept under. */
  readonly codes: readonly string[];
  /** Empty where the whole sheet is one page. */
  readonly parts: readonly TopicPart[];
  readonly columns: readonly TopicColumn[];
  /** The column that stands for the topic. */
  readonly headline: TopicColumn;
  /** What completeness counts, wherever it is told: "isian", "butir", "indikator". */
  readonly counted: CountedText;
  /** Between which figures a column can lie; null where there is no such column. */
  readonly rangeOf: (column: string) => FigureRange | null;
  /** Bands of the headline, the lowest first; empty where it has none. */
  readonly bands: readonly Named[];
  /** Published figures to hold those of the agencies beside; nothing is reckoned with them. */
  readonly references: readonly Reference[];
  /** Where an agency may have proved the same before; null where the file says nothing of it. */
  readonly predecessors: {
    readonly source: Source;
    /** @param part the code of the open part; null where the whole sheet is one page */
    readonly on: (part: string | null) => readonly PredecessorPair[];
  } | null;
  /** What does not add up, where the kind checks sums. */
  readonly differences: readonly Named[];
  /** Tables of rows that some figures follow from, and those figures of one of them; left out where there are none. */
  readonly registers?: {
    readonly all: readonly Register[];
    readonly count: (register: Register, given: Countable) => Figures;
  };
  /** The same register district by district; null where none of them says where its rows lie. */
  readonly districts: DistrictBoard | null;
  /** What an agency's standing is made of, to be set side by side; null where a node is not finished. */
  readonly nodes: {
    readonly all: readonly Named[];
    readonly of: (figures: Figures) => readonly (NodeFigure | null)[];
  };
  /** How sure everything is that the topic stands on. */
  readonly sources: readonly { readonly name: LocalizedText; readonly source: Source }[];
  readonly nameOf: (code: string) => LocalizedText | null;
  /** What a code stands under on the page. */
  readonly sectionOf: (code: string) => LocalizedText | null;
  /** Null where nobody is asked, because it is counted out of a register. */
  readonly asked: (code: string) => AskedFigure | null;
  /** How its figures are counted out of a list of reports; null where there is no such list. */
  readonly counting: Counting | null;
  /** A figure as it stands in its field. */
  readonly write: (code: string, stored: number, locale: Locale) => string;
  /** A figure as it is told: "siap" where a field holds a choice. */
  readonly say: (code: string, stored: number, locale: Locale) => string;
  /** A figure in a table of other programmes. */
  readonly cell: (code: string, stored: number, locale: Locale) => number | string;
  /** @param part the code of the part that was sent; null for the whole sheet */
  readonly judge: (part: string | null, typed: Typed, locale: Locale) => JudgedSheet;
  /** Figures that cannot all be true. */
  readonly contradictions: (figures: Figures) => FigureProblems;
  /** One per column. */
  readonly values: (figures: Figures) => readonly (Quantity | null)[];
  /** One per entry of `differences`. */
  readonly differencesIn: (figures: Figures) => readonly (number | null)[];
  readonly outcome: (figures: Figures) => Outcome;
}
