/** The monitor as plain values: who is stuck and why, the sums, the order, the page. */
import type { AssessmentState } from '#db/schema';
import type { Locale } from '~/instrument';

/** Connected and silent for this long means stuck. */
export const SILENCE_MS = 10 * 60 * 1000;
export const PAGE_SIZE = 50;

/** What the question "stuck?" looks at. Times are milliseconds of the clock. */
export interface Pace {
  readonly state: AssessmentState;
  readonly answered: number;
  readonly total: number;
  /** Open screens of the agency. */
  readonly screens: number;
  /** Since when it has been connected; null where it is not, or has only just come. */
  readonly connectedSince: number | null;
  /** The last answer that was saved; null where there is none. */
  readonly lastSave: number | null;
  /** When it was returned or reopened with a note; null where it was not. */
  readonly returnedAt: number | null;
}

export type Stuck =
  /** Connected, not complete, and no answer saved for so many whole minutes. */
  | { readonly kind: 'silent'; readonly minutes: number }
  | { readonly kind: 'absent' }
  /** Sent back with a note, and no answer saved since. */
  | { readonly kind: 'returned' };

/**
 * Why an agency does not move on; null where it does, is done, or may not answer now. Somebody who has only just
 * connected is given as long as somebody who has just saved.
 * @param isOpen the stage of the Rakerda lets agencies answer
 */
export function whyStuck(pace: Pace, isOpen: boolean, now: number): Stuck | null {
  if (!isOpen || pace.state !== 'draft') return null;
  const { returnedAt, lastSave } = pace;
  if (returnedAt !== null && (lastSave === null || lastSave <= returnedAt)) return { kind: 'returned' };
  if (pace.answered >= pace.total) return null;
  // Who has not come yet is not stuck: before a meeting that would be everybody.
  const hasCome = lastSave !== null || pace.answered > 0;
  if (pace.screens === 0) return hasCome ? { kind: 'absent' } : null;
  const from = Math.max(lastSave ?? 0, pace.connectedSince ?? now);
  const silence = now - from;
  return silence >= SILENCE_MS ? { kind: 'silent', minutes: Math.floor(silence / 60_000) } : null;
}

export interface FlaggedIndicator {
  readonly no: number;
  readonly name: string;
  readonly path: string;
}

export interface SentMessage {
  readonly id: string;
  readonly body: string;
  readonly sentAt: string;
  readonly senderName: string;
  readonly seenAt: string | null;
  readonly seenName: string | null;
}

export interface MonitorRow extends Pace {
  readonly agencyCode: string;
  readonly agencyName: string;
  /** The result page of the agency. */
  readonly path: string;
  /** Answered indicators of each aspect, in instrument order. */
  readonly aspects: readonly number[];
  readonly flags: number;
  /** When the assessment last moved; null where nobody has touched it. */
  readonly lastActivity: string | null;
  readonly sent: number;
  /** Sent and not yet read. */
  readonly unread: number;
}

export interface Tiles {
  readonly agencies: number;
  readonly connected: number;
  readonly submitted: number;
  readonly approved: number;
  readonly answered: number;
  readonly answerable: number;
  readonly stuck: number;
}

/** Sums up all agencies, whichever of them the page shows. */
export function sumUp(rows: readonly MonitorRow[], isOpen: boolean, now: number): Tiles {
  const count = (holds: (row: MonitorRow) => boolean) => rows.filter(holds).length;
  return {
    agencies: rows.length,
    connected: count((row) => row.screens > 0),
    submitted: count((row) => row.state === 'submitted'),
    approved: count((row) => row.state === 'approved'),
    answered: rows.reduce((sum, row) => sum + row.answered, 0),
    answerable: rows.reduce((sum, row) => sum + row.total, 0),
    stuck: count((row) => whyStuck(row, isOpen, now) !== null),
  };
}

/** Orders by the word that stands in the address. */
export const ORDERS = ['instansi', 'macet', 'kelengkapan'] as const;
export type Order = (typeof ORDERS)[number];

export interface Wish {
  readonly order: Order;
  readonly stuckOnly: boolean;
  readonly search: string;
  /** From 1. */
  readonly page: number;
  /** The agency whose messages and flags are open. */
  readonly open: string | null;
}

/** Reads `?urut=&saring=macet&cari=&hal=&buka=`. */
export function readWish(params: URLSearchParams): Wish {
  const page = Number(params.get('hal') ?? '1');
  return {
    order: ORDERS.find((known) => known === params.get('urut')) ?? 'instansi',
    stuckOnly: params.get('saring') === 'macet',
    search: (params.get('cari') ?? '').trim().slice(0, 100),
    page: Number.isInteger(page) && page > 0 ? page : 1,
    open: params.get('buka'),
  };
}

/** The rows that fit the wish, in its order, and the page of them it asks for. */
export function arrange(
  rows: readonly MonitorRow[],
  wish: Wish,
  isOpen: boolean,
  locale: Locale,
  now: number,
): {
  readonly rows: readonly MonitorRow[];
  readonly found: number;
  readonly page: number;
  readonly pages: number;
} {
  const sought = wish.search.toLocaleLowerCase(locale);
  const reasons = new Map(rows.map((row) => [row.agencyCode, whyStuck(row, isOpen, now)]));
  const isStuck = (row: MonitorRow) => (reasons.get(row.agencyCode) ?? null) !== null;
  const found = rows
    .filter((row) => !wish.stuckOnly || isStuck(row))
    .filter((row) => `${row.agencyCode} ${row.agencyName}`.toLocaleLowerCase(locale).includes(sought));
  const collator = new Intl.Collator(locale, { numeric: true });
  const byName = (a: MonitorRow, b: MonitorRow) => collator.compare(a.agencyName, b.agencyName);
  const share = (row: MonitorRow) => row.answered / row.total;
  const sorted = [...found].sort((a, b) => {
    const first =
      wish.order === 'macet'
        ? Number(isStuck(b)) - Number(isStuck(a)) || share(a) - share(b)
        : wish.order === 'kelengkapan'
          ? share(b) - share(a)
          : 0;
    return first || byName(a, b);
  });
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
  const page = Math.min(wish.page, pages);
  return {
    rows: sorted.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    found: sorted.length,
    page,
    pages,
  };
}
