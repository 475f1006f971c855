/** Signed-in browsers: an opaque random token in a cookie, its SHA-256 in the database. */
import { createHash, randomBytes } from 'node:crypto';
import { createCookie } from '@remix-run/node';
import { compiled } from '#db/compiled';
import { cannotWrite, type Db, isBusy } from '#db/database';
import type { Actor } from '~/policy';
import { isProofFresh } from './proof';

/** A sign-in ends after this long, or after `IDLE_HOURS` without a request. */
const LIFETIME_HOURS = 24 * 7;
const IDLE_HOURS = 24;
/** How stale `last_seen_at` may get before a request refreshes it: a write per request would be waste. */
const TOUCH_MINUTES = 10;
/** Of one account; a demo account is used by a whole hall at once. Those unused for longest end beyond it. */
const MOST_SIGN_INS = 2000;

const OF_A_COOKIE = { httpOnly: true, sameSite: 'lax', path: '/' } as const;
const plain = createCookie('masuk', OF_A_COOKIE);
/** Browsers take it over TLS from this very host only: no neighbour in the domain can plant one. */
const ofHost = createCookie('__Host-masuk', { ...OF_A_COOKIE, secure: true });

const cookieOf = (secure: boolean) => (secure ? ofHost : plain);

/**
 * The account behind a request's cookies; null where there is none, it expired, or the account is disabled.
 * @param secure whether the request came over TLS: only the cookie of that way counts
 */
export async function findActor(db: Db, cookieHeader: string | null, secure = false): Promise<Actor | null> {
  const token: unknown = await cookieOf(secure).parse(cookieHeader);
  if (typeof token !== 'string' || token === '') return null;
  const now = new Date();
  const {
    rows: [row],
  } = await selectSignIn(db, {
    tokenHash: hashToken(token),
    now: now.toISOString(),
    idleSince: hoursFrom(now, -IDLE_HOURS),
  });
  if (!row) return null;
  if (row.last_seen_at < new Date(now.getTime() - TOUCH_MINUTES * 60_000).toISOString()) {
    await touch(db, row.token_hash, now);
  }
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    role: row.role,
    agencyCode: row.agency_code,
    isDemo: row.is_demo === 1,
    mustChangePassword: row.must_change_password === 1,
    onlyRakerdaId: row.card_rakerda_id,
    isProven: isProofFresh(row.proven_at, now.getTime()),
  };
}

/** Asked at every request. */
const selectSignIn = compiled<{ tokenHash: string; now: string; idleSince: string }>()((db, given) =>
  db
    .selectFrom('sign_in')
    .innerJoin('account', 'account.id', 'sign_in.account_id')
    .leftJoin('access_card', 'access_card.account_id', 'account.id')
    .select([
      'account.id',
      'account.username',
      'account.name',
      'account.role',
      'account.agency_code',
      'account.is_demo',
      'account.must_change_password',
      'sign_in.last_seen_at',
      'sign_in.token_hash',
      'sign_in.proven_at',
      'access_card.rakerda_id as card_rakerda_id',
    ])
    .where('sign_in.token_hash', '=', given('tokenHash'))
    .where('sign_in.expires_at', '>', given('now'))
    .where('sign_in.last_seen_at', '>', given('idleSince'))
    .where('account.disabled_at', 'is', null)
    .where('access_card.revoked_at', 'is', null),
);

/** Notes that a sign-in is in use. Where nothing can be written it is left for the next request: a page must not fail for it. */
async function touch(db: Db, tokenHash: string, now: Date): Promise<void> {
  try {
    await db
      .updateTable('sign_in')
      .set({ last_seen_at: now.toISOString() })
      .where('token_hash', '=', tokenHash)
      .execute();
  } catch (error) {
    if (!isBusy(error) && !cannotWrite(error)) throw error;
  }
}

/**
 * Signs an account in and gives the `Set-Cookie` value. Any sign-in the browser held before ends, so that a token
 * planted earlier is worth nothing afterwards.
 */
export async function startSignIn(
  db: Db,
  accountId: string,
  request: Request,
  secure: boolean,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  await endSignIn(db, request.headers.get('Cookie'), secure);
  await db.deleteFrom('sign_in').where('expires_at', '<', now.toISOString()).execute();
  await db
    .insertInto('sign_in')
    .values({
      token_hash: hashToken(token),
      account_id: accountId,
      created_at: now.toISOString(),
      last_seen_at: now.toISOString(),
      expires_at: hoursFrom(now, LIFETIME_HOURS),
      user_agent: request.headers.get('User-Agent')?.slice(0, 200) ?? null,
      // Coming in is a proof of whatever opens the account.
      proven_at: now.toISOString(),
    })
    .execute();
  await endBeyond(db, accountId, MOST_SIGN_INS);
  return cookieOf(secure).serialize(token, { maxAge: LIFETIME_HOURS * 3600 });
}

/**
 * Notes that whoever sits at this browser has just typed the account's password again.
 * @returns false where the sign-in has ended meanwhile
 */
export async function proveSignIn(
  db: Db,
  cookieHeader: string | null,
  at: string,
  secure: boolean,
): Promise<boolean> {
  const token: unknown = await cookieOf(secure).parse(cookieHeader);
  const proved = await db
    .updateTable('sign_in')
    .set({ proven_at: at })
    .where('token_hash', '=', typeof token === 'string' ? hashToken(token) : '')
    .executeTakeFirst();
  return proved.numUpdatedRows > 0n;
}

async function endBeyond(db: Db, accountId: string, most: number): Promise<void> {
  await db
    .deleteFrom('sign_in')
    .where('token_hash', 'in', (eb) =>
      eb
        .selectFrom('sign_in')
        .select('token_hash')
        .where('account_id', '=', accountId)
        .orderBy('last_seen_at', 'desc')
        .limit(most)
        .offset(most),
    )
    .execute();
}

/** Ends the sign-in of this browser, if any, and gives the `Set-Cookie` value that clears the cookie. */
export async function endSignIn(db: Db, cookieHeader: string | null, secure: boolean): Promise<string> {
  const token: unknown = await cookieOf(secure).parse(cookieHeader);
  if (typeof token === 'string') {
    await db.deleteFrom('sign_in').where('token_hash', '=', hashToken(token)).execute();
  }
  return cookieOf(secure).serialize('', { maxAge: 0 });
}

export interface Device {
  /** Names the sign-in in a form; it opens nothing. */
  readonly id: string;
  readonly userAgent: string | null;
  readonly since: string;
  readonly lastSeen: string;
  /** The browser that asks. */
  readonly isThis: boolean;
}

/** Where the account is signed in now, the most recently used first. */
export async function listSignIns(
  db: Db,
  accountId: string,
  cookieHeader: string | null,
  secure = false,
): Promise<readonly Device[]> {
  const token: unknown = await cookieOf(secure).parse(cookieHeader);
  const own = typeof token === 'string' ? hashToken(token) : '';
  const now = new Date();
  const rows = await db
    .selectFrom('sign_in')
    .select(['token_hash', 'user_agent', 'created_at', 'last_seen_at'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now.toISOString())
    .where('last_seen_at', '>', hoursFrom(now, -IDLE_HOURS))
    .orderBy('last_seen_at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    id: nameOf(row.token_hash),
    userAgent: row.user_agent,
    since: row.created_at,
    lastSeen: row.last_seen_at,
    isThis: row.token_hash === own,
  }));
}

/**
 * Ends one sign-in of the account.
 * @param id as `listSignIns` names it
 * @returns which browser it was; null where there is no such sign-in (any more)
 */
export async function endNamedSignIn(
  db: Db,
  accountId: string,
  id: string,
): Promise<{ readonly userAgent: string | null } | null> {
  const rows = await db
    .selectFrom('sign_in')
    .select(['token_hash', 'user_agent'])
    .where('account_id', '=', accountId)
    .execute();
  const ended = rows.find((row) => nameOf(row.token_hash) === id);
  if (!ended) return null;
  await db.deleteFrom('sign_in').where('token_hash', '=', ended.token_hash).execute();
  return { userAgent: ended.user_agent };
}

/** Ends every sign-in of the account, on every device. */
export async function endAllSignIns(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('sign_in').where('account_id', '=', accountId).execute();
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Not the hash itself, which the cookie is looked up by. */
function nameOf(tokenHash: string): string {
  return createHash('sha256').update(`sign-in ${tokenHash}`).digest('base64url').slice(0, 22);
}

function hoursFrom(time: Date, hours: number): string {
  return new Date(time.getTime() + hours * 3_600_000).toISOString();
}
