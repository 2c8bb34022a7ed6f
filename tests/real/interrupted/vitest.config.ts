import { defineConfig } from 'vitest/config';

/** A test run of its own, for server.test.ts to interrupt: it has a server and one test that ends as END says. */
export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  test: { include: ['run.fixture.ts'], globalSetup: ['start-server.ts'], testTimeout: 0, watch: false },
});
