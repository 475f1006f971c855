import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { migrate, openDatabase, type OpenDatabase } from '#db/database';
import { createSignInLimits } from './limits.server';

describe('sign-in limits', () => {
  let folder: string;
  let opened: OpenDatabase;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rakerda-limits-'));
    opened = openDatabase(`file:${join(folder, 'test.sqlite')}`);
    await migrate(opened.db);
  });
  afterEach(async () => {
    vi.useRealTimers();
    await opened.close();
    rmSync(folder, { recursive: true });
  });

  async function fail(times: number, username: string, address: string): Promise<void> {
    const limits = createSignInLimits(opened.sqlite);
    for (let time = 0; time < times; time += 1) {
      await limits.check(username, address);
      await limits.fail(username, address);
    }
  }

  test('five wrong passwords from one address close the account there, and say for how long', async () => {
    await fail(4, 'operator.6301', '10.0.0.1');
    const limits = createSignInLimits(opened.sqlite);
    expect(await limits.check('operator.6301', '10.0.0.1')).toEqual({ allowed: true });
    expect(await limits.fail('operator.6301', '10.0.0.1')).toEqual({ allowed: false, minutes: 15 });
    expect(await limits.check('Operator.6301 ', '10.0.0.1')).toEqual({ allowed: false, minutes: 15 });
  });

  test('the owner still gets in from elsewhere', async () => {
    await fail(6, 'operator.6301', '10.0.0.1');
    expect(await createSignInLimits(opened.sqlite).check('operator.6301', '10.0.0.2')).toEqual({
      allowed: true,
    });
  });

  test('thirty failures from one address close it for every account', async () => {
    for (let number = 0; number < 30; number += 1) await fail(1, `account.${String(number)}`, '10.0.0.1');
    const limits = createSignInLimits(opened.sqlite);
    expect((await limits.check('another', '10.0.0.1')).allowed).toBe(false);
    expect((await limits.check('another', '10.0.0.2')).allowed).toBe(true);
  });

  test('fifty failures in a day close the account from everywhere', async () => {
    for (let number = 0; number < 50; number += 1) await fail(1, 'admin', `10.0.1.${String(number)}`);
    expect((await createSignInLimits(opened.sqlite).check('admin', '10.0.9.9')).allowed).toBe(false);
  });

  test('a right password is not counted, and forgets the failures before it', async () => {
    const limits = createSignInLimits(opened.sqlite);
    for (let number = 0; number < 60; number += 1) {
      expect(await limits.check('fasilitator', '10.0.0.1')).toEqual({ allowed: true });
      await limits.succeed('fasilitator', '10.0.0.1');
    }
  });

  test('a hundred guesses at once get no further than five', async () => {
    const limits = createSignInLimits(opened.sqlite);
    const verdicts = await Promise.all(Array.from({ length: 100 }, () => limits.check('admin', '10.0.0.1')));
    expect(verdicts.filter((verdict) => verdict.allowed)).toHaveLength(5);
  });

  test('a restart forgives nothing', async () => {
    await fail(5, 'admin', '10.0.0.1');
    await opened.close();
    opened = openDatabase(`file:${join(folder, 'test.sqlite')}`);
    expect((await createSignInLimits(opened.sqlite).check('admin', '10.0.0.1')).allowed).toBe(false);
  });

  test('after a quarter of an hour the account is open again', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await fail(5, 'admin', '10.0.0.1');
    vi.setSystemTime(Date.now() + 15 * 60_000 + 1000);
    expect(await createSignInLimits(opened.sqlite).check('admin', '10.0.0.1')).toEqual({ allowed: true });
  });

  test('names and addresses are not kept readable', async () => {
    await fail(1, 'my-password-in-the-wrong-field', '10.0.0.1');
    const stored = JSON.stringify(opened.sqlite.prepare('select * from sign_in_limit').all());
    expect(stored).not.toContain('my-password');
    expect(stored).not.toContain('10.0.0.1');
  });
});
