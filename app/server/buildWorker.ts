/**
 * The last step of a build: the service worker, with the list of the files that it keeps. These are the ones with both
 * languages: a page that opens from the device is in the language in which it was kept.
 */
import { readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { injectManifest } from '@serwist/build';
import browserslistToEsbuild from 'browserslist-to-esbuild';
import { build } from 'vite';

const CLIENT = 'build/client';
const UNFINISHED = 'build/worker';

export async function buildWorker(): Promise<void> {
  const manifest = (await readdir(`${CLIENT}/assets`)).find((name) => /^manifest-\w+\.js$/.test(name));
  const release = /^manifest-(\w+)\.js$/.exec(manifest ?? '')?.[1];
  if (release === undefined) throw new Error('The build has not said its release.');
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: { '~': fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '') } },
    build: {
      target: browserslistToEsbuild(),
      outDir: UNFINISHED,
      rollupOptions: {
        input: 'app/assessment/offline/worker.ts',
        output: { format: 'iife', entryFileNames: 'pekerja.js' },
      },
    },
  });
  await injectManifest({
    swSrc: `${UNFINISHED}/pekerja.js`,
    swDest: `${CLIENT}/pekerja.js`,
    globDirectory: CLIENT,
    globPatterns: ['assets/*.{js,css,woff2}'],
    globIgnores: ['assets/*.{id,en}.js'],
    // Their names hold a hash of their content.
    dontCacheBustURLsMatching: /^assets\//,
    modifyURLPrefix: { 'assets/': '/assets/' },
    additionalPrecacheEntries: [{ url: '/luring', revision: release }],
  });
  await rm(UNFINISHED, { recursive: true });
}
