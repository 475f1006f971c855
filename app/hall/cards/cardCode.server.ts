/**
 * Codes follow from the server's secret, the card and the number of its issue. The database holds only what a typed
 * code is compared with, so that a sheet can be printed again at any time and a stolen database opens nothing.
 */
import type { Secret } from '~/server/secret';
import { ALPHABET, CODE_LENGTH } from './cardCode';

const BASE = BigInt(ALPHABET.length);

/** The code of one issue of a card. Of 256 bits, the remainder by 30^8 favours no code noticeably. */
export function codeOf(secret: Secret, cardId: string, issue: number): string {
  let rest = BigInt(`0x${secret.derive('card', cardId, String(issue)).toString('hex')}`);
  let code = '';
  while (code.length < CODE_LENGTH) {
    code += ALPHABET.charAt(Number(rest % BASE));
    rest /= BASE;
  }
  return code;
}

/** What is kept of a code. */
export function hashOfCode(secret: Secret, code: string): string {
  return secret.derive('card-lookup', code).toString('base64url');
}
