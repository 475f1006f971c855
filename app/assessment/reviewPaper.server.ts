/** What the PDF of a review sheet says: put into words once, so that drawing it and reading it back agree. */
import { lineText } from '~/files/letters.server';
import { formatDateTime, formatFigure, formatNumber, sharedWords } from '~/i18n';
import type { Locale } from '~/instrument';
import type { AssessmentState } from '#db/schema';
import { reviewFrameWords } from '~/rakerda/reviewFrameWords';
import { assessmentWords } from './assessmentWords';
import { GAPS } from './gaps';
import type { ReviewedAnswer, ReviewSheet } from './review.read.server';
import { REVIEW_FILTERS, type ReviewFilter, shows } from './reviewForm';
import { reviewPdfWords } from './reviewPdfWords';
import { reviewWords } from './reviewWords';

export interface ReviewWork {
  readonly sheet: Pick<ReviewSheet, 'standing' | 'lowest' | 'counts' | 'aspects'> & {
    readonly earlier: { readonly year: number } | null;
  };
  readonly filter: ReviewFilter;
  readonly locale: Locale;
  readonly agency: string;
  readonly rakerda: string;
  readonly instrument: string;
  readonly year: number;
  readonly timeZone: string;
  readonly isDemo: boolean;
  readonly state: AssessmentState;
  /** ISO 8601: the moment that the file names. */
  readonly madeAt: string;
}

export type ReviewPaper = ReturnType<typeof reviewPaper>;
export type PaperAnswer = ReviewPaper['aspects'][number]['answers'][number];

export function reviewPaper(work: ReviewWork) {
  const { sheet, filter, locale } = work;
  const { standing } = sheet;
  const ui = sharedWords[locale];
  const words = reviewWords[locale];
  const assessmentText = assessmentWords[locale];
  const pdf = reviewPdfWords[locale];
  const frame = reviewFrameWords[locale];
  const { paper } = frame;
  const number = (count: number) => formatNumber(count, locale);
  const figure = (hundredths: number) => formatFigure(hundredths, locale);
  const meaning = REVIEW_FILTERS[filter];
  const count = (of: ReviewFilter) => sheet.counts.find((one) => one.filter === of)?.count ?? 0;
  const answered = { answered: number(standing.answered), total: number(standing.total) };
  const range = { low: figure(standing.index), high: figure(standing.ceiling) };
  return {
    documentTitle: pdf.documentTitle({ agency: work.agency, year: String(work.year) }),
    author: ui.productName,
    lang: locale,
    watermark: work.isDemo ? paper.watermark : null,
    footer: [work.agency, ...(work.isDemo ? [paper.watermark] : [])].join(' – '),
    stamp: paper.printedAt({ moment: formatDateTime(work.madeAt, locale, work.timeZone) }),
    pageWords: paper.page({ page: '{page}', pages: '{pages}' }),
    title: assessmentText.reviewTitle,
    agency: work.agency,
    rakerda: work.rakerda,
    instrument: work.instrument,
    facts: [
      [paper.status, ui.state[work.state]],
      [assessmentText.indexNow, `${figure(standing.index)} – ${standing.predicate}`],
      [ui.answeredOf(answered), standing.answered === standing.total ? '' : assessmentText.rangeStill(range)],
      [paper.gaps, GAPS.map((gap) => `${words.gap[gap]}: ${number(countOf(sheet, gap))}`).join(' · ')],
      [
        paper.shown,
        `${meaning === 'all' ? frame.all : meaning === 'anyGap' ? words.anyGap : words.gap[meaning]}. ${words.shown(
          {
            count: number(count(filter)),
            total: number(standing.total),
          },
        )}`,
      ],
    ],
    nothing: count(filter) === 0 ? words.nothing : null,
    demoNotice: work.isDemo ? ui.demoNotice : null,
    aspects: sheet.aspects
      .map(({ no, name, answers }) => ({
        title: `${String(no)}. ${name}`,
        answers: answers.filter(({ gaps }) => shows(filter, gaps)).map((answer) => paperAnswer(answer, work)),
      }))
      .filter(({ answers }) => answers.length > 0),
    signature: {
      role: paper.head,
      institution: work.agency,
      date: paper.date,
      name: paper.name,
      nip: paper.nip,
    },
    words: {
      justification: words.justification,
      evidence: words.evidence,
      headNote: assessmentText.headNote,
    },
  };
}

/** Shorter answers stay on one page. */
const LONG = 1200;

function countOf(sheet: ReviewWork['sheet'], gap: (typeof GAPS)[number]): number {
  return sheet.aspects.flatMap(({ answers }) => answers).filter(({ gaps }) => gaps.includes(gap)).length;
}

function paperAnswer(answer: ReviewedAnswer, { sheet, locale }: ReviewWork) {
  const words = reviewWords[locale];
  const assessmentText = assessmentWords[locale];
  const pdf = reviewPdfWords[locale];
  const number = (count: number) => formatNumber(count, locale);
  const { level, earlierLevel, justification, evidence } = answer;
  return {
    title: `${String(answer.no)}. ${answer.name}${answer.service === '' ? '' : ` – ${answer.service}`}`,
    level: level === null ? '–' : number(level),
    says: [
      level === null
        ? words.countedAsLowest({ level: number(sheet.lowest) })
        : `${pdf.level} ${number(level)} – ${answer.levelName ?? ''}`,
      ...(sheet.earlier === null || earlierLevel === null
        ? []
        : [assessmentText.lastYear({ year: String(sheet.earlier.year), level: number(earlierLevel) })]),
      ...(answer.discuss ? [pdf.discuss] : []),
      ...(answer.isTakenOver ? [assessmentText.takenOver] : []),
    ].join(' · '),
    gaps: answer.gaps.map((gap) => words.gap[gap]).join(' · '),
    justification: level === null && justification === '' ? null : lineText(justification) || words.none,
    /** Where there is an address, it is drawn behind the caption. */
    evidence:
      level === null && evidence.length === 0
        ? null
        : evidence.length === 0
          ? [{ caption: words.none, url: '', href: '' }]
          : evidence.map(({ url, caption }) => ({
              caption: caption === '' ? '' : `${caption} – `,
              url,
              href: webAddress(url),
            })),
    headNote: answer.headNote === null ? null : lineText(answer.headNote),
    isLong: justification.length + (answer.headNote?.length ?? 0) + 80 * evidence.length > LONG,
  };
}

/** The address as a file may carry it, in plain letters; empty where it is none of the web. */
function webAddress(url: string): string {
  if (!URL.canParse(url)) return '';
  const { protocol, href } = new URL(url);
  return /^https?:$/.test(protocol) ? href : '';
}
