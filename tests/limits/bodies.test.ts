/** Nobody, signed in or not, stops or slows the server with what they send: what is too much is refused at once, in words. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readBuiltRoutes } from '../access/builtRoutes';
import { type Product, startProduct } from '../product';
import { type RawRequest, repeated, send, speak } from './raw';

const MB = 1024 * 1024;
const FORM = 'application/x-www-form-urlencoded';
/** The routes that take a file. */
const TAKE_A_FILE = [
  'routes/verify',
  'routes/topic-import-file',
  'routes/answers-import-file',
  'routes/rakerda-arms',
  'routes/workshop-file',
];
/** Of these, the ones that ask who it is before anything of the file is read. */
const ASK_FIRST = TAKE_A_FILE.slice(1);

// A hundred megabytes take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let product: Product;

beforeAll(async () => {
  product = await startProduct({ env: { LOG_LEVEL: 'info' } });
}, 300_000);

afterAll(() => product.stop());

/** A body of a type, with a true `Content-Length`. */
function sized(bytes: number, type = FORM, text = 'a&'): Pick<RawRequest, 'headers' | 'body'> {
  return { headers: { 'Content-Type': type, 'Content-Length': String(bytes) }, body: repeated(text, bytes) };
}

/** The head of a form that says how long it is. */
function announcing(bytes: number): string {
  return `POST /masuk HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Type: ${FORM}\r\nContent-Length: ${bytes}\r\n\r\n`;
}

/** A form whose only field is a file, as browsers send it, chunked. */
function* upload(bytes: number): Generator<Buffer> {
  yield Buffer.from(
    '--batas\r\nContent-Disposition: form-data; name="berkas"; filename="ba.pdf"\r\nContent-Type: application/pdf\r\n\r\n',
  );
  yield* repeated('%PDF', bytes);
  yield Buffer.from('\r\n--batas--\r\n');
}

async function expectAlive(): Promise<void> {
  const health = await fetch(`${product.origin}/healthz`);
  expect(await health.text()).toBe('ok');
  expect(() => process.kill(product.pid, 0)).not.toThrow();
}

let marks = 0;

/** What the server logged while something happened, up to the line of a request of our own behind it. */
async function logged(work: () => Promise<unknown>): Promise<string> {
  // The line of an answer comes after the answer: whatever was asked before has to have its own by now.
  const before = await marked();
  await work();
  const end = await marked();
  const from = product.output().indexOf('\n', before);
  return product.output().slice(from, product.output().lastIndexOf('\n', end));
}

/** Asks for an address that nobody else asks for, and gives where the log names it. */
async function marked(): Promise<number> {
  marks += 1;
  const mark = `/tanda-${String(marks)}"`;
  await send(product, { path: mark.slice(0, -1), method: 'GET' });
  return vi.waitFor(() => {
    const at = product.output().indexOf(mark);
    expect(at).toBeGreaterThan(0);
    return at;
  }, 10_000);
}

describe('a body that is too large', () => {
  it.each([
    ['120 MB with its length', 120, (bytes: number) => sized(bytes)],
    ['60 MB with its length', 60, (bytes: number) => sized(bytes)],
    [
      '60 MB in chunks',
      60,
      (bytes: number) => ({ headers: { 'Content-Type': FORM }, body: repeated('a&', bytes) }),
    ],
    [
      'one field of 60 MB in chunks',
      60,
      (bytes: number) => ({ headers: { 'Content-Type': FORM }, body: repeated('a', bytes) }),
    ],
    ['60 MB without a type', 60, (bytes: number) => ({ headers: {}, body: repeated('a&', bytes) })],
  ])('%s is refused with 413 while others are served', async (_name, megabytes, body) => {
    const [answer] = await Promise.all([
      send(product, { path: '/masuk', ...body(megabytes * MB) }),
      expectAlive(),
    ]);
    expect(answer.status).toBe(413);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.text).toContain('terlalu besar');
    await expectAlive();
  });

  it('says so in the language of the reader', async () => {
    const { headers, body } = sized(2 * MB);
    const english = Buffer.from('"en"').toString('base64');
    const answer = await send(product, {
      path: '/masuk',
      headers: { ...headers, Cookie: `bahasa=${encodeURIComponent(english)}` },
      ...(body && { body }),
    });
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('too large');
    expect(answer.text).toContain('lang="en"');
  });

  it('is refused by its announced length alone, before anything of it came', async () => {
    expect(await speak(product, [Buffer.from(`${announcing(5_000_000)}a=1`)], { until: /\r\n\r\n/ })).toMatch(
      /^HTTP\/1\.1 413 /,
    );
  });

  it('is not even asked for where the sender waits to be asked', async () => {
    const large = sized(2 * MB);
    const refused = await send(product, {
      path: '/masuk',
      ...large,
      headers: { ...large.headers, Expect: '100-continue' },
    });
    expect(refused).toMatchObject({ status: 413, continued: false });
    const small = sized(20);
    const asked = await send(product, {
      path: '/masuk',
      ...small,
      headers: { ...small.headers, Expect: '100-continue' },
    });
    expect(asked).toMatchObject({ status: 422, continued: true });
  });

  it.each([2, 60])('of %i MB, sent to its end before reading, is seen refused', async (megabytes) => {
    function* bytes() {
      yield Buffer.from(announcing(megabytes * MB));
      yield* repeated('a&', megabytes * MB);
      yield Buffer.from('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    }
    const heard = await speak(product, bytes());
    // The same connection goes on: nothing of the body was taken for a request.
    expect(heard.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
  });

  it.each([
    ['who closes', { Connection: 'close' }],
    ['who keeps the connection', { Connection: 'keep-alive' }],
  ])('from nowhere known is refused with 403, seen by one %s', async (_name, headers) => {
    const large = sized(30 * MB);
    const answer = await send(product, {
      path: '/masuk',
      ...large,
      headers: { ...large.headers, ...headers, Origin: 'http://lain.example' },
    });
    expect(answer.status).toBe(403);
  });

  it('is refused with 2 MB by every action of the build, as page and as data', async () => {
    const actions = readBuiltRoutes().filter((route) => route.action && !TAKE_A_FILE.includes(route.id));
    expect(actions.length).toBeGreaterThan(20);
    const seen: Record<string, number> = {};
    for (const route of actions) {
      const path = `/${(route.path ?? '').replaceAll(/:\w+\??/g, 'x')}`;
      for (const address of route.screen ? [path, `${path}.data`] : [path]) {
        seen[address] = (await send(product, { path: address, ...sized(2 * MB) })).status;
      }
    }
    expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((address) => [address, 413])));
    await expectAlive();
  });
});

it('a file from nobody is not read: 20 MB end at the sign-in', async () => {
  for (const route of readBuiltRoutes().filter(({ id }) => ASK_FIRST.includes(id))) {
    const path = `/${(route.path ?? '').replaceAll(/:\w+\??/g, 'x')}`;
    const answer = await send(product, { path, ...sized(20 * MB, 'multipart/form-data; boundary=x') });
    expect([path, answer.status]).toEqual([path, 302]);
    expect(answer.headers.location).toContain('/masuk');
  }
  await expectAlive();
});

describe('a body that does not keep its word', () => {
  it('more than it announced: the rest is no request', async () => {
    const log = await logged(async () => {
      await speak(product, [Buffer.from(announcing(10)), ...repeated('a&', 6 * MB)]);
    });
    expect(log).not.toContain('"stack"');
  });

  it('less than it announced: the end of the connection, and no fault', async () => {
    const log = await logged(async () => {
      await speak(product, [Buffer.from(`${announcing(5000)}a=1`)], { thenEnd: true });
    });
    expect(log).not.toContain('"stack"');
  });

  it('two lengths: refused', async () => {
    const heard = await speak(product, [
      Buffer.from(
        'POST /masuk HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      ),
    ]);
    expect(heard).toMatch(/^HTTP\/1\.1 400 /);
  });

  it.each(['gzip', 'deflate', 'br', 'x-unknown'])('packed as %s: refused with 415', async (encoding) => {
    const packed = gzipSync(Buffer.alloc(60 * MB, 'a&'));
    const answer = await send(product, {
      path: '/masuk',
      headers: { 'Content-Type': FORM, 'Content-Encoding': encoding },
      body: [packed],
    });
    expect(answer.status).toBe(415);
    await expectAlive();
  });
});

describe('a form', () => {
  it('with too many fields is refused before it is taken apart', async () => {
    const answer = await send(product, { path: '/masuk', ...sized(MB - 1) });
    expect(answer.status).toBe(413);
  });

  it('with too many parts is refused before it is taken apart', async () => {
    const part = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n';
    const answer = await send(product, {
      path: '/masuk',
      ...sized(15_000 * part.length, 'multipart/form-data; boundary=x', part),
    });
    expect(answer.status).toBe(413);
  });

  it('with a field for every agency of the country is taken', async () => {
    const fields = Array.from(
      { length: 1200 },
      (_, n) => [`target.${String(n)}`, '3,50'] as [string, string],
    );
    const body = Buffer.from(new URLSearchParams(fields).toString());
    const answer = await send(product, { path: '/masuk', headers: { 'Content-Type': FORM }, body: [body] });
    expect(answer.status).toBe(422);
  });

  it('of nothing is an empty form', async () => {
    expect((await send(product, { path: '/masuk', headers: { 'Content-Length': '0' } })).status).toBe(422);
  });

  const broken: readonly (readonly [string, string, string, number])[] = [
    ['of another type', 'text/plain', 'username=a', 415],
    ['of JSON', 'application/json', '{}', 415],
    ['without a boundary', 'multipart/form-data', '--x', 415],
    ['that is no multipart', 'multipart/form-data; boundary=x', 'apa saja', 400],
    ['cut off in a part', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data', 400],
  ];
  it.each(broken)(
    '%s is refused by every action, with one line in the log and no stack',
    async (_name, type, text, status) => {
      const paths = readBuiltRoutes()
        .filter((route) => route.action && !TAKE_A_FILE.includes(route.id) && route.id !== 'routes/sign-out')
        .map((route) => `/${(route.path ?? '').replaceAll(/:\w+\??/g, 'x')}`);
      const seen: Record<string, number> = {};
      const log = await logged(async () => {
        for (const path of paths) {
          const answer = await send(product, {
            path,
            headers: { 'Content-Type': type },
            body: [Buffer.from(text)],
          });
          seen[path] = answer.status;
        }
      });
      const expected = Object.fromEntries(paths.map((path) => [path, status]));
      // Whoever may not come in is told so first, where the body only turns out to be broken once it is read.
      const told =
        status === 400
          ? Object.fromEntries(Object.entries(seen).map(([p, s]) => [p, s < 500 ? status : s]))
          : seen;
      expect(told).toEqual(expected);
      expect(seen['/masuk']).toBe(status);
      expect(log).not.toContain('"stack"');
      expect(log).not.toContain('"level":50');
    },
  );

  it('of preferences that do not exist changes nothing and fails nobody', async () => {
    const log = await logged(async () => {
      const answer = await send(product, {
        path: '/preferensi',
        headers: { 'Content-Type': FORM },
        body: [Buffer.from('bahasa=xx&tema=ungu')],
      });
      expect(answer.status).toBe(302);
      expect(answer.headers['set-cookie']).toBeUndefined();
    });
    expect(log).not.toContain('"stack"');
  });
});

describe('the one route that takes a file', () => {
  const headers = { 'Content-Type': 'multipart/form-data; boundary=batas' };

  it('takes what is larger than a form', async () => {
    const answer = await send(product, { path: '/periksa', headers, body: upload(3 * MB) });
    expect(answer.status).toBe(200);
  });

  it.each([
    ['in chunks', {}],
    [
      'with its length',
      { 'Content-Length': String([...upload(24 * MB)].reduce((sum, p) => sum + p.length, 0)) },
    ],
  ])('refuses a file beyond its own limit beside the field, %s', async (_name, length) => {
    const answer = await send(product, {
      path: '/periksa',
      headers: { ...headers, ...length },
      body: upload(24 * MB),
    });
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('lebih besar dari 10 MB');
    await expectAlive();
  });

  it('refuses a form of endless parts', async () => {
    const part = '--batas\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n';
    const [answer] = await Promise.all([
      send(product, { path: '/periksa', headers, body: repeated(part, 60 * MB) }),
      expectAlive(),
    ]);
    expect([413, 422]).toContain(answer.status);
    await expectAlive();
  });
});

describe('an address or a head that cannot be read', () => {
  it.each([
    ['/%', {}, 'GET', 400],
    ['/rakerda/%ff', {}, 'GET', 400],
    ['/masuk%ff.data', {}, 'GET', 400],
    ['/assets/%ff', {}, 'GET', 400],
    ['/masuk', { Host: 'a b' }, 'GET', 400],
    ['/masuk', { Host: '127.0.0.1:99999' }, 'GET', 400],
    ['/masuk', { Host: 'rakerda.example.com' }, 'GET', 421],
    ['/masuk', { Host: 'rakerda.local:3000' }, 'GET', 200],
    ['/masuk?_data=root', {}, 'GET', 400],
    ['http://lain.example/masuk', {}, 'GET', 400],
    ['*', {}, 'OPTIONS', 400],
    ['/masuk', {}, 'TRACE', 405],
    ['/masuk', {}, 'PROPFIND', 405],
    ['/masuk', {}, 'OPTIONS', 405],
    ['/tidak/ada', {}, 'POST', 405],
    ['/masuk', { 'X-Forwarded-Host': 'lain.example' }, 'POST', 422],
    ['/masuk', { 'X-Forwarded-Host': 'a b:9' }, 'GET', 200],
  ] as const)('%s %o %s: %i and no stack', async (path, headers, method, status) => {
    const log = await logged(async () => {
      expect((await send(product, { path, headers, method })).status).toBe(status);
    });
    expect(log).not.toContain('"stack"');
    expect(log).not.toContain('"level":50');
    // Files of the build are not logged, found or not.
    expect(log.match(/"path":/g) ?? []).toHaveLength(path.startsWith('/assets/') ? 0 : 1);
  });

  it('asks for a part of a file that it does not have: 416 and no stack', async () => {
    const log = await logged(async () => {
      const headers = { Range: 'bytes=99999999-' };
      expect((await send(product, { path: '/icon.svg', headers, method: 'GET' })).status).toBe(416);
    });
    expect(log).not.toContain('"stack"');
  });

  it('is told to a person in words', async () => {
    const answer = await send(product, { path: '/%', method: 'GET' });
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.text).toMatch(/tidak terbaca[\s\S]*could not read/);
  });

  it('with more head than any browser sends is refused', async () => {
    const heard = await speak(product, [
      Buffer.from(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(64 * 1024)}\r\n\r\n`),
    ]);
    expect(heard).toMatch(/^HTTP\/1\.1 431 /);
    await expectAlive();
  });
});
