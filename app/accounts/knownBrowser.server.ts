/**
 * Browsers in which an account has signed in before. They are told apart by a random token in a cookie, so that
 * somebody who guesses at the account from elsewhere, or from the same hall, does not make its owner wait.
 * The token opens nothing by itself: the password is still asked and still checked.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createCookie } from '@remix-run/node';
import { sql } from 'kysely';
import type { Db } from '#db/database';

const DAYS = 180;
const DAY_MS = 86_400_000;

const cookie = createCookie('peramban', { httpOnly: true, sameSite: 'lax', path: '/' });

/** Makes the table where it is missing and forgets browsers not seen for long. */
export async function openKnownBrowsers(db: Db): Promise<void> {
  await sql`create table if not exists known_browser (hash text primary key, until integer not null)`.execute(
    db,
  );
  await sql`delete from known_browser where until < ${Date.now()}`.execute(db);
}

/** The token of the browser, where the account signed in with it before; else null. */
export async function findKnownBrowser(
  db: Db,
  username: string,
  cookieHeader: string | null,
): Promise<string | null> {
  const token = await readToken(cookieHeader);
  if (token === null) return null;
  const { rows } = await sql`
    select 1 from known_browser where hash = ${hashOf(username, token)} and until > ${Date.now()}`.execute(
    db,
  );
  return rows.length > 0 ? token : null;
}

/** Remembers that the account signed in here, and gives the `Set-Cookie` value; to be called in a transaction. */
export async function rememberBrowser(
  trx: Db,
  username: string,
  cookieHeader: string | null,
  secure: boolean,
): Promise<string> {
  const token = (await readToken(cookieHeader)) ?? randomBytes(24).toString('base64url');
  await sql`insert or replace into known_browser (hash, until)
    values (${hashOf(username, token)}, ${Date.now() + DAYS * DAY_MS})`.execute(trx);
  return cookie.serialize(token, { secure, maxAge: DAYS * 86_400 });
}

async function readToken(cookieHeader: string | null): Promise<string | null> {
  const token: unknown = await cookie.parse(cookieHeader);
  return typeof token === 'string' && /^[\w-]{32}$/.test(token) ? token : null;
}

function hashOf(username: string, token: string): string {
  return createHash('sha256').update(`${username.trim().toLowerCase()}\n${token}`).digest('base64url');
}
