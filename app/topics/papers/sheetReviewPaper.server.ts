/** What the review of a sheet says on paper: put into words once, so that drawing it and reading it back agree. */
import { lineText } from '~/files/letters.server';
import { formatDateTime, formatNumber, sharedWords } from '~/i18n';
import { counted } from '~/i18n/counted';
import type { Locale } from '~/instrument';
import { REVIEW_GAPS } from '~/instrument/reviews';
import { reviewFrameWords } from '~/rakerda/reviewFrameWords';
import { shownText } from '../review/questionCount';
import type { ReviewedNode, ReviewedQuestion, ReviewedSection } from '../review/sheetReview';
import type { ReviewedSheet } from '../review/sheetReview.read.server';
import { SHEET_FILTERS } from '../review/sheetReviewForm';
import { sheetReviewWords } from '../review/sheetReviewWords';
import { topicWords } from '../topicWords';

/** What every paper of a sheet is told. */
export interface PaperFacts {
  readonly locale: Locale;
  readonly agency: string;
  readonly rakerda: string;
  readonly timeZone: string;
  readonly isDemo: boolean;
  readonly regulation: string;
  /** ISO 8601: the moment that the file names. */
  readonly madeAt: string;
}

export interface SheetReviewWork extends PaperFacts {
  readonly sheet: ReviewedSheet;
}

export type SheetReviewPaper = ReturnType<typeof sheetReviewPaper>;

/** The frame of a paper: its foot, its head but for the facts, room to sign. */
export function paperFrame(
  facts: PaperFacts,
  titles: { readonly documentTitle: string; readonly title: string },
) {
  const { locale, isDemo, agency } = facts;
  const ui = sharedWords[locale];
  const { paper } = reviewFrameWords[locale];
  return {
    ...titles,
    author: ui.productName,
    lang: locale,
    watermark: isDemo ? paper.watermark : null,
    footer: [agency, ...(isDemo ? [paper.watermark] : [])].join(' – '),
    stamp: paper.printedAt({ moment: formatDateTime(facts.madeAt, locale, facts.timeZone) }),
    pageWords: paper.page({ page: '{page}', pages: '{pages}' }),
    agency,
    rakerda: facts.rakerda,
    demoNotice: isDemo ? ui.demoNotice : null,
    signature: { role: paper.head, institution: agency, date: paper.date, name: paper.name, nip: paper.nip },
  };
}

/** So few open fields are named at the head of the paper; where there are more, their parts say how many. */
const MOST_NAMED = 40;

export function sheetReviewPaper(work: SheetReviewWork) {
  const { sheet, locale } = work;
  const { review } = sheet;
  const words = sheetReviewWords[locale];
  const sheetText = topicWords[locale].sheet;
  const rows = review.sections.flatMap((section) => sectionRows(section, work));
  const open = sheet.filter === 'semua' ? openQuestions(review.sections) : [];
  return {
    ...paperFrame(work, {
      documentTitle: words.paper.documentTitle({ topic: sheet.topic.shortName, agency: sheet.agency.name }),
      title: words.title,
    }),
    instrument: sheet.topic.name,
    facts: factsOf(work),
    remarks: review.remarks,
    returned: returnedOf(work),
    open: open.length <= MOST_NAMED ? open : [],
    measures: review.measures.map((one) => ({
      name: one.name + confidenceMark(one.confidence, locale),
      figure: one.figure === '' ? one.why : one.figure,
      how: [one.formula, one.numbers === '' ? '' : `= ${one.numbers}`].filter((line) => line !== ''),
    })),
    differences: review.differences.map(({ name, said }) => [name, said]),
    nodes: review.nodes.flatMap((node) => nodeRows(node, '', work)),
    rows,
    nothing: rows.length === 0 ? words.nothing : null,
    notes: sheet.notes,
    regulation: [words.paper.regulation, work.regulation],
    words: {
      ...words.paper,
      parts: words.parts,
      answers: words.answers,
      open: words.gap.unanswered,
      measures: sheetText.measures,
      checks: sheetText.checks,
      notes: sheetText.notes,
    },
  };
}

function factsOf(work: SheetReviewWork): readonly (readonly [string, string])[] {
  const { sheet, locale, timeZone } = work;
  const { review, way, saved, filter } = sheet;
  const words = sheetReviewWords[locale];
  const topicText = topicWords[locale];
  const frame = reviewFrameWords[locale];
  const number = (count: number) => formatNumber(count, locale);
  const done = (step: { readonly name: string; readonly at: string }) =>
    words.paper.savedBy({
      time: formatDateTime(step.at, locale, timeZone),
      name: step.name || topicText.sheet.system,
    });
  const { headline, ceiling, filled, total, counted: noun } = review;
  const meaning = SHEET_FILTERS[filter];
  const shows = meaning === 'all' ? frame.all : meaning === 'changed' ? words.changed : words.gap[meaning];
  return [
    [words.paper.period, sheet.period],
    [frame.paper.status, topicText.state[way.state]],
    [
      headline.name,
      headline.figure === ''
        ? words.noFigure
        : [headline.figure, headline.band, ceiling === '' ? '' : words.upTo({ figure: ceiling })]
            .filter((part) => part !== '')
            .join(' – '),
    ],
    [
      words.paper.filled,
      words.complete({ filled: number(filled), total: counted(number(total), noun.one, noun.several) }),
    ],
    [
      frame.paper.gaps,
      REVIEW_GAPS.filter((gap) => gap === 'unanswered' || review.gaps[gap] > 0)
        .map((gap) => `${words.gap[gap]}: ${number(review.gaps[gap])}`)
        .join(' · '),
    ],
    ...(saved ? [[words.paper.saved, done({ name: saved.by ?? '', at: saved.at })] as const] : []),
    ...(way.submitted ? [[words.paper.submitted, done(way.submitted)] as const] : []),
    ...(way.approved ? [[words.paper.approved, done(way.approved)] as const] : []),
    [frame.paper.shown, `${shows}. ${shownText(review, filter, locale)}`],
  ];
}

function returnedOf({ sheet, locale, timeZone }: SheetReviewWork): readonly string[] {
  const { returned } = sheet;
  if (!returned) return [];
  const name = returned.by ?? topicWords[locale].sheet.system;
  const time = formatDateTime(returned.at, locale, timeZone);
  return [sheetReviewWords[locale].returned({ name, time }), lineText(returned.note)];
}

function openQuestions(sections: readonly ReviewedSection[]): readonly string[] {
  return sections.flatMap(({ questions }) =>
    questions.filter(({ gap }) => gap === 'unanswered').map(({ name }) => name),
  );
}

/** A part with those below it, their names set in. */
function nodeRows(node: ReviewedNode, indent: string, work: SheetReviewWork): readonly PaperRow[] {
  const number = (count: number) => formatNumber(count, work.locale);
  const { name, figure, filled, total, remarks, nodes } = node;
  return [
    {
      cells: [indent + name, figure, `${number(filled)}/${number(total)}`, remarks.join('; ')],
      strong: nodes.length > 0,
      whole: true,
    },
    ...nodes.flatMap((one) => nodeRows(one, `${indent}– `, work)),
  ];
}

export type PaperRow =
  | { readonly group: string }
  | {
      readonly cells: readonly string[];
      readonly strong: boolean;
      /** It stays on one page. */ readonly whole: boolean;
    };

function sectionRows(section: ReviewedSection, work: SheetReviewWork): readonly PaperRow[] {
  const { above, name, registers } = section;
  const group = [above, name, ...registers.map((register) => register.name)].filter((part) => part !== '');
  return [
    { group: group.join(' · ') },
    ...section.questions.map((question) => ({
      cells: questionCells(question, work),
      strong: false,
      whole: true,
    })),
  ];
}

function questionCells(question: ReviewedQuestion, { sheet, locale }: SheetReviewWork): readonly string[] {
  const words = sheetReviewWords[locale];
  const { name, value, gap, note, earlier, changed, confidence, isCounted, isOptional } = question;
  const sheetText = topicWords[locale].sheet;
  const says = [
    gap === null ? '' : words.gap[gap],
    note,
    isCounted ? sheetText.counted : '',
    isOptional && !isCounted && value === '' ? words.mayStayEmpty : '',
    sheet.earlierYear !== null && earlier !== ''
      ? words.earlier({ year: String(sheet.earlierYear), value: earlier })
      : '',
    changed
      ? `${words.changed}: ${changed.before === '' ? words.beforeEmpty : changed.before} → ${value || '–'}`
      : '',
  ];
  return [
    name + confidenceMark(confidence, locale),
    value === '' ? '–' : value,
    says.filter((part) => part !== '').join(' · '),
  ];
}

/** What is not official says so; what a source says needs no mark. */
function confidenceMark(confidence: 'sourced' | 'proposal' | 'unconfirmed', locale: Locale): string {
  return confidence === 'sourced' ? '' : ` (${topicWords[locale].confidence[confidence]})`;
}
