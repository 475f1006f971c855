/**
 * Browsers in which an account has signed in before. They are told apart by a random token in a cookie, so that
 * somebody who guesses at the account from elsewhere, or from the same hall, does not make its owner wait.
 * The token opens nothing by itself: the password is still asked and still checked.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createCookie } from '@remix-run/node';
import type { Db } from '#db/database';

const DAYS = 180;
const DAY_MS = 86_400_000;

const OF_A_COOKIE = { httpOnly: true, sameSite: 'lax', path: '/' } as const;
const plain = createCookie('peramban', OF_A_COOKIE);
/** Over TLS; who has the older one keeps being known by it. */
const ofHost = createCookie('__Host-peramban', { ...OF_A_COOKIE, secure: true });

/** Forgets browsers not seen for long. */
export async function forgetOldBrowsers(db: Db): Promise<void> {
  await db.deleteFrom('known_browser').where('until', '<', Date.now()).execute();
}

/** The token of the browser, where the account signed in with it before; else null. */
export async function findKnownBrowser(
  db: Db,
  username: string,
  cookieHeader: string | null,
): Promise<string | null> {
  const token = await readToken(cookieHeader);
  if (token === null) return null;
  const known = await db
    .selectFrom('known_browser')
    .select('until')
    .where('hash', '=', hashOf(username, token))
    .where('until', '>', Date.now())
    .executeTakeFirst();
  return known ? token : null;
}

/** Remembers that the account signed in here, and gives the `Set-Cookie` value; to be called in a transaction. */
export async function rememberBrowser(
  trx: Db,
  username: string,
  cookieHeader: string | null,
  secure: boolean,
): Promise<string> {
  const token = (await readToken(cookieHeader)) ?? randomBytes(24).toString('base64url');
  const until = Date.now() + DAYS * DAY_MS;
  await trx
    .insertInto('known_browser')
    .values({ hash: hashOf(username, token), until })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ until }))
    .execute();
  return (secure ? ofHost : plain).serialize(token, { maxAge: DAYS * 86_400 });
}

async function readToken(cookieHeader: string | null): Promise<string | null> {
  const token: unknown = (await ofHost.parse(cookieHeader)) ?? (await plain.parse(cookieHeader));
  return typeof token === 'string' && /^[\w-]{32}$/.test(token) ? token : null;
}

function hashOf(username: string, token: string): string {
  return createHash('sha256').update(`${username.trim().toLowerCase()}\n${token}`).digest('base64url');
}
