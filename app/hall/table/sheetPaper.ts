/** What the paper of a sheet says: put into words once, so that drawing it and reading it back agree. */
import { formatDateTime, formatDay, formatNumber, sharedWords } from '~/i18n';
import type { Picture } from '~/files/picture.server';
import type { Locale } from '~/instrument';
import { shortened } from '~/text/shortened';
import type { SheetCommitment, SheetTopic, SheetView } from './sheet.read.server';
import type { SheetDetail } from './sheetDetail';
import { sheetWords } from './sheetWords';

export interface SheetWork {
  readonly sheet: SheetView;
  readonly rakerda: string;
  readonly timeZone: string;
  readonly host: string;
  readonly isDemo: boolean;
  /** What stands at its head; null for nothing. */
  readonly arms: Picture | null;
  readonly locale: Locale;
  /** ISO 8601: the moment that the file names. */
  readonly madeAt: string;
}

/** How much stands on the one page: the first with which it stays one page is taken. */
export const ROOM = [
  { aspects: 3, steps: 6, commitments: 7, letters: 150 },
  { aspects: 3, steps: 3, commitments: 5, letters: 100 },
  { aspects: 2, steps: 1, commitments: 4, letters: 70 },
  { aspects: 1, steps: 0, commitments: 2, letters: 50 },
] as const;
export type Room = (typeof ROOM)[number];

export type SheetPaper = ReturnType<typeof sheetPaper>;

export function sheetPaper({ sheet, locale, ...work }: SheetWork, room: Room) {
  const words = sheetWords[locale];
  const { agency, commitments } = sheet;
  const shown = commitments.slice(0, room.commitments);
  const rest = commitments.length - shown.length;
  const name = `${agency.name} (${agency.code})`;
  return {
    documentTitle: words.documentTitle({ agency: agency.name, rakerda: work.rakerda }),
    author: sharedWords[locale].productName,
    lang: locale,
    watermark: work.isDemo ? words.watermark : null,
    footer: [name, ...(work.isDemo ? [words.watermark] : [])].join(' – '),
    stamp: words.printedAt({ moment: formatDateTime(work.madeAt, locale, work.timeZone) }),
    pageWords: words.page({ page: '{page}', pages: '{pages}' }),
    title: words.title,
    agency: name,
    rakerda: work.rakerda,
    armsAlt: work.arms ? words.arms({ host: work.host }) : null,
    headline: sheet.headline,
    demoNotice: work.isDemo ? sharedWords[locale].demoNotice : null,
    topicColumns: [
      { title: words.topic, width: 30, right: false },
      { title: words.now, width: 34, right: false },
      { title: words.years, width: 30, right: false },
      { title: words.target, width: 22, right: false },
    ],
    topics: sheet.topics.map((topic) => ({ cells: topicCells(topic), whole: true })),
    details: sheet.details.map((detail) => paperDetail(detail, room, locale)),
    commitmentColumns: [
      { title: words.commitments, width: 58, right: false },
      { title: words.who, width: 24, right: false },
      { title: words.due, width: 20, right: false },
      { title: words.state, width: 18, right: false },
    ],
    commitments: shown.map((one) => ({ cells: commitmentCells(one, locale, room.letters), whole: true })),
    further: rest > 0 ? words.more({ count: formatNumber(rest, locale) }) : null,
    noCommitments: commitments.length === 0 ? words.noCommitments : null,
    words: {
      topics: words.topics,
      strongest: words.strongest,
      weakest: words.weakest,
      commitments: words.commitments,
    },
  };
}

function topicCells({ name, measure, cell, band, says, years, target }: SheetTopic): readonly string[] {
  const figure = [cell?.figure ?? '–', ...(cell?.change === undefined ? [] : [cell.change])].join('  ');
  return [
    `${name} – ${measure}`,
    [figure, ...(band === null ? [] : [band]), ...(says === '' ? [] : [says])].join(' · '),
    years === '' ? '–' : years,
    target === '' ? '–' : target,
  ];
}

function paperDetail(
  { name, strongest, weakest, costTitle, cost, steps }: SheetDetail,
  room: Room,
  locale: Locale,
) {
  return {
    name,
    noAspects: strongest.length === 0 ? sheetWords[locale].noAspects : null,
    strongest: strongest.slice(0, room.aspects),
    weakest: weakest.slice(0, room.aspects),
    costTitle,
    cost,
    steps: steps.slice(0, room.steps),
  };
}

function commitmentCells(
  { what, who, dueOn, status, isLate }: SheetCommitment,
  locale: Locale,
  letters: number,
): readonly string[] {
  const words = sheetWords[locale];
  return [
    // The page has all of it.
    shortened(what, letters),
    shortened(who, Math.ceil(letters / 2)),
    formatDay(dueOn, locale),
    isLate ? `${words.status[status]}, ${words.late}` : words.status[status],
  ];
}
