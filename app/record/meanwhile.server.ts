/** What happened to one thing since a person saw it, for forms of things that carry a version. */
import { z } from 'zod';
import type { Db } from '#db/database';
import { jsonText } from '#db/json';
import type { EventType } from './events';
import { before, mergeFields, type Merged } from './mergeFields';

const changesSchema = z.record(z.string(), z.tuple([z.unknown(), z.unknown()]));
const factsSchema = z.record(z.string(), z.unknown());
/** Events say what changed field by field, or how it stood before and after. */
const payloadSchema = z.union([
  z.object({ changes: changesSchema }),
  z.object({ before: factsSchema, after: factsSchema }),
]);

/** One thing with a version: every change of it is one event of one of these types and raises the version by one. */
export interface Versioned<Facts> {
  readonly id: string;
  readonly version: number;
  readonly facts: Facts;
  readonly changedBy: readonly EventType[];
  /** How the payloads name it. */
  readonly idField: 'id' | 'itemId';
}

/**
 * What a form makes of a thing that may have been changed since the form was shown.
 * @param seenVersion the version that the form was shown with
 * @returns null where the record does not say how that version stood
 */
export async function mergeMeanwhile<Facts extends object>(
  db: Db,
  thing: Versioned<Facts>,
  seenVersion: number,
  typed: Facts,
): Promise<Merged<Facts> | null> {
  const steps = thing.version - seenVersion;
  if (steps === 0) return { after: typed, moved: [] };
  if (steps < 0) return null;
  const rows = await db
    .selectFrom('event')
    .select('payload')
    .where('type', 'in', thing.changedBy)
    .where(jsonText('event.payload', thing.idField), '=', thing.id)
    .orderBy('seq', 'desc')
    .limit(steps)
    .execute();
  if (rows.length < steps) return null;
  const changes = rows.map(({ payload }) => changesIn(payloadSchema.parse(JSON.parse(payload))));
  return mergeFields(before(thing.facts, changes), typed, thing.facts);
}

function changesIn(payload: z.output<typeof payloadSchema>): z.output<typeof changesSchema> {
  if ('changes' in payload) return payload.changes;
  return Object.fromEntries(
    Object.entries(payload.after).map(([field, after]) => [field, [payload.before[field], after]]),
  );
}
