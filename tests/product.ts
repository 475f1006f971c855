/**
 * The real production server as a child process: its own empty database, a free port, the demo data.
 * What spans rooms is tested against this and nothing else – no mocks, no second way to start.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, rmdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const DEMO_PASSWORD = 'contoh-untuk-uji-1945';
export const ADMIN_PASSWORD = 'pengurus-untuk-uji-1945';

/** A first start builds the pages; on a slow machine that takes its time. */
const START_MS = 240_000;
const STOP_MS = 10_000;

export interface ProductOptions {
  /** Where its database lies; a new folder, removed on `stop`, where left out. */
  readonly folder?: string;
  /** More settings of the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Words behind `npm start --`. */
  readonly words?: readonly string[];
  /** Another checkout than this one, installed and built. */
  readonly root?: string;
}

export interface Product {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly databaseFile: string;
  readonly pid: number;
  /** What the server wrote so far, both streams. */
  output(): string;
  /** Stops it as an operator would, and removes its folder. */
  stop(): Promise<void>;
  /** Its exit code, once it has ended; null where a signal ended it. */
  ended(): Promise<number | null>;
  /** Ends it without a chance to do anything; its folder stays. */
  kill(): Promise<void>;
}

/** Starts the product and waits until it answers. Throws with everything it wrote when it does not. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  return oneAtATime(() => start(options));
}

/** A start may have to build the pages: two builds at once, from two test files, would write over each other. */
async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const lock = join(
    tmpdir(),
    `rakerda-start-${createHash('sha256').update(ROOT).digest('hex').slice(0, 16)}`,
  );
  for (;;) {
    const taken = await mkdir(lock).then(
      () => true,
      () => false,
    );
    if (taken) break;
    const age =
      Date.now() -
      (await stat(lock).then(
        (found) => found.mtimeMs,
        () => Date.now(),
      ));
    // Whoever held it longer than any start may take is gone.
    if (age > START_MS) await rmdir(lock).catch(() => undefined);
    await pause(50);
  }
  try {
    return await work();
  } finally {
    await rmdir(lock);
  }
}

/**
 * What `npm start` runs, word for word, without npm in between: a signal must reach the server itself.
 * Throws where the script is not one program with its words.
 */
export function startCommand(root = ROOT): { readonly program: string; readonly args: readonly string[] } {
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const [program, ...args] = scripts.start.split(' ');
  // Earlier versions began with `tsx`, which is a process that starts this one.
  if (program === 'tsx') return { program: process.execPath, args: ['--import', 'tsx', ...args] };
  if (program !== 'node' || /["'$&|;]/.test(scripts.start)) {
    throw new Error(`Only "node …" can be started like npm start does; package.json says "${scripts.start}"`);
  }
  return { program: process.execPath, args };
}

/** The environment of an operator's shell and what is named here; above all not the NODE_ENV of whoever runs the tests. */
export function shellWith(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of Object.keys(env)) {
    // The zone that the tests run in is the server's too.
    if (name !== 'PATH' && name !== 'HOME' && name !== 'TZ') Reflect.deleteProperty(env, name);
  }
  return Object.assign(env, settings);
}

async function start(options: ProductOptions): Promise<Product> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'rakerda-')));
  const databaseFile = join(folder, 'rakerda.sqlite');
  const { program, args } = startCommand(options.root);
  const child = spawn(program, [...args, ...(options.words ?? [])], {
    cwd: options.root ?? ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: shellWith({
      DATABASE_URL: `file:${databaseFile}`,
      HOST: '127.0.0.1',
      PORT: '0',
      DEMO_PASSWORD,
      ADMIN_PASSWORD,
      LOG_LEVEL: 'warn',
      ...options.env,
    }),
  });
  let output = '';
  const exited = once(child, 'exit');
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => {
      output += chunk;
    });
  }
  const stop = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await exited;
      clearTimeout(timer);
    }
  };
  try {
    const origin = await announcedOrigin(child, () => output);
    await waitForHealth(origin, child, () => output);
    return {
      origin,
      databaseFile,
      pid: child.pid ?? 0,
      output: () => output,
      async stop() {
        await stop('SIGTERM');
        await rm(folder, { recursive: true, force: true });
      },
      ended: () => exited.then(() => child.exitCode),
      kill: () => stop('SIGKILL'),
    };
  } catch (error) {
    await stop('SIGKILL');
    throw error;
  }
}

/** The address that the server writes to the terminal when it listens. */
async function announcedOrigin(child: ChildProcess, output: () => string): Promise<string> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    const found = /Rakerda SPBE: (http:\/\/\S+)/.exec(output());
    if (found?.[1]) return found[1];
    assertAlive(child, output, deadline);
    await pause(25);
  }
}

async function waitForHealth(origin: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    const response = await fetch(`${origin}/healthz`).catch(() => null);
    if (response?.ok) return;
    assertAlive(child, output, deadline);
    await pause(25);
  }
}

function assertAlive(child: ChildProcess, output: () => string, deadline: number): void {
  if (child.exitCode !== null || child.signalCode !== null) {
    throw new Error(
      `The server ended while starting (${String(child.exitCode ?? child.signalCode)}):\n${output()}`,
    );
  }
  if (Date.now() > deadline) throw new Error(`The server did not start within ${START_MS} ms:\n${output()}`);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
