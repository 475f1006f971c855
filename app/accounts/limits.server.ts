/**
 * How often somebody may try a password or the code of an access card. Counted in the database, so that a restart
 * forgives nothing.
 *
 * An attempt is counted *before* it is checked and given back when it was right: a hundred guesses sent at once get no
 * further than the same guesses one after another.
 */
import { createHash } from 'node:crypto';
import type { Database as SqliteDatabase } from 'better-sqlite3';
import { RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible';

export type LimitVerdict =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      /** Whole minutes until the next attempt may succeed, at least 1. */ readonly minutes: number;
    };

export interface SignInLimits {
  /** Counts one attempt for the account name at the address, or says how long to wait. Ask before checking a password. */
  check(username: string, address: string): Promise<LimitVerdict>;
  /** The attempt was wrong: it stays counted. Says whether the next one would still be allowed. */
  fail(username: string, address: string): Promise<LimitVerdict>;
  /** The attempt was right: it is given back, and the account's failures at this address are forgotten. */
  succeed(username: string, address: string): Promise<void>;
  /** The same for the codes of access cards. */
  readonly codes: CodeLimits;
}

export interface CodeLimits {
  /** Counts one attempt from the address, or says how long to wait. Ask before looking a code up. */
  check(address: string): Promise<LimitVerdict>;
  /** The attempt was wrong: it stays counted. */
  fail(address: string): Promise<CodeFailure>;
  /** The attempt was right: it is given back. */
  succeed(address: string): Promise<void>;
}

export interface CodeFailure {
  /** Whether the next attempt would still be allowed. */
  readonly next: LimitVerdict;
  /** Wrong codes from this address in the running window, this one included. */
  readonly count: number;
  /** False where a failure of this address went on record less than a minute ago: guessing must not fill the record. */
  readonly isWorthRecording: boolean;
}

const MINUTE = 60;
const TABLE = 'sign_in_limit';
/** Failures allowed per window (seconds). */
const PER_ACCOUNT_AND_ADDRESS = { points: 5, duration: 15 * MINUTE };
const PER_ADDRESS = { points: 30, duration: 15 * MINUTE };
const PER_ACCOUNT = { points: 50, duration: 24 * 60 * MINUTE };
/** A whole hall may stand behind one address, and people mistype. */
const CODES_PER_ADDRESS = { points: 60, duration: 15 * MINUTE };
/** Over all addresses: at this pace, finding one of a thousand cards among 30^8 codes takes more than a century. */
const CODES_PER_SERVER = { points: 600, duration: 60 * MINUTE };
const CODE_RECORDED = { points: 1, duration: MINUTE };

/** Counters over the open database; makes their table where it is missing and clears what has expired. */
export function createSignInLimits(sqlite: SqliteDatabase): SignInLimits {
  // Made here and not by the library, which would make it after this function has returned.
  sqlite.exec(
    `create table if not exists ${TABLE} (key text primary key, points integer not null default 0, expire integer)`,
  );
  const clearExpired = sqlite.prepare(`delete from ${TABLE} where expire < ?`);
  clearExpired.run(Date.now());

  const limiter = (keyPrefix: string, window: { points: number; duration: number }) =>
    new RateLimiterSQLite({
      storeClient: sqlite,
      storeType: 'better-sqlite3',
      tableName: TABLE,
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      ...window,
    });
  const pair = limiter('pair', PER_ACCOUNT_AND_ADDRESS);
  const byAddress = limiter('address', PER_ADDRESS);
  const byAccount = limiter('account', PER_ACCOUNT);

  // From the narrowest to the widest: who is already blocked uses up nothing of what others share.
  const counters = (username: string, address: string) => [
    { limiter: pair, key: digest(`${fold(username)}\n${address}`) },
    { limiter: byAddress, key: digest(address) },
    { limiter: byAccount, key: digest(fold(username)) },
  ];

  return {
    async check(username, address) {
      return consumeAll(counters(username, address));
    },
    async fail(username, address) {
      clearExpired.run(Date.now());
      return wouldAllow(counters(username, address));
    },
    async succeed(username, address) {
      const [narrow, ...wide] = counters(username, address);
      if (narrow) await narrow.limiter.delete(narrow.key);
      for (const { limiter: counter, key } of wide) await counter.reward(key);
    },
    codes: codeLimits(limiter, () => clearExpired.run(Date.now())),
  };
}

type MakeLimiter = (
  keyPrefix: string,
  window: { readonly points: number; readonly duration: number },
) => RateLimiterSQLite;

function codeLimits(limiter: MakeLimiter, clearExpired: () => void): CodeLimits {
  const byAddress = limiter('code-address', CODES_PER_ADDRESS);
  const overAll = limiter('code', CODES_PER_SERVER);
  const recorded = limiter('code-recorded', CODE_RECORDED);
  const counters = (address: string): readonly Counter[] => [
    { limiter: byAddress, key: digest(address) },
    { limiter: overAll, key: 'all' },
  ];
  return {
    check: (address) => consumeAll(counters(address)),
    async fail(address) {
      clearExpired();
      const state = await byAddress.get(digest(address));
      const record = await consumeAll([{ limiter: recorded, key: digest(address) }]);
      return {
        next: await wouldAllow(counters(address)),
        count: state?.consumedPoints ?? 1,
        isWorthRecording: record.allowed,
      };
    },
    async succeed(address) {
      for (const { limiter: counter, key } of counters(address)) await counter.reward(key);
    },
  };
}

interface Counter {
  readonly limiter: RateLimiterSQLite;
  readonly key: string;
}

/** Takes one point from each, until one has none left. */
async function consumeAll(counters: readonly Counter[]): Promise<LimitVerdict> {
  for (const { limiter, key } of counters) {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return blocked(refusal.msBeforeNext);
      throw refusal;
    }
  }
  return { allowed: true };
}

async function wouldAllow(counters: readonly Counter[]): Promise<LimitVerdict> {
  for (const { limiter, key } of counters) {
    const state = await limiter.get(key);
    if (state && state.remainingPoints <= 0) return blocked(state.msBeforeNext);
  }
  return { allowed: true };
}

function blocked(milliseconds: number): LimitVerdict {
  return { allowed: false, minutes: Math.max(1, Math.ceil(milliseconds / 60_000)) };
}

function fold(username: string): string {
  return username.trim().toLowerCase();
}

/** What people type into the wrong field (a password, say) is not kept readable. */
function digest(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}
