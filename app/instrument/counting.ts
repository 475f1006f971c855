/**
 * Figures counted out of a list of reports, one per row: which words of the list belong to which field. Only numbers come
 * out; of a report nothing is kept but whether its id was there before.
 */
import { z } from 'zod';
import { dayIn, workingDaysBetween } from './dayIn';
import { codeSchema } from './schema';
import { sourceSchema } from './source';

const words = z
  .array(z.string().regex(/^[a-z0-9 ]+$/, 'words are small letters and digits'))
  .min(1)
  .max(30)
  .readonly();

export const countingSchema = z
  .strictObject({
    /** The field of all reports. */
    received: codeSchema,
    types: z
      .array(
        z.strictObject({
          field: codeSchema,
          /** Working days until which a report of this type is on time. */
          days: z.int().min(1).max(250),
          words,
        }),
      )
      .min(1)
      .max(12)
      .readonly(),
    statuses: z
      .array(z.strictObject({ field: codeSchema, words }))
      .min(1)
      .max(12)
      .readonly(),
    /** Which of the statuses is the end. */
    resolved: codeSchema,
    /** Resolved within the days of their type. */
    onTime: codeSchema,
    /** Working days of all that are resolved, added up. */
    workingDays: codeSchema,
    source: sourceSchema,
  })
  .readonly();
export type Counting = z.infer<typeof countingSchema>;

/** The fields that a counting writes into. */
export function countedFields({
  received,
  types,
  statuses,
  onTime,
  workingDays,
}: Counting): readonly string[] {
  return [
    received,
    ...types.map(({ field }) => field),
    ...statuses.map(({ field }) => field),
    onTime,
    workingDays,
  ];
}

/** A cell of the list: a text, or a number that may be a day as spreadsheets count them. */
export type ListCell = string | number | null;

export interface ReportRow {
  readonly no: number;
  readonly id: ListCell;
  readonly date: ListCell;
  readonly status: ListCell;
  readonly type: ListCell;
  readonly finished: ListCell;
}

export const FINDINGS = [
  /** Counted once. */
  'duplicate',
  'noId',
  'dateUnreadable',
  /** Written as month, day, year: what could be read either way would be read wrongly. */
  'monthFirst',
  'otherYear',
  'noStatus',
  'statusUnknown',
  'noType',
  'typeUnknown',
  'finishMissing',
  'finishUnreadable',
  'finishBefore',
] as const;
export type FindingKind = (typeof FINDINGS)[number];

export interface Finding {
  readonly kind: FindingKind;
  readonly count: number;
  /** The first of them. */
  readonly rows: readonly number[];
  /** Words that belong to no field, the first of them. */
  readonly words: readonly string[];
}

export interface Counted {
  /** Stored figures by field; what the list does not say is missing. */
  readonly figures: Readonly<Record<string, number>>;
  /** Rows with anything in them. */
  readonly rows: number;
  readonly findings: readonly Finding[];
}

/** Which columns the list has besides date and status. */
export interface ListColumns {
  readonly id: boolean;
  readonly type: boolean;
  readonly finished: boolean;
}

const MOST_ROWS_NAMED = 12;
const MOST_WORDS_NAMED = 8;
const MOST_LETTERS = 40;

/** A word as lists of words have it: small letters and digits, single blanks. */
export function bareWord(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Counts row by row. */
export function startCount(counting: Counting, columns: ListColumns, year: number) {
  const figures = new Map<string, number>(
    [counting.received, ...counting.statuses.map(({ field }) => field)].map((field) => [field, 0]),
  );
  if (columns.type) for (const { field } of counting.types) figures.set(field, 0);
  const add = (field: string, by: number) => figures.set(field, (figures.get(field) ?? 0) + by);
  const statusOf = byWord(counting.statuses);
  const typeOf = byWord(counting.types);
  const found = new Map<FindingKind, { count: number; rows: number[]; words: Set<string> }>();
  const find = (kind: FindingKind, no: number, word?: string) => {
    const there = found.get(kind) ?? { count: 0, rows: [], words: new Set<string>() };
    there.count += 1;
    if (there.rows.length < MOST_ROWS_NAMED) there.rows.push(no);
    if (word !== undefined && there.words.size < MOST_WORDS_NAMED) there.words.add(word);
    found.set(kind, there);
  };
  const seen = new Set<string>();
  let rows = 0;
  let onTime = 0;
  let days = 0;
  /** Of some that are resolved it is not known how long they took, or how long they might. */
  let isTimed = columns.finished;
  let isDue = columns.type;

  function takeStatus({ no, status }: ReportRow): string | null {
    const word = wordOf(status);
    if (word === '') {
      find('noStatus', no);
      return null;
    }
    const field = statusOf.get(word)?.field ?? null;
    if (field === null) find('statusUnknown', no, shown(status));
    else add(field, 1);
    return field;
  }

  function takeType({ no, type }: ReportRow): number | null {
    if (!columns.type) return null;
    const word = wordOf(type);
    if (word === '') {
      find('noType', no);
      return null;
    }
    const known = typeOf.get(word);
    if (known) add(known.field, 1);
    else find('typeUnknown', no, shown(type));
    return known?.days ?? null;
  }

  function takeTime({ no, finished }: ReportRow, from: number, due: number | null): void {
    if (!columns.finished) return;
    const until = finished === null || finished === '' ? 'none' : dayIn(finished);
    if (typeof until === 'string') {
      find(
        until === 'none' ? 'finishMissing' : until === 'monthFirst' ? 'monthFirst' : 'finishUnreadable',
        no,
      );
      isTimed = false;
      return;
    }
    if (until < from) {
      find('finishBefore', no);
      isTimed = false;
      return;
    }
    const took = workingDaysBetween(from, until);
    days += took;
    if (due === null) isDue = false;
    else if (took <= due) onTime += 1;
  }

  return {
    take(row: ReportRow): void {
      rows += 1;
      const id = row.id === null ? '' : String(row.id).trim().toLowerCase();
      if (columns.id && id === '') find('noId', row.no);
      if (id !== '' && seen.has(id)) return find('duplicate', row.no);
      if (id !== '') seen.add(id);
      const day = row.date === null ? 'unreadable' : dayIn(row.date);
      if (typeof day === 'string')
        return find(day === 'monthFirst' ? 'monthFirst' : 'dateUnreadable', row.no);
      if (new Date(day * DAY_MS).getUTCFullYear() !== year) return find('otherYear', row.no);
      add(counting.received, 1);
      const due = takeType(row);
      if (takeStatus(row) === counting.resolved) takeTime(row, day, due);
    },
    finish(): Counted {
      if (isTimed) figures.set(counting.workingDays, days);
      if (isTimed && isDue) figures.set(counting.onTime, onTime);
      return {
        figures: Object.fromEntries(figures),
        rows,
        findings: FINDINGS.flatMap((kind): Finding[] => {
          const one = found.get(kind);
          return one ? [{ kind, count: one.count, rows: one.rows, words: [...one.words] }] : [];
        }),
      };
    },
  };
}

const DAY_MS = 86_400_000;

function byWord<Of extends { readonly words: readonly string[] }>(
  list: readonly Of[],
): ReadonlyMap<string, Of> {
  return new Map(list.flatMap((one) => one.words.map((word) => [word, one] as const)));
}

function wordOf(cell: ListCell): string {
  return cell === null ? '' : bareWord(String(cell));
}

function shown(cell: ListCell): string {
  const text = String(cell).replace(/\s+/g, ' ').trim();
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text;
}
