import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import browserslistToEsbuild from 'browserslist-to-esbuild';
import { defineConfig } from 'vite';
import { buildWorker } from './app/server/buildWorker';
import remixConfig from './remix.config.js';

export default defineConfig({
  plugins: [tailwindcss(), remix({ ...remixConfig, buildEnd: buildWorker })],
  resolve: {
    alias: {
      '~': new URL('./app', import.meta.url).pathname,
      '#db': new URL('./db', import.meta.url).pathname,
      '#seeds': new URL('./seeds', import.meta.url).pathname,
    },
  },
  build: {
    // From .browserslistrc.
    target: browserslistToEsbuild(),
    cssMinify: true,
    // The pages' policy takes fonts from the server only, never from inside a style sheet.
    assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
    rollupOptions: {
      output: {
        // Nearly every page takes nearly all of these small parts: one file, not ten requests with their headers.
        manualChunks: (id) => (/\/app\/(ui|i18n)\/\w+\.tsx?$/.test(id) ? 'ui' : undefined),
      },
    },
  },
});
