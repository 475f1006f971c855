import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { migrate, openDatabase, type OpenDatabase } from '#db/database';
import { rememberBrowser } from './knownBrowser.server';
import { openSignInLimits, type SignInLimits } from './limits.server';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('sign-in limits', () => {
  let folder: string;
  let opened: OpenDatabase;
  let limits: SignInLimits;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rakerda-limits-'));
    opened = openDatabase(`file:${join(folder, 'test.sqlite')}`);
    await migrate(opened.db);
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
    limits = await open();
  });
  afterEach(async () => {
    vi.useRealTimers();
    await opened.close();
    rmSync(folder, { recursive: true });
  });

  const open = () => openSignInLimits(opened.db, () => performance.now());

  const attempt = (username: string, address: string, isRight: boolean, cookies: string | null = null) =>
    limits.password({ username, address, cookies }, () => Promise.resolve(isRight ? true : null));
  const guess = (username: string, address: string) => attempt(username, address, false);
  const code = (address: string, isRight: boolean) =>
    limits.code({ address }, () => Promise.resolve(isRight ? true : null));

  /** Lets the clock run, a quarter of a second at a time, until the attempt has its answer; gives how long that took. */
  async function msUntil(attempted: Promise<{ readonly kind: string }>): Promise<[kind: string, ms: number]> {
    const from = performance.now();
    const answers: string[] = [];
    void attempted.then((verdict) => answers.push(verdict.kind));
    for (;;) {
      // Files are read and written meanwhile, on a clock of their own.
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      const [kind] = answers;
      if (kind !== undefined) return [kind, performance.now() - from];
      await vi.advanceTimersByTimeAsync(250);
    }
  }

  /** That many wrong passwords one after the other, from so many addresses in turn. */
  async function guessAll(times: number, username: string, addresses: number): Promise<void> {
    for (let n = 0; n < times; n += 1) await msUntil(guess(username, `10.0.1.${String(n % addresses)}`));
  }

  test('five wrong passwords pass at once; the sixth and the right one after it wait a second, not a quarter of an hour', async () => {
    for (let time = 0; time < 5; time += 1) {
      expect(await msUntil(guess('operator.6301', '10.0.0.1'))).toEqual(['wrong', 0]);
    }
    expect(await msUntil(guess('Operator.6301 ', '10.0.0.1'))).toEqual(['wrong', 1000]);
    expect(await msUntil(attempt('operator.6301', '10.0.0.1', true))).toEqual(['right', 1000]);
    expect(await msUntil(guess('operator.6301', '10.0.0.1'))).toEqual(['wrong', 0]);
  });

  test('thirty failures of others behind one address make a right password wait a quarter of a second', async () => {
    for (let n = 0; n < 30; n += 1) await guess(`account.${String(n)}`, '10.0.0.1');
    expect(await msUntil(attempt('another', '10.0.0.1', true))).toEqual(['right', 250]);
    expect(await msUntil(attempt('another', '10.0.0.2', true))).toEqual(['right', 0]);
  });

  test('fifty wrong passwords from eleven addresses keep the administrator out nowhere', async () => {
    await guessAll(50, 'admin', 11);
    expect(await msUntil(attempt('admin', '10.0.9.9', true))).toEqual(['right', 2000]);
    expect(await msUntil(attempt('admin', '10.0.1.3', true))).toEqual(['right', 0]);
  });

  test('who goes on guessing at one account gets no more than one guess in ten seconds, from wherever', async () => {
    await guessAll(200, 'admin', 40);
    const from = performance.now();
    await guessAll(30, 'admin', 40);
    expect(performance.now() - from).toBe(30 * 10_000);
  });

  test('during such an attack the owner waits for one rest at most, and not at all in a browser known already', async () => {
    const header = await rememberBrowser(opened.db, 'admin', null, false);
    await guessAll(200, 'admin', 40);
    const flood = Array.from({ length: 300 }, (_, n) => guess('admin', `10.0.1.${String(n % 40)}`));
    const cookies = header.split(';')[0] ?? '';
    expect(await msUntil(attempt('admin', '10.0.1.1', true, cookies))).toEqual(['right', 0]);
    const [kind, ms] = await msUntil(attempt('admin', '10.0.9.9', true));
    expect(kind).toBe('right');
    expect(ms).toBeLessThanOrEqual(10_000);
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(new Set((await Promise.all(flood)).map((verdict) => verdict.kind))).toEqual(
      new Set(['wrong', 'unchecked']),
    );
  });

  test('a browser is known for the account that signed in there and for no other, and can be worn out too', async () => {
    const cookies = (await rememberBrowser(opened.db, 'rina', null, false)).split(';')[0] ?? '';
    await guessAll(50, 'admin', 11);
    expect(await msUntil(attempt('admin', '10.0.9.9', true, cookies))).toEqual(['right', 2000]);
    for (let time = 0; time < 5; time += 1) await attempt('rina', '10.0.0.1', false, cookies);
    expect(await msUntil(attempt('rina', '10.0.0.2', false, cookies))).toEqual(['wrong', 1000]);
    expect(await msUntil(attempt('rina', '10.0.0.2', true))).toEqual(['right', 0]);
  });

  test('a hundred guesses at once get no further than five at once', async () => {
    let checks = 0;
    const guesses = Array.from({ length: 100 }, () =>
      limits.password({ username: 'admin', address: '10.0.0.1', cookies: null }, () => {
        checks += 1;
        return Promise.resolve(null);
      }),
    );
    await vi.advanceTimersByTimeAsync(0);
    expect(checks).toBe(5);
    await vi.advanceTimersByTimeAsync(3 * MINUTE);
    // Two minutes at most for each, a second or two between them: the others were let go, neither checked nor counted.
    const kinds = (await Promise.all(guesses)).map((verdict) => verdict.kind);
    expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(checks);
    expect(checks).toBeLessThan(90);
    expect(kinds.filter((kind) => kind === 'unchecked')).toHaveLength(100 - checks);
  });

  test('a restart forgives nothing', async () => {
    for (let time = 0; time < 6; time += 1) await msUntil(guess('admin', '10.0.0.1'));
    await opened.close();
    opened = openDatabase(`file:${join(folder, 'test.sqlite')}`);
    limits = await open();
    await msUntil(guess('admin', '10.0.0.1'));
    expect(await msUntil(guess('admin', '10.0.0.1'))).toEqual(['wrong', 1000]);
  });

  test('after a quarter of an hour the account is fast again, after a day everything is forgotten', async () => {
    for (let time = 0; time < 6; time += 1) await msUntil(guess('admin', '10.0.0.1'));
    await vi.advanceTimersByTimeAsync(15 * MINUTE);
    for (let time = 0; time < 5; time += 1) {
      expect(await msUntil(guess('admin', '10.0.0.1'))).toEqual(['wrong', 0]);
    }
    await vi.advanceTimersByTimeAsync(DAY);
    await guess('else', '10.0.0.2');
    const kept = opened.sqlite.prepare('select count(*) from sign_in_failures').pluck().get();
    expect(kept).toBe(3);
  });

  test('what is slow goes on record once a minute and address', async () => {
    const worth: boolean[] = [];
    for (let time = 0; time < 12; time += 1) {
      const guessed = guess('admin', '10.0.0.1');
      await msUntil(guessed);
      const verdict = await guessed;
      if (verdict.kind === 'wrong') worth.push(verdict.isWorthRecording);
    }
    expect(worth).toEqual([true, true, true, true, true, ...Array.from({ length: 7 }, () => false)]);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(await guess('admin', '10.0.0.1')).toMatchObject({ isWorthRecording: true });
  });

  test('names and addresses are not kept readable', async () => {
    await guess('my-password-in-the-wrong-field', '10.0.0.1');
    const stored = JSON.stringify(opened.sqlite.prepare('select * from sign_in_failures').all());
    expect(stored).not.toContain('my-password');
    expect(stored).not.toContain('10.0.0.1');
  });

  test('590 wrong codes from eleven addresses keep no card out, nor do thirty from one phone', async () => {
    for (let n = 0; n < 590; n += 1) await code(`10.0.1.${String(n % 11)}`, false);
    expect(await msUntil(code('10.0.9.9', true))).toEqual(['right', 0]);
    expect(await msUntil(code('10.0.1.1', true))).toEqual(['right', 0]);
    for (let n = 0; n < 9; n += 1) await code('10.0.2.2', false);
    expect(await msUntil(code('10.0.2.2', true))).toEqual(['right', 0]);
  });

  test('from the six-hundredth wrong code within an hour on, the whole server looks up one wrong code a second', async () => {
    for (let n = 0; n < 600; n += 1) await code(`10.${String(n % 200)}.1.1`, false);
    const from = performance.now();
    for (let n = 0; n < 20; n += 1) await msUntil(code(`10.${String(n)}.2.2`, false));
    expect(performance.now() - from).toBe(20 * 1000);
    const hall = Array.from({ length: 155 }, () => code('10.0.9.9', true));
    await vi.advanceTimersByTimeAsync(1000);
    for (const one of hall) expect((await one).kind).toBe('right');
  }, 20_000);
});
