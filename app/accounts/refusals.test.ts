import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#tests/house/house';
import { loader as accountsLoader } from '~/routes/accounts';
import { naming } from '~/server/faults';
import { readAuditPage } from './audit.server';
import { auditWords } from './auditWords';
import { atMostPer } from './recordPace.server';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const guarded = (route: string) => naming(accountsLoader, 'page', route);

async function knock(cookie: string, path = '/akun', route = 'routes/accounts'): Promise<number> {
  const request = new Request(`http://127.0.0.1${path}`, { headers: { Cookie: cookie } });
  const answer = await guarded(route)(house.args(request)).catch((error: unknown) => error);
  return answer instanceof Response ? answer.status : 200;
}

describe('a refusal', () => {
  it('is on record with who, what and which request, and says so in words', async () => {
    const { id } = await house.account('rina', 'kucing hitam besar', { name: 'Rina' });
    const { cookie } = await house.signedIn(id);
    expect(await knock(cookie, '/akun.data')).toBe(403);
    const [event, ...more] = await house.events('account.refused');
    expect(more).toEqual([]);
    expect(event?.actor_id).toBe(id);
    expect(event?.request_id).toMatch(/^request-/);
    expect(JSON.parse(event?.payload ?? '')).toEqual({ method: 'GET', path: '/akun' });
    const search = { jenis: 'account.refused', akun: '', rakerda: '', dari: '', sampai: '', sebelum: '' };
    const { entries } = await readAuditPage(house.services, search);
    expect(entries).toMatchObject([{ actorName: 'Rina', facts: { name: '/akun' } }]);
    const facts = { name: '/akun', username: '', agency: '', indicator: '', level: '', count: '' };
    for (const words of Object.values(auditWords)) {
      expect(words['account.refused'].says(facts)).toContain('/akun');
    }
  });

  it('repeated a hundred times is one line; one account has thirty an hour, whatever it tries', async () => {
    const rina = await house.signedIn((await house.account('rina', 'kucing hitam besar')).id);
    const budi = await house.signedIn((await house.account('budi', 'kucing hitam besar')).id);
    for (let times = 0; times < 100; times += 1) await knock(rina.cookie);
    expect(await house.events('account.refused')).toHaveLength(1);
    for (let times = 0; times < 100; times += 1) await knock(rina.cookie, '/akun', `routes/${times}`);
    expect(await house.events('account.refused')).toHaveLength(30);
    await knock(budi.cookie);
    expect(await house.events('account.refused')).toHaveLength(31);
  });

  it('of somebody who is not signed in, and what was allowed, leave none', async () => {
    const { id } = await house.account('siti', 'kucing hitam besar', { role: 'administrator' });
    expect(await knock((await house.signedIn(id)).cookie)).toBe(200);
    expect(await knock('')).toBe(302);
    expect(await house.events('account.refused')).toEqual([]);
  });

  it('that is given back instead of thrown is on record too', async () => {
    const { id } = await house.account('rina', 'kucing hitam besar');
    const { cookie } = await house.signedIn(id);
    const request = new Request('http://127.0.0.1/x', { headers: { Cookie: cookie } });
    await naming(() => new Response('', { status: 403 }), 'file', 'routes/x')(house.args(request));
    expect(await house.events('account.refused')).toHaveLength(1);
  });
});

it('a key may come so many times, and again when its window is over', () => {
  let now = 0;
  const pace = atMostPer(2, 100, () => now);
  expect([pace('a'), pace('a'), pace('a'), pace('b')]).toEqual([true, true, false, true]);
  now = 99;
  expect(pace('a')).toBe(false);
  now = 100;
  expect([pace('a'), pace('a'), pace('a')]).toEqual([true, true, false]);
});
