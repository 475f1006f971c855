/** Keeping, checking and making passwords. Nothing here logs or stores what it is given. */
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { type Options, hash, verify } from '@node-rs/argon2';

/** Argon2id (the library's default variant) with the least cost that OWASP's password storage guidance accepts. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Small letters and digits, without the pairs that are misread on paper (l and 1, o and 0). 32 of them: 5 bits each. */
const READABLE = 'abcdefghijkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/**
 * Hashes computed at the same time; the others wait for their turn. Each takes 19 MiB, one core, and one of the four
 * threads that Node also reads files with: more at once would be no faster.
 */
export const HASHES_AT_ONCE = Math.max(1, Math.min(3, availableParallelism()));

let computing = 0;
const waiting: (() => void)[] = [];

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (computing >= HASHES_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else computing += 1;
  try {
    return await work();
  } finally {
    // The place goes straight to the next in line.
    const next = waiting.shift();
    if (next) next();
    else computing -= 1;
  }
}

let dummyHash: Promise<string> | undefined;

/** Hashes a password for storage, with a salt of its own. */
export function hashPassword(plain: string): Promise<string> {
  return inTurn(() => hash(composed(plain), COST));
}

/** Whether the password is the one that was hashed; false too where the stored hash cannot be read. */
export async function verifyPassword(passwordHash: string, plain: string): Promise<boolean> {
  try {
    return await inTurn(() => verify(passwordHash, composed(plain)));
  } catch {
    return false;
  }
}

/**
 * Spends the time that a real check takes and says no. For accounts that do not exist, so that the time of an
 * answer does not give away which ones do.
 */
export async function verifyAgainstNothing(plain: string): Promise<false> {
  dummyHash ??= hashPassword(randomPassword());
  await verifyPassword(await dummyHash, plain);
  return false;
}

/** A new password that can be read out and typed on a phone: `k7mq-x2ph-9dta-wn4e`, 80 bits of chance. */
export function randomPassword(): string {
  // 256 is a multiple of 32, so the remainder favours no character.
  const characters = Array.from(randomBytes(GROUPS * GROUP_LENGTH), (byte) =>
    READABLE.charAt(byte % READABLE.length),
  );
  return Array.from({ length: GROUPS }, (_, group) =>
    characters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join(''),
  ).join('-');
}

/** The same characters typed on different keyboards give the same bytes. */
function composed(plain: string): string {
  return plain.normalize('NFKC');
}
