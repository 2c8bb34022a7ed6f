import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // `VITEST_JSON` names the file for the results, from which `.ci/run` counts.
    ...(process.env['VITEST_JSON'] !== undefined && { reporters: ['default', 'json'], outputFile: { json: process.env['VITEST_JSON'] } }),
    // A missing snapshot file must fail, not be written and pass; `npm run update` writes.
    update: 'none',
    coverage: { provider: 'v8', include: ['src/**'] },
    projects: [
      {
        // Configurations in examples import the package by its name: here it is these sources.
        resolve: {
          alias: [
            { find: /^eslint-plugin-db$/, replacement: fileURLToPath(new URL('src/index.ts', import.meta.url)) },
            { find: /^eslint-plugin-db\/config$/, replacement: fileURLToPath(new URL('src/config.ts', import.meta.url)) },
          ],
        },
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/integration/**', 'tests/real/**', '**/node_modules/**'],
          setupFiles: ['tests/setup.ts'],
          testTimeout: 60_000,
        },
      },
      'tests/real/vitest.config.ts',
    ],
  },
});
