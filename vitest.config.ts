import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/integration/**', '**/node_modules/**'],
    setupFiles: ['tests/setup.ts'],
    // A missing snapshot file must fail, not be written and pass; `npm run update` writes.
    update: 'none',
  },
});
