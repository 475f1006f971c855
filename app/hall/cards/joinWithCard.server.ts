/** Coming in with the code of an access card. */
import type { Db } from '#db/database';
import type { Visit } from '~/accounts/enter.server';
import { startSignIn } from '~/accounts/signIn.server';
import { assessmentPath, rakerdaPath } from '~/paths';
import type { Services } from '~/server/context';
import { type Actor, allows } from '~/policy';
import { write } from '~/record/change.server';
import { joinAttendance } from './recordAttendance.server';
import { readCode } from './cardCode';
import type { Person } from './person';
import { type CardHolder, findByCode } from './cardRows.server';

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
    if (!gone.aborted) {
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
  await write({ db, feed }, { actorId: null, requestId: visit.requestId }, ({ tell }) =>
    tell('card.codeFailed', { address: visit.clientAddress, count }),
  );
}

/**
 * Signs in with a card that was looked up, and writes the person on the list of attendance.
 * @param actor who the browser is signed in as before, if anybody
 * @returns the `Set-Cookie` value; null where the browser is this person already (the form was sent twice)
 */
export async function joinWithCard(
  services: JoinServices,
  actor: Actor | null,
  holder: CardHolder,
  person: Person,
  visit: Visit,
): Promise<string | null> {
  const { accountId, agencyCode, cardId, role } = holder;
  const by = { actorId: accountId, rakerdaId: holder.rakerda.id, agencyCode, requestId: visit.requestId };
  return write(services, by, async (doing) => {
    const isNew = await joinAttendance(doing, holder, person);
    if (!isNew && actor?.id === accountId) return null;
    const header = await startSignIn(doing.trx, accountId, visit.request, visit.secure);
    await doing.tell('card.joined', { name: person.name, cardId, role, address: visit.clientAddress });
    return header;
  });
}

/** Where a person goes first: operators to what they fill in, or to what the hall sees; heads to their start page. */
export async function pathAfterJoining(db: Db, holder: CardHolder): Promise<string> {
  if (holder.role === 'head') return '/';
  if (holder.rakerda.state === 'plenary') return rakerdaPath(holder.rakerda.id, 'follow');
  const assessments = await db
    .selectFrom('assessment')
    .select('instrument_code')
    .where('rakerda_id', '=', holder.rakerda.id)
    .where('agency_code', '=', holder.agencyCode)
    .execute();
  const [only, ...others] = assessments;
  if (holder.rakerda.state !== 'filling' || !only || others.length > 0) return '/';
  return assessmentPath(holder.rakerda.id, only.instrument_code, holder.agencyCode, 'questionnaire');
}
