/** Getting about with the keyboard alone, as somebody without a mouse does. */
import { expect, type Locator, type Page } from '@playwright/test';

const MOST_STOPS = 250;

/** Presses Tab until the element has the focus. Fails when it cannot be reached. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target.first()).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if (
      await target.evaluateAll((elements) => elements.some((element) => element === document.activeElement))
    )
      return;
  }
  throw new Error(`${String(target)} cannot be reached with the Tab key`);
}

/** Chooses an option of a radio group with the arrow keys. */
export async function chooseByArrows(page: Page, group: Locator, value: string): Promise<void> {
  await tabTo(page, group);
  const wanted = group.and(page.locator(`[value="${value}"]`));
  const options = await group.count();
  // A group without a choice has none until the space bar makes one.
  await page.keyboard.press('Space');
  for (let step = 0; step <= options; step += 1) {
    if (await wanted.isChecked()) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrow keys do not reach level ${value}`);
}

/** Reaches a link or button and uses it. */
export async function pressEnterOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}
