/** How a start goes, well and badly, with the very command of `npm start`. */
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Product, startProduct } from '../product';
import { signedIn, Visitor } from '../visitor';
import { runCommand, runStart } from './commands';

const MINUTES = 5 * 60_000;
const NEW_PASSWORD = 'kata-sandi-yang-baru-1945';

let folder: string;
const started: Product[] = [];

/** The product in the folder of the test; ended behind it, however that went. */
async function start(env: Readonly<Record<string, string>> = {}): Promise<Product> {
  const product = await startProduct({ folder, env });
  started.push(product);
  return product;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rakerda-mulai-'));
});
afterEach(async () => {
  for (const product of started.splice(0)) await product.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** The password that the terminal shows for an account. */
function passwordIn(output: string, username: string): string {
  const found = new RegExp(`^ +${username}  (\\S+)$`, 'm').exec(output)?.[1];
  if (found === undefined) throw new Error(`No password of ${username} in:\n${output}`);
  return found;
}

describe('a start that cannot be', () => {
  it(
    'on a taken port says so in a sentence and creates nothing',
    async () => {
      const taken = createServer().listen(0, '127.0.0.1');
      await once(taken, 'listening');
      const address = z.object({ port: z.int() }).parse(taken.address());
      const env = { DATABASE_URL: `file:${join(folder, 'r.sqlite')}`, PORT: String(address.port) };
      try {
        const ended = await runStart(env);
        expect(ended.code).toBe(1);
        expect(ended.output).toContain(String(address.port));
        expect(ended.output).toMatch(/sudah dipakai[\s\S]*PORT=\d+ npm start/);
        expect(ended.output).not.toMatch(/^\s+at /m);
        expect(readdirSync(folder)).toEqual([]);
      } finally {
        taken.close();
      }
      // The next start is a first start, and shows the password.
      const product = await start({ ADMIN_PASSWORD: 'kata-sandi-awal-untuk-uji', DEMO: '0' });
      await signedIn(product, 'admin', passwordIn(product.output(), 'admin'));
    },
    MINUTES,
  );

  it.each([
    ['with settings that do not fit', { PORT: 'tiga' }, /PORT/],
    ['at an address of another machine', { HOST: '192.0.2.1' }, /192\.0\.2\.1/],
    ['with another database', { DATABASE_URL: 'postgres://x' }, /DATABASE_URL/],
    ['with a folder as its database', { DATABASE_URL: `file:${tmpdir()}` }, /DATABASE_URL/],
    [
      'with a password that is easy to guess',
      { ADMIN_PASSWORD: 'admin-admin-1945' },
      /ADMIN_PASSWORD mudah ditebak/,
    ],
    ['with a secret that is too short', { APP_SECRET: 'pendek' }, /APP_SECRET/],
  ])(
    '%s says what to do, without a stack',
    async (_name, env, what) => {
      const ended = await runStart({ DATABASE_URL: `file:${join(folder, 'r.sqlite')}`, PORT: '0', ...env });
      expect(ended.code).toBe(1);
      expect(ended.output).toMatch(what);
      expect(ended.output).not.toMatch(/^\s+at /m);
      expect(readdirSync(folder)).toEqual([]);
    },
    MINUTES,
  );
});

it.each<Readonly<Record<string, string>>>([{}, { NODE_ENV: 'development' }])(
  'npm start with %o runs what is made for production',
  async (env) => {
    const coverage = join(folder, 'coverage');
    const product = await startProduct({ env: { NODE_V8_COVERAGE: coverage, ...env } });
    started.push(product);
    // A page that is drawn, and a file that React draws too.
    expect((await new Visitor(product.origin).get('/masuk')).status).toBe(200);
    await product.stop();
    const loaded = readdirSync(coverage)
      .map((file) => readFileSync(join(coverage, file), 'utf8'))
      .flatMap(
        (text) => z.object({ result: z.array(z.object({ url: z.string() })) }).parse(JSON.parse(text)).result,
      )
      .map(({ url }) => url.replace(/^.*\/node_modules\//, ''));
    expect(loaded).toContain('react/cjs/react.production.min.js');
    expect(
      loaded.find((url) => /^react-dom\/cjs\/react-dom-server.*\.production\.min\.js$/.test(url)),
    ).toBeDefined();
    expect(loaded.filter((url) => url.endsWith('.development.js'))).toEqual([]);
  },
  MINUTES,
);

describe('a lost password of the administrator', () => {
  it(
    'is replaced by a command while the server runs: the old one and its sign-ins end',
    async () => {
      const product = await start({ ADMIN_PASSWORD: 'kata-sandi-awal-untuk-uji' });
      const initial = passwordIn(product.output(), 'admin');
      const before = await signedIn(product, 'admin', initial);
      await before.post('/kata-sandi', { current: initial, next: NEW_PASSWORD, repeat: NEW_PASSWORD });
      expect((await before.get('/akun')).status).toBe(200);

      const ended = await runCommand('admin', { DATABASE_URL: `file:${product.databaseFile}` }, 'reset');
      expect(ended).toMatchObject({ code: 0 });
      const next = passwordIn(ended.output, 'admin');

      expect((await before.get('/akun')).location).toMatch(/^\/masuk/);
      await expect(signedIn(product, 'admin', NEW_PASSWORD)).rejects.toThrow('422');
      const again = await signedIn(product, 'admin', next);
      expect((await again.get('/akun')).location).toBe('/kata-sandi');
      await again.post('/kata-sandi', { current: next, next: initial, repeat: initial });
      expect((await again.get('/jejak')).text()).toContain('Kata sandi awal baru');
    },
    MINUTES,
  );

  it(
    'is hinted at by every start until the initial one was replaced',
    async () => {
      const env = { ADMIN_PASSWORD: 'kata-sandi-awal-untuk-uji', DEMO: '0' };
      const first = await start(env);
      const initial = passwordIn(first.output(), 'admin');
      await first.kill();

      const second = await start(env);
      expect(second.output()).toContain('npm run admin -- reset');
      const visitor = await signedIn(second, 'admin', initial);
      await visitor.post('/kata-sandi', { current: initial, next: NEW_PASSWORD, repeat: NEW_PASSWORD });
      await second.kill();

      const third = await start(env);
      expect(third.output()).not.toContain('npm run admin');
    },
    MINUTES,
  );

  it.each([
    ['no database', {}, ['reset'], /DATABASE_URL/],
    ['no word', {}, [], /npm run admin -- reset/],
    ['another word', {}, ['hapus'], /npm run admin -- reset/],
  ])(
    '%s: the command says what to do and creates nothing',
    async (_name, env, args, what) => {
      const ended = await runCommand(
        'admin',
        { DATABASE_URL: `file:${join(folder, 'r.sqlite')}`, ...env },
        ...args,
      );
      expect(ended.code).toBe(1);
      expect(ended.output).toMatch(what);
      expect(ended.output).not.toMatch(/^\s+at /m);
      expect(readdirSync(folder)).toEqual([]);
    },
    MINUTES,
  );

  it(
    'of somebody who is no administrator is left to an administrator',
    async () => {
      const product = await start();
      for (const name of ['operator.6301', 'tidak.ada']) {
        const ended = await runCommand(
          'admin',
          { DATABASE_URL: `file:${product.databaseFile}` },
          'reset',
          name,
        );
        expect(ended.code).toBe(1);
        expect(ended.output).toContain(name);
        expect(ended.output).toContain('admin');
      }
      await signedIn(product, 'operator.6301');
    },
    MINUTES,
  );
});
