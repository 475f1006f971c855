/**
 * The closed list of what can happen, each event with what its payload holds. The writer, the live stream, the histories
 * and the words of the audit trail all follow from this list: a new event that lacks one of them fails the type check.
 *
 * Rows of earlier versions of the product stay readable: a field that came later is optional here.
 */
import { z } from 'zod';

/** What changed: field → [before, after]. */
const changes = z.record(z.string(), z.tuple([z.unknown(), z.unknown()]));
const facts = z.record(z.string(), z.unknown());
const evidence = z.array(z.object({ url: z.string(), caption: z.string() }));
/** Stored levels in the order of the instrument; null where unanswered. */
const levels = z.array(z.int().nullable());
const assessmentState = z.enum(['draft', 'submitted', 'approved']);
const rakerdaState = z.enum(['preparation', 'filling', 'plenary', 'closed', 'archived']);
const account = { accountId: z.string(), username: z.string(), name: z.string().optional() };
const voteId = z.string();
/** The figure of a topic and what is to be reached of it, in units of its last digit. */
const topicTarget = z.object({ measure: z.string(), units: z.int() });
const nothing = z.object({});

const answerFields = z.object({
  level: z.int().nullable(),
  justification: z.string(),
  note: z.string(),
  personInCharge: z.string(),
  service: z.string(),
  discuss: z.boolean(),
  evidence,
});

export const answerChanges = z.object({
  level: z.tuple([z.int().nullable(), z.int().nullable()]).optional(),
  justification: z.tuple([z.string(), z.string()]).optional(),
  note: z.tuple([z.string(), z.string()]).optional(),
  personInCharge: z.tuple([z.string(), z.string()]).optional(),
  service: z.tuple([z.string(), z.string()]).optional(),
  discuss: z.tuple([z.boolean(), z.boolean()]).optional(),
  evidence: z.tuple([evidence, evidence]).optional(),
});

const step = { from: assessmentState, to: assessmentState, levels };
/** A sheet of figures on its way to the head: its id, the code of its instrument, the version that the step was taken on. */
const sheet = { id: z.string(), topic: z.string(), version: z.int() };
const cardFacts = z.object({ cardId: z.string(), role: z.string() });

const schemas = {
  'account.signedIn': z.object({ method: z.string(), address: z.string() }),
  'account.signInFailed': z.object({ username: z.string(), address: z.string() }),
  'account.signedOut': nothing,
  'account.signedOutEverywhere': nothing,
  /** One sign-in was ended from elsewhere, by its owner or an administrator. */
  'account.signInEnded': z.object({ ...account, userAgent: z.string().nullable() }),
  'account.passwordChanged': nothing,
  /** Typed the own password again, right or wrong, where an act on other accounts asked for it. */
  'account.proved': z.object({ address: z.string() }),
  'account.proofFailed': z.object({ address: z.string() }),
  /** Asked for something without the right to it. */
  'account.refused': z.object({ method: z.string(), path: z.string() }),
  'account.created': z.object({
    ...account,
    role: z.string(),
    rakerda: z.array(z.string()).optional(),
  }),
  'account.agencyAccountsCreated': z.object({
    created: z.array(z.string()),
    reissued: z.array(z.string()),
  }),
  'account.renamed': z.object({ ...account, before: z.string() }),
  'account.passwordReset': z.object(account),
  'account.disabled': z.object(account),
  'account.enabled': z.object(account),
  'account.membershipsChanged': z.object({
    ...account,
    added: z.array(z.string()),
    removed: z.array(z.string()),
  }),

  /** `name` is `code@version`. A draft that another one takes the place of is discarded first. */
  'instrument.drafted': z.object({ name: z.string(), sha256: z.string() }),
  'instrument.discarded': z.object({ name: z.string() }),
  'instrument.published': z.object({ name: z.string(), sha256: z.string() }),

  'rakerda.created': z.object({
    name: z.string(),
    /** `code@version`. */
    instruments: z.array(z.string()),
    /** Likewise. */
    topics: z.array(z.string()).optional(),
    agencies: z.array(z.string()),
    /** Instrument code → agency code → hundredths; no entry where there is no target. */
    targets: z.record(z.string(), z.record(z.string(), z.int())).optional(),
    /** Of earlier versions, when a target stood for all instruments. */
    targetHundredths: z.int().nullish(),
    /** Topic → what is to be reached in one of its figures. */
    topicTargets: z.record(z.string(), topicTarget).optional(),
    ownTargets: z.record(z.string(), z.int().nullable()).optional(),
    previousId: z.string().nullish(),
  }),
  'rakerda.stateChanged': z.object({ from: rakerdaState, to: rakerdaState }),
  'rakerda.membersChanged': z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
  'rakerda.targetsChanged': z.object({ instrument: z.string().optional(), changes }),
  /** What all agencies shall reach in a topic; null where there was, or is, no target. */
  'rakerda.topicTargetChanged': z.object({
    topic: z.string(),
    before: topicTarget.nullable(),
    after: topicTarget.nullable(),
  }),
  'rakerda.changed': z.object({
    changes: changes.optional(),
    agenciesAdded: z.array(z.string()).optional(),
    /** `code@version`. */
    topicsAdded: z.array(z.string()).optional(),
  }),
  /** An agency that had left no trace was taken out, and with it what was got ready for it. */
  'rakerda.agencyRemoved': z.object({ cards: z.int(), targets: z.int() }),
  /** Fingerprints of the picture; null where there was, or is, none. */
  'rakerda.armsChanged': z.object({ before: z.string().nullable(), after: z.string().nullable() }),

  'answer.saved': z.object({
    version: z.int(),
    level: z.int().nullable(),
    discuss: z.boolean(),
    changes: answerChanges,
    /** The device that sent it and how many-eth change of that device it is; absent in a form without scripts. */
    device: z.object({ id: z.string(), seq: z.int() }).optional(),
  }),
  /** What somebody typed and did not choose over what another had saved. Changes nothing. */
  'answer.setAside': z.object({ version: z.int(), values: answerFields.partial() }),
  /** The head's note to one answer, told after the return of the whole that it belongs to. */
  'answer.returned': z.object({ note: z.string() }),
  /** Told after the save that took texts of an earlier year over. */
  'answer.takenOver': z.object({ version: z.int(), year: z.int(), fromRakerdaId: z.string() }),
  /** Somebody read what was taken over and left it as it is. */
  'answer.confirmed': z.object({ version: z.int() }),
  /**
   * Typed while answers were open and arrived after; changes nothing by itself. `version` is the answer that it was typed
   * on, `typedAt` when that was by the device's own count, null where the device said nothing usable.
   */
  'answer.late': z.object({
    version: z.int(),
    values: answerFields.partial(),
    typedAt: z.string().nullable(),
    device: z.object({ id: z.string(), seq: z.int() }).optional(),
  }),
  /** The facilitator's decisions about one `answer.late`, named by its number; the first after the save that it made. */
  'answer.lateAccepted': z.object({ late: z.int(), version: z.int() }),
  'answer.lateLeft': z.object({ late: z.int() }),
  /** Told after the save that put a version of a field back; `from` is the number of the event that held it. */
  'answer.restored': z.object({ version: z.int(), field: z.string(), from: z.int() }),
  'assessment.submitted': z.object({ ...step, unanswered: z.array(z.int()).optional() }),
  'assessment.approved': z.object(step),
  'assessment.returned': z.object({ ...step, note: z.string().optional() }),
  'assessment.approvalTakenBack': z.object(step),
  'assessment.reopened': z.object({ ...step, note: z.string().optional() }),

  'release.downloaded': z.object({
    format: z.string(),
    instrument: z.string(),
    scope: z.string(),
    sha256: z.string(),
    fileSha256: z.string().optional(),
    asOf: z.int().optional(),
    agencies: z.int().optional(),
  }),

  'agenda.itemAdded': z.object({ itemId: z.string(), after: facts }),
  'agenda.itemChanged': z.object({ itemId: z.string(), before: facts, after: facts }),
  'agenda.itemRemoved': z.object({ itemId: z.string(), before: facts }),
  'agenda.copied': z.object({ from: z.string(), items: z.int() }),

  'card.issued': z.object({ count: z.int() }),
  /** Codes went out on a page: as sheets to print. */
  'card.printed': z.object({ count: z.int() }),
  'card.reissued': cardFacts,
  'card.revoked': cardFacts,
  'card.joined': z.object({ name: z.string(), cardId: z.string(), role: z.string(), address: z.string() }),
  'card.codeFailed': z.object({ address: z.string(), count: z.int() }),

  'attendance.added': z.object({ name: z.string() }),
  'attendance.changed': z.object({
    name: z.string(),
    attendanceId: z.string(),
    before: facts.optional(),
  }),
  'attendance.removed': z.object({ name: z.string(), attendanceId: z.string() }),

  'message.sent': z.object({ id: z.string() }),
  'message.seen': z.object({ id: z.string() }),

  'projector.changed': z.looseObject({ kind: z.string() }),
  'projector.linkChanged': z.object({ issue: z.int() }),

  'vote.opened': z.object({
    voteId,
    instrument: z.string(),
    ballot: z.enum(['person', 'agency']).optional(),
    includesSubject: z.boolean().optional(),
  }),
  'vote.cast': z.object({ voteId }),
  'vote.closed': z.object({ voteId, eligible: z.int().optional() }),
  'vote.reopened': z.object({ voteId }),
  'vote.withdrawn': z.object({ voteId }),
  'vote.revealed': z.object({ voteId }),
  'vote.agreed': z.object({
    voteId,
    level: z.int(),
    reason: z.string(),
    claimed: z.int().nullable(),
    before: z.object({ level: z.int(), reason: z.string().nullable() }).nullable(),
  }),

  'note.added': z.object({ id: z.string(), after: facts }),
  'note.changed': z.object({ id: z.string(), changes }),
  'note.removed': z.object({ id: z.string(), before: facts }),
  'commitment.added': z.object({ id: z.string(), after: facts }),
  'commitment.changed': z.object({ id: z.string(), changes }),
  'commitment.removed': z.object({ id: z.string(), before: facts }),
  'commitment.statusChanged': z.object({ id: z.string(), changes }),

  /** `id` is the sheet of one agency, `topic` the code of its instrument; figures as they are stored. */
  'topic.saved': z.object({ id: z.string(), topic: z.string(), version: z.int(), changes }),
  /**
   * Rows of a register: key → column → what it held and holds. `changes` are the figures of the sheet that follow from
   * it, so that its versions are one row of events.
   */
  'register.saved': z.object({
    id: z.string(),
    topic: z.string(),
    register: z.string(),
    version: z.int(),
    changes,
    rows: z.record(z.string(), z.record(z.string(), z.tuple([z.string(), z.string()]))),
    removed: z.array(z.string()),
  }),
  'topic.submitted': z.object({
    ...sheet,
    /** How many fields were empty. */
    unanswered: z.int(),
  }),
  'topic.approved': z.object(sheet),
  'topic.returned': z.object({ ...sheet, note: z.string() }),
  'topic.approvalTakenBack': z.object(sheet),
  /** Earlier versions asked for no reason. */
  'topic.reopened': z.object({ ...sheet, note: z.string().optional() }),

  'minutes.made': z.object({
    number: z.int(),
    name: z.string(),
    asOf: z.int(),
    bodySha256: z.string(),
    pdfSha256: z.string(),
  }),
  'minutes.downloaded': z.object({
    number: z.int(),
    name: z.string(),
    format: z.string(),
    sha256: z.string(),
  }),
} as const;

/** Event type → what its payload says. */
export type Payloads = { readonly [Type in keyof typeof schemas]: z.output<(typeof schemas)[Type]> };
export type EventType = keyof Payloads;

export const EVENTS: { readonly [Type in EventType]: z.ZodType<Payloads[Type]> } = schemas;

/** Whether a stored type is one of the list; a row of a newer version of the product may hold another. */
export function isEventType(type: string): type is EventType {
  return Object.hasOwn(schemas, type);
}
