/**
 * The server's own secret. Access codes and screen links are computed from it and never stored: who reads the database
 * file alone can neither sign in with them nor guess them.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Config } from './config';
import { Problem } from './problem';

export interface Secret {
  /** 32 bytes that follow from the purpose and the parts, and only the server can compute. */
  derive(purpose: string, ...parts: readonly string[]): Buffer;
}

const LEAST_LENGTH = 32;

export interface KeyFile {
  /** Whether a missing key may be made: where the database is new, or whoever starts the server asked for it. */
  readonly mayMake: boolean;
  /** Told the path of a file that was just made. */
  readonly onMade: (file: string) => void;
}

/**
 * From `APP_SECRET`, else from `<database file>.key`, readable by its owner only. A database in memory gets a secret that
 * ends with it.
 * @throws Problem where the key is missing and may not be made, or cannot be read
 */
export function openSecret(config: Pick<Config, 'appSecret' | 'databaseUrl'>, keyFile: KeyFile): Secret {
  return secretFrom(config.appSecret ?? readOrMake(config.databaseUrl, keyFile));
}

/** Where the key of a database lies; null for one in memory. */
export function keyFileOf(databaseUrl: string): string | null {
  const path = databaseUrl.replace(/^file:/, '');
  return path === ':memory:' ? null : `${resolve(path)}.key`;
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

function readOrMake(databaseUrl: string, { mayMake, onMade }: KeyFile): string {
  const file = keyFileOf(databaseUrl);
  if (file === null) return newKey();
  let key: string;
  try {
    if (!existsSync(file)) {
      if (!mayMake) throw missing(file);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, newKey(), { mode: 0o600, flag: 'wx' });
      onMade(file);
    }
    key = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw error instanceof Error && 'code' in error ? unreadable(file, error.message) : error;
  }
  if (key.length < LEAST_LENGTH) throw tooShort(file);
  return key;
}

function newKey(): string {
  return randomBytes(32).toString('base64url');
}

function missing(file: string): Problem {
  return new Problem(
    [
      `Kunci ${file} tidak ada, padahal basis datanya sudah dipakai: kode kartu dan tautan layar mengikuti kunci itu.`,
      'Kembalikan berkasnya dari cadangan (atau isi APP_SECRET seperti sebelumnya). Bila benar-benar hilang:',
      '  npm start -- --kunci-baru    semua kartu dan tautan layar lama mati dan harus dibuat ulang',
      '',
      `The key ${file} is missing, though its database has been in use: card codes and screen links follow from it.`,
      'Bring the file back from a backup (or set APP_SECRET as before). If it is really lost:',
      '  npm start -- --new-key       every old card and screen link is dead and must be made anew',
    ].join('\n'),
  );
}

function unreadable(file: string, why: string): Problem {
  return new Problem(
    [
      `Kunci ${file} tidak dapat dibaca atau dibuat; beri pengguna server hak atas berkas itu dan foldernya.`,
      `The key ${file} cannot be read or made; give the server's user the right to the file and its folder.`,
      `(${why})`,
    ].join('\n'),
  );
}

function tooShort(file: string): Problem {
  return new Problem(
    [
      `Isi ${file} terlalu pendek untuk sebuah kunci; kembalikan berkasnya dari cadangan.`,
      `${file} is too short to be a key; bring the file back from a backup.`,
    ].join('\n'),
  );
}
