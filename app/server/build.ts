import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { HeldElsewhere, holdAlone } from '#db/database';
import { Problem } from './problem';

const SERVER_BUILD = 'build/server/index.js';
/** Beside what was installed, since the folder of the build is cleared away. */
const LOCK = 'node_modules/.pages';
const LOOK_AGAIN_MS = 500;
/** Several times what a small machine takes. */
const WAIT_MS = 600_000;
const SOURCES = ['app', 'public', 'vite.config.ts', 'remix.config.js', 'package.json'];

/**
 * Builds the pages when there is no build or a source file is newer than it.
 * @returns the URL of the server build, to be imported
 */
export async function buildIfNeeded(): Promise<string> {
  await makeInTurn(LOCK, isBuildNeeded, build);
  return pathToFileURL(resolve(SERVER_BUILD)).href;
}

/**
 * Makes something where it is needed. Of several processes that need the same one makes it, and the others wait: two
 * builds in one folder would each clear away what the other has just written.
 * @param lock a path whose folder exists; it is held for as long as somebody makes it
 * @throws Problem where another one takes too long
 */
export async function makeInTurn(
  lock: string,
  isNeeded: () => boolean,
  make: () => Promise<void>,
): Promise<void> {
  const until = performance.now() + WAIT_MS;
  while (isNeeded()) {
    const letGo = heldOrNull(lock);
    if (letGo === null) {
      if (performance.now() > until)
        throw new Problem(
          'Proses lain belum selesai membuat halaman; hentikan proses itu lalu coba lagi. / Another process is still building the pages; stop it and try again.',
        );
      await setTimeout(LOOK_AGAIN_MS);
      continue;
    }
    try {
      if (isNeeded()) await make();
      return;
    } finally {
      letGo();
    }
  }
}

function heldOrNull(lock: string): (() => void) | null {
  try {
    return holdAlone(resolve(lock));
  } catch (error) {
    if (error instanceof HeldElsewhere) return null;
    throw error;
  }
}

function isBuildNeeded(): boolean {
  const built = modified(SERVER_BUILD);
  return built === null || SOURCES.some((source) => newest(source) > built);
}

async function build(): Promise<void> {
  process.stdout.write('  Menyiapkan halaman (sekali) / Building the pages (once) …\n');
  const remixPackage = createRequire(import.meta.url).resolve('@remix-run/dev/package.json');
  // Beside the one thread that answers: whoever knocks meanwhile is told that it takes a moment.
  const child = spawn(
    process.execPath,
    [join(dirname(remixPackage), 'dist/cli.js'), 'vite:build', '--logLevel', 'error'],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    },
  );
  await once(child, 'exit');
  if (child.exitCode !== 0)
    throw new Problem(
      'Halaman tidak dapat dibuat; sebabnya di atas. / The pages could not be built; see above.',
    );
}

function modified(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
