/** Caddy with the very file of docs/deploy and a certificate of its own making, in front of a port of this machine. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../product';

export interface Tls {
  readonly origin: string;
  stop(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  server.close();
  await once(server, 'close');
  return port;
}

export async function behindTls(behind: number): Promise<Tls> {
  const folder = mkdtempSync(join(tmpdir(), 'rakerda-caddy-'));
  const port = await freePort();
  const site = readFileSync(join(ROOT, 'docs/deploy/Caddyfile'), 'utf8')
    .replace(/^rakerda\.\S+/m, `https://localhost:${String(port)}`)
    .replace('127.0.0.1:3000', `127.0.0.1:${String(behind)}`);
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, `{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n}\n${site}`);
  const proxy = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], {
    stdio: 'ignore',
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
  const ended = once(proxy, 'exit');
  while (!(await isOpen(port))) {
    if (proxy.exitCode !== null) throw new Error('Caddy has ended');
  }
  return {
    origin: `https://localhost:${String(port)}`,
    stop: async () => {
      proxy.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => setTimeout(() => resolve(false), 50));
  });
}
