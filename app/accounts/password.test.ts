import { describe, expect, test } from 'vitest';
import { hashPassword, randomPassword, verifyAgainstNothing, verifyPassword } from './password.server';

describe('passwords', () => {
  test('are kept as argon2id with the cost OWASP asks for, each with its own salt', async () => {
    const [one, two] = await Promise.all([
      hashPassword('kucing hitam besar'),
      hashPassword('kucing hitam besar'),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  test('match themselves and nothing else', async () => {
    const hash = await hashPassword('kucing hitam besar');
    expect(await verifyPassword(hash, 'kucing hitam besar')).toBe(true);
    expect(await verifyPassword(hash, 'kucing hitam besar ')).toBe(false);
    expect(await verifyPassword(hash, '')).toBe(false);
  });

  test('are the same on keyboards that compose letters differently', async () => {
    const hash = await hashPassword('caf\u00e9 di Banjarbaru');
    expect(await verifyPassword(hash, 'cafe\u0301 di Banjarbaru')).toBe(true);
  });

  test('a stored hash that cannot be read matches nothing', async () => {
    expect(await verifyPassword('not a hash', 'anything')).toBe(false);
  });

  test('an account that is not there never matches', async () => {
    expect(await verifyAgainstNothing('anything')).toBe(false);
  });

  test('initial ones are four readable groups, 80 bits, never the same', () => {
    const made = Array.from({ length: 2000 }, randomPassword);
    for (const password of made) expect(password).toMatch(/^([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/);
    expect(new Set(made).size).toBe(made.length);
    const characters = new Set(made.join('').replaceAll('-', ''));
    expect(characters.size).toBe(32);
    expect(16 * Math.log2(characters.size)).toBeGreaterThanOrEqual(80);
  });
});
