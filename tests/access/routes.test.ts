import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, startProduct } from '../product';
import type { Answer, Fields, Visitor } from '../visitor';
import { readBuiltRoutes } from './builtRoutes';
import { gather, type Who, WHO } from './people';
import type { Row } from './row';
import { TABLE } from './table';

let product: Product | undefined;
let people: Readonly<Record<Who, Visitor>>;

beforeAll(async () => {
  product = await startProduct();
  people = await gather(product);
}, 300_000);

afterAll(() => product?.stop());

describe('the table of access', () => {
  it('holds every route and every method of the build', () => {
    const known = new Set(TABLE.map((row) => `${row.method} ${row.route}`));
    const missing = readBuiltRoutes()
      .filter((route) => route.id !== 'root')
      .flatMap((route) => [
        ...(route.loader || route.screen ? [`GET ${route.id}`] : []),
        ...(route.action ? [`POST ${route.id}`] : []),
      ])
      .filter((method) => !known.has(method));
    expect(missing, 'add these to tests/access/table.ts').toEqual([]);
  });
});

it.each(TABLE.map((row) => [nameOf(row), row] as const))(
  '%s',
  async (_name, row) => {
    const seen: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    const fields = { ...row.fields, ...(await row.found?.(people)) };
    for (const who of WHO) {
      const answer = await knock(people[who], row, fields);
      seen[who] = outcome(answer);
      wanted[who] = expected(row, who);
      if (row.holds && row.may.includes(who)) expect(answer.text()).toMatch(row.holds);
    }
    expect(seen).toEqual(wanted);
  },
  60_000,
);

function nameOf(row: Row): string {
  const fields = new URLSearchParams(row.fields ?? {}).toString();
  return `${row.method} ${row.path}${fields ? ` ${fields.slice(0, 80)}` : ''}`;
}

async function knock(visitor: Visitor, row: Row, fields: Fields): Promise<Answer> {
  if (row.method === 'POST') return visitor.post(row.path, fields);
  return row.path.endsWith('/langsung') ? visitor.open(row.path) : visitor.get(row.path);
}

/** What came back, in a word: the status, or where a person was sent instead. */
function outcome(answer: Answer): string {
  if (answer.status !== 302) return String(answer.status);
  if (answer.location?.startsWith('/masuk?kembali=')) return 'sent to sign in';
  return answer.location === '/kata-sandi' ? 'sent to change the password' : '302';
}

function expected(row: Row, who: Who): string {
  if (row.may.includes(who)) return String(row.gets ?? 200);
  if (who === 'anonymous') return row.anonymous === undefined ? 'sent to sign in' : String(row.anonymous);
  if (who === 'newcomer')
    return row.newcomer === undefined ? 'sent to change the password' : String(row.newcomer);
  return String(row.refused ?? 403);
}
