/** The typefaces that a layout is held against: ours, and two that stand for what a hall's laptop may have instead. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from '@playwright/test';

export interface Face {
  readonly name: string;
  /** Files by weight; none for the face that the product ships. */
  readonly files: Readonly<Record<number, string>>;
}

const packages = createRequire(import.meta.url);

/** From packages, so that the machine's own fonts make no difference. DejaVu is the widest, Noto has the highest lines. */
export const FACES: readonly Face[] = [
  { name: 'Plus Jakarta Sans', files: {} },
  {
    name: 'DejaVu Sans',
    files: { 400: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf', 700: 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf' },
  },
  {
    name: 'Noto Sans',
    files: {
      400: '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2',
      700: '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2',
    },
  },
];

const FOLDER = '/huruf-uji/';

/** Where the files of another face are, each by its weight, once `bringFaces` has been called. */
export function addressOf(face: string): string {
  return `${FOLDER}${encodeURIComponent(face)}/`;
}

/** What stands before the names of the other faces in the browser: a machine may have faces of the same name. */
const MARK = 'Test ';

/**
 * Makes the other faces known to every page that the context opens from now on. They are asked for at the product's own
 * address, as its security policy wants it.
 */
export async function bringFaces(context: BrowserContext): Promise<void> {
  await context.route(`**${FOLDER}*/*`, async (route) => {
    const [name = '', weight = ''] = new URL(route.request().url()).pathname.slice(FOLDER.length).split('/');
    const file = FACES.find((face) => face.name === decodeURIComponent(name))?.files[Number(weight)];
    if (file === undefined) return route.abort();
    return route.fulfill({ body: await readFile(packages.resolve(file)) });
  });
  const known = FACES.flatMap(({ name, files }) =>
    Object.keys(files).map((weight) => ({
      family: MARK + name,
      weight,
      source: `url("${addressOf(name)}${weight}")`,
    })),
  );
  await context.addInitScript((faces) => {
    for (const { family, weight, source } of faces) {
      document.fonts.add(new FontFace(family, source, { weight, display: 'block' }));
    }
  }, known);
}

/** Sets the whole page in a face, and waits until its files are there and in use. */
export async function setIn(page: Page, { name, files }: Face): Promise<void> {
  const isOurs = Object.keys(files).length === 0;
  await page.evaluate(
    async ({ family, isOurs }) => {
      const root = document.documentElement.style;
      if (isOurs) root.removeProperty('--font-sans');
      else root.setProperty('--font-sans', `"${family}", sans-serif`);
      await Promise.all(
        ['400', '700'].map((weight) => document.fonts.load(`${weight} 16px "${family}"`, 'Ag1')),
      );
      await document.fonts.ready;
    },
    { family: isOurs ? name : MARK + name, isOurs },
  );
}

/** Follows the name of a face that no page brought. */
export const OF_THE_MACHINE = ' of the machine';

/** The faces that the browser draws an element with, as their files name themselves. */
export async function drawnWith(page: Page, selector: string): Promise<readonly string[]> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('DOM.enable');
  await browser.send('CSS.enable');
  const { root } = await browser.send('DOM.getDocument');
  const { nodeId } = await browser.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await browser.send('CSS.getPlatformFontsForNode', { nodeId });
  await browser.detach();
  return fonts.map(({ familyName, isCustomFont }) => familyName + (isCustomFont ? '' : OF_THE_MACHINE));
}
