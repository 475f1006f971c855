import { agencyPath, expect, INSTRUMENT, person, RAKERDA, test } from './fixtures';

test('the comparison on another screen moves with a save, without a reload', async ({ browser, product }) => {
  const facilitator = await person(browser, product, 'fasilitator');
  const operator = await person(browser, product, 'operator.6302');

  await facilitator.page.goto(`/rakerda/${RAKERDA}/${INSTRUMENT}/banding`);
  const row = facilitator.page.locator('#peringkat').getByRole('row').filter({ hasText: 'Kotabaru' }).first();
  await expect(row).toBeVisible();
  await expect(facilitator.page.getByText('Langsung', { exact: false }).first()).toBeVisible();
  const before = await row.innerText();
  // A mark that a reload would wipe away, and the moment at which the row first differs.
  await row.evaluate((element) => {
    const shown = element.textContent;
    const moved = new MutationObserver(() => {
      const now = document.querySelector('[data-uji]')?.textContent;
      if (now !== shown) document.body.dataset.berubah ??= String(Date.now());
    });
    element.setAttribute('data-uji', '');
    moved.observe(document.body, { subtree: true, childList: true, characterData: true });
  });

  await operator.page.goto(agencyPath('63.02', 'isi/1'));
  const chosen = await operator.page.locator('input[name="level"]:checked').getAttribute('value');
  const saved = operator.page.waitForResponse(
    (response) => response.url().endsWith('/isi/1/simpan') && response.ok(),
  );
  const pressed = Date.now();
  await operator.page.keyboard.press(chosen === '5' ? '1' : '5');
  await saved;
  const acknowledged = Date.now();

  await expect.poll(() => row.innerText(), { intervals: [20, 50, 100] }).not.toBe(before);
  const moved = Number(await facilitator.page.locator('body').getAttribute('data-berubah'));
  expect(moved, 'the page was not loaded again').toBeGreaterThan(0);
  console.log(
    `live: on the other screen ${moved - acknowledged} ms after the acknowledged save, ${moved - pressed} ms after the key`,
  );
  await facilitator.context.close();
  await operator.context.close();
});
