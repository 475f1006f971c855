/**
 * What travels over the live stream: levels and states, never texts. One schema for the server that writes it and
 * the browser that reads it.
 */
import * as z from 'zod/mini';

const place = {
  /** Sequence number in the record: the `id:` of the event, and where a reader resumes. */
  seq: z.int().check(z.minimum(1)),
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
  /** The stored level now; null where the answer was withdrawn. */
  level: z.nullable(z.int()),
  /** Flagged for the plenary. */
  discuss: z.boolean(),
});

export const stateEventSchema = z.object({
  type: z.literal('state'),
  ...place,
  state: z.enum(['draft', 'submitted', 'approved']),
  /** All stored levels in instrument order; absent where the reader may not see them (any more). */
  levels: z.optional(levels),
});

export const liveEventSchema = z.discriminatedUnion('type', [levelEventSchema, stateEventSchema]);

export type LevelEvent = z.infer<typeof levelEventSchema>;
export type StateEvent = z.infer<typeof stateEventSchema>;
export type LiveEvent = z.infer<typeof liveEventSchema>;

/** The names of the events on the wire, for `EventSource.addEventListener`. */
export const LIVE_EVENT_TYPES = ['level', 'state'] as const satisfies readonly LiveEvent['type'][];

/** Reads the data of one event; null where it is not one of ours (a newer server, for example). */
export function parseLiveEvent(data: string): LiveEvent | null {
  try {
    const parsed = liveEventSchema.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
