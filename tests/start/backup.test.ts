/** The drill of losing a machine: a backup while people save, restored where nothing is, and everything is as it was. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHandle } from '#db/handle';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Product, startProduct } from '../product';
import { answerFields, answerPath } from '../saving';
import { signedIn } from '../visitor';
import { runCommand } from './commands';

const MINUTES = 5 * 60_000;
const RAKERDA = 'demo-kalsel-2025';
const AGENCY = '63.01';
const INDICATOR = 7;

let folder: string;
const started: Product[] = [];

async function start(name: string, env: Readonly<Record<string, string>> = {}): Promise<Product> {
  mkdirSync(join(folder, name), { recursive: true });
  const product = await startProduct({ folder: join(folder, name), env });
  started.push(product);
  return product;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rakerda-cadangan-'));
});
afterEach(async () => {
  for (const product of started.splice(0)) await product.kill();
  rmSync(folder, { recursive: true });
});

const databaseIn = (name: string) => ({ DATABASE_URL: `file:${join(folder, name, 'rakerda.sqlite')}` });

async function screenLink(product: Product): Promise<string> {
  const remote = await (await signedIn(product, 'fasilitator')).get(`/rakerda/${RAKERDA}/kendali`);
  const found = /\/layar\/[\w-]{16,}/.exec(remote.text())?.[0];
  if (found === undefined) throw new Error(`No link on the remote: ${remote.status}`);
  return found;
}

function storedVersion(databaseFile: string): number {
  const sqlite = openHandle(databaseFile, { readonly: true });
  const found = sqlite
    .prepare<[string, string, number], number>(
      `select a.version from answer a join assessment s on s.id = a.assessment_id
       where s.rakerda_id = ? and s.agency_code = ? and a.indicator_no = ?`,
    )
    .pluck()
    .get(RAKERDA, AGENCY, INDICATOR);
  sqlite.close();
  return found ?? 0;
}

it(
  'what was acknowledged before the backup is there after the restore, to the last word',
  async () => {
    const first = await start('lama');
    const operator = await signedIn(first, 'operator.6301');
    const path = answerPath(RAKERDA, AGENCY, INDICATOR);
    let version = storedVersion(first.databaseFile);
    const save = async () => {
      const fields = answerFields({
        version,
        level: 1 + (version % 5),
        justification: `Versi ${version + 1}.`,
      });
      const answer = await operator.post(path, fields);
      expect(answer.status, answer.text()).toBe(200);
      version += 1;
    };
    for (let i = 0; i < 20; i += 1) await save();
    const acknowledged = version;

    const archive = join(folder, 'cadangan.tar.gz');
    const done = new AbortController();
    const backup = runCommand('backup', databaseIn('lama'), archive).finally(() => done.abort());
    while (!done.signal.aborted) await save();
    expect(await backup).toMatchObject({ code: 0 });
    expect(version).toBeGreaterThan(acknowledged);
    expect(statSync(archive).mode & 0o777).toBe(0o600);
    const link = await screenLink(first);
    await first.kill();

    const restored = await runCommand('restore', databaseIn('baru'), archive);
    expect(restored, restored.output).toMatchObject({ code: 0 });
    const second = await start('baru');
    const again = await signedIn(second, 'operator.6301');
    const found = /Versi (\d+)\./.exec(
      (await again.get(`/rakerda/${RAKERDA}/spbe-2020/${AGENCY}/isi/${INDICATOR}`)).text(),
    );
    expect(Number(found?.[1])).toBeGreaterThanOrEqual(acknowledged);
    // The key came along: the link that opens the hall's screen follows from it.
    expect(await screenLink(second)).toBe(link);
  },
  MINUTES,
);

it(
  'neither command writes over anything, and an archive that is not whole changes nothing',
  async () => {
    const first = await start('lama', { DEMO: '0' });
    const archive = join(folder, 'cadangan.tar.gz');
    expect((await runCommand('backup', databaseIn('lama'), archive)).code).toBe(0);
    const bytes = readFileSync(archive);
    expect(await runCommand('backup', databaseIn('lama'), archive)).toMatchObject({
      code: 1,
      output: expect.stringContaining('tidak ditimpa') as string,
    });
    expect(readFileSync(archive).equals(bytes)).toBe(true);
    expect(await runCommand('restore', databaseIn('lama'), archive)).toMatchObject({
      code: 1,
      output: expect.stringContaining('tidak ditimpa') as string,
    });
    expect((await fetch(`${first.origin}/healthz`)).status).toBe(200);

    const cut = join(folder, 'terpotong.tar.gz');
    writeFileSync(cut, bytes.subarray(0, bytes.length - 2000));
    const refused = await runCommand('restore', databaseIn('baru'), cut);
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('tidak utuh');
    expect(refused.output).not.toMatch(/^\s+at /m);
    expect(readdirSync(join(folder, 'baru')).filter((name) => !name.endsWith('.lock'))).toEqual([]);
  },
  MINUTES,
);

it(
  'the server makes them by itself and keeps as many as it was told',
  async () => {
    const archives = join(folder, 'arsip');
    mkdirSync(archives);
    const old = ['rakerda-20200101-000000Z.tar.gz', 'rakerda-20200102-000000Z.tar.gz'];
    for (const name of [...old, 'catatan.txt']) writeFileSync(join(archives, name), '');
    await start('lama', { DEMO: '0', BACKUP_DIR: archives, BACKUP_KEEP: '2' });
    await vi.waitFor(
      () => expect(existsSync(join(archives, 'rakerda-20200101-000000Z.tar.gz'))).toBe(false),
      {
        timeout: MINUTES,
        interval: 100,
      },
    );
    const names = readdirSync(archives)
      .filter((name) => name.startsWith('rakerda-'))
      .sort();
    expect(names).toHaveLength(2);
    expect(existsSync(join(archives, 'catatan.txt'))).toBe(true);
    const [, newest = ''] = names;
    expect((await runCommand('restore', databaseIn('baru'), join(archives, newest))).code).toBe(0);
  },
  MINUTES,
);
