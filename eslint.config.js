import js from '@eslint/js';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Node's globals that our JavaScript uses; TypeScript knows them from its types. */
const node = { console: 'readonly', process: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', Buffer: 'readonly', URL: 'readonly' };

export default defineConfig([
  // Fixtures and examples are code to be linted by the tests: wrong on purpose.
  globalIgnores(['dist/', 'coverage/', 'examples/shop/', 'tests/examples/', 'tests/fixtures/', 'tests/real/.run/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: node } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // `import { type A }` leaves `import {}` in the JavaScript, which loads the file.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // `const { one, ...others }` leaves one out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Node types are told apart by their text: the enum AST_NODE_TYPES would load typescript-eslint at run time.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['src/**/*.ts'],
    // The borders, where the types of another library end: ESLint's plugin and tree, oxc's tree, TypeScript's checker.
    ignores: [
      'src/index.ts',
      'src/cli/run.ts',
      'src/javascript/reader/reader.ts',
      'src/javascript/resolve/libraries.ts',
      'src/javascript/resolve/types.ts',
      'src/javascript/syntax/oxc.ts',
      // `satisfies Driver as Driver`: surplus keys are found first, then no reader depends on the literals of one driver.
      'src/facts/drivers/*.ts',
    ],
    rules: { '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }] },
  },
  {
    files: ['tests/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      // Parsed JSON and modules imported by name get their type where they are read: a wrong one fails the test.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // Functions of the language server's and Node's objects are passed on, not called on another `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/rules/*.ts'],
    ignores: ['src/rules/index.ts'],
    extends: [eslintPlugin.configs.recommended],
    rules: {
      'eslint-plugin/require-meta-docs-description': 'error',
      'eslint-plugin/require-meta-schema-description': 'error',
      // A rule gets its name, and with it its page's URL, from its file name: createRule's caller adds them.
      'eslint-plugin/require-meta-docs-url': 'off',
    },
  },
]);
