import { createRequire } from 'node:module';
import type { Linter, Rule } from 'eslint';
import { toEslintRule } from './create-rule.js';
import { presetRules } from './presets.js';
import { definitions } from './rules/index.js';

/** Ids of all rules, without the namespace. */
export type RuleId = keyof typeof definitions;
type ConfigName = 'recommended' | 'strict' | 'all';

const { name, version } = createRequire(import.meta.url)('../package.json') as { name: string; version: string };

/** What a configuration gets: rules by id and the presets that use them. */
interface Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<RuleId, Rule.RuleModule>;
  readonly configs: Record<ConfigName, Linter.Config>;
}

const rules = Object.fromEntries(Object.entries(definitions).map(([id, definition]) => [id, toEslintRule(id, definition)])) as Record<RuleId, Rule.RuleModule>;
const configs = {} as Record<ConfigName, Linter.Config>;
const plugin: Plugin = { meta: { name, version, namespace: 'db' }, rules, configs };

// The configs hold the plugin itself, so they come after it.
for (const preset of ['recommended', 'strict', 'all'] as const) {
  configs[preset] = { name: `db/${preset}`, plugins: { db: plugin }, rules: presetRules(definitions, preset) };
}

export default plugin;
/** `require('eslint-plugin-db')` in a CommonJS config gives the plugin itself. */
export { plugin as 'module.exports' };
