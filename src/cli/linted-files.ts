/** Which files a run lints. */

export const FILES = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];
/** Code that nobody edits; `node_modules` and `.git` are ignored by ESLint itself. */
export const IGNORES = ['**/dist/**', '**/build/**', '**/coverage/**', '**/.next/**', '**/.yarn/**', '**/*.min.{js,mjs,cjs}'];
export const LEFT_OUT = 'node_modules, dist, build, coverage and minified files';
