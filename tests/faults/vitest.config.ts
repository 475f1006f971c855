import { defineConfig } from 'vitest/config';

/** Fault drills: they take their time and are a command of their own, `npm run test:faults`. */
export default defineConfig({
  resolve: {
    alias: {
      '~': new URL('../../app', import.meta.url).pathname,
      '#db': new URL('../../db', import.meta.url).pathname,
    },
  },
  test: { include: ['tests/faults/**/*.test.ts'], testTimeout: 3_600_000, hookTimeout: 300_000 },
});
