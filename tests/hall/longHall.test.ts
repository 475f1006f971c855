/** A hall of 640 agencies: how much of a page its scenes are on a phone, on the remote, and the pages beside them. */
import { openHandle } from '#db/handle';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SCENES } from '~/hall/projector/projectorState';
import { PHONE_ROWS } from '~/hall/projector/scenes/scenePaging';
import { addBenchData, country } from '../bench/data';
import { type Product, startProduct } from '../product';
import { signedIn, type Visitor } from '../visitor';

const MOST_NODES = 3000;
const MOST_BYTES = 250_000;
const HALL = `/rakerda/${country(2025)}`;

let product: Product | undefined;
let facilitator: Visitor;
let operator: Visitor;

beforeAll(async () => {
  product = await startProduct();
  addBenchData(product.databaseFile);
  const sqlite = openHandle(product.databaseFile);
  sqlite.prepare(`update rakerda set state = 'plenary' where id = ?`).run(country(2025));
  sqlite.close();
  facilitator = await signedIn(product, 'fasilitator');
  operator = await signedIn(product, 'operator.6301');
}, 300_000);

afterAll(() => product?.stop());

async function sizeOf(visitor: Visitor, path: string) {
  const answer = await visitor.get(path);
  const html = answer.text();
  const nodes = html.match(/<[a-z][^>]*>/g)?.length ?? 0;
  return { status: answer.status, html, nodes, bytes: answer.body.length };
}

it('scenes and pages stay small', async () => {
  const found: string[] = [];
  const look = async (visitor: Visitor, path: string, what: string) => {
    const { status, nodes, bytes } = await sizeOf(visitor, path);
    if (status === 200 && nodes <= MOST_NODES && bytes <= MOST_BYTES) return;
    found.push(`${what}: ${status}, ${nodes} nodes, ${bytes} bytes`);
  };
  await facilitator.get(`${HALL}/kendali`);
  for (const scene of SCENES) {
    const { status } = await facilitator.post(`${HALL}/kendali`, { intent: 'scene', to: scene });
    expect(status, scene).toBe(302);
    await look(operator, `${HALL}/ikuti`, `${scene}, followed`);
    await look(facilitator, `${HALL}/kendali`, `${scene}, remote`);
  }
  for (const page of [
    '',
    '/meja',
    '/pantau',
    '/suara',
    '/catatan',
    '/komitmen',
    '/komitmen?cari=tanah&hal=1',
    '/kehadiran',
    '/kartu',
    '/berita-acara',
    '/ubah',
    '/spbe-2020/banding',
    '/spbe-2020/banding?semua=1',
    '/spbe-2020/rilis',
  ]) {
    await look(facilitator, `${HALL}${page}`, page);
  }
  expect(found).toEqual([]);
}, 300_000);

it('an agency is put on the radar by its name', async () => {
  const remote = `${HALL}/kendali`;
  await facilitator.post(remote, { intent: 'agencies', agency: '63.01', to: 'kotabaru' });
  const { html } = await sizeOf(facilitator, remote);
  const chosen = [...html.matchAll(/id="radar-(\d[\d.]+)"/g)].map(([, code]) => code);
  expect(chosen).toEqual(['63.01', '63.02']);
  const { location } = await facilitator.post(remote, { intent: 'agencies', to: 'kabupaten' });
  expect(location).toContain('pesan=tidak-dikenal');
});

it('a phone begins with the own agency, finds another and turns pages without scripts', async () => {
  await facilitator.post(`${HALL}/kendali`, { intent: 'scene', to: 'heatMap' });
  const namesOn = async (query: string) => {
    const { html } = await sizeOf(operator, `${HALL}/ikuti${query}`);
    return [...html.matchAll(/<li data-flip="([^"]+)"/g)].map(([, code]) => code);
  };
  const first = await namesOn('');
  expect(first[0]).toBe('63.01');
  expect(first).toHaveLength(PHONE_ROWS);
  const second = await namesOn('?hal=2');
  expect(second).toHaveLength(PHONE_ROWS);
  expect(second.filter((code) => first.includes(code))).toEqual([]);
  expect(await namesOn('?cari=kotabaru')).toEqual(['63.02']);
});
