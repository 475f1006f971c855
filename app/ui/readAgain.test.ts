import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { askUntilAnswered, isOfPage } from './readAgain';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server that answers each request by the next listener, the last one from then on; how often it was asked. */
async function serve(...listeners: RequestListener[]): Promise<{ address: URL; asked: () => number }> {
  let asked = 0;
  const opened = createServer((request, response) => {
    asked += 1;
    listeners[Math.min(asked, listeners.length) - 1]?.(request, response);
  });
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
  const bound = opened.address();
  if (bound === null || typeof bound === 'string') throw new Error('no port');
  return { address: new URL(`http://127.0.0.1:${bound.port}/rakerda.data`), asked: () => asked };
}

const cut: RequestListener = (request) => request.socket.destroy();
const cutInside: RequestListener = (request, response) => {
  response.writeHead(200, { 'Content-Length': '100' });
  response.write('half', () => request.socket.destroy());
};
const says =
  (status: number, body = ''): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'X-Uji': 'ya' }).end(body);

const ask = (address: URL, signal?: AbortSignal) =>
  askUntilAnswered(fetch, address, signal ? { signal } : {}, () => 1);

describe('reading the open page anew', () => {
  it('goes on past a cut line, an answer cut in the middle, and a proxy in front of nobody', async () => {
    const { address, asked } = await serve(
      cut,
      cutInside,
      says(502),
      says(503),
      says(504),
      says(200, 'whole'),
    );
    const answer = await ask(address);
    expect(await answer.text()).toBe('whole');
    expect(answer.headers.get('X-Uji')).toBe('ya');
    expect(asked()).toBe(6);
  });

  it.each([202, 204, 403, 404, 500])('takes %i for an answer', async (status) => {
    const { address, asked } = await serve(says(status));
    expect((await ask(address)).status).toBe(status);
    expect(asked()).toBe(1);
  });

  it('ends at once where the page is left, between two questions and in one', async () => {
    const between = await serve(cut);
    const left = new AbortController();
    const asking = askUntilAnswered(fetch, between.address, { signal: left.signal }, () => {
      left.abort();
      return 3_600_000;
    });
    await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
    server?.close();

    const inOne = new AbortController();
    const { address } = await serve(() => inOne.abort());
    await expect(ask(address, inOne.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('what asks for the data of the page', () => {
  const page = new URL('https://a.test/rakerda/x/pantau?cari=k%20b&hal=2#n');
  it.each([
    ['/rakerda/x/pantau.data?cari=k+b&hal=2', true],
    ['/rakerda/x/pantau.data?cari=k+b&hal=2&_routes=routes%2Fpantau', true],
    ['/rakerda/x/pantau.data', false],
    ['/rakerda/x.data?cari=k+b&hal=2', false],
    ['https://b.test/rakerda/x/pantau.data?cari=k+b&hal=2', false],
    ['/rakerda/x/pantau?cari=k+b&hal=2', false],
  ])('%s: %s', (address, is) => {
    expect(isOfPage(new URL(address, page), page)).toBe(is);
  });

  it('the start page has a name of its own, and a slash at the end none', () => {
    expect(isOfPage(new URL('https://a.test/_root.data'), new URL('https://a.test/'))).toBe(true);
    expect(isOfPage(new URL('https://a.test/akun.data'), new URL('https://a.test/akun/'))).toBe(true);
  });
});
