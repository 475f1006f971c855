/** Opens the product in a browser as somebody, and takes the picture. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { CHROMIUM_ARGS, chromiumPath } from '../chromium';
import { type Product, ROOT } from '../product';
import { signedIn, Visitor } from '../visitor';

const FOLDER = 'docs/screenshots';
/** The pictures show the address of an installation, not that of the machine they were taken on. */
const HOST = 'rakerda.local';

export interface View {
  /** User name; null for somebody who is not signed in. */
  readonly as: string | null;
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly english?: boolean;
}

export class Camera {
  readonly origin = `http://${HOST}`;

  private constructor(
    private readonly browser: Browser,
    private readonly product: Product,
  ) {}

  static async open(product: Product): Promise<Camera> {
    const rule = `MAP ${HOST}:80 127.0.0.1:${new URL(product.origin).port}`;
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: [...CHROMIUM_ARGS, `--host-resolver-rules=${rule}`],
    });
    return new Camera(browser, product);
  }

  /** A page of somebody's own browser; the caller closes its context. */
  async enter(view: View): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: this.origin,
      viewport: { width: view.width ?? 1280, height: view.height ?? (view.width === undefined ? 900 : 780) },
      colorScheme: view.dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      locale: view.english ? 'en-GB' : 'id-ID',
      timezoneId: 'Asia/Makassar',
    });
    // The button for it would stand in the picture of the hall's screen.
    await context.addInitScript(() => {
      Object.defineProperty(document, 'fullscreenEnabled', { value: false });
    });
    await this.bringCookies(context, view);
    return context.newPage();
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  private async bringCookies(context: BrowserContext, { as, english }: View): Promise<void> {
    const visitor = as === null ? new Visitor(this.product.origin) : await signedIn(this.product, as);
    if (english) await visitor.post('/preferensi', { bahasa: 'en' });
    for (const cookie of visitor.cookieHeader().split('; ')) {
      const at = cookie.indexOf('=');
      if (at < 1) continue;
      await context.addCookies([
        { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: this.origin },
      ]);
    }
  }
}

/** Opens an address of the product, and waits until it stands still. */
export async function visit(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  if (!response?.ok()) throw new Error(`${path} answered ${String(response?.status())}`);
  await settle(page);
}

/** A countdown changes every second: a page that never stands still is taken as it is. */
const MOST_LOOKS = 10;

/** Waits until the typeface and the charts are there, and until two looks at the page see the same. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.fonts.status === 'loaded' &&
      // A chart is drawn when it comes near the window.
      [...document.querySelectorAll('[data-chart]')].every((chart) => {
        const { top, bottom } = chart.getBoundingClientRect();
        return top > window.innerHeight || bottom < 0 || chart.querySelector('[role="img"] svg');
      }),
  );
  let before = await look(page);
  for (let looks = 1; looks < MOST_LOOKS; looks += 1) {
    const now = await look(page);
    if (now.equals(before)) return;
    before = now;
  }
}

function look(page: Page): Promise<Buffer> {
  return page.screenshot({ animations: 'disabled' });
}

/** Takes what the window shows. `name` is the file under docs/screenshots, without its ending. */
export async function shoot(page: Page, name: string): Promise<void> {
  await keep(await look(page), name);
}

/** Writes a picture as small as it gets without losing anything: no transparency, and well compressed. */
export async function keep(picture: Buffer, name: string): Promise<void> {
  const file = join(FOLDER, `${name}.png`);
  await mkdir(dirname(join(ROOT, file)), { recursive: true });
  const small = PNG.sync.write(PNG.sync.read(picture), { colorType: 2, deflateLevel: 9 });
  const best = small.length < picture.length ? small : picture;
  await writeFile(join(ROOT, file), best);
  console.log(`${file}  ${String(Math.round(best.length / 1024))} KB`);
}
