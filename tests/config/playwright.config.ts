import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium, howToGetChromium } from '../support/chromium.ts';

const executablePath = findChromium();
if (!executablePath) {
  process.stderr.write(`${howToGetChromium}\n`);
  process.exit(1);
}

/** End-to-end tests in Chromium against the real product, which `e2e-setup.ts` starts and stops. */
export default defineConfig({
  testDir: '../e2e',
  outputDir: '../../test-results',
  globalSetup: '../support/e2e-setup.ts',
  timeout: 120_000,
  // On a machine that others use too a browser can lose its turn; what passes at the second try is listed as flaky.
  retries: process.env.CI ? 2 : 0,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args: chromiumArguments },
    trace: 'retain-on-failure',
  },
});
