/** What is somebody's own stays with them: no cache between keeps it, and the log names nothing that opens a door. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Product, startProduct } from '../product';
import { signedIn, type Visitor } from '../visitor';

const RAKERDA = '/rakerda/demo-kalsel-2025';

let product: Product;
let facilitator: Visitor;

beforeAll(async () => {
  product = await startProduct({ env: { LOG_LEVEL: 'info' } });
  facilitator = await signedIn(product, 'fasilitator');
});
afterAll(() => product.stop());

it.each(['', '/kartu', '/kartu/cetak', '/kendali', '/pantau'])(
  'the page %s and what scripts ask it for are kept by nobody',
  async (page) => {
    for (const path of [`${RAKERDA}${page}`, `${RAKERDA}${page}.data`]) {
      const answer = await facilitator.get(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('Cache-Control'), path).toBe('private, no-store');
    }
  },
);

it('the token of a screen link is in no line of the log', async () => {
  const remote = (await facilitator.get(`${RAKERDA}/kendali`)).text();
  const token = /\/layar\/([\w-]{16,})/.exec(remote)?.[1] ?? '';
  expect(token).not.toBe('');
  for (const rest of ['', '.data', '/adegan', '/langsung/kabar', '/tidak-ada']) {
    await facilitator.get(`/layar/${token}${rest}`);
  }
  expect(product.output()).toContain('/layar/…/adegan');
  expect(product.output()).not.toContain(token);
});
