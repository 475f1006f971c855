/** The form of a sheet: what it carries, and what is said against its fields. For both sides. */
import type { ReactNode } from 'react';
import { type Locale, LOCALES, localize } from '~/instrument';
import { type FigureProblem, type Figures, kindOf, type Topic } from '~/instrument/topic';
import { type Fields, groupIn, textIn } from '~/text';
import { topicWords } from './topicWords';

/** What the fields hold, by code. */
export type TypedFigures = Readonly<Record<string, string>>;

export type SheetProblem =
  | FigureProblem
  /** Somebody else wrote something else there since; a stored number, null where it is empty now. */
  | { readonly kind: 'moved'; readonly now: number | null };
export type SheetProblems = Readonly<Record<string, SheetProblem>>;

/** What the form of a sheet is handed, whatever its kind. */
export interface SheetControl {
  readonly agencyCode: string;
  /** What people call the sheet. */
  readonly label: string;
  /** What the form is opened on. */
  readonly figures: Figures;
  readonly version: number;
  /** What was typed and refused. */
  readonly typed: TypedFigures | null;
  readonly problems: SheetProblems;
  /** Stands above the open part: what was proved before of the same. */
  readonly earlier?: ReactNode;
  readonly onTyped: () => void;
}

export function readTyped(form: Fields): TypedFigures {
  return groupIn(form, 'figure.');
}

/** In which language the form was shown: numbers are read as they are written there. */
export function languageOf(form: Fields, otherwise: Locale): Locale {
  const sent = textIn(form, 'seen.language');
  return LOCALES.find((locale) => locale === sent) ?? otherwise;
}

/** A version that a form saw; null where it is none. */
export function seenVersion(form: Fields): number | null {
  const value = textIn(form, 'version');
  return /^\d{1,9}$/.test(value) ? Number(value) : null;
}

/** Reads `?bagian=I5`; the first part where nothing fits. */
export function partFrom(topic: Topic, params: URLSearchParams): string | null {
  const { parts } = kindOf(topic);
  return (parts.find(({ code }) => code === params.get('bagian')) ?? parts[0])?.code ?? null;
}

/** The part of a sheet that was sent; null where the whole sheet is one page. */
export function sentPart(topic: Topic, form: Fields): string | null | undefined {
  const { parts } = kindOf(topic);
  if (parts.length === 0) return null;
  const sent = textIn(form, 'part');
  return parts.find(({ code }) => code === sent)?.code;
}

/** Figures as they stand in the fields. */
export function typedFrom(topic: Topic, figures: Figures, locale: Locale): TypedFigures {
  const { codes, write } = kindOf(topic);
  return Object.fromEntries(
    codes.map((code) => {
      const figure = figures[code] ?? null;
      return [code, figure === null ? '' : write(code, figure, locale)];
    }),
  );
}

/** What is wrong with a field, in words. */
export function problemText(topic: Topic, code: string, problem: SheetProblem, locale: Locale): string {
  const words = topicWords[locale];
  const kind = kindOf(topic);
  const nameOf = (of: string) => {
    const found = kind.nameOf(of);
    return found ? localize(found, locale) : of;
  };
  const field = nameOf(code);
  const say = (stored: number) => kind.say(code, stored, locale);
  switch (problem.kind) {
    case 'aboveWhole':
      return words.aboveWhole({ field, whole: nameOf(problem.whole) });
    case 'partsAbove':
      return words.partsAbove({ field, by: say(problem.by) });
    case 'scoreAwaited':
      return words.scoreAwaited({ field });
    case 'moved':
      return words.moved({ field, now: problem.now === null ? words.empty : say(problem.now) });
    case 'notNumber':
    case 'ambiguous':
    case 'otherLanguage':
    case 'negative':
    case 'tooSmall':
    case 'tooLarge':
    case 'tooFine':
      return words.problem[problem.kind]({ field });
  }
}
