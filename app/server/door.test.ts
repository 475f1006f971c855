import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Door, openDoor } from './door';
import { Problem } from './problem';

const HERE = { host: '127.0.0.1', port: 0, publicOrigin: undefined };

let door: Door | undefined;
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  door?.server.closeAllConnections();
  door?.server.close();
});

/** Speaks to the port by hand; `heard` is what came back so far. */
async function visitor(url: string): Promise<{ socket: Socket; heard: () => string }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  let text = '';
  socket.on('data', (piece) => {
    text += piece.toString('latin1');
  });
  await once(socket, 'connect');
  return { socket, heard: () => text };
}

describe('until the server is ready', () => {
  it('everybody is asked to come again, and is served once it is', async () => {
    door = await openDoor(HERE);
    const early = await fetch(`${door.url}/healthz`);
    expect(early.status).toBe(503);
    expect(early.headers.get('Retry-After')).toMatch(/^\d+$/);
    expect(await early.text()).toMatch(/Sedang disiapkan[\s\S]*nearly ready/);
    const posted = await fetch(`${door.url}/masuk`, { method: 'POST', body: new Uint8Array(5_000_000) });
    expect(posted.status).toBe(503);

    // What a page's own script asks gets no answer: that it understands.
    await expect(fetch(`${door.url}/rakerda/x.data?_routes=root`)).rejects.toThrow(TypeError);

    door.open((_request, response) => response.end('ready'));
    expect(await (await fetch(`${door.url}/healthz`)).text()).toBe('ready');
  });
});

describe('a port that cannot be had', () => {
  it('is named, with what to do', async () => {
    door = await openDoor(HERE);
    const port = Number(new URL(door.url).port);
    await expect(openDoor({ ...HERE, port })).rejects.toThrow(Problem);
    await expect(openDoor({ ...HERE, port })).rejects.toThrow(`PORT=${String(port + 1)} npm start`);
  });
});

describe('a request that arrives too slowly', () => {
  it('is ended, and a stream that was open before goes on', async () => {
    door = await openDoor(HERE, {
      headersTimeout: 50,
      requestTimeout: 100,
      connectionsCheckingInterval: 20,
    });
    let speak: (text: string) => void = () => undefined;
    door.open((request, response) => {
      if (request.url !== '/langsung') return;
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write('data: 1\n\n');
      speak = (text) => response.write(text);
    });
    const reader = await visitor(door.url);
    reader.socket.write('GET /langsung HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(reader.socket, 'data');

    // Both come after the stream: once they are ended, the stream is older than every limit.
    const slowHead = await visitor(door.url);
    slowHead.socket.write('POST /masuk HTTP/1.1\r\nHost: x\r\n');
    const slowBody = await visitor(door.url);
    slowBody.socket.write('POST /masuk HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\na=1');
    await Promise.all([once(slowHead.socket, 'close'), once(slowBody.socket, 'close')]);
    expect(slowHead.heard()).toMatch(/^HTTP\/1\.1 408 /);
    expect(slowBody.heard()).toMatch(/^HTTP\/1\.1 408 /);

    speak('data: 2\n\n');
    await once(reader.socket, 'data');
    expect(reader.heard()).toContain('data: 2');
  });
});

it('a file of 10 MB may take a minute and a half, a head only seconds', async () => {
  door = await openDoor(HERE);
  expect(door.server.requestTimeout).toBeGreaterThanOrEqual(90_000);
  expect(door.server.headersTimeout).toBeLessThanOrEqual(30_000);
  expect(door.server.headersTimeout).toBeGreaterThan(0);
  // No limit on how long an answer lasts.
  expect(door.server.timeout).toBe(createServer().timeout);
  expect(door.server.timeout).toBe(0);
});
