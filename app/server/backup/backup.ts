/** Copies the database of a server, running or not, and its key into one archive. */
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyDatabase, countRows, findFault, openCopy } from '#db/copy';
import { databaseFile } from '#db/database';
import type { Config } from '../config';
import { databaseProblem } from '../databaseProblem';
import { Problem } from '../problem';
import { keyFileOf } from '../secret';
import { DATABASE, folderBeside, KEY, pack, type Slip } from './archive';

/**
 * Makes the archive: all of one moment, checked page by page, read back before it appears under its name.
 * @param archive absolute; must not exist
 * @throws Problem
 */
export async function takeBackup(
  { databaseUrl, appSecret }: Pick<Config, 'databaseUrl' | 'appSecret'>,
  archive: string,
): Promise<Slip> {
  const file = databaseFile(databaseUrl);
  if (file === null || !existsSync(file)) throw noDatabase(databaseUrl);
  if (existsSync(archive)) throw alreadyThere(archive);
  const key = appSecret === undefined ? keyFileOf(databaseUrl) : null;
  if (key !== null && !existsSync(key)) throw noKey(key);
  await mkdir(dirname(archive), { recursive: true });
  const folder = await folderBeside(archive);
  try {
    const copy = join(folder, DATABASE);
    const at = new Date().toISOString();
    await copyDatabase(file, copy);
    const opened = openCopy(copy);
    let counts: Readonly<Record<string, number>>;
    try {
      const damage = findFault(opened);
      if (damage !== null) throw databaseProblem(file, 'damaged', damage);
      counts = countRows(opened);
    } finally {
      opened.close();
    }
    if (key !== null) await copyFile(key, join(folder, KEY));
    return await pack(folder, archive, { at, counts });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function noDatabase(databaseUrl: string): Problem {
  return new Problem(
    [
      `Basis data ${databaseUrl} tidak ada. Jalankan di folder server, dengan DATABASE_URL yang sama.`,
      `There is no database ${databaseUrl}. Run this in the server's folder, with the same DATABASE_URL.`,
    ].join('\n'),
  );
}

function alreadyThere(archive: string): Problem {
  return new Problem(
    [
      `${archive} sudah ada dan tidak ditimpa; pilih nama lain.`,
      `${archive} is there already and is not written over; choose another name.`,
    ].join('\n'),
  );
}

function noKey(key: string): Problem {
  return new Problem(
    [
      `Kunci ${key} tidak ada; tanpa kunci itu cadangan tidak lengkap. Isi APP_SECRET bila server memakainya.`,
      `The key ${key} is missing, and without it the backup is not whole. Set APP_SECRET where the server uses that.`,
    ].join('\n'),
  );
}
