/**
 * What travels over the live stream: levels, states and hints, never texts. One schema for the server that writes it and
 * the browser that reads it.
 */
import * as z from 'zod/mini';

/** Sequence number in the record: the `id:` of the event, and where a reader resumes. */
const seq = z.int().check(z.minimum(1));

const place = {
  seq,
  assessmentId: z.string(),
  /** Code of the agency, `63.01`. */
  agency: z.string(),
};

const levels = z.readonly(z.array(z.nullable(z.int())));

export const levelEventSchema = z.object({
  type: z.literal('level'),
  ...place,
  /** Number of the indicator, from 1. */
  indicator: z.int().check(z.minimum(1)),
  /** Which version of the answer this is. */
  version: z.int(),
  /** The stored level now; null where the answer was withdrawn. */
  level: z.nullable(z.int()),
  /** Flagged for the plenary. */
  discuss: z.boolean(),
});

/** Something of an answer was saved that shows in no figure: its texts, its links. Only for screens of the agency itself. */
export const answerEventSchema = z.object({
  type: z.literal('answer'),
  ...place,
  indicator: z.int().check(z.minimum(1)),
  version: z.int(),
});

export const stateEventSchema = z.object({
  type: z.literal('state'),
  ...place,
  state: z.enum(['draft', 'submitted', 'approved']),
  /** All stored levels in instrument order; absent where the reader may not see them (any more). */
  levels: z.optional(levels),
});

/** Somebody used the remote: what the hall sees is different now. */
export const projectorEventSchema = z.object({ type: z.literal('projector'), seq });

/** A calibration vote went a step on. Says nothing about what was voted, nor by whom. */
export const voteEventSchema = z.object({
  type: z.literal('vote'),
  seq,
  voteId: z.string(),
  step: z.enum(['opened', 'cast', 'closed', 'withdrawn', 'revealed', 'agreed']),
});

/** A facilitator's word to one agency, or that it was read. Only for that agency and for who watches the monitor. */
export const messageEventSchema = z.object({ type: z.literal('message'), seq, agency: z.string() });

/** What a hint is about. */
export const HINTS = [
  'answers',
  'late',
  'rakerda',
  'agenda',
  'cards',
  'attendance',
  'notes',
  'commitments',
  'topics',
  'minutes',
] as const;

/**
 * Something changed that the reader asks the server about. `answers` goes to screens that show what the hall sees and
 * may not read the drafts behind it: it names neither agency nor indicator.
 */
export const hintEventSchema = z.object({ type: z.literal('hint'), seq, about: z.enum(HINTS) });

/** How many screens of an agency are open. Not part of the record: carries no number, and is never resumed. */
export const presenceEventSchema = z.object({
  type: z.literal('presence'),
  agency: z.string(),
  screens: z.int().check(z.minimum(0)),
});

/** An event of the record. */
export const recordEventSchema = z.discriminatedUnion('type', [
  levelEventSchema,
  answerEventSchema,
  stateEventSchema,
  projectorEventSchema,
  voteEventSchema,
  messageEventSchema,
  hintEventSchema,
]);

export const liveEventSchema = z.union([recordEventSchema, presenceEventSchema]);

export type Hint = (typeof HINTS)[number];
export type PresenceEvent = z.infer<typeof presenceEventSchema>;
export type RecordEvent = z.infer<typeof recordEventSchema>;
export type LevelEvent = z.infer<typeof levelEventSchema>;
export type StateEvent = z.infer<typeof stateEventSchema>;
export type VoteEvent = z.infer<typeof voteEventSchema>;
export type LiveEvent = z.infer<typeof liveEventSchema>;

/** The names of the events on the wire, for `EventSource.addEventListener`. */
export const LIVE_EVENT_TYPES = [
  'level',
  'answer',
  'state',
  'projector',
  'vote',
  'message',
  'hint',
  'presence',
] as const satisfies readonly LiveEvent['type'][];

/** Reads the data of one event; null where it is not one of ours (a newer server, for example). */
export function parseLiveEvent(data: string): LiveEvent | null {
  try {
    const parsed = liveEventSchema.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** A beat of the stream: nothing happened, and the connection stands. */
export const BEAT = 'beat';

/** What a page is told that asks instead of listening. */
export interface LiveAnswer {
  /** Everything up to here is told. */
  readonly upTo: number;
  readonly events: readonly LiveEvent[];
  /** Asking again at once brings more. */
  readonly hasMore: boolean;
}

const answerSchema = z.object({
  upTo: z.int().check(z.minimum(0)),
  events: z.array(z.unknown()),
  hasMore: z.boolean(),
});

/** Null where it is no such answer; events that are not understood are left out. */
export function parseLiveAnswer(value: unknown): LiveAnswer | null {
  const parsed = answerSchema.safeParse(value);
  if (!parsed.success) return null;
  const events = parsed.data.events.flatMap((event) => {
    const known = liveEventSchema.safeParse(event);
    return known.success ? [known.data] : [];
  });
  return { ...parsed.data, events };
}
