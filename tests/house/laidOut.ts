/**
 * The databases that houses begin with. Migrations take longer than most tests do: they are run once in a test file, and
 * every house of it begins with a copy.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, migrate, openDatabase } from '#db/database';

const made = new Map<string, Promise<Buffer>>();

/**
 * Writes a migrated database into a file that must not exist yet.
 * @param name of what `fill` puts into it: the same name, the same rows
 */
export async function layOut(file: string, name: string, fill: (db: Db) => Promise<void>): Promise<void> {
  const known = made.get(name) ?? make(fill);
  made.set(name, known);
  writeFileSync(file, await known, { flag: 'wx' });
}

async function make(fill: (db: Db) => Promise<void>): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'rakerda-'));
  const opened = openDatabase(`file:${join(folder, 'laidOut.sqlite')}`);
  try {
    await migrate(opened.db);
    await fill(opened.db);
    return opened.sqlite.serialize();
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true });
  }
}
