import { EventEmitter, once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { goneSignal } from './gone';

const REQUEST = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';

describe('the signal that a browser is gone', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.close();
  });

  /** A server that answers so, and a connection to it. */
  async function open(answer: RequestListener): Promise<Socket> {
    server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('not listening');
    return connect(address.port, '127.0.0.1').resume();
  }

  /** Sends the requests in one breath; gives their signals once all have arrived, none of them answered. */
  async function ask(times: number): Promise<{ readonly signals: AbortSignal[]; readonly socket: Socket }> {
    const signals: AbortSignal[] = [];
    const arrivals = new EventEmitter();
    const all = once(arrivals, 'all');
    const socket = await open((request, response) => {
      signals.push(goneSignal(request, response));
      if (signals.length === times) arrivals.emit('all');
    });
    socket.write(REQUEST.repeat(times));
    await all;
    return { signals, socket };
  }

  const aborted = (signal: AbortSignal) =>
    signal.aborted ? Promise.resolve() : once(signal, 'abort').then(() => undefined);

  test.each([1, 3])('aborts when the connection drops, for %i requests on it', async (times) => {
    const { signals, socket } = await ask(times);
    expect(signals.map((signal) => signal.aborted)).toEqual(signals.map(() => false));
    socket.resetAndDestroy();
    await Promise.all(signals.map(aborted));
  });

  test('aborts when the answer is complete, though the connection stays', async () => {
    let signal: AbortSignal | undefined;
    const socket = await open((request, response) => {
      signal = goneSignal(request, response);
      response.end('ok');
    });
    const answer = once(socket, 'data');
    socket.write(REQUEST);
    await answer;
    if (!signal) throw new Error('no request came');
    await aborted(signal);
    expect(socket.destroyed).toBe(false);
    socket.destroy();
  });

  test('is aborted from the start where the browser left before anybody asked', async () => {
    const asked = new Promise<boolean>((resolve) => {
      void open((request, response) => {
        request.socket.once('close', () => {
          resolve(goneSignal(request, response).aborted);
        });
      }).then((socket) => {
        socket.write(REQUEST, () => socket.destroy());
      });
    });
    expect(await asked).toBe(true);
  });
});
