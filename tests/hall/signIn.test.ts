/** A hall behind one address signs in at the same moment, mistypes, and is guessed at meanwhile. */
import { openHandle } from '#db/handle';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '~/accounts/password.server';
import { ADMIN_PASSWORD, type Product, startProduct } from '../product';
import { signedIn, Visitor } from '../visitor';

const HALL = 155;
const PASSWORD = 'sandi-peserta-untuk-uji';
const RAKERDA = '/rakerda/demo-kalsel-2025';

let product: Product;
beforeAll(async () => {
  // The tests say which address they come from, as a proxy in front would.
  product = await startProduct({ env: { TRUST_PROXY: '1' } });
  await addAccounts();
}, 240_000);
afterAll(() => product.stop());

const nameOf = (person: number) => `peserta.${String(person)}`;

/** All of them with one hash: making one for each would take longer than the test. */
async function addAccounts(): Promise<void> {
  const hash = await hashPassword(PASSWORD);
  const sqlite = openHandle(product.databaseFile);
  const add = sqlite.prepare(
    `insert into account (id, username, name, role, password_hash, must_change_password, is_demo, created_at)
     values (?, ?, 'Peserta', 'reviewer', ?, 0, 0, '')`,
  );
  sqlite.transaction(() => {
    for (let person = 0; person < HALL; person += 1) add.run(`p${String(person)}`, nameOf(person), hash);
  })();
  sqlite.close();
}

const from = (address: string) => ({ Origin: product.origin, 'X-Forwarded-For': address });

async function enter(username: string, password: string, address: string): Promise<number> {
  const visitor = new Visitor(product.origin);
  return (await visitor.post('/masuk', { username, password }, from(address))).status;
}

async function join(code: string, address: string): Promise<number> {
  const visitor = new Visitor(product.origin);
  return (await visitor.get(`/gabung?kode=${code}`, from(address))).status;
}

const times = <T>(count: number, one: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => one(i));
/** How many of each answer. */
function tally(statuses: readonly number[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

describe('passwords', () => {
  test('all of a full hall get in at once, with wrong ones among them', async () => {
    const all = await Promise.all(
      times(HALL, (person) => [
        enter(nameOf(person), PASSWORD, '10.1.0.1'),
        // Every fourth person mistypes on another device, some know no account.
        ...(person % 4 === 0
          ? [enter(person % 8 === 0 ? nameOf(person) : 'tidak.ada', 'salah', '10.1.0.1')]
          : []),
      ]).flat(),
    );
    expect(tally(all)).toEqual({ 302: HALL, 422: Math.ceil(HALL / 4) });
  }, 240_000);

  test('fifty wrong passwords from eleven addresses leave the administrator free everywhere', async () => {
    const wrong = await Promise.all(times(50, (n) => enter('admin', 'salah', `10.2.0.${String(n % 11)}`)));
    expect(tally(wrong)).toEqual({ 422: 50 });
    expect(await enter('admin', ADMIN_PASSWORD, '10.2.0.1')).toBe(302);
    expect(await enter('admin', ADMIN_PASSWORD, '10.2.9.9')).toBe(302);
  }, 180_000);

  test('who guesses on and on is slow, and the owner gets in meanwhile from elsewhere', async () => {
    const leave = new AbortController();
    let answered = 0;
    const guesses = times(40, () =>
      fetch(`${product.origin}/masuk`, {
        method: 'POST',
        redirect: 'manual',
        signal: leave.signal,
        headers: from('10.3.0.1'),
        body: new URLSearchParams({ username: nameOf(0), password: 'salah' }),
      }).then(
        () => (answered += 1),
        () => undefined,
      ),
    );
    expect(await enter(nameOf(0), PASSWORD, '10.3.0.2')).toBe(302);
    expect(await enter(nameOf(1), PASSWORD, '10.3.0.1')).toBe(302);
    expect(answered).toBeLessThan(40);
    leave.abort();
    await Promise.all(guesses);
  }, 180_000);
});

describe('codes of access cards', () => {
  const WRONG = ['22222222', '33333333', '44444444', '55555555'];
  let code: string;
  beforeAll(async () => {
    const facilitator = await signedIn(product, 'fasilitator');
    await facilitator.post(`${RAKERDA}/kartu`, { intent: 'issue' });
    const sheet = (await facilitator.get(`${RAKERDA}/kartu/cetak`)).text();
    const found =
      /gabung\?kode=([2-9A-HJKMNP-TV-Z]{8})/.exec(sheet) ??
      /\b([2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4})\b/.exec(sheet);
    if (!found?.[1]) throw new Error(`no code on the sheet:\n${sheet.slice(0, 2000)}`);
    code = found[1];
  }, 180_000);

  test('thirty wrong ones on one phone hold up nobody of the hall', async () => {
    const wrong = await Promise.all(times(30, (n) => join(WRONG[n % 4] ?? '', '10.4.0.1')));
    expect(tally(wrong)).toEqual({ 422: 30 });
    expect(tally(await Promise.all(times(HALL, () => join(code, '10.4.0.1'))))).toEqual({ 200: HALL });
  }, 180_000);

  test('590 wrong ones from eleven addresses keep no card out, in those places either', async () => {
    const wrong = await Promise.all(times(590, (n) => join(WRONG[n % 4] ?? '', `10.5.0.${String(n % 11)}`)));
    expect(tally(wrong)).toEqual({ 422: 590 });
    expect(await join(code, '10.5.0.1')).toBe(200);
    expect(tally(await Promise.all(times(HALL, () => join(code, '10.5.9.9'))))).toEqual({ 200: HALL });
  }, 240_000);
});
