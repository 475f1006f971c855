import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSecret } from './secret';

const QUIET = { mayMake: true, onMade: () => undefined };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rahasia-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (appSecret?: string) => ({ appSecret, databaseUrl: `file:${join(folder, 'db.sqlite')}` });

test('the first start makes a key that only its owner reads, later starts use it', () => {
  const made: string[] = [];
  const first = openSecret(at(), { mayMake: true, onMade: (file) => made.push(file) }).derive(
    'card',
    'a',
    '1',
  );
  const again = openSecret(at(), { mayMake: true, onMade: (file) => made.push(file) }).derive(
    'card',
    'a',
    '1',
  );
  expect(made).toEqual([join(folder, 'db.sqlite.key')]);
  expect(statSync(made[0] ?? '').mode & 0o777).toBe(0o600);
  expect(again).toEqual(first);
});

test('what is derived depends on the key, the purpose and where the parts end', () => {
  const secret = openSecret(at('x'.repeat(32)), QUIET);
  const all = [
    secret.derive('card', 'ab', 'c'),
    secret.derive('card', 'a', 'bc'),
    secret.derive('screen', 'ab', 'c'),
    openSecret(at('y'.repeat(32)), QUIET).derive('card', 'ab', 'c'),
  ].map((bytes) => bytes.toString('hex'));
  expect(new Set(all).size).toBe(all.length);
});

test('a damaged key file stops the start instead of weakening every code', () => {
  writeFileSync(join(folder, 'db.sqlite.key'), 'short');
  expect(() => openSecret(at(), QUIET)).toThrow('too short');
  expect(readFileSync(join(folder, 'db.sqlite.key'), 'utf8')).toBe('short');
});

test('a key that is missing and may not be made stops the start and is not made', () => {
  expect(() => openSecret(at(), { ...QUIET, mayMake: false })).toThrow('--kunci-baru');
  expect(existsSync(join(folder, 'db.sqlite.key'))).toBe(false);
});
