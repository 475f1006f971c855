/** Live in every tab and behind every proxy: one stream per browser, and questions where no stream gets through. */
import { randomUUID } from 'node:crypto';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import type { Product } from '../product';
import { signedIn } from '../visitor';
import { expect, person, RAKERDA, test, text } from './fixtures';

const NOTES = `/rakerda/${RAKERDA}/catatan`;

const mark = (page: Page) => page.locator('[data-live]').first();

async function writeNote(product: Product, body: string): Promise<void> {
  const facilitator = await signedIn(product, 'fasilitator');
  const fields = {
    intent: 'add',
    key: randomUUID(),
    kind: 'note',
    body,
    agendaItemId: '',
    agencyCode: '',
    indicator: '',
  };
  expect((await facilitator.post(NOTES, fields)).status).toBe(302);
}

const note = (page: Page, body: string) => page.getByRole('listitem').filter({ hasText: body });

/** Stands between browser and product. `mute` lets streams open and never passes anything of them on. */
async function mutingProxy(
  origin: string,
): Promise<{ server: Server; origin: string; mute: () => void; speak: () => void }> {
  let isMute = false;
  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', origin);
    const forward = request(
      origin + (incoming.url ?? '/'),
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        outgoing.flushHeaders();
        if (!pathname.endsWith('/langsung')) {
          answer.pipe(outgoing);
          return;
        }
        answer.on('data', (part: Buffer) => {
          if (!isMute) outgoing.write(part);
        });
        answer.on('end', () => outgoing.end());
      },
    );
    forward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => forward.destroy());
    incoming.pipe(forward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    server,
    origin: `http://127.0.0.1:${port}`,
    mute: () => {
      isMute = true;
    },
    speak: () => {
      isMute = false;
    },
  };
}

test('eight tabs of one person are live over one stream; when its tab is closed another takes over', async ({
  browser,
  product,
}) => {
  const { context, page } = await person(browser, product, 'fasilitator');
  const streams = new Map<Page, number>();
  context.on('request', (asked) => {
    if (!new URL(asked.url()).pathname.endsWith('/langsung')) return;
    const tab = asked.frame().page();
    streams.set(tab, (streams.get(tab) ?? 0) + 1);
  });
  await page.goto(NOTES);
  await expect(mark(page)).toHaveAttribute('data-live', 'open');
  const tabs = [page];
  while (tabs.length < 8) {
    const tab = await context.newPage();
    await tab.goto(NOTES);
    await expect(mark(tab)).toHaveAttribute('data-live', 'open');
    tabs.push(tab);
  }
  expect([...streams.keys()]).toEqual([page]);
  await writeNote(product, 'Untuk delapan tab.');
  for (const tab of tabs) await expect(note(tab, 'Untuk delapan tab.')).toHaveCount(1);

  await page.close();
  await writeNote(product, 'Ditulis saat tidak ada yang memimpin.');
  for (const tab of tabs.slice(1)) {
    await expect(note(tab, 'Ditulis saat tidak ada yang memimpin.')).toHaveCount(1);
    await expect(mark(tab)).toHaveAttribute('data-live', 'open');
  }
  expect(streams.size, 'one more tab opened a stream').toBe(2);
  await context.close();
});

test('a proxy that holds streams back: the page asks, says so, and listens again once it can', async ({
  browser,
  product,
}) => {
  const proxy = await mutingProxy(product.origin);
  proxy.mute();
  const { context, page } = await person(browser, { ...product, origin: proxy.origin }, 'fasilitator');
  await page.goto(NOTES);
  await expect(mark(page)).toHaveAttribute('data-live', 'asking');
  await expect(mark(page)).toHaveText(text.ui.live.asking);
  await writeNote(product, 'Sampai tanpa aliran.');
  await expect(note(page, 'Sampai tanpa aliran.')).toHaveCount(1);
  proxy.speak();
  await expect(mark(page)).toHaveAttribute('data-live', 'open', { timeout: 60_000 });
  await context.close();
  proxy.server.closeAllConnections();
  proxy.server.close();
});

test('a stream that falls silent without an error is not called live', async ({ browser, product }) => {
  const proxy = await mutingProxy(product.origin);
  const { context, page } = await person(browser, { ...product, origin: proxy.origin }, 'fasilitator');
  await page.goto(NOTES);
  await expect(mark(page)).toHaveAttribute('data-live', 'open');
  proxy.mute();
  await expect(mark(page)).not.toHaveAttribute('data-live', 'open', { timeout: 20_000 });
  await expect(mark(page)).toHaveAttribute('data-live', 'asking');
  await writeNote(product, 'Setelah aliran membisu.');
  await expect(note(page, 'Setelah aliran membisu.')).toHaveCount(1);
  await context.close();
  proxy.server.closeAllConnections();
  proxy.server.close();
});
