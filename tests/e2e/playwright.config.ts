import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath } from '../chromium';

/** The product in the system's Chromium. A test that passes the second time is a bug in one of the two: decision 0074. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './firstStart.ts',
  outputDir: '../../test-results',
  workers: 2,
  retries: 1,
  forbidOnly: true,
  // How long a busy machine takes says nothing about the product: these only end what hangs.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  // The JSON report goes where PLAYWRIGHT_JSON_OUTPUT_FILE says.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  use: {
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    viewport: { width: 1280, height: 800 },
    // What a worker answers is not seen by `page.route`; its own tests let it in.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
    launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_ARGS },
  },
});
