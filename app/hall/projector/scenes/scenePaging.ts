/** Which rows of a long scene are on the screen. Pure: the clock is given. */

/** Rows that can be read from the last row of a hall without scrolling. */
export const HALL_ROWS = 14;
/** Agencies that the hall waits for, below one large figure and above those that are done. */
export const PROGRESS_ROWS = 8;
/** Rows that a phone draws at once: a card of the heat map has some fifty nodes. */
export const PHONE_ROWS = 24;
/** Items of the agenda on a page. */
export const AGENDA_ROWS = 6;
/** Commitments on a page: each takes several lines. */
export const COMMITMENT_ROWS = 4;
/** Topics of the table side by side, on the narrowest projector in the widest typeface; beyond, they come in groups. */
export const TABLE_TOPICS = 3;
/** Columns of cells side by side: as many as the heat map has aspects. */
export const MOST_COLUMNS = 8;
/** What stands where there is nothing to take a part of. */
export const NOTHING_OF = '–';
/** How long a page stands. */
export const PAGE_SECONDS = 10;
/** From so many agencies on, a scene begins with a picture of all of them. */
export const MANY = 60;

/** Rows cut into pages of nearly the same length: 38 rows are 13, 13 and 12, never 14, 14 and 10. */
export function pagesOf<Row>(rows: readonly Row[], most: number): readonly (readonly Row[])[] {
  const count = Math.ceil(rows.length / most);
  if (count <= 1) return [rows];
  const short = Math.floor(rows.length / count);
  const longer = rows.length % count;
  let start = 0;
  return Array.from({ length: count }, (_, page) => {
    const end = start + short + (page < longer ? 1 : 0);
    const slice = rows.slice(start, end);
    start = end;
    return slice;
  });
}

/** Letters of a line of text on the narrowest projector in the widest typeface, and how many such lines it has. */
const LINE_LETTERS = 68;
const TEXT_LINES = 16;

/** Texts cut into pages on which all of them are whole; one that is longer than a page has one to itself. */
export function pagesOfTexts<Text extends { readonly text: string }>(
  texts: readonly Text[],
): readonly (readonly Text[])[] {
  const pages: Text[][] = [];
  let lines = Infinity;
  for (const one of texts) {
    const own = Math.ceil(one.text.length / LINE_LETTERS);
    const page = pages.at(-1);
    if (page && lines + own <= TEXT_LINES) {
      page.push(one);
      lines += own;
    } else {
      pages.push([one]);
      lines = own;
    }
  }
  return pages;
}

/** What every level of an indicator asks, and what a later guide says of it: pages behind that of the agencies. */
export function levelTexts(
  levels: readonly {
    readonly level: number;
    readonly criterion: string;
    readonly note?: string | undefined;
  }[],
): readonly (readonly { readonly level: number; readonly text: string }[])[] {
  return [
    ...pagesOfTexts(levels.map(({ level, criterion }) => ({ level, text: criterion }))),
    ...pagesOfTexts(levels.flatMap(({ level, note }) => (note === undefined ? [] : [{ level, text: note }]))),
  ];
}

/**
 * The page that stands at a moment: every screen with the right time turns to the same one.
 * @param past milliseconds since the pages began to turn; a clock that is a little late is still on the first
 */
export function pageAt(past: number, pages: number): number {
  return pages <= 1 ? 0 : Math.floor(Math.max(0, past) / (PAGE_SECONDS * 1000)) % pages;
}

/** The remote's page where it names one (a page that is gone becomes the last), else the clock's. */
export function chosenPage(chosen: number | null, past: number, pages: number): number {
  return chosen === null ? pageAt(past, pages) : Math.min(Math.max(chosen, 0), Math.max(pages - 1, 0));
}

/**
 * How many names each group may write out so that all groups together write about `budget`: every group gets its
 * share, at least one, and nobody is cut where all fit.
 */
export function nameBudgets(counts: readonly number[], budget: number): readonly number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all <= budget) return counts;
  return counts.map((count) => Math.min(count, Math.max(1, Math.floor((count / all) * budget))));
}
