/** The overview of a Rakerda of the country: how much of a page it is, and how much work. */
import type { Product } from '../product';
import { signedIn } from '../visitor';
import { AGENCIES, country } from './data';
import { loadOn } from './load';
import { held, kilobytes, type Line, ms } from './report';

const MOST_NODES = 3000;
const MOST_BYTES = 250_000;
const MOST_CPU_MS = 40;

export async function benchOverview(product: Product, seconds: number): Promise<readonly Line[]> {
  const visitor = await signedIn(product, 'fasilitator');
  const path = `/rakerda/${country(2025)}`;
  const answer = await visitor.get(path);
  const html = answer.text();
  const nodes = html.match(/<[a-z][^>]*>/g)?.length ?? 0;
  // One after the other: what is asked is what one visit costs.
  const { cpu, wrong } = await loadOn(product.pid, {
    origin: product.origin,
    connections: 1,
    seconds,
    method: 'GET',
    headers: () => ({ Cookie: visitor.cookieHeader() }),
    next: () => ({ path }),
    expected: [200],
  });
  const what = `overview of ${AGENCIES} agencies`;
  const there = answer.status === 200 && nodes > 0;
  return [
    held(`${what}, nodes`, String(nodes), `≤ ${MOST_NODES}`, there && nodes <= MOST_NODES),
    held(
      '… processor time of the server',
      ms(cpu),
      `≤ ${ms(MOST_CPU_MS)}`,
      wrong === 0 && cpu <= MOST_CPU_MS,
    ),
    held('… HTML', kilobytes(html.length), `≤ ${kilobytes(MOST_BYTES)}`, there && html.length <= MOST_BYTES),
  ];
}
