/** Behind nginx and Caddy with the very files of docs/deploy: signing in, pages and event streams, whatever Host arrives. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { type Product, ROOT, startProduct } from '../product';
import { signedIn, Visitor } from '../visitor';

const MINUTES = 5 * 60_000;
const RAKERDA = '/rakerda/demo-kalsel-2025';

let folder: string;
let proxy: ChildProcess | undefined;
let product: Product | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rakerda-proksi-'));
  // nginx works as another user when root starts it.
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  await product?.kill();
  if (proxy?.exitCode === null) {
    const ended = once(proxy, 'exit');
    proxy.kill('SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  server.close();
  await once(server, 'close');
  return port;
}

const documented = (name: string) => readFileSync(join(ROOT, 'docs/deploy', name), 'utf8');

/** Only what belongs to one machine is replaced: names, ports, certificates, folders. */
function startNginx(port: number, behind: number): ChildProcess {
  const site = documented('nginx.conf')
    .replace('listen 443 ssl', `listen 127.0.0.1:${port}`)
    .replace(/^\s*ssl_.*$/gm, '')
    .replace('127.0.0.1:3000', `127.0.0.1:${behind}`);
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ');
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `daemon off; pid ${folder}/pid; error_log stderr; events {} http { access_log off; ${paths}\n${site} }`,
  );
  return spawn('nginx', ['-c', file, '-p', folder, '-e', 'stderr'], { stdio: 'inherit' });
}

function startCaddy(port: number, behind: number): ChildProcess {
  const site = documented('Caddyfile')
    .replace(/^rakerda\.\S+/m, `http://localhost:${port}`)
    .replace('127.0.0.1:3000', `127.0.0.1:${behind}`);
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, `{\n\tadmin off\n}\n${site}`);
  return spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
}

it.each([
  { name: 'nginx, which names the product by its port', startProxy: startNginx },
  { name: 'Caddy, which passes the name on', startProxy: startCaddy },
])(
  'behind $name',
  async ({ startProxy }) => {
    const [port, behind] = [await freePort(), await freePort()];
    proxy = startProxy(port, behind);
    const publicOrigin = `http://localhost:${port}`;
    product = await startProduct({
      env: { PORT: String(behind), PUBLIC_ORIGIN: publicOrigin, TRUST_PROXY: '1' },
    });
    expect(product.origin).toBe(publicOrigin);

    const operator = await signedIn(product, 'operator.6301');
    expect((await operator.get(RAKERDA)).status).toBe(200);
    const elsewhere = { Origin: 'https://lain.example' };
    expect((await new Visitor(publicOrigin).post('/masuk', {}, elsewhere)).status).toBe(403);

    // The first beat arrives while the stream is open: nothing on the way waits for its end.
    const leave = new AbortController();
    const stream = await fetch(`${publicOrigin}${RAKERDA}/langsung`, {
      headers: { Cookie: operator.cookieHeader() },
      signal: leave.signal,
    });
    const reader = stream.body?.getReader();
    const decoder = new TextDecoder();
    let received = '';
    while (reader && !received.includes('event: beat')) {
      const { done, value } = await reader.read();
      if (done) break;
      received += decoder.decode(value, { stream: true });
    }
    leave.abort();
    expect(received).toContain('event: beat');
  },
  MINUTES,
);
