import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const pure = ['tests/{domain,i18n,components,architecture,config}/**/*.test.{ts,tsx}'];

/** Start and kill whole processes, with limits on the clock. */
const products = ['tests/start/**/*.test.ts', 'tests/jobs/kill-*.test.ts'];

const onPostgres = {
  globalSetup: ['tests/support/cluster.ts'],
  setupFiles: ['tests/support/fail-on-console-error.ts'],
  testTimeout: 20_000,
  hookTimeout: 60_000,
};

/**
 * `pure` needs nothing; `postgres` shares one embedded server, cloned per file; `product` starts and kills whole
 * products with limits on the clock, so it runs after the others, one file at a time.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: pure,
          setupFiles: ['tests/support/fail-on-console-error.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          ...onPostgres,
          name: 'postgres',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...pure, ...products, 'tests/e2e/**', 'tests/bench/**'],
        },
      },
      {
        extends: true,
        test: {
          ...onPostgres,
          name: 'product',
          include: products,
          testTimeout: 60_000,
          retry: process.env.CI ? 1 : 0,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
