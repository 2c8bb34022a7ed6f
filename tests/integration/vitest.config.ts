import { defineConfig } from 'vitest/config';

/** The packed plugin in engines, editor, hook and foreign projects: `npm run test:integration`. Needs the npm registry. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    name: 'integration',
    include: ['tests/integration/**/*.test.ts'],
    globalSetup: ['tests/integration/global-setup.ts'],
    update: 'none',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // `VITEST_JSON` names the file for the results, from which `.ci/run` counts.
    ...(process.env['VITEST_JSON'] !== undefined && { reporters: ['default', 'json'], outputFile: { json: process.env['VITEST_JSON'] } }),
  },
});
