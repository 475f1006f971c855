import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHandle } from './handle.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawEvent } from '#tests/house/rawEvent';
import { isBusy, migrate, type OpenDatabase, openDatabase } from './database.js';
import { commitTogether } from './together.js';

/** Takes the write lock, says so, and lets go after a while or with its end. Argument: file, milliseconds. */
const HOLDER = `
  const sqlite = new (require('better-sqlite3'))(process.argv[1]);
  sqlite.exec('begin immediate');
  sqlite.exec('update record_end set seq = seq + 1');
  sqlite.exec("insert into event (seq, at, type, payload) select seq, '', 'elsewhere', '{}' from record_end");
  process.stdout.write('held');
  setTimeout(() => { sqlite.exec('commit'); process.exit(); }, Number(process.argv[2]));
`;

describe('a write lock that another process holds', () => {
  let folder: string;
  let file: string;
  let opened: OpenDatabase;
  let holder: ChildProcess | undefined;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rakerda-locked-'));
    file = join(folder, 'db.sqlite');
    opened = openDatabase(`file:${file}`);
    await migrate(opened.db);
  });
  afterEach(async () => {
    holder?.kill('SIGKILL');
    await opened.close();
    rmSync(folder, { recursive: true });
  });

  async function holdLock(ms: number): Promise<void> {
    const child = spawn(process.execPath, ['-e', HOLDER, file, String(ms)]);
    holder = child;
    await once(child.stdout, 'data');
  }

  /** Reads first and writes then, as every use case does. */
  const save = (type: string) =>
    opened.db.transaction().execute(async (trx) => {
      await trx.selectFrom('event').selectAll().execute();
      return rawEvent(trx, type);
    });
  const recorded = async () =>
    (await opened.db.selectFrom('event').select('type').orderBy('seq').execute()).map((row) => row.type);

  it('is waited for: the save is there afterwards, and the process went on meanwhile', async () => {
    await holdLock(300);
    let beats = 0;
    const heart = setInterval(() => (beats += 1), 10);
    await Promise.all([save('alone'), commitTogether(opened.db, (trx) => rawEvent(trx, 'shared'))]);
    clearInterval(heart);
    expect((await recorded()).sort()).toEqual(['alone', 'elsewhere', 'shared']);
    expect(beats).toBeGreaterThan(1);
  });

  it('that comes while a transaction has only read so far changes nothing for it', async () => {
    const other = openHandle(file, { timeout: 0 });
    await opened.db.transaction().execute(async (trx) => {
      await trx.selectFrom('event').selectAll().execute();
      expect(() => other.exec('begin immediate')).toThrow('locked');
      await rawEvent(trx, 'mine');
    });
    other.close();
    expect(await recorded()).toEqual(['mine']);
  });

  it('does not hold up who only reads', async () => {
    await holdLock(600_000);
    const rows = await opened.db
      .transaction()
      .setAccessMode('read only')
      .execute((trx) => trx.selectFrom('event').selectAll().execute());
    expect(rows).toEqual([]);
  });

  it('is given up on in the end, by everybody at once, and the next save after it succeeds', async () => {
    await holdLock(600_000);
    const settled = await Promise.allSettled([
      ...['a', 'b', 'c'].map(save),
      ...['d', 'e'].map((type) => commitTogether(opened.db, (trx) => rawEvent(trx, type))),
    ]);
    expect(settled.map((one) => one.status === 'rejected' && isBusy(one.reason))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    const gone = holder && once(holder, 'exit');
    holder?.kill('SIGKILL');
    await gone;
    await save('later');
    expect(await recorded()).toEqual(['later']);
  }, 20_000);
});
