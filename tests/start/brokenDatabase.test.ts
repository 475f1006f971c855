/** A start on a database that cannot be used: a sentence that names the file and says what to do, and nothing harmed. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHandle } from '#db/handle';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Product, startProduct } from '../product';
import { runStart } from './commands';

const MINUTES = 5 * 60_000;
/** Root may write everywhere; without this right it is a user like others. */
const ORDINARY =
  process.getuid?.() === 0
    ? [
        'setpriv',
        '--bounding-set=-dac_override,-dac_read_search',
        '--inh-caps=-dac_override,-dac_read_search',
      ]
    : [];

let whole: string;
let folder: string;
let file: string;
const started: Product[] = [];

beforeAll(async () => {
  whole = mkdtempSync(join(tmpdir(), 'rakerda-utuh-'));
  const product = await startProduct({ folder: whole, env: { DEMO: '0' } });
  await product.kill();
  // Everything into the one file, so that it can be copied.
  const sqlite = openHandle(product.databaseFile);
  sqlite.pragma('wal_checkpoint(truncate)');
  sqlite.close();
}, MINUTES);
afterAll(() => rmSync(whole, { recursive: true }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rakerda-rusak-'));
  file = join(folder, 'rakerda.sqlite');
  for (const name of ['rakerda.sqlite', 'rakerda.sqlite.key']) {
    copyFileSync(join(whole, name), join(folder, name));
  }
});
afterEach(async () => {
  for (const product of started.splice(0)) await product.kill();
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true });
});

async function refusal(path = file, inFront: readonly string[] = []): Promise<string> {
  const ended = await runStart({ DATABASE_URL: `file:${path}`, PORT: '0', DEMO: '0' }, [], inFront);
  expect(ended.code, ended.output).toBe(1);
  expect(ended.output).toContain(path);
  expect(ended.output).not.toMatch(/^\s+at |SqliteError/m);
  expect(ended.output).not.toContain('Administrator baru');
  return ended.output;
}

const digest = () => createHash('sha256').update(readFileSync(file)).digest('hex');

interface Broken {
  readonly name: string;
  readonly breakIt: () => void;
  readonly says: RegExp;
}

const BROKEN: readonly Broken[] = [
  {
    name: 'something else',
    breakIt: () => writeFileSync(file, 'Ini bukan basis data. '.repeat(500)),
    says: /bukan basis data SQLite[\s\S]*npm run restore/,
  },
  {
    name: 'with pages overwritten',
    breakIt: () => {
      const bytes = readFileSync(file);
      bytes.fill(0xa5, 4096 * 3, 4096 * 12);
      writeFileSync(file, bytes);
    },
    says: /rusak atau terpotong[\s\S]*npm run restore/,
  },
  {
    name: 'cut in half',
    breakIt: () => truncateSync(file, Math.floor(statSync(file).size / 2)),
    says: /rusak atau terpotong/,
  },
  { name: 'cut to nothing', breakIt: () => truncateSync(file, 0), says: /rusak atau terpotong/ },
  {
    name: 'of a newer version',
    breakIt: () => {
      const sqlite = openHandle(file);
      sqlite.exec("insert into kysely_migration (name, timestamp) values ('9999_later', '')");
      sqlite.close();
    },
    says: /versi yang lebih baru \(9999_later\)/,
  },
];

it.each(BROKEN)(
  'a file that is $name is named, explained and left as it is',
  async ({ breakIt, says }) => {
    breakIt();
    const before = digest();
    expect(await refusal()).toMatch(says);
    expect(digest()).toBe(before);
  },
  MINUTES,
);

it(
  'a file that another program holds is named, and not waited for without end',
  async () => {
    const other = openHandle(file);
    other.exec('pragma locking_mode = exclusive; begin exclusive');
    try {
      expect(await refusal()).toMatch(/dikunci program lain/);
    } finally {
      other.close();
    }
  },
  MINUTES,
);

describe('without the rights', () => {
  it(
    'to write the file, it is called read-only',
    async () => {
      chmodSync(file, 0o444);
      expect(await refusal(file, ORDINARY)).toMatch(/hanya dapat dibaca/);
    },
    MINUTES,
  );

  it(
    'to write in its folder, that is said and nothing is made elsewhere',
    async () => {
      const closed = join(folder, 'tertutup');
      mkdirSync(closed, { mode: 0o555 });
      expect(await refusal(join(closed, 'rakerda.sqlite'), ORDINARY)).toMatch(/tidak dapat dibuka/);
      expect(await refusal(join(closed, 'di', 'rakerda.sqlite'), ORDINARY)).toMatch(/tidak dapat dibuka/);
    },
    MINUTES,
  );

  it(
    'to read the key, the key is named',
    async () => {
      chmodSync(`${file}.key`, 0);
      expect(await refusal(file, ORDINARY)).toMatch(/Kunci \S+\.key tidak dapat dibaca/);
    },
    MINUTES,
  );
});

it(
  'a used database without its key waits for the key, or for the word that makes a new one',
  async () => {
    rmSync(`${file}.key`);
    expect(await refusal()).toMatch(/Kunci \S+\.key tidak ada[\s\S]*--kunci-baru/);
    expect(existsSync(`${file}.key`)).toBe(false);

    const product = await startProduct({ folder, words: ['--kunci-baru'] });
    started.push(product);
    expect(existsSync(`${file}.key`)).toBe(true);
  },
  MINUTES,
);

it(
  'a second server on the same file is refused in words, and nothing stands in the way of the next after a kill',
  async () => {
    const first = await startProduct({ folder });
    started.push(first);
    expect(await refusal(first.databaseFile)).toContain(`dipakai server lain (${first.pid})`);
    expect((await fetch(`${first.origin}/healthz`)).status).toBe(200);

    await first.kill();
    started.push(await startProduct({ folder }));
  },
  MINUTES,
);
