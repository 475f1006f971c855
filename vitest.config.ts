import { defineConfig } from 'vitest/config';

/** Unit and integration tests: they sit beside their file, or in tests/ when they span rooms. */
export default defineConfig({
  resolve: {
    alias: {
      '~': new URL('./app', import.meta.url).pathname,
      '#db': new URL('./db', import.meta.url).pathname,
      '#seeds': new URL('./seeds', import.meta.url).pathname,
      '#tests': new URL('./tests', import.meta.url).pathname,
    },
  },
  test: {
    include: ['app/**/*.test.ts', 'db/**/*.test.ts', 'seeds/**/*.test.ts', 'tests/**/*.test.ts'],
    environment: 'node',
    // Left alone, half of a machine with two processors would wait; most tests wait for a server or a disk.
    maxWorkers: '100%',
    passWithNoTests: false,
    // How long a busy machine takes says nothing about the product: this only ends what hangs.
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
});
