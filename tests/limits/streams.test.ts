/** Streams that nobody closes: there are so many for one account and for one address, and everybody else keeps theirs. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { openHandle } from '#db/handle';
import { z } from 'zod';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { STREAM_BOUNDS } from '~/live/streamPlaces.server';
import { type Product, startProduct } from '../product';
import { signedIn, Visitor } from '../visitor';

const HALL = '/rakerda/demo-kalsel-2025/langsung';
/** Opened in one breath. */
const AT_ONCE = 100;

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let product: Product;
const open: Socket[] = [];
/** What came over each connection. */
const heard = new WeakMap<Socket, string>();

beforeAll(async () => {
  // The tests say which address they come from, as a proxy in front would.
  product = await startProduct({ env: { TRUST_PROXY: '1' } });
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
});
afterAll(() => product.stop());

/** Opens a stream and leaves it open; gives the status that it was answered with. */
async function openStream(who: Visitor, address: string): Promise<number> {
  const { hostname, port, host } = new URL(product.origin);
  const socket = connect(Number(port), hostname);
  open.push(socket);
  socket.on('error', () => undefined);
  socket.on('data', (bytes: Buffer) =>
    heard.set(socket, `${heard.get(socket) ?? ''}${bytes.toString('latin1')}`),
  );
  socket.write(
    `GET ${HALL} HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-For: ${address}\r\nCookie: ${who.cookieHeader()}\r\n\r\n`,
  );
  await once(socket, 'data');
  return Number(/^HTTP\/1\.1 (\d+)/.exec(heard.get(socket) ?? '')?.[1]);
}

/** How many of each answer. */
async function openMany(count: number, who: Visitor, address: string): Promise<Record<string, number>> {
  const tally: Record<string, number> = {};
  for (let done = 0; done < count; done += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, count - done) }, () => openStream(who, address));
    for (const status of await Promise.all(batch)) tally[status] = (tally[status] ?? 0) + 1;
  }
  return tally;
}

/** An account that is nobody's demo, in the demo's Rakerda. */
async function ownAccount(): Promise<Visitor> {
  const sqlite = openHandle(product.databaseFile);
  sqlite.exec(`insert into account (id, username, name, role, agency_code, password_hash, must_change_password, is_demo, created_at)
    select 'sendiri', 'sendiri', 'Sendiri', role, agency_code, password_hash, 0, 0, '' from account where username = 'operator.6303'`);
  sqlite.close();
  return signedIn(product, 'sendiri');
}

it('one account has its places, asks instead beyond them, and gets them back', async () => {
  const own = await ownAccount();
  const other = await signedIn(product, 'operator.6301');
  const most = STREAM_BOUNDS.ofOwner;
  expect(await openMany(most + 20, own, '10.1.0.1')).toEqual({ 200: most, 503: 20 });
  // From elsewhere it is the same account; somebody else behind the same address is not.
  expect(await openStream(own, '10.1.0.2')).toBe(503);
  expect(await openStream(other, '10.1.0.1')).toBe(200);
  const asked = await own.get(`${HALL}/kabar?sejak=0`);
  expect(asked.status).toBe(200);
  open[0]?.destroy();
  await vi.waitFor(async () => expect(await openStream(own, '10.1.0.1')).toBe(200), { timeout: 10_000 });
});

it('a demo account entered and left a hundred times leaves two lines in the record', async () => {
  const sqlite = openHandle(product.databaseFile, { readonly: true });
  const account = z
    .object({ id: z.string() })
    .parse(sqlite.prepare(`select id from account where username = 'operator.6304'`).get());
  const told = () =>
    z
      .array(z.object({ type: z.string() }))
      .parse(
        sqlite
          .prepare("select type from event where actor_id = ? and type like 'account.%' order by seq")
          .all(account.id),
      )
      .map(({ type }) => type);
  for (let times = 0; times < 100; times += 1) {
    const visitor = new Visitor(product.origin);
    expect((await visitor.post('/masuk', { demo: account.id })).status).toBe(302);
    expect((await visitor.post('/keluar', {})).status).toBe(302);
  }
  expect(told()).toEqual(['account.signedIn', 'account.signedOut']);
  sqlite.close();
});

it('the stream of a demo account ends within five seconds of signing out, on record or not', async () => {
  for (let times = 0; times < 2; times += 1) {
    const visitor = await signedIn(product, 'operator.6305');
    expect(await openStream(visitor, '10.3.0.1')).toBe(200);
    const stream = open.at(-1);
    await visitor.post('/keluar', {});
    // The connection itself may stay for what is asked next: the empty chunk says that the stream is over.
    await vi.waitFor(() => expect(stream && heard.get(stream)).toMatch(/\r\n0\r\n\r\n$/), { timeout: 5000 });
  }
});

it('one address has its places, a hall’s worth; another address is not concerned', async () => {
  const first = await signedIn(product, 'operator.6301');
  const second = await signedIn(product, 'fasilitator');
  const half = STREAM_BOUNDS.ofAddress / 2;
  expect(await openMany(half, first, '10.2.0.1')).toEqual({ 200: half });
  expect(await openMany(half + 5, second, '10.2.0.1')).toEqual({ 200: half, 503: 5 });
  expect(await openStream(second, '10.2.0.2')).toBe(200);
  // The hall loses its network: a thousand agencies' screens leave before a thousand eyes, and others still come in.
  for (const socket of open.splice(0)) socket.destroy();
  expect((await signedIn(product, 'operator.6302')).cookieHeader()).not.toBe('');
});
