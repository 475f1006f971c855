/** The history of one note or commitment, out of the record: who, when, before and after. */
import { z } from 'zod';
import { jsonText } from '#db/json';
import type { EventRow } from '#db/schema';
import { formatDay } from '~/i18n';
import type { Locale } from '~/instrument';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import type { EventType } from '~/record/events';
import { payloadOf } from '~/record/read.server';
import { commitmentWords } from './commitmentWords';

/** How much of a text the history repeats. */
const LONGEST = 400;

export interface HistoryChange {
  readonly field: string;
  /** Worded for reading; empty where there was or is nothing. */
  readonly before: string;
  readonly after: string;
}

export interface HistoryEntry {
  readonly seq: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly type: string;
  /** Null for what was there from the start. */
  readonly actorName: string | null;
  readonly changes: readonly HistoryChange[];
}

/** Names of what the record holds as codes. What was removed since keeps its code. */
export interface HistoryNames {
  readonly agenda: ReadonlyMap<string, string>;
  readonly agencies: ReadonlyMap<string, string>;
  /** By `instrument:number`; stored levels are real levels times the unit. */
  readonly indicators: ReadonlyMap<string, { readonly label: string; readonly unit: number }>;
}

/** What the history is of. */
export interface HistoryOf {
  readonly kind: keyof typeof TYPES;
  readonly id: string;
  /** The instrument of its linked indicators as they stand now; null where none is linked. */
  readonly instrumentCode: string | null;
  /** Where it was written down, and the Rakerda after it that may have followed it up. */
  readonly rakerdaIds: readonly string[];
}

const TYPES = {
  note: ['note.added', 'note.changed', 'note.removed'],
  commitment: ['commitment.added', 'commitment.changed', 'commitment.removed', 'commitment.statusChanged'],
} as const satisfies Record<string, readonly EventType[]>;

/** Everything that happened to one note or commitment, the newest first. */
export async function readHistory(
  { db, locale }: Pick<MeetingScope, 'db' | 'locale'>,
  of: HistoryOf,
  names: HistoryNames,
): Promise<readonly HistoryEntry[]> {
  const rows = await db
    .selectFrom('event')
    .leftJoin('account', 'account.id', 'event.actor_id')
    .select(['event.seq', 'event.at', 'event.type', 'event.payload', 'account.name as actor_name'])
    .where('event.rakerda_id', 'in', [...of.rakerdaIds])
    .where('event.type', 'in', TYPES[of.kind])
    .where(jsonText('event.payload', 'id'), '=', of.id)
    .orderBy('event.seq', 'desc')
    .execute();
  const word = wording(names, locale);
  // Going back in time, the instrument that rises are of is known until a change of it says which it was before.
  let { instrumentCode } = of;
  return rows.map((row) => {
    const changes = changesOf(row);
    const { instrumentCode: moved } = changes;
    const before = moved ? codeOf(moved[0]) : instrumentCode;
    const after = moved ? codeOf(moved[1]) : instrumentCode;
    instrumentCode = before;
    return {
      seq: row.seq,
      at: row.at,
      type: row.type,
      actorName: row.actor_name,
      changes: Object.entries(changes)
        .filter(([field]) => field !== 'instrumentCode')
        .map(([field, [old, now]]) => ({
          field,
          before: word(field, old, before),
          after: word(field, now, after),
        }))
        .filter(({ before: old, after: now }) => old !== now),
    };
  });
}

/** What an event changed, as `field: [before, after]`; what was added had nothing before. */
function changesOf(row: Pick<EventRow, 'type' | 'payload'>): Readonly<Record<string, [unknown, unknown]>> {
  const added = payloadOf(row, 'note.added') ?? payloadOf(row, 'commitment.added');
  const removed = payloadOf(row, 'note.removed') ?? payloadOf(row, 'commitment.removed');
  const changed =
    payloadOf(row, 'note.changed') ??
    payloadOf(row, 'commitment.changed') ??
    payloadOf(row, 'commitment.statusChanged');
  if (changed) return changed.changes;
  return Object.fromEntries(
    Object.entries(added?.after ?? removed?.before ?? {}).map(
      ([field, value]): [string, [unknown, unknown]] => [field, added ? [null, value] : [value, null]],
    ),
  );
}

const codeOf = (value: unknown) => (typeof value === 'string' ? value : null);

const risesSchema = z.array(z.object({ no: z.number(), toLevel: z.number() }));
const indicatorSchema = z.object({ instrumentCode: z.string(), no: z.number() });

function wording(
  names: HistoryNames,
  locale: Locale,
): (field: string, value: unknown, instrumentCode: string | null) => string {
  const { kind, status, board } = commitmentWords[locale];
  const named = (map: Readonly<Record<string, string>>, value: string) => map[value] ?? value;
  const indicator = (code: string | null, no: number) =>
    names.indicators.get(`${code ?? ''}:${no}`) ?? { label: String(no), unit: 1 };
  return (field, value, instrumentCode) => {
    if (field === 'rises') {
      const rises = risesSchema.safeParse(value);
      if (!rises.success) return '';
      return rises.data
        .map(({ no, toLevel }) => {
          const { label, unit } = indicator(instrumentCode, no);
          return `${label} ${board.toLevel({ level: String(toLevel / unit) })}`;
        })
        .join('; ');
    }
    if (field === 'indicator') {
      const one = indicatorSchema.safeParse(value);
      return one.success ? indicator(one.data.instrumentCode, one.data.no).label : '';
    }
    if (typeof value !== 'string') return '';
    switch (field) {
      case 'kind':
        return named(kind, value);
      case 'status':
        return named(status, value);
      case 'agendaItemId':
        return names.agenda.get(value) ?? value;
      case 'agencyCode':
        return names.agencies.get(value) ?? value;
      case 'dueOn':
        return formatDay(value, locale);
      default:
        return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
    }
  };
}
