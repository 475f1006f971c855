/**
 * How fast somebody may try passwords and the codes of access cards. Wrong attempts are counted and make those after
 * them slower; nobody is locked out. The reasons for the numbers: docs/decisions/0026.
 *
 * The counts live in memory and are written to the database, so that a restart forgives nothing.
 */
import { createHash } from 'node:crypto';
import type { Db } from '#db/database';
import { commitAlone } from '#db/together';
import { createGate, type Gate, type LaneKey, type LaneRule, type Outcome, steadyNow } from './gate.server';
import { findKnownBrowser, forgetOldBrowsers } from './knownBrowser.server';
import { HASHES_AT_ONCE } from './password.server';
import { atMostPer, oncePer } from './recordPace.server';

/** Who tries. */
export interface Guesser {
  readonly address: string;
  /** Aborts when the browser no longer waits for the answer. */
  readonly gone?: AbortSignal | undefined;
}

export interface PasswordGuesser extends Guesser {
  readonly username: string;
  /** The `Cookie` header: a browser in which this account signed in before waits for nobody else. */
  readonly cookies: string | null;
}

export type Verdict<Result> =
  | { readonly kind: 'right'; readonly value: Result }
  | {
      readonly kind: 'wrong';
      /** Wrong attempts in the running window: of the account at this address, or of codes from this address. */
      readonly count: number;
      /** False where enough is on record already: guessing must not fill the record. */
      readonly isWorthRecording: boolean;
    }
  /** Too many wait for their check. This attempt was not checked and not counted; trying again is right. */
  | { readonly kind: 'unchecked' };

export interface SignInLimits {
  /**
   * Checks a password when it is its turn. The same for accounts that do not exist.
   * @param check gives null where the password is wrong
   */
  password<Result>(guesser: PasswordGuesser, check: () => Promise<Result | null>): Promise<Verdict<Result>>;
  /** The same for the code of an access card. */
  code<Result>(guesser: Guesser, check: () => Promise<Result | null>): Promise<Verdict<Result>>;
  /** Whether a demo account's coming or going goes on record: anybody can come and go there at any pace. */
  isDemoVisitWorthRecording(accountId: string, what: 'in' | 'out'): boolean;
  /** Whether it goes on record that the account was refused something. */
  isRefusalWorthRecording(accountId: string, what: string): boolean;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const ACCOUNT_AT_ADDRESS: LaneRule = {
  name: 'pair',
  budget: 5,
  windowMs: 15 * MINUTE,
  rests: [{ from: 5, ms: SECOND }],
};
/** Of every browser that knows the account already, by itself: what others do does not slow it. */
const ACCOUNT_IN_BROWSER: LaneRule = {
  name: 'browser',
  budget: 5,
  windowMs: 24 * HOUR,
  rests: [
    { from: 5, ms: SECOND },
    { from: 50, ms: 10 * SECOND },
  ],
  goesFirst: true,
};
const ACCOUNT: LaneRule = {
  name: 'account',
  budget: 50,
  windowMs: 24 * HOUR,
  rests: [
    { from: 50, ms: 2 * SECOND },
    { from: 100, ms: 5 * SECOND },
    { from: 200, ms: 10 * SECOND },
  ],
};
/** A whole hall may stand behind one address, and people mistype. */
const ADDRESS: LaneRule = {
  name: 'address',
  budget: 30,
  windowMs: 15 * MINUTE,
  rests: [
    { from: 30, ms: SECOND / 4 },
    { from: 200, ms: SECOND },
  ],
};
const CODES_OF_ADDRESS: LaneRule = {
  name: 'code-address',
  budget: 60,
  windowMs: 15 * MINUTE,
  rests: [
    { from: 60, ms: SECOND / 4 },
    { from: 200, ms: SECOND },
  ],
};
/** Over all addresses. */
const CODES: LaneRule = {
  name: 'code',
  budget: 600,
  windowMs: HOUR,
  rests: [{ from: 600, ms: SECOND }],
};
const RULES = [ACCOUNT_AT_ADDRESS, ACCOUNT_IN_BROWSER, ACCOUNT, ADDRESS, CODES_OF_ADDRESS, CODES];

/** Looking a code up is one read. */
const CODES_AT_ONCE = 16;
/** So long nothing more goes on record of an address that guesses. */
const RECORD_PAUSE_MS = MINUTE;
const DEMO_RECORD_PAUSE_MS = 10 * MINUTE;
const REFUSALS_AN_HOUR = 30;

type Lanes = readonly [LaneKey, ...LaneKey[]];

/**
 * Reads the counts kept in the database.
 * @param now the clock, for tests; it must not be one that can be set
 */
export async function openSignInLimits(db: Db, now: () => number = steadyNow): Promise<SignInLimits> {
  const passwords = createGate({ atOnce: 2 * HASHES_AT_ONCE, now });
  const codes = createGate({ atOnce: CODES_AT_ONCE, now });
  await forgetOldBrowsers(db);
  await restoreCounts(db, now(), (lane) => (lane.rule.name.startsWith('code') ? codes : passwords));
  const recorded = oncePer(RECORD_PAUSE_MS, now);
  const refused = oncePer(RECORD_PAUSE_MS, now);
  const refusals = atMostPer(REFUSALS_AN_HOUR, HOUR, now);
  const demoRecorded = oncePer(DEMO_RECORD_PAUSE_MS, now);

  async function pass<Result>(
    gate: Gate,
    lanes: Lanes,
    check: () => Promise<Result | null>,
    gone: AbortSignal | undefined,
  ): Promise<Outcome<Result>> {
    const outcome = await gate.pass(lanes, check, gone);
    if (outcome.kind === 'wrong') await keepCounts(db, gate, lanes, now());
    else if (outcome.kind === 'right' && outcome.forgave) await dropCount(db, lanes[0]);
    return outcome;
  }

  return {
    async password(guesser, check) {
      const browser = await findKnownBrowser(db, guesser.username, guesser.cookies);
      const outcome = await pass(passwords, passwordLanes(guesser, browser), check, guesser.gone);
      if (outcome.kind !== 'wrong') return outcome;
      const isWorthRecording = !outcome.isSlow || recorded(`password\n${guesser.address}`);
      return { kind: 'wrong', count: outcome.failures, isWorthRecording };
    },
    async code({ address, gone }, check) {
      const lanes: Lanes = [
        { rule: CODES_OF_ADDRESS, key: digest(address) },
        { rule: CODES, key: 'all' },
      ];
      const outcome = await pass(codes, lanes, check, gone);
      if (outcome.kind !== 'wrong') return outcome;
      return { kind: 'wrong', count: outcome.failures, isWorthRecording: recorded(`code\n${address}`) };
    },
    isDemoVisitWorthRecording: (accountId, what) => demoRecorded(`${what}\n${accountId}`),
    isRefusalWorthRecording: (accountId, what) => refused(`${what}\n${accountId}`) && refusals(accountId),
  };
}

function passwordLanes({ username, address }: PasswordGuesser, knownBrowser: string | null): Lanes {
  const account = username.trim().toLowerCase();
  if (knownBrowser !== null) {
    return [{ rule: ACCOUNT_IN_BROWSER, key: digest(`${account}\n${knownBrowser}`) }];
  }
  return [
    { rule: ACCOUNT_AT_ADDRESS, key: digest(`${account}\n${address}`) },
    { rule: ACCOUNT, key: digest(account) },
    { rule: ADDRESS, key: digest(address) },
  ];
}

async function restoreCounts(db: Db, now: number, gateOf: (lane: LaneKey) => Gate): Promise<void> {
  await db.deleteFrom('sign_in_failures').where('until', '<', Math.floor(now)).execute();
  for (const { rule: name, key, failures, until } of await db
    .selectFrom('sign_in_failures')
    .selectAll()
    .execute()) {
    const rule = RULES.find((known) => known.name === name);
    if (rule) gateOf({ rule, key }).restore({ rule, key }, { failures, until });
  }
}

async function keepCounts(db: Db, gate: Gate, lanes: Lanes, now: number): Promise<void> {
  await commitAlone(db, async (trx) => {
    await trx.deleteFrom('sign_in_failures').where('until', '<', Math.floor(now)).execute();
    for (const lane of lanes) {
      const state = gate.stateOf(lane);
      if (!state) continue;
      const count = { failures: state.failures, until: Math.ceil(state.until) };
      await trx
        .insertInto('sign_in_failures')
        .values({ rule: lane.rule.name, key: lane.key, ...count })
        .onConflict((conflict) => conflict.columns(['rule', 'key']).doUpdateSet(count))
        .execute();
    }
  });
}

async function dropCount(db: Db, { rule, key }: LaneKey): Promise<void> {
  await db.deleteFrom('sign_in_failures').where('rule', '=', rule.name).where('key', '=', key).execute();
}

/** What people type into the wrong field (a password, say) is not kept readable. */
function digest(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}
