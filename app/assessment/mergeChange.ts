/**
 * What becomes of changed fields when the answer has gone on since they were typed. Pure: the server decides by it, and
 * so does the server of the model test. What the answer was at an earlier version is read backwards from the record.
 */
import { type AnswerField, FIELDS, mergeRows, only } from './answerChanges';
import { type AnswerInput, LIMITS } from './answerForm';
import type { Payloads } from '~/record/events';

/** Who wrote something, and on which device as its how many-eth change; null from a form without scripts. */
export interface Origin {
  readonly actorId: string | null;
  readonly device: { readonly id: string; readonly seq: number } | null;
}

type Changes = Payloads['answer.saved']['changes'];

/** One save as the record has it: field → [before, after]. */
export interface PastChange {
  readonly version: number;
  readonly at: string;
  readonly by: Origin;
  readonly changes: Changes;
}

type Merge =
  /** The field's value may be stored; links with what others have added. */
  | { readonly kind: 'apply'; readonly mine: AnswerInput }
  | { readonly kind: 'same' }
  /** The same device has written this field later already: this is the late copy of a request. */
  | { readonly kind: 'late' }
  /** Somebody else has written this field since. */
  | { readonly kind: 'ask'; readonly by: PastChange };

/** A change of any number of fields, as it arrives. */
export interface Arrived {
  /** The changed fields; without a device a whole form, of which the fields that differ from what was seen count. */
  readonly input: Partial<AnswerInput>;
  /** Fields of `input` that the person did not choose over another's. */
  readonly setAside: readonly AnswerField[];
  readonly origin: Origin;
}

export interface Merged {
  /** The answer to be stored. */
  readonly after: AnswerInput;
  /** What goes on the record and not into the answer. */
  readonly left: Partial<AnswerInput>;
  readonly asked: readonly { readonly field: AnswerField; readonly by: PastChange }[];
}

/** @param since every save after the version that the person saw, in the order of the record */
export function mergeChange(
  stored: AnswerInput,
  since: readonly PastChange[],
  { input, setAside, origin }: Arrived,
): Merged {
  const wanted: AnswerInput = { ...stored, ...input };
  const seen = origin.device === null ? answerBefore(stored, since) : null;
  let merged: Merged = { after: stored, left: {}, asked: [] };
  for (const field of FIELDS) {
    if (input[field] === undefined || (seen && equal(field, wanted, seen))) continue;
    const merge = mergeField(field, wanted, stored, since, origin);
    if (merge.kind === 'same') continue;
    if (setAside.includes(field) || merge.kind === 'late') {
      merged = { ...merged, left: { ...merged.left, ...only(wanted, field) } };
    } else if (merge.kind === 'ask') {
      merged = { ...merged, asked: [...merged.asked, { field, by: merge.by }] };
    } else {
      merged = { ...merged, after: { ...merged.after, ...only(merge.mine, field) } };
    }
  }
  return merged;
}

/**
 * @param mine the answer with this field as the person wants it; its other fields are not looked at
 */
function mergeField(
  field: AnswerField,
  mine: AnswerInput,
  stored: AnswerInput,
  since: readonly PastChange[],
  origin: Origin,
): Merge {
  if (equal(field, mine, stored)) return { kind: 'same' };
  const touching = since.filter(({ changes }) => changes[field] !== undefined);
  const isOwn = ({ by }: PastChange) =>
    origin.device !== null && by.actorId === origin.actorId && by.device?.id === origin.device.id;
  if (touching.some((past) => isOwn(past) && (past.by.device?.seq ?? 0) > (origin.device?.seq ?? 0))) {
    return { kind: 'late' };
  }
  // What was typed on this device later stands on what it typed earlier.
  const others = touching.slice(touching.map(isOwn).lastIndexOf(true) + 1);
  const last = others.at(-1);
  if (!last) {
    // Links that others added before the own change may not have been seen here yet.
    const unseen = touching.some((past) => !isOwn(past));
    return {
      kind: 'apply',
      mine: field === 'evidence' && unseen ? rowsOver(mine, stored, touching, isOwn) : mine,
    };
  }
  if (field !== 'evidence') return { kind: 'ask', by: last };
  const merged = rowsOver(mine, stored, touching, isOwn);
  return merged.evidence.length > LIMITS.evidence
    ? { kind: 'ask', by: last }
    : { kind: 'apply', mine: merged };
}

function rowsOver(
  mine: AnswerInput,
  stored: AnswerInput,
  touching: readonly PastChange[],
  isOwn: (past: PastChange) => boolean,
): AnswerInput {
  const added = touching
    .filter(isOwn)
    .flatMap(({ changes }) => mergeRows(changes.evidence?.[0] ?? [], changes.evidence?.[1] ?? [], []));
  const seen = [...answerBefore(stored, touching).evidence, ...added];
  return { ...mine, evidence: mergeRows(seen, mine.evidence, stored.evidence) };
}

/** The answer as it was before these saves, the newest of which left it as it is stored. */
function answerBefore(stored: AnswerInput, since: readonly PastChange[]): AnswerInput {
  return since.reduceRight<AnswerInput>(
    (after, { changes: { level, justification, note, personInCharge, service, discuss, evidence } }) => ({
      level: level ? level[0] : after.level,
      justification: justification ? justification[0] : after.justification,
      note: note ? note[0] : after.note,
      personInCharge: personInCharge ? personInCharge[0] : after.personInCharge,
      service: service ? service[0] : after.service,
      discuss: discuss ? discuss[0] : after.discuss,
      evidence: evidence ? evidence[0] : after.evidence,
    }),
    stored,
  );
}

/** Field → [before, after], only where they differ. */
export function differences(before: AnswerInput, after: AnswerInput): Changes {
  const pairs: Required<Changes> = {
    level: [before.level, after.level],
    justification: [before.justification, after.justification],
    note: [before.note, after.note],
    personInCharge: [before.personInCharge, after.personInCharge],
    service: [before.service, after.service],
    discuss: [before.discuss, after.discuss],
    evidence: [before.evidence, after.evidence],
  };
  const differing = FIELDS.filter((field) => !equal(field, before, after));
  return differing.reduce<Changes>((changes, field) => ({ ...changes, ...only(pairs, field) }), {});
}

/** Whether a field is the same in two stored answers. */
function equal(field: AnswerField, one: AnswerInput, other: AnswerInput): boolean {
  return JSON.stringify(one[field]) === JSON.stringify(other[field]);
}
