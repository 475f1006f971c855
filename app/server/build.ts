import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const SERVER_BUILD = 'build/server/index.js';
const SOURCES = ['app', 'public', 'vite.config.ts', 'remix.config.js', 'package.json'];

/**
 * Builds the pages when there is no build or a source file is newer than it.
 * @returns the URL of the server build, to be imported
 */
export function buildIfNeeded(): string {
  const built = modified(SERVER_BUILD);
  if (built === null || SOURCES.some((source) => newest(source) > built)) {
    process.stdout.write('  Menyiapkan halaman (sekali) / Building the pages (once) …\n');
    const remixPackage = createRequire(import.meta.url).resolve('@remix-run/dev/package.json');
    execFileSync(
      process.execPath,
      [join(dirname(remixPackage), 'dist/cli.js'), 'vite:build', '--logLevel', 'error'],
      {
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, NODE_ENV: 'production' },
      },
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
