/** Screens that come and go faster than a stream can be set up: afterwards nobody may be counted as there. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pause, type Product, startProduct } from '../product';
import { signedIn, type Visitor } from '../visitor';

const RAKERDA = '/rakerda/demo-kalsel-2025';
const SCREENS = 400;
/** So many come while others go. */
const AT_ONCE = 25;

let product: Product;
let facilitator: Visitor;

beforeAll(async () => {
  product = await startProduct();
  facilitator = await signedIn(product, 'fasilitator');
}, 240_000);
afterAll(() => product.stop());

/** How many screens the monitor page says are open, over all agencies. */
async function screensOpen(): Promise<number> {
  const page = (await facilitator.get(`${RAKERDA}/pantau`)).text();
  expect(page).toContain('Kabupaten Tanah Laut');
  return [...page.matchAll(/>(\d+) layar</g)].reduce((sum, [, count]) => sum + Number(count), 0);
}

interface Manner {
  /** It leaves after so long, whatever has come by then. */
  readonly stayMs: number;
  /** Without a farewell, as when the power goes. */
  readonly rudely: boolean;
  /** Asks so many times in one breath; the answers after the first never get their turn. */
  readonly times: number;
}

async function dropIn(cookie: string, { stayMs, rudely, times }: Manner): Promise<void> {
  const { hostname, port, host } = new URL(product.origin);
  const socket = connect(Number(port), hostname);
  const closed = once(socket, 'close').catch(() => undefined);
  socket.resume();
  socket.write(
    `GET ${RAKERDA}/langsung HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`.repeat(times),
  );
  await pause(stayMs);
  if (rudely) socket.resetAndDestroy();
  else socket.destroy();
  await closed;
}

test(`${String(SCREENS)} streams opened and dropped within 50 ms leave no screen behind`, async () => {
  const operator = await signedIn(product, 'operator.6301');
  expect(await screensOpen()).toBe(0);
  let next = 0;
  const comeAndGo = async () => {
    for (let screen = next++; screen < SCREENS; screen = next++) {
      await dropIn(operator.cookieHeader(), {
        stayMs: (screen * 7) % 51,
        rudely: screen % 3 === 0,
        times: screen % 4 === 0 ? 2 : 1,
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, comeAndGo));
  await vi.waitFor(async () => expect(await screensOpen()).toBe(0), { timeout: 15_000, interval: 200 });
}, 90_000);

test('a screen that stays is counted until it goes', async () => {
  const operator = await signedIn(product, 'operator.6302');
  const leave = new AbortController();
  const stream = await fetch(`${product.origin}${RAKERDA}/langsung`, {
    headers: { Cookie: operator.cookieHeader() },
    signal: leave.signal,
  });
  await stream.body?.getReader().read();
  expect(await screensOpen()).toBe(1);
  leave.abort();
  await vi.waitFor(async () => expect(await screensOpen()).toBe(0), { timeout: 15_000, interval: 200 });
});
