/**
 * How smoothly the hall's screen moves on a weak laptop: the time from one frame to the next while a ranking comes in,
 * and while the name of its first place is held back and wiped in. The processor is slowed down four times. Tests drive
 * a browser without a graphics card, which draws every pixel by itself: the frames show the most, not the least.
 */
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from '../chromium';
import type { Product } from '../product';
import { signedIn } from '../visitor';
import { type Line, ms, percentile, shown } from './report';

const REMOTE = '/rakerda/demo-kalsel-2025/kendali';
const SLOWER = [1, 4];
/** Longer than the longest movement, with its pause. */
const WATCH_MS = 3200;
const SIZE = { width: 1280, height: 720 };

/** Runs in the page, as text. Counts only while something moves: a screen that stands still draws nothing. */
const WATCH = `new Promise((resolve) => {
  const frames = [];
  const begun = performance.now();
  let last = begun;
  const next = (now) => {
    if (document.getAnimations().some(({ playState }) => playState === 'running')) frames.push(now - last);
    last = now;
    if (now - begun < ${String(WATCH_MS)}) requestAnimationFrame(next);
    else resolve(frames);
  };
  requestAnimationFrame(next);
})`;

export async function benchStage(product: Product): Promise<readonly Line[]> {
  const facilitator = await signedIn(product, 'fasilitator');
  const order = (intent: string, to: string) => facilitator.post(REMOTE, { intent, to });
  const link = /\/layar\/[\w-]+/.exec((await facilitator.get(REMOTE)).text())?.[0];
  if (!link) throw new Error('The remote names no screen');
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage({ baseURL: product.origin, viewport: SIZE });
    const lines: Line[] = [];
    for (const rate of SLOWER) {
      await order('names', 'shown');
      await order('scene', 'join');
      await page.goto(link);
      await page.locator('[data-scene="join"]').waitFor();
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate });
      lines.push(
        await watched(page, `a ranking comes in, ${rate} × slower`, () => order('scene', 'ranking')),
      );
      await order('names', 'hidden');
      await order('revealOrder', 'topFive');
      await page.locator('[data-name]').first().waitFor({ state: 'detached' });
      for (const place of [5, 4, 3, 2]) {
        await reveal(facilitator);
        await page
          .locator('[data-name]')
          .nth(4 - (place - 1))
          .waitFor();
      }
      lines.push(
        await watched(page, `the first place is revealed, ${rate} × slower`, () => reveal(facilitator)),
      );
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    }
    return lines;
  } finally {
    await order('names', 'shown');
    await browser.close();
  }
}

/** A step counts only from the screen that it was pressed on. */
async function reveal(facilitator: Awaited<ReturnType<typeof signedIn>>) {
  const seen = /name="seen" value="(\d+)"/.exec((await facilitator.get(REMOTE)).text())?.[1] ?? '';
  return facilitator.post(REMOTE, { intent: 'reveal', to: 'next', seen });
}

async function watched(page: Page, what: string, act: () => Promise<unknown>): Promise<Line> {
  const watching = page.evaluate<number[]>(WATCH);
  await act();
  const frames = await watching;
  if (frames.length === 0) return shown(what, 'nothing moved');
  const average = frames.reduce((sum, one) => sum + one, 0) / frames.length;
  const said = [
    `${(1000 / average).toFixed(0)} frames/s`,
    `half within ${ms(percentile(frames, 0.5))}`,
    `95 % within ${ms(percentile(frames, 0.95))}`,
    `longest ${ms(Math.max(...frames))}`,
  ];
  return shown(what, `${said.join(', ')} (drawn by the processor)`);
}
