/**
 * Remix asks while it runs which of its ways were chosen. `remix.config.js` says so before: told while the pages are built,
 * the browser's scripts leave out the ways that are never gone (docs/decisions/0085).
 */
import type { Plugin } from 'vite';

const FOLDER = '/node_modules/@remix-run/react/dist/esm/';

/** What Remix asks, in which file, and what is true of this product. */
const CHOSEN: readonly (readonly [file: string, asked: RegExp, answer: string])[] = [
  ['browser.js', /window\.__remixContext\.future\.v3_singleFetch/g, 'true'],
  ['browser.js', /window\.__remixContext\.isSpaMode/g, 'false'],
  ['components.js', /(?<!\.)future\.v3_singleFetch/g, 'true'],
  ['components.js', /isFogOfWarEnabled\(future, isSpaMode\)/g, 'false'],
  ['fog-of-war.js', /(?<!function )isFogOfWarEnabled\(future, isSpaMode\)/g, 'false'],
  ['links.js', /future\.v3_singleFetch/g, 'true'],
  ['routes.js', /future\.v3_singleFetch/g, 'true'],
  // A way of fetching is always handed to the router of single fetch.
  ['routes.js', /typeof singleFetch === "function"/g, 'true'],
];

/** @throws Error where Remix asks in another way than this file knows */
export function leanRemix(): Plugin {
  return {
    name: 'lean-remix',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      // The encoder is for pages from the device alone; as the same module it would lie with the decoder, in every page.
      if (source !== 'turbo-stream' || options.ssr || !importer?.endsWith('/openFromDevice.tsx')) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && `${found.id}?encoder`;
    },
    transform(code, id, options) {
      const file = id.slice(id.lastIndexOf('/') + 1);
      const chosen = CHOSEN.filter(([name]) => name === file);
      if (options?.ssr || !id.includes(FOLDER) || chosen.length === 0) return null;
      return {
        code: chosen.reduce((text, [, asked, answer]) => answered(text, asked, answer, file), code),
        map: null,
      };
    },
  };
}

function answered(code: string, asked: RegExp, answer: string, file: string): string {
  const told = code.replace(asked, answer);
  if (told === code) throw new Error(`${file} of Remix no longer asks ${asked.source}`);
  return told;
}
