/** What the end-to-end tests start from: a running product per worker (or per file), and people who sign in to it. */
import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { accountFormWords } from '~/accounts/accountFormWords';
import { accountWords } from '~/accounts/accountWords';
import { ownAccountWords } from '~/accounts/ownAccountWords';
import { assessmentWords } from '~/assessment/assessmentWords';
import { overviewWords } from '~/hall/overview/overviewWords';
import { sharedWords } from '~/i18n/sharedWords';
import { ADMIN_PASSWORD, DEMO_PASSWORD, type Product } from '../product';
import { startLaidOut } from './firstStart';

export { expect } from '@playwright/test';
export { DEMO_PASSWORD };
export const text = {
  ui: sharedWords.id,
  accounts: accountWords.id,
  accountForms: accountFormWords.id,
  ownAccount: ownAccountWords.id,
  assessment: assessmentWords.id,
  rakerda: overviewWords.id,
};

export const RAKERDA = 'demo-kalsel-2025';
export const INSTRUMENT = 'spbe-2020';
export const INDICATORS = 47;

/** Address of an agency's page in the demo Rakerda; without a page, its result. */
export function agencyPath(agency: string, page = ''): string {
  return `/rakerda/${RAKERDA}/${INSTRUMENT}/${agency}${page ? `/${page}` : ''}`;
}

export const test = base.extend<{ freshProduct: Product }, { product: Product }>({
  /** Shared by the tests of one worker: for tests that change only what is theirs. */
  product: [
    async ({}, use) => {
      const product = await startLaidOut();
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  /** A product of the test's own, for what would disturb others. */
  freshProduct: async ({}, use) => {
    const product = await startLaidOut();
    await use(product);
    await product.stop();
  },
  baseURL: async ({ product }, use) => use(product.origin),
});

/** Signs in through the real form of the page's product. */
export async function signIn(page: Page, username: string, password = DEMO_PASSWORD): Promise<void> {
  await page.goto('/masuk');
  const form = page.locator('form').filter({ has: page.locator('input[name="password"]') });
  await form.locator('input[name="username"]').fill(username);
  await form.locator('input[name="password"]').fill(password);
  await form.locator('button').last().click();
  await page.waitForURL((url) => url.pathname !== '/masuk');
}

export const NEW_ADMIN_PASSWORD = `${ADMIN_PASSWORD}-baru`;

/** The products whose administrator has replaced the initial password already. */
const settled = new WeakSet<Product>();

/** Signs in whoever a page is for, the administrator too; nobody where null. */
export async function enter(page: Page, product: Product, as: string | null): Promise<void> {
  if (as === null) return;
  if (as !== 'admin') return signIn(page, as);
  if (settled.has(product)) return signIn(page, 'admin', NEW_ADMIN_PASSWORD);
  await signIn(page, 'admin', ADMIN_PASSWORD);
  const form = page.locator('form').filter({ has: page.locator('input[name="next"]') });
  await form.locator('input[name="current"]').fill(ADMIN_PASSWORD);
  await form.locator('input[name="next"]').fill(NEW_ADMIN_PASSWORD);
  await form.locator('input[name="repeat"]').fill(NEW_ADMIN_PASSWORD);
  await form.locator('input[name="repeat"]').press('Enter');
  await page.waitForURL((url) => url.pathname !== '/kata-sandi');
  settled.add(product);
}

/** Another person with a browser of their own, signed in. */
export async function person(
  browser: Browser,
  product: Product,
  username: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ baseURL: product.origin, ...options });
  const page = await context.newPage();
  await signIn(page, username);
  return { page, context };
}

/** What a page complains about while it is used: script errors and messages of the error console. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  // Remix says so of the rest of an answer that it gave up for a newer one; nobody waits for it.
  const hear = (said: string) => (said.includes('signal is aborted without reason') ? 0 : heard.push(said));
  page.on('pageerror', (error) => hear(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') hear(message.text());
  });
  return heard;
}

/** A long review is folded by its parts, and a part that a filter leaves nothing of is not there. */
export async function openParts(page: Page): Promise<void> {
  const parts = page.locator('main details:not([open]) > summary:has(h2)').filter({ visible: true });
  while ((await parts.count()) > 0) await parts.first().click();
}
