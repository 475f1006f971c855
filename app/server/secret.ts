/**
 * The server's own secret. Access codes and screen links are computed from it and never stored: who reads the database
 * file alone can neither sign in with them nor guess them.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Config } from './config';
import { Problem } from './problem';

export interface Secret {
  /** 32 bytes that follow from the purpose and the parts, and only the server can compute. */
  derive(purpose: string, ...parts: readonly string[]): Buffer;
}

/**
 * From `APP_SECRET`, else from `<database file>.key`, which is made (readable by its owner only) where it is missing.
 * A database in memory gets a secret that ends with it.
 * @param onMade told the path of a file that was just made
 */
export function openSecret(
  config: Pick<Config, 'appSecret' | 'databaseUrl'>,
  onMade: (file: string) => void = () => undefined,
): Secret {
  return secretFrom(config.appSecret ?? readOrMake(config.databaseUrl, onMade));
}

export function secretFrom(key: string): Secret {
  return {
    derive: (purpose, ...parts) => {
      const hmac = createHmac('sha256', key);
      // Lengths keep ('ab','c') and ('a','bc') apart.
      for (const part of [purpose, ...parts]) hmac.update(`${String(Buffer.byteLength(part))}:${part}`);
      return hmac.digest();
    },
  };
}

function readOrMake(databaseUrl: string, onMade: (file: string) => void): string {
  const path = databaseUrl.replace(/^file:/, '');
  if (path === ':memory:') return randomBytes(32).toString('base64url');
  const file = `${resolve(path)}.key`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
    onMade(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key = readFileSync(file, 'utf8').trim();
  if (key.length < 32)
    throw new Problem(`${file} is too short to be a secret; remove it to have a new one made`);
  return key;
}
