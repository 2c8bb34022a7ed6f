import type { Linter } from 'eslint';
import type { PresetEntry, PresetName, RuleDefinition } from './create-rule.js';

/** The rules of `db/recommended`, `db/strict` and `db/all`, computed from what each rule says of itself. */
export function presetRules(definitions: Readonly<Record<string, RuleDefinition>>, preset: PresetName | 'all'): Linter.RulesRecord {
  const rules: Linter.RulesRecord = {};
  for (const [id, definition] of Object.entries(definitions)) {
    const { presets } = definition.meta.docs;
    const entry: PresetEntry | undefined = preset === 'all' ? (presets.strict ?? presets.recommended ?? 'error') : presets[preset];
    if (entry !== undefined) rules[`db/${id}`] = typeof entry === 'string' ? entry : [entry[0], entry[1]];
  }
  return rules;
}
