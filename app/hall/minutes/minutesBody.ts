/**
 * What a Berita Acara says, as it is kept for good: one JSON document from which the PDF and the copy for editing are
 * drawn. Indices are hundredths (285 = 2,85), levels are real levels, times ISO 8601 UTC, names Indonesian.
 */
import { z } from 'zod';
import { cleanText, mapTexts } from '~/text';

const figure = z.int().nullable();

const attendeeSchema = z.strictObject({
  agencyCode: z.string().nullable(),
  /** The agency's name, or where a guest comes from. */
  institution: z.string(),
  name: z.string(),
  position: z.string(),
  joinedAt: z.string(),
});

const noteSchema = z.strictObject({
  kind: z.enum(['note', 'recommendation']),
  body: z.string(),
  agencyName: z.string().nullable(),
  indicatorNo: z.int().nullable(),
});

const agendaItemSchema = z.strictObject({
  startsAt: z.string(),
  endsAt: z.string(),
  topic: z.string(),
  title: z.string(),
  speaker: z.string(),
  notes: z.array(noteSchema),
});

const approvedFiguresSchema = z.strictObject({
  index: z.int(),
  predicate: z.string(),
  /** Per domain, in the order of the instrument. */
  domains: z.array(z.int()),
  /** What the agency was approved with in the Rakerda of the year before. */
  previous: figure,
  /** Real level per indicator, in the order of the instrument; null where the agency left it unanswered. */
  levels: z.array(z.number().nullable()),
});

const agencyResultSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  state: z.enum(['draft', 'submitted', 'approved']),
  answered: z.int(),
  total: z.int(),
  target: figure,
  /** Null until the head has approved: what is not approved has no figure here. */
  figures: approvedFiguresSchema.nullable(),
});

const resultSchema = z.strictObject({
  instrument: z.strictObject({
    code: z.string(),
    version: z.string(),
    name: z.string(),
    shortName: z.string(),
    regulation: z.string(),
    inForce: z.boolean(),
    regulationNote: z.string(),
    domains: z.array(z.string()),
  }),
  agencies: z.array(agencyResultSchema),
  /** Over the approved agencies that left nothing unanswered; null where there is none. */
  mean: figure,
  median: figure,
  /** How many these are. Earlier minutes have no such number: theirs are over all that were approved. */
  averageOf: z.optional(z.int()),
  /** Year of the Rakerda that `previous` figures come from. */
  previousYear: z.int().nullable(),
  /** See `checksum.ts`. */
  figuresSha256: z.string(),
});

const topicSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  /** What its figures count, and whether that measure is a proposal of this tool. */
  measure: z.string(),
  isProposal: z.boolean(),
  agencies: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      filled: z.int(),
      total: z.int(),
      /** As it is printed, in Indonesian; null until the head has approved, or where nothing can be said yet. */
      figure: z.string().nullable(),
      band: z.string().nullable(),
      remarks: z.array(z.string()),
      isApproved: z.boolean(),
    }),
  ),
});

const voteSchema = z.strictObject({
  instrumentCode: z.string(),
  indicatorNo: z.int(),
  indicatorName: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  voted: z.int(),
  eligible: z.int(),
  tally: z.array(z.strictObject({ level: z.number(), votes: z.int() })),
  claimed: z.number().nullable(),
  median: figure,
  agreed: z.strictObject({ level: z.number(), reason: z.string() }).nullable(),
});

const commitmentSchema = z.strictObject({
  agencyCode: z.string(),
  agencyName: z.string(),
  what: z.string(),
  who: z.string(),
  dueOn: z.string(),
  measure: z.string(),
  status: z.enum(['planned', 'underway', 'done', 'dropped']),
  statusNote: z.string(),
  indicators: z.array(z.strictObject({ no: z.int(), toLevel: z.number() })),
  /** Only where the agency's assessment is approved: they follow from its levels. */
  gain: figure,
  reaches: figure,
});

export const minutesBodySchema = z.strictObject({
  format: z.literal(1),
  number: z.int().min(1),
  numberText: z.string(),
  code: z.string(),
  /** Where the code is checked; printed, and in the QR. */
  checkAddress: z.string(),
  /** The one moment everything below was read at. */
  madeAt: z.string(),
  madeBy: z.string(),
  asOf: z.int(),
  rakerda: z.strictObject({
    id: z.string(),
    name: z.string(),
    year: z.int(),
    startsOn: z.string(),
    endsOn: z.string(),
    place: z.string(),
    host: z.string(),
    timeZone: z.string(),
    isDemo: z.boolean(),
    /** Fingerprint of the arms at its head. Left out where there were none, as in earlier minutes. */
    arms: z.optional(z.string()),
  }),
  attendance: z.array(attendeeSchema),
  agenda: z.array(agendaItemSchema),
  /** Notes that belong to no agenda item. */
  notes: z.array(noteSchema),
  results: z.array(resultSchema),
  /** Topics that are measured beside the assessments. Earlier minutes do not tell them. */
  topics: z.optional(z.array(topicSchema)),
  votes: z.array(voteSchema),
  /** Votes whose result the hall had not seen at that moment. */
  votesUnrevealed: z.int(),
  commitments: z.array(commitmentSchema),
  /** Everybody who takes part, in the order of their codes: who signs. */
  agencies: z.array(z.strictObject({ code: z.string(), name: z.string() })),
});

export type MinutesBody = z.infer<typeof minutesBodySchema>;
export type MinutesResult = MinutesBody['results'][number];
export type MinutesTopic = z.infer<typeof topicSchema>;
export type MinutesNote = z.infer<typeof noteSchema>;
export type MinutesCommitment = z.infer<typeof commitmentSchema>;
export type MinutesVote = z.infer<typeof voteSchema>;

/**
 * The body with every text cleaned as forms clean it: what was written down before they did would otherwise end up in
 * files that nobody can open.
 */
export function cleanBody(body: MinutesBody): MinutesBody {
  return minutesBodySchema.parse(mapTexts(body, cleanText));
}

/** The one text of a value: keys in order, no blanks. Equal values give equal text, so that a checksum can stand on it. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  });
}

/** Reads a stored body. Throws where it does not have its shape. */
export function parseMinutesBody(text: string): MinutesBody {
  return minutesBodySchema.parse(JSON.parse(text));
}
