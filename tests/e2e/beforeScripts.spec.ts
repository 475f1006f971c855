/** What is chosen and typed before the scripts are there stays, on every page that has a form. */
import type { Page } from '@playwright/test';
import { agencyPath, enter, expect, person, signIn, test, text } from './fixtures';
import { PAGES } from './pages';
import { holdScripts, openWithoutScripts, untilScriptsRun } from './slowScripts';

const words = text.assessment;

test('an answer given before the scripts are there is kept, said to be unsaved, and saved', async ({
  page,
  browser,
  product,
}) => {
  await signIn(page, 'operator.6310');
  const release = await holdScripts(page);
  const path = agencyPath('63.10', 'isi/40');
  await openWithoutScripts(page, path);

  await page.locator('input[name="level"][value="2"]').check();
  await page.getByLabel(words.justification, { exact: true }).fill('Ditulis sebelum skrip tiba.');
  await page.getByLabel(words.note, { exact: true }).fill('Catatan dini.');
  await page.getByLabel(words.personInCharge, { exact: true }).fill('Bagian Organisasi');
  await page.getByLabel(words.discuss, { exact: true }).check();
  await page.getByLabel(words.evidenceUrl({ no: '1' }), { exact: true }).fill('https://contoh.go.id/sk');
  await page.getByLabel(words.evidenceCaption({ no: '1' }), { exact: true }).fill('SK Tim');
  // From here on the page must never claim that everything is saved before it is.
  await page.route('**/simpan', (route) => route.abort());
  release();
  await untilScriptsRun(page);
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'offline');
  await expectAnswer(page);
  await expect(page.getByRole('button', { name: words.tryAgain })).toBeVisible();
  await page.unroute('**/simpan');
  // It tries again by itself, sooner than a hand might press the button.
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
  await expectAnswer(page);

  const other = await person(browser, product, 'operator.6310');
  await other.page.goto(path);
  await expectAnswer(other.page);
  await other.context.close();
});

test('what is entered early comes on top of what an earlier visit left unsaved', async ({
  page,
  context,
}) => {
  await signIn(page, 'operator.6310');
  const path = agencyPath('63.10', 'isi/36');
  await page.goto(path);
  // What keeps the answers is fetched after the page.
  await expect(page.getByTestId('save-state')).toBeVisible();
  await context.setOffline(true);
  await page.locator('input[name="level"][value="1"]').check();
  await page.getByLabel(words.personInCharge, { exact: true }).fill('Bagian Organisasi');
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'offline');
  // Until the page says so, the last letters may still be on their way to the device.
  await expect(page.getByText(words.saveState.onDevice)).toBeVisible();
  await page.close();
  await context.setOffline(false);

  const again = await context.newPage();
  const release = await holdScripts(again);
  await openWithoutScripts(again, path);
  await again.locator('input[name="level"][value="5"]').check();
  await again.getByLabel(words.note, { exact: true }).fill('Catatan dini.');
  release();
  await expect(again.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
  for (const reading of [again, await context.newPage()]) {
    if (reading !== again) await reading.goto(path);
    await expect(reading.locator('input[name="level"][value="5"]')).toBeChecked();
    await expect(reading.getByLabel(words.note, { exact: true })).toHaveValue('Catatan dini.');
    await expect(reading.getByLabel(words.personInCharge, { exact: true })).toHaveValue('Bagian Organisasi');
  }
});

async function expectAnswer(page: Page): Promise<void> {
  await expect(page.locator('input[name="level"][value="2"]')).toBeChecked();
  await expect(page.getByLabel(words.justification, { exact: true })).toHaveValue(
    'Ditulis sebelum skrip tiba.',
  );
  await expect(page.getByLabel(words.note, { exact: true })).toHaveValue('Catatan dini.');
  await expect(page.getByLabel(words.personInCharge, { exact: true })).toHaveValue('Bagian Organisasi');
  await expect(page.getByLabel(words.discuss, { exact: true })).toBeChecked();
  await expect(page.getByLabel(words.evidenceUrl({ no: '1' }), { exact: true })).toHaveValue(
    'https://contoh.go.id/sk',
  );
  await expect(page.getByLabel(words.evidenceCaption({ no: '1' }), { exact: true })).toHaveValue('SK Tim');
}

const opened = PAGES.filter(({ answers }) => answers === undefined);

for (const as of new Set(opened.map((one) => one.as))) {
  test(`every field filled in early keeps what it holds: pages of ${as ?? 'nobody'}`, async ({
    browser,
    product,
  }) => {
    const context = await browser.newContext({ baseURL: product.origin });
    await enter(await context.newPage(), product, as);
    for (const { name, path } of opened.filter((one) => one.as === as)) {
      await test.step(name, async () => {
        const page = await context.newPage();
        const release = await holdScripts(page);
        await openWithoutScripts(page, path);
        const filled = await fillEverything(page);
        release();
        await untilScriptsRun(page);
        expect.soft(await whatFieldsHold(page, Object.keys(filled)), name).toEqual(filled);
        await page.close();
      });
    }
    await context.close();
  });
}

/** Puts something else into every field that can be seen; what each then holds, by its id or name and value. */
async function fillEverything(page: Page): Promise<Record<string, string>> {
  const fields = page.locator(
    ':is(input:not([type=hidden], [type=file], [type=submit], [type=button]), textarea, select):visible:enabled',
  );
  const keys: string[] = [];
  for (const field of await fields.all()) {
    const key = await field.evaluate((element) => {
      // A filter acts at once when scripts run: another page follows, with other fields.
      if (element.closest('form')?.method === 'get') return null;
      if (element instanceof HTMLSelectElement) {
        if (element.options.length < 2) return null;
        element.selectedIndex = (element.selectedIndex + 1) % element.options.length;
        element.dispatchEvent(new Event('input', { bubbles: true }));
        element.dispatchEvent(new Event('change', { bubbles: true }));
      } else if (element instanceof HTMLInputElement && ['radio', 'checkbox'].includes(element.type)) {
        // Without its tick an instrument has no target to fill in.
        if (element.name === 'instruments') return null;
        element.click();
      } else if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
        if (element.readOnly) return null;
        // Once scripts run, what is not ticked has no target to fill in.
        const code = /^targets\.(.+)$/.exec(element.name)?.[1];
        const ticks = [...document.querySelectorAll<HTMLInputElement>('input[name="instruments"]:checked')];
        if (code !== undefined && !ticks.some(({ value }) => value.startsWith(code))) return null;
        const samples: Record<string, string> = {
          date: '2031-02-03',
          time: '07:45',
          'datetime-local': '2031-02-03T07:45',
          number: '3',
          range: '3',
          url: 'https://contoh.go.id/dini',
        };
        element.value = samples[element.type] ?? 'dini';
        element.dispatchEvent(new Event('input', { bubbles: true }));
      } else return null;
      if (element.id !== '') return `#${CSS.escape(element.id)}`;
      return `[name="${element.name}"][value="${element.value}"]`;
    });
    if (key !== null) keys.push(key);
  }
  return whatFieldsHold(page, keys);
}

/** Fields that are out of the page by now are left out. */
async function whatFieldsHold(page: Page, keys: readonly string[]): Promise<Record<string, string>> {
  return page.evaluate(
    (selectors) =>
      Object.fromEntries(
        selectors.flatMap((selector) => {
          const element = document.querySelector(selector);
          if (element instanceof HTMLInputElement && ['radio', 'checkbox'].includes(element.type)) {
            return [[selector, element.checked ? 'checked' : 'not checked']];
          }
          return element instanceof HTMLInputElement ||
            element instanceof HTMLTextAreaElement ||
            element instanceof HTMLSelectElement
            ? [[selector, element.value]]
            : [];
        }),
      ),
    keys,
  );
}

test('a key pressed before any script is there acts once the scripts are', async ({
  browser,
  freshProduct,
}) => {
  const { page } = await person(browser, freshProduct, 'operator.6310');
  const release = await holdScripts(page);
  await openWithoutScripts(page, agencyPath('63.10', 'isi/42'));
  await page.keyboard.press('4');
  release();
  await expect(page.locator('input[name="level"][value="4"]')).toBeChecked();
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
});

test('a key pressed in the moment that the scripts take the page over does not stop them', async ({
  browser,
  freshProduct,
}) => {
  const heard: string[] = [];
  for (const level of ['1', '2', '3', '4', '5', '1', '2', '3']) {
    const { page, context } = await person(browser, freshProduct, 'operator.6310');
    page.on('pageerror', ({ message }) => heard.push(message));
    await page.goto(agencyPath('63.10', 'isi/41'));
    await page.keyboard.press(level);
    const state = page.getByTestId('save-state');
    await expect(state).toBeVisible();
    await expect(page.locator(`input[name="level"][value="${level}"]`)).toBeChecked();
    await expect(state).toHaveAttribute('data-state', 'saved');
    await context.close();
  }
  expect(heard).toEqual([]);
});
