import { defineConfig } from 'vitest/config';

/** The tests that need real drivers and servers, alone: `npx vitest run --config tests/real/vitest.config.ts`. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    name: 'real',
    include: ['tests/real/**/*.test.ts'],
    globalSetup: ['tests/real/global-setup.ts'],
    // A missing snapshot file must fail, not be written and pass.
    update: 'none',
    testTimeout: 120_000,
  },
});
