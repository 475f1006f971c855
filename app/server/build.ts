import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Problem } from './problem';

const SERVER_BUILD = 'build/server/index.js';
const SOURCES = ['app', 'public', 'vite.config.ts', 'remix.config.js', 'package.json'];

/**
 * Builds the pages when there is no build or a source file is newer than it.
 * @returns the URL of the server build, to be imported
 */
export async function buildIfNeeded(): Promise<string> {
  const built = modified(SERVER_BUILD);
  if (built === null || SOURCES.some((source) => newest(source) > built)) {
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
  return pathToFileURL(resolve(SERVER_BUILD)).href;
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
