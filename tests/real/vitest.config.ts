import { defineConfig } from 'vitest/config';

/** The tests that need real drivers and servers, alone: `npx vitest run --config tests/real/vitest.config.ts`. */
export default defineConfig({
  // As one of the projects of the whole suite it gets this folder, whatever stands here; so it is the same for both.
  root: new URL('.', import.meta.url).pathname,
  test: {
    name: 'real',
    include: ['*.test.ts'],
    globalSetup: ['./global-setup.ts'],
    // A missing snapshot file must fail, not be written and pass.
    update: 'none',
    testTimeout: 120_000,
  },
});
