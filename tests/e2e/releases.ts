/** The product as if it had been updated: what it serves names another release from one moment on. */
import { createServer, request } from 'node:http';
import { readdirSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../product';

export interface Releases {
  readonly origin: string;
  next(): void;
  stop(): Promise<void>;
}

const NEXT = '99999999';

/** Where a release is named to the browser. */
const NAMED = ['/pekerja.js', '/luring'];

export async function releasesOf(product: { readonly origin: string }): Promise<Releases> {
  const own = ownRelease();
  let isNext = false;
  const server = createServer((asked, answer) => {
    const path = asked.url ?? '/';
    const isNamed = isNext && NAMED.includes(path);
    const { 'if-none-match': _tag, 'if-modified-since': _since, ...whole } = asked.headers;
    // What is read here must be there whole, and not packed.
    const headers = isNamed ? { ...whole, 'accept-encoding': 'identity' } : asked.headers;
    const { hostname, port } = new URL(product.origin);
    // The file that only the next release would have.
    const wanted = path.replace(`manifest-${NEXT}`, `manifest-${own}`);
    const passed = request({ hostname, port, path: wanted, method: asked.method, headers }, (got) => {
      if (!isNamed) {
        answer.writeHead(got.statusCode ?? 500, got.headers);
        got.pipe(answer);
        return;
      }
      const parts: string[] = [];
      got.setEncoding('utf8').on('data', (part: string) => parts.push(part));
      got.on('end', () => {
        const { 'content-length': _length, 'transfer-encoding': _encoding, ...kept } = got.headers;
        answer.writeHead(got.statusCode ?? 500, kept);
        answer.end(parts.join('').replaceAll(own, NEXT));
      });
    });
    passed.on('error', () => answer.destroy());
    answer.on('close', () => passed.destroy());
    asked.pipe(passed);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    next: () => {
      isNext = true;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** The release of the build that is served. */
function ownRelease(): string {
  const names = readdirSync(join(ROOT, 'build/client/assets'));
  const [release] = names.flatMap((name) => /^manifest-(\w+)\.js$/.exec(name)?.[1] ?? []);
  if (release === undefined) throw new Error('there is no build');
  return release;
}
