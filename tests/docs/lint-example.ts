/** What the plugin says about an example. */
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import plugin from '../../src/index.js';
import type { Example, ExampleFiles } from './read-examples.js';

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

/** An example of a rule with its reports. A configuration is loaded as ESLint loads it, with the plugin of these sources. */
export async function withReports(folder: string, example: ExampleFiles): Promise<Example> {
  if (example.code === null) return { ...example, linted: lintExample(example.incorrect, [plugin.configs.all, { settings: { ...example.settings } }]), relinted: [] };
  const load = async (side: string): Promise<Linter.Config[]> => ((await import(`${folder}/${example.name}.${side}.js`)) as { default: Linter.Config[] }).default;
  return { ...example, linted: lintExample(example.code, await load('incorrect')), relinted: lintExample(example.code, await load('correct')) };
}

/** Lints a program with `db/all`, or with a configuration. Throws when it does not parse. */
export function lintExample(code: string, config: Linter.Config[] = [plugin.configs.all]): Linted[] {
  return new Linter(linterOptions).verify(code, config, { filename: `${linterOptions.cwd}example.js` }).map((message) => {
    const { ruleId, line, column, endLine = line, endColumn = column, fix, suggestions = [] } = message;
    if (ruleId === null) throw new Error(message.message);
    const repair: Linted['repair'] = fix ? { kind: 'fix' } : suggestions.length > 0 ? { kind: 'suggestion', titles: suggestions.map(({ desc }) => desc) } : { kind: 'none' };
    return { ruleId, message: message.message, line, column, endLine, endColumn, repair };
  });
}
