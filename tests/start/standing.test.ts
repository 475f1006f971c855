/** What the running server does when the disk gives nothing more, and when it is told to stop in the middle of it all. */
import { spawnSync } from 'node:child_process';
import { connect } from 'node:net';
import { openHandle } from '#db/handle';
import { afterEach, expect, it, vi } from 'vitest';
import { DEMO_PASSWORD, type Product, startProduct } from '../product';
import { answerFields, answerPath } from '../saving';
import { signedIn, Visitor } from '../visitor';

const MINUTES = 5 * 60_000;
/** For what is true after a second; less than the whole test, so that the failure says what was there instead. */
const WAITS = { timeout: 60_000, interval: 200 };
const RAKERDA = 'demo-kalsel-2025';
const AGENCY = '63.01';
const INDICATOR = 7;
const STREAM = `/rakerda/${RAKERDA}/langsung`;

let product: Product | undefined;

async function start(): Promise<Product> {
  product = await startProduct();
  return product;
}
afterEach(async () => {
  await product?.kill();
  product = undefined;
});

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

const save = (visitor: Visitor, version: number) =>
  visitor.post(
    answerPath(RAKERDA, AGENCY, INDICATOR),
    answerFields({ version, level: 1 + (version % 5), justification: `Versi ${version + 1}.` }),
  );

/** Files of a process may grow no further; what a disk that is full does, without filling one. */
function allowBytes({ pid }: Product, bytes: string): void {
  const { status, stderr } = spawnSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:`], {
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
}

it(
  'without room saves are refused in words, reading goes on, and all is well again once there is room',
  async () => {
    const running = await start();
    const operator = await signedIn(running, 'operator.6301');
    const page = `/rakerda/${RAKERDA}/spbe-2020/${AGENCY}/isi/${INDICATOR}`;
    const version = storedVersion(running.databaseFile);
    const health = async () => {
      const response = await fetch(`${running.origin}/healthz`);
      return `${response.status} ${await response.text()}`;
    };
    allowBytes(running, '0');

    expect((await save(operator, version)).status).toBe(507);
    expect((await operator.get(page)).status).toBe(200);
    expect((await operator.get(`/rakerda/${RAKERDA}`)).status).toBe(200);
    const form = await new Visitor(running.origin).post('/masuk', {
      username: 'operator.6301',
      password: DEMO_PASSWORD,
    });
    expect(form.status).toBe(507);
    expect(form.text()).toContain('Server sedang tidak dapat menyimpan');
    await vi.waitFor(async () => expect(await health()).toBe('503 disk cannot be written'), WAITS);
    expect(running.output()).toContain('the database cannot be written');
    expect(running.output()).not.toContain('unexpected error');

    allowBytes(running, 'unlimited');
    expect((await save(operator, version)).status).toBe(200);
    await vi.waitFor(async () => expect(await health()).toBe('200 ok'), WAITS);
  },
  MINUTES,
);

it(
  'a stop ends streams, finishes saves and waits for nobody who dawdles',
  async () => {
    const running = await start();
    const operator = await signedIn(running, 'operator.6301');
    let version = storedVersion(running.databaseFile);
    const stream = await fetch(`${running.origin}${STREAM}`, {
      headers: { Cookie: operator.cookieHeader() },
    });
    expect(stream.status).toBe(200);
    const streamed = stream.text().then(
      () => 'ended',
      () => 'cut',
    );
    // Announces a form and never sends it.
    const dawdler = connect(Number(new URL(running.origin).port), '127.0.0.1');
    dawdler.on('error', () => undefined);
    dawdler.write(
      `POST /masuk HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: ${running.origin}\r\nContent-Length: 99\r\n\r\n`,
    );

    let isStopping = false;
    for (let i = 0; i < 1000; i += 1) {
      const answer = await save(operator, version).catch(() => null);
      if (answer?.status !== 200) break;
      version += 1;
      if (i === 20) {
        process.kill(running.pid, 'SIGTERM');
        isStopping = true;
      }
    }
    expect(isStopping).toBe(true);
    expect(await running.ended()).toBe(0);
    expect(await streamed).toBe('ended');
    const stored = storedVersion(running.databaseFile);
    // The save that was not answered any more may have been taken.
    expect(stored === version || stored === version + 1).toBe(true);
    expect(running.output()).not.toMatch(/^\s+at /m);
  },
  MINUTES,
);
