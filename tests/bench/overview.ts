/** The overview of a Rakerda of the country: how much of a page it is. */
import type { Product } from '../product';
import { signedIn } from '../visitor';
import { AGENCIES, country } from './data';
import { held, kilobytes, type Line } from './report';

const MOST_NODES = 3000;
const MOST_BYTES = 250_000;

export async function benchOverview(product: Product): Promise<readonly Line[]> {
  const visitor = await signedIn(product, 'fasilitator');
  const answer = await visitor.get(`/rakerda/${country(2025)}`);
  const html = answer.text();
  const nodes = html.match(/<[a-z][^>]*>/g)?.length ?? 0;
  const what = `overview of ${AGENCIES} agencies`;
  const there = answer.status === 200 && nodes > 0;
  return [
    held(`${what}, nodes`, String(nodes), `≤ ${MOST_NODES}`, there && nodes <= MOST_NODES),
    held('… HTML', kilobytes(html.length), `≤ ${kilobytes(MOST_BYTES)}`, there && html.length <= MOST_BYTES),
  ];
}
