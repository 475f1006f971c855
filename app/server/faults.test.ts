import { afterAll, beforeAll, expect, it } from 'vitest';
import { WorkRefused } from '~/work';
import { type House, openHouse } from '../../tests/house/house';
import { naming } from './faults';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** What a loader throws to Remix that is refused heavy work. */
async function answerOf(asks: 'page' | 'file'): Promise<Response> {
  const loader = naming(() => Promise.reject(new WorkRefused('full')), asks, 'routes/berkas');
  const answer = await loader(house.args(new Request('http://127.0.0.1/berkas'))).catch(
    (error: unknown) => error,
  );
  if (!(answer instanceof Response)) throw new Error(`not an answer: ${String(answer)}`);
  return answer;
}

it('a file whose work is refused answers with a page that asks again by itself', async () => {
  const answer = await answerOf('file');
  expect(answer.status).toBe(503);
  const seconds = answer.headers.get('Retry-After') ?? '';
  expect(Number(seconds)).toBeGreaterThan(0);
  const page = await answer.text();
  expect(page).toContain(`http-equiv="refresh" content="${seconds}"`);
  expect(page).toContain('antrean');
});

it('a page says it with its own screen', async () => {
  const answer = await answerOf('page');
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('requestId');
});
