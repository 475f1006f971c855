/** Coming in with the code of an access card. */
import { record } from '#db/record';
import type { Db } from '#db/database';
import type { Visit } from '~/accounts/enter.server';
import { startSignIn } from '~/accounts/signIn.server';
import type { Services } from '~/server/context';
import { type Actor, allows } from '~/policy';
import { joinAttendance } from './attendance.server';
import { readCode } from './code';
import type { Person } from './person';
import { type CardHolder, findByCode } from './queries.server';

export type JoinServices = Pick<Services, 'db' | 'feed' | 'limits' | 'log' | 'secret'>;

export type Lookup =
  | { readonly kind: 'found'; readonly code: string; readonly holder: CardHolder }
  /** The code is right, and its Rakerda is over. */
  | { readonly kind: 'over'; readonly rakerdaName: string }
  /** Not eight characters of the alphabet: cannot be a code, and is no guess either. */
  | { readonly kind: 'malformed' }
  /** No card has it, or the card was revoked: one answer for both. */
  | { readonly kind: 'wrong' }
  /** Too many codes wait: this one was neither looked up nor counted. */
  | { readonly kind: 'unchecked' };

/** Whom a typed or scanned code signs in as; after many wrong ones the look waits for its turn. */
export async function lookUpCode(services: JoinServices, typed: string, visit: Visit): Promise<Lookup> {
  const code = readCode(typed);
  if (code === null) return { kind: 'malformed' };
  const { limits, log } = services;
  const { clientAddress: address, gone } = visit;
  const verdict = await limits.code({ address, gone }, () => findByCode(services, code));
  if (verdict.kind === 'unchecked') {
    if (!gone?.aborted) {
      log.warn({ requestId: visit.requestId, address }, 'card code not looked up: too many wait');
    }
    return verdict;
  }
  if (verdict.kind === 'wrong') {
    if (verdict.isWorthRecording) await recordFailure(services, visit, verdict.count);
    return { kind: 'wrong' };
  }
  const holder = verdict.value;
  if (!allows(holder.rakerda.state, 'attendance')) {
    return { kind: 'over', rakerdaName: holder.rakerda.name };
  }
  return { kind: 'found', code, holder };
}

async function recordFailure({ db, feed }: JoinServices, visit: Visit, count: number): Promise<void> {
  await db.transaction().execute((trx) =>
    record(trx, {
      type: 'card.codeFailed',
      actorId: null,
      requestId: visit.requestId,
      payload: { address: visit.clientAddress, count },
    }),
  );
  feed.wake();
}

/**
 * Signs in with a card that was looked up, and writes the person on the list of attendance.
 * @param actor who the browser is signed in as before, if anybody
 * @returns the `Set-Cookie` value; null where the browser is this person already (the form was sent twice)
 */
export async function joinWithCard(
  { db, feed }: JoinServices,
  actor: Actor | null,
  holder: CardHolder,
  person: Person,
  visit: Visit,
): Promise<string | null> {
  const setCookie = await db.transaction().execute(async (trx) => {
    const isNew = await joinAttendance(trx, holder, person, visit.requestId);
    if (!isNew && actor?.id === holder.accountId) return null;
    const header = await startSignIn(trx, holder.accountId, visit.request, visit.secure);
    await record(trx, {
      type: 'card.joined',
      actorId: holder.accountId,
      rakerdaId: holder.rakerda.id,
      agencyCode: holder.agencyCode,
      requestId: visit.requestId,
      payload: { name: person.name, cardId: holder.cardId, role: holder.role, address: visit.clientAddress },
    });
    return header;
  });
  feed.wake();
  return setCookie;
}

/** Where a person goes first: operators to what they fill in, or to what the hall sees; heads to their start page. */
export async function pathAfterJoining(db: Db, holder: CardHolder): Promise<string> {
  if (holder.role === 'head') return '/';
  if (holder.rakerda.state === 'plenary') return `/rakerda/${holder.rakerda.id}/ikuti`;
  const assessments = await db
    .selectFrom('assessment')
    .select('instrument_code')
    .where('rakerda_id', '=', holder.rakerda.id)
    .where('agency_code', '=', holder.agencyCode)
    .execute();
  const [only, ...others] = assessments;
  if (holder.rakerda.state !== 'filling' || !only || others.length > 0) return '/';
  return `/rakerda/${holder.rakerda.id}/${only.instrument_code}/${holder.agencyCode}/isi`;
}
