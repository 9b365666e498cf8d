import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const pure = ['tests/{domain,i18n,components,architecture,config}/**/*.test.{ts,tsx}'];

/** Two projects: `pure` needs nothing; `postgres` shares one embedded server, cloned per file. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: pure, setupFiles: ['tests/support/fail-on-console-error.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...pure, 'tests/e2e/**', 'tests/bench/**'],
          globalSetup: ['tests/support/cluster.ts'],
          setupFiles: ['tests/support/fail-on-console-error.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
