/** The port, taken before anything else is done. Until the server is ready, whoever knocks is told to come again. */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import { letAnswerBeSeen } from './bodies';
import type { Config } from './config';
import { sendPlainPage } from './plainPage';
import { Problem } from './problem';

/**
 * Limits on how slowly a request may arrive; none on how long an answer may last, so event streams stay open. A file of
 * 10 MB still gets through at 0.7 Mbit/s. 16 KB of head are Node's own default, said here because they are relied upon.
 */
const LIMITS = {
  headersTimeout: 20_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
} satisfies ServerOptions;

export interface Door {
  readonly server: Server;
  /** Where people find it: `http://localhost:3000`, or the public address. */
  readonly url: string;
  /** From now on this answers. */
  readonly open: (listener: RequestListener) => void;
}

/**
 * Listens.
 * @param limits instead of the usual ones
 * @throws Problem where the port or the address cannot be had
 */
export async function openDoor(
  { host, port, publicOrigin }: Pick<Config, 'host' | 'port' | 'publicOrigin'>,
  limits: ServerOptions = {},
): Promise<Door> {
  let listener: RequestListener = comeAgain;
  const answer = (request: IncomingMessage, response: ServerResponse & { req: IncomingMessage }) =>
    listener(request, response);
  const server = createServer({ ...LIMITS, ...limits }, answer);
  // Without this Node asks for every body that is held back, also one that is going to be refused.
  server.on('checkContinue', answer);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(asProblem(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const given = typeof address === 'object' && address ? address.port : port;
  return {
    server,
    url: publicOrigin ?? `http://${host === '0.0.0.0' ? 'localhost' : host}:${given}`,
    open(ready) {
      listener = ready;
    },
  };
}

function comeAgain(request: IncomingMessage, response: ServerResponse): void {
  // A page that was open before a restart: its script takes an answer that it cannot read for a fault, and an answer
  // that does not come for what it is, a server that is away; then it waits and opens the page again by itself.
  if (/\.data(\?|$)/.test(request.url ?? '')) {
    request.socket.destroy();
    return;
  }
  letAnswerBeSeen(request, response);
  sendPlainPage(response, 'starting');
}

function asProblem(error: Error, host: string, port: number): Error {
  switch ('code' in error ? error.code : undefined) {
    case 'EADDRINUSE': {
      const other = port < 65_535 ? port + 1 : 3000;
      return new Problem(
        [
          `Port ${port} di ${host} sudah dipakai program lain – mungkin server ini sudah berjalan.`,
          `Hentikan program itu, atau pilih port lain:  PORT=${other} npm start`,
          '',
          `Port ${port} on ${host} is in use by another program – perhaps this server is running already.`,
          `Stop that program, or choose another port:  PORT=${other} npm start`,
        ].join('\n'),
      );
    }
    case 'EACCES':
      return new Problem(
        [
          `Port ${port} tidak boleh dipakai oleh pengguna ini; pilih yang di atas 1023:  PORT=3000 npm start`,
          `This user may not use port ${port}; choose one above 1023:  PORT=3000 npm start`,
        ].join('\n'),
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Problem(
        [
          `HOST=${host} bukan alamat komputer ini; pakai 127.0.0.1, atau 0.0.0.0 untuk jaringan ruangan.`,
          `HOST=${host} is no address of this machine; use 127.0.0.1, or 0.0.0.0 for the hall's network.`,
        ].join('\n'),
      );
    default:
      return error;
  }
}
