/**
 * The first start of the product, once for a whole run: it lays out the database and the demo. Most products of a run
 * begin with a copy of what it left, which takes half the time; what a first start itself does is tested in tests/start.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Product, startProduct } from '../product';

/** How the workers of a run learn where it lies. */
const FOLDER = 'RAKERDA_FIRST_START';

export default async function firstStart(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'rakerda-first-'));
  const product = await startProduct({ folder });
  process.kill(product.pid, 'SIGTERM');
  await product.ended();
  process.env[FOLDER] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

/** A product with the demo and a database of its own. @throws Error outside a run */
export async function startLaidOut(): Promise<Product> {
  const first = process.env[FOLDER];
  if (first === undefined) throw new Error('No first start has been made for this run');
  const folder = await mkdtemp(join(tmpdir(), 'rakerda-'));
  await cp(first, folder, { recursive: true, filter: (file) => !file.endsWith('.lock') });
  return startProduct({ folder });
}
