/** Puts a backup where no database is yet. Nothing is ever written over. */
import { existsSync } from 'node:fs';
import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { countRows, findFault, openCopy, unknownMigrations } from '#db/copy';
import { databaseFile, holdAlone, NewerSchema } from '#db/database';
import type { Config } from '../config';
import { Problem } from '../problem';
import { keyFileOf } from '../secret';
import { BrokenArchive, DATABASE, folderBeside, KEY, type Slip, unpack } from './archive';

export interface Restored {
  readonly file: string;
  readonly slip: Slip;
  /** Whether the archive held the key; where not, the server it came from had `APP_SECRET`. */
  readonly withKey: boolean;
}

/** @throws Problem, and then nothing was changed */
export async function restoreBackup(
  { databaseUrl }: Pick<Config, 'databaseUrl'>,
  archive: string,
): Promise<Restored> {
  const file = databaseFile(databaseUrl);
  const keyFile = keyFileOf(databaseUrl);
  if (file === null || keyFile === null) throw new Problem('DATABASE_URL=:memory:');
  if (!existsSync(archive)) throw noArchive(archive);
  const inTheWay = [file, `${file}-wal`, `${file}-shm`, keyFile].find((path) => existsSync(path));
  if (inTheWay !== undefined) throw occupied(inTheWay);
  await mkdir(dirname(file), { recursive: true });
  // A server that starts meanwhile would make a new database in the same place.
  const letGo = holdAlone(file);
  const folder = await folderBeside(file);
  try {
    const slip = await unpack(archive, folder);
    inspect(join(folder, DATABASE), slip);
    const withKey = slip.files.some(({ name }) => name === KEY);
    // The database comes last: whatever ends this before leaves no database that would start without its key.
    if (withKey) {
      await chmod(join(folder, KEY), 0o600);
      await settle(join(folder, KEY), keyFile);
    }
    await settle(join(folder, DATABASE), file);
    return { file, slip, withKey };
  } catch (error) {
    throw error instanceof BrokenArchive ? broken(archive, error.message) : error;
  } finally {
    await rm(folder, { recursive: true, force: true });
    letGo();
  }
}

function inspect(copy: string, { counts }: Slip): void {
  const opened = openCopy(copy);
  try {
    const damage = findFault(opened);
    if (damage !== null) throw new BrokenArchive(damage);
    const unknown = unknownMigrations(opened);
    if (unknown.length > 0) throw new NewerSchema(unknown);
    const found = countRows(opened);
    const other = Object.keys(counts).find((name) => counts[name] !== found[name]);
    if (other !== undefined)
      throw new BrokenArchive(`${other}: ${String(found[other])} ≠ ${String(counts[other])}`);
  } finally {
    opened.close();
  }
}

/** Under its name only once it is on the disk. */
async function settle(from: string, to: string): Promise<void> {
  const handle = await open(from, 'r+');
  await handle.sync();
  await handle.close();
  await rename(from, to);
}

function noArchive(archive: string): Problem {
  return new Problem(`Cadangan ${archive} tidak ada.\nThere is no backup ${archive}.`);
}

function occupied(path: string): Problem {
  return new Problem(
    [
      `${path} sudah ada dan tidak ditimpa. Hentikan server, pindahkan berkas itu, lalu ulangi – atau pakai DATABASE_URL lain.`,
      `${path} is there already and is not written over. Stop the server, move that file away and try again – or use another DATABASE_URL.`,
    ].join('\n'),
  );
}

function broken(archive: string, why: string): Problem {
  return new Problem(
    [
      `Cadangan ${archive} tidak utuh (${why}). Pakai cadangan lain; tidak ada yang diubah.`,
      `The backup ${archive} is not whole (${why}). Use another one; nothing was changed.`,
    ].join('\n'),
  );
}
