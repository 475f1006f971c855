/** Backups that the running server sees to, in a process of their own: a copy stops whoever makes it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { Config } from '../config';
import { archiveName, isDue, outdated } from './retention';

const COMMAND = fileURLToPath(new URL('./backupCommand.ts', import.meta.url));
const LOOK_MS = 60_000;

/** Looks now and every minute whether one is due. Gives what ends it; a backup that is under way is ended too. */
export function backUpRegularly({ backup }: Pick<Config, 'backup'>, log: Logger): () => Promise<void> {
  if (backup === null) return () => Promise.resolve();
  const ending = new AbortController();
  let running: Promise<void> | null = null;
  const look = () => {
    running ??= backUpIfDue(backup, log, ending.signal)
      .catch((error: unknown) => {
        if (!ending.signal.aborted) log.error({ err: error }, 'backup failed');
      })
      .finally(() => {
        running = null;
      });
  };
  look();
  const timer = setInterval(look, LOOK_MS).unref();
  return async () => {
    clearInterval(timer);
    ending.abort();
    await running;
  };
}

async function backUpIfDue(
  { folder, everyHours, keep }: NonNullable<Config['backup']>,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const now = new Date();
  if (!isDue(readdirSync(folder), now, everyHours)) return;
  const archive = join(folder, archiveName(now));
  await makeArchive(archive, signal);
  const gone = outdated(readdirSync(folder), keep);
  for (const name of gone) rmSync(join(folder, name));
  log.info({ archive, removed: gone.length }, 'backup made');
}

/** @throws Error with what the command wrote */
async function makeArchive(archive: string, signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', COMMAND, archive], {
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  });
  let complaint = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (piece: string) => {
    complaint += piece;
  });
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(complaint.trim() || 'The backup command ended early');
}
