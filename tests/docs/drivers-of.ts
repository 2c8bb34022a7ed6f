import type { RuleDefinition } from '../../src/create-rule.js';
import { drivers } from '../../src/facts/drivers/index.js';
import type { Driver } from '../../src/facts/schema.js';

/** The drivers on whose code a rule can report something, by what the rule asks of the facts. */
export function driversOf(definition: RuleDefinition): Driver[] {
  const { appliesTo } = definition.meta.docs;
  return drivers.filter((driver) => appliesTo?.(driver) ?? true);
}
