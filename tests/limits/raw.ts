/** Requests that no browser sends: written to the wire piece by piece, the answer taken whenever it comes. */
import { once } from 'node:events';
import { type IncomingMessage, request as openRequest } from 'node:http';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import type { Product } from '../product';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  /** Whether the server asked for the body (`100 Continue`). */
  readonly continued: boolean;
}

export interface RawRequest {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Without a `Content-Length` among the headers the body goes out chunked. */
  readonly body?: Iterable<Buffer>;
}

/** Sends a request and gives its answer, also one that comes before everything was sent. Throws where none comes. */
export async function send(product: Product, wanted: RawRequest): Promise<RawAnswer> {
  const request = openRequest(new URL(product.origin), {
    method: wanted.method ?? 'POST',
    path: wanted.path,
    agent: false,
    headers: { Origin: product.origin, ...wanted.headers },
  });
  const seen = { continued: false };
  request.on('continue', () => {
    seen.continued = true;
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.on('error', reject);
  });
  // Whoever expects to be asked for the body waits for that, or for the refusal.
  const isWaiting = wanted.headers?.Expect !== undefined;
  if (isWaiting) {
    request.flushHeaders();
    await Promise.race([once(request, 'continue'), answered]);
  }
  if (!isWaiting || seen.continued) await Promise.race([write(request, wanted.body ?? []), answered]);
  const response = await answered;
  const pieces: Buffer[] = [];
  for await (const piece of response) if (Buffer.isBuffer(piece)) pieces.push(piece);
  request.destroy();
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text: Buffer.concat(pieces).toString('utf8'),
    continued: seen.continued,
  };
}

/** Writes at the pace at which the server takes it, to the end or until the connection is gone. */
async function write(request: ReturnType<typeof openRequest>, body: Iterable<Buffer>): Promise<void> {
  for (const piece of body) {
    if (request.destroyed) return;
    if (!request.write(piece)) {
      await Promise.race([once(request, 'drain'), once(request, 'close')]).catch(() => undefined);
    }
  }
  request.end();
}

export interface Ending {
  /** Leave once what came back looks like this. */
  readonly until?: RegExp;
  /** Say that nothing more will come. */
  readonly thenEnd?: boolean;
}

/** Writes bytes to the port as they are, all of them, and gives what came back until the server, or `until`, ended it. */
export async function speak(
  product: Product,
  bytes: Iterable<Buffer>,
  { until, thenEnd }: Ending = {},
): Promise<string> {
  const { hostname, port } = new URL(product.origin);
  const socket = connect(Number(port), hostname);
  let heard = '';
  const ended = new Promise<void>((resolve) => {
    socket.on('close', () => resolve());
    socket.on('error', () => resolve());
    socket.on('data', (piece) => {
      heard += piece.toString('latin1');
      if (until?.test(heard)) resolve();
    });
  });
  Readable.from(bytes).pipe(socket, { end: thenEnd ?? false });
  await ended;
  socket.destroy();
  return heard;
}

/** So many bytes of a text said over and over, in pieces. */
export function* repeated(text: string, bytes: number): Generator<Buffer> {
  const piece = Buffer.from(text.repeat(Math.ceil(65_536 / text.length)));
  for (let left = bytes; left > 0; left -= piece.length)
    yield piece.subarray(0, Math.min(left, piece.length));
}
