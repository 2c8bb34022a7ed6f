/**
 * The cases of a rule as plain data: ESLint's RuleTester runs them here, other versions of ESLint and oxlint run them
 * elsewhere.
 */
import type { Linter } from 'eslint';

export interface ValidCase {
  /** Which behaviour it holds in place. */
  readonly name: string;
  readonly code: string;
  /** Its ending chooses the parser: TypeScript's for `.ts` and its like. Absent: `file.js`. */
  readonly filename?: string;
  readonly options?: readonly Readonly<Record<string, unknown>>[];
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly languageOptions?: Readonly<Pick<Linter.LanguageOptions, 'sourceType' | 'parserOptions'>>;
}

export interface InvalidCase extends ValidCase {
  readonly errors: readonly ExpectedError[];
  /** The code after `--fix`; null when nothing is fixed. */
  readonly output: string | null;
}

/** A report with its exact range; lines and columns count from 1, the end is exclusive. */
export interface ExpectedError {
  readonly messageId: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The whole message, as the user reads it. */
  readonly message?: string;
  /** Every suggestion; absent: there is none. */
  readonly suggestions?: readonly { readonly messageId: string; readonly output: string }[];
}

export interface RuleCases {
  readonly valid: readonly ValidCase[];
  readonly invalid: readonly InvalidCase[];
}

/** Whether a case is TypeScript, by its file name. */
export function isTypeScript({ filename = 'file.js' }: ValidCase): boolean {
  return /\.[cm]?tsx?$/.test(filename);
}
