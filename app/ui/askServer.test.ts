import { createServer, type RequestListener, type Server } from 'node:http';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { askServer, retryPause } from './askServer';

let server: Server | undefined;

async function serve(listener: RequestListener): Promise<string> {
  const opened = createServer(listener);
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
  const bound = opened.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return `http://127.0.0.1:${bound.port}`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe('asking the server', () => {
  it('gives what was read of the answer', async () => {
    const address = await serve((request, response) => response.end(request.headers.accept));
    const options = { headers: { Accept: 'application/json' } };
    expect(await askServer(address, options, (response) => response.text())).toBe('application/json');
  });

  it('ends where nobody answers', async () => {
    const address = await serve(() => undefined);
    await expect(askServer(address, {}, ({ ok }) => ok, 20)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('ends where the answer stops in the middle', async () => {
    const address = await serve((_request, response) => response.write('{"half":'));
    const asked = askServer(address, {}, (response): Promise<unknown> => response.json(), 200);
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});

it('waits longer from failure to failure, never too long, and not as long as everybody else', () => {
  expect([1, 2, 3, 4, 5, 500].map((failures) => retryPause(failures, 1))).toEqual([
    1000, 2000, 4000, 8000, 8000, 8000,
  ]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (failures, chance) => {
        const pause = retryPause(failures, chance);
        expect(pause).toBeLessThanOrEqual(retryPause(failures, 1));
        expect(pause).toBeGreaterThanOrEqual(retryPause(failures, 1) / 2);
      },
    ),
  );
});
