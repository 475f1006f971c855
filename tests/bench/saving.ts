/** What it costs to save one answer, next to an action that does nothing and to a server that is nothing but an upsert. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Product, ROOT } from '../product';
import { answerPath, answerFields } from '../saving';
import { signedIn } from '../visitor';
import { HALL, INDICATORS, REGENCIES } from './data';
import { load, type LoadResult } from './load';
import { held, type Line, ms, shown, times } from './report';

const CONNECTIONS = 13;
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

export async function benchSaving(product: Product, seconds: number): Promise<readonly Line[]> {
  const agencies = REGENCIES;
  const cookies: string[] = [];
  for (const agency of agencies) {
    cookies.push((await signedIn(product, `operator.${agency.replace('.', '')}`)).cookieHeader());
  }
  const cookieOf = (connection: number) => cookies[connection % cookies.length] ?? '';

  const empty = await load({
    origin: product.origin,
    connections: CONNECTIONS,
    seconds,
    method: 'POST',
    headers: (connection) => ({ ...FORM, Origin: product.origin, Cookie: cookieOf(connection) }),
    next: () => ({ path: '/preferensi', body: '' }),
    expected: [302],
  });

  // One connection is one operator at work: the next indicator each time, every answer on top of the version before.
  const rounds = new Map<number, number>();
  const save = await load({
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
  });
  const bare = await benchBareServer(product, seconds);

  const ratio = save.perSecond / empty.perSecond;
  const slowest = save.p99 / empty.p99;
  return [
    line('an action that does nothing', empty),
    line('node:http + better-sqlite3 upsert', bare),
    line('save one answer', save),
    held('save ÷ empty action, requests per second', times(ratio), '≥ 0.60×', ratio >= 0.6),
    held('save ÷ empty action, p99', times(slowest), '≤ 3.00×', slowest <= 3),
    held('saves answered wrongly', String(save.wrong), '0', save.wrong === 0 && save.answers > 0),
  ];
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
