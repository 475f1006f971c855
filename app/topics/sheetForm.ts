/** The form of a sheet: what it carries, and what is said against its fields. For both sides. */
import { type Locale, LOCALES, localize, writeNumber } from '~/instrument';
import { type FigureProblem, type Figures, fieldsOf, type Metrics } from '~/instrument/metrics';
import { type Fields, groupIn, textIn } from '~/text';
import { topicWords } from './topicWords';

/** What the fields hold, by code. */
export type TypedFigures = Readonly<Record<string, string>>;

export type SheetProblem =
  | FigureProblem
  /** Somebody else wrote something else there since; a stored number, null where it is empty now. */
  | { readonly kind: 'moved'; readonly now: number | null };
export type SheetProblems = Readonly<Record<string, SheetProblem>>;

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

/** Figures as they stand in the fields. */
export function typedFrom(topic: Metrics, figures: Figures, locale: Locale): TypedFigures {
  return Object.fromEntries(
    fieldsOf(topic).map(({ code, decimals }) => {
      const figure = figures[code] ?? null;
      return [code, figure === null ? '' : writeNumber(figure, decimals, locale)];
    }),
  );
}

/** What is wrong with a field, in words. */
export function problemText(topic: Metrics, code: string, problem: SheetProblem, locale: Locale): string {
  const words = topicWords[locale];
  const fields = new Map(fieldsOf(topic).map((field) => [field.code, field]));
  const nameOf = (of: string) => {
    const found = fields.get(of);
    return found ? localize(found.name, locale) : of;
  };
  const field = nameOf(code);
  const write = (stored: number) => writeNumber(stored, fields.get(code)?.decimals ?? 0, locale);
  switch (problem.kind) {
    case 'aboveWhole':
      return words.aboveWhole({ field, whole: nameOf(problem.whole) });
    case 'partsAbove':
      return words.partsAbove({ field, by: write(problem.by) });
    case 'moved':
      return words.moved({ field, now: problem.now === null ? words.empty : write(problem.now) });
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
