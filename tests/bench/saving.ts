/** What it costs to save one answer, next to an action that does nothing and to a server that is nothing but an upsert. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Product, ROOT } from '../product';
import { answerPath, answerFields } from '../saving';
import { signedIn } from '../visitor';
import { HALL, INDICATORS, REGENCIES } from './data';
import { type Load, load, loadOn, type LoadResult } from './load';
import { held, type Line, ms, percentile, shown, times } from './report';

const CONNECTIONS = 13;
/** The two that are compared take turns, so that a machine that is busy for a while is busy for both. */
const TURNS = 3;
/**
 * The same address written in another way goes to Remix as it comes, with all routes (0116): what a save past the router is
 * held against. Among the few that fit, an action that does nothing takes half the time, and a save stays what it was.
 */
const AMONG_ALL = '/%70referensi';
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

export async function benchSaving(product: Product, seconds: number): Promise<readonly Line[]> {
  const agencies = REGENCIES;
  const cookies: string[] = [];
  for (const agency of agencies) {
    cookies.push((await signedIn(product, `operator.${agency.replace('.', '')}`)).cookieHeader());
  }
  const cookieOf = (connection: number) => cookies[connection % cookies.length] ?? '';

  const emptyAction = (path: string): Load => ({
    origin: product.origin,
    connections: CONNECTIONS,
    seconds,
    method: 'POST',
    headers: (connection) => ({ ...FORM, Origin: product.origin, Cookie: cookieOf(connection) }),
    next: () => ({ path, body: '' }),
    expected: [302],
  });

  // One connection is one operator at work: the next indicator each time, every answer on top of the version before.
  const rounds = new Map<number, number>();
  const saving: Load = {
    origin: product.origin,
    connections: CONNECTIONS,
    seconds,
    method: 'POST',
    headers: (connection) => ({
      ...FORM,
      Accept: 'application/json',
      Origin: product.origin,
      Cookie: cookieOf(connection),
    }),
    next: (connection) => {
      // The measured run follows the warm-up with new connections of the same operators.
      const operator = connection % agencies.length;
      const count = rounds.get(operator) ?? 0;
      rounds.set(operator, count + 1);
      const version = Math.floor(count / INDICATORS);
      const indicator = (count % INDICATORS) + 1;
      const agency = agencies[operator] ?? '';
      return {
        path: answerPath(HALL, agency, indicator),
        body: answerFields({
          version,
          level: 1 + (version % 5),
          justification: `Putaran ${version} untuk ${agency}.`,
        }).toString(),
      };
    },
    expected: [200],
  };
  const turns: Turn[] = [];
  while (turns.length < TURNS) {
    turns.push({
      empty: await loadOn(product.pid, emptyAction(AMONG_ALL)),
      few: await loadOn(product.pid, emptyAction('/preferensi')),
      save: await loadOn(product.pid, saving),
    });
  }
  const bare = await benchBareServer(product, seconds);

  const ratio = middle(turns.map(({ empty, save }) => save.perSecond / empty.perSecond));
  const ofFew = middle(turns.map(({ few, save }) => save.perSecond / few.perSecond));
  const slowest = middle(turns.map(({ empty, save }) => save.p99 / empty.p99));
  const work = middle(turns.map(({ empty, save }) => save.cpu / empty.cpu));
  const wrong = turns.reduce((sum, { save }) => sum + save.wrong, 0);
  const isSaved = turns.every(({ save }) => save.answers > 0);
  return [
    ...turns.flatMap(({ empty, few, save }) => [
      line('an action that does nothing, by Remix among all routes', empty),
      line('the same among the routes that fit', few),
      line('save one answer', save),
    ]),
    line('node:http + better-sqlite3 upsert', bare),
    held('save ÷ empty action, requests per second', times(ratio), '≥ 1.20×', ratio >= 1.2),
    held('save ÷ empty action, p99', times(slowest), '≤ 2.00×', slowest <= 2),
    shown('save ÷ empty action among the routes that fit, requests per second', times(ofFew)),
    shown('save ÷ empty action, processor time of the server', times(work)),
    held('saves answered wrongly', String(wrong), '0', wrong === 0 && isSaved),
  ];
}

interface Turn {
  readonly empty: Measured;
  readonly few: Measured;
  readonly save: Measured;
}

type Measured = Awaited<ReturnType<typeof loadOn>>;

function middle(values: readonly number[]): number {
  return percentile(values, 0.5);
}

function line(what: string, result: LoadResult): Line {
  return shown(
    what,
    `${result.perSecond.toFixed(0)} req/s, p50 ${ms(result.p50)}, p99 ${ms(result.p99)}${result.wrong > 0 ? `, ${result.wrong} wrong` : ''}`,
  );
}

async function benchBareServer(product: Product, seconds: number): Promise<LoadResult> {
  const file = join(product.databaseFile, '..', 'bare.sqlite');
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/bareServer.ts', file], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    child.stdout.setEncoding('utf8');
    const [port] = (await once(child.stdout, 'data')) as [string];
    let count = 0;
    return await load({
      origin: `http://127.0.0.1:${port.trim()}`,
      connections: CONNECTIONS,
      seconds,
      method: 'POST',
      headers: () => ({ 'Content-Type': 'application/json' }),
      next: (connection) => {
        count += 1;
        return {
          path: '/',
          body: JSON.stringify({
            place: `${connection}/${count % INDICATORS}`,
            level: 1 + (count % 5),
            text: 'Contoh.',
          }),
        };
      },
      expected: [200],
    });
  } finally {
    child.kill('SIGTERM');
  }
}
