/** What the plugin says about an example. */
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import plugin from '../../src/index.js';

export interface Linted {
  /** With its namespace: `db/no-foreign-placeholder`. */
  readonly ruleId: string;
  readonly message: string;
  /** From 1, as editors count; the end is exclusive. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** What the user can do about it without typing. */
  readonly repair: { readonly kind: 'fix' } | { readonly kind: 'suggestion'; readonly titles: readonly string[] } | { readonly kind: 'none' };
}

/** Examples run beside the installed drivers, so that is where they are linted. */
const linterOptions = { cwd: fileURLToPath(new URL('../real/', import.meta.url)) };

/** Lints a program with `db/all` and the settings of its user. Throws when it does not parse. */
export function lintExample(code: string, settings: Readonly<Record<string, unknown>> = {}): Linted[] {
  return new Linter(linterOptions).verify(code, [plugin.configs.all, { settings }], { filename: `${linterOptions.cwd}example.js` }).map((message) => {
    const { ruleId, line, column, endLine = line, endColumn = column, fix, suggestions = [] } = message;
    if (ruleId === null) throw new Error(message.message);
    const repair: Linted['repair'] = fix ? { kind: 'fix' } : suggestions.length > 0 ? { kind: 'suggestion', titles: suggestions.map(({ desc }) => desc) } : { kind: 'none' };
    return { ruleId, message: message.message, line, column, endLine, endColumn, repair };
  });
}
