import type { ESLint } from 'eslint';

/** Milliseconds of parsing and of the rules of the plugin, all files and passes. */
export function timesOf(results: readonly ESLint.LintResult[]): { readonly parse: number; readonly rules: number };
