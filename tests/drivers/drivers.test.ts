import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drivers } from '../../src/facts/drivers/index.js';
import plugin, { type RuleId } from '../../src/index.js';
import { hit, quiet } from '../rules/marked.js';
import { runCases } from '../rules/run-cases.js';
import { findGaps, type DriverCases } from './driver-cases.js';

const folder = new URL('./', import.meta.url);
const ids = drivers.filter(({ language }) => language === 'javascript').map(({ id }) => id);
const written = ids.filter((id) => existsSync(new URL(`${id}.cases.ts`, folder)));

function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(plugin.rules, id);
}

it.each(ids)('%s has cases', (id) => {
  expect(written).toContain(id);
});

it('has no cases of drivers that do not exist', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.cases.ts')).map((file) => file.replace(/\.cases\.ts$/, ''));
  expect(files.filter((file) => !ids.includes(file))).toEqual([]);
});

for (const id of written) {
  const { cases }: { cases: DriverCases } = await import(`./${id}.cases.ts`);
  describe(id, () => {
    it('has a hit and near misses for every rule about placeholders, or a reason', () => {
      expect(findGaps(cases)).toEqual([]);
    });
    for (const [rule, ofRule] of Object.entries(cases)) {
      if (typeof ofRule === 'string') continue;
      if (isRuleId(rule)) runCases(rule, ofRule);
      else it(`knows the rule ${rule}`, () => expect(Object.keys(plugin.rules)).toContain(rule));
    }
  });
}

describe('gaps in the cases of a driver', () => {
  const valid = ['a', 'b', 'c'].map((name) => quiet(name, ';'));
  const invalid = [hit('a', '⟦;⟧', { messageId: 'foreign' })];
  const whole = { 'no-foreign-placeholder': { valid, invalid }, 'no-placeholder-mismatch': { valid, invalid }, 'no-quoted-placeholder': 'it binds none' };

  it('are none when every rule has cases or a reason', () => {
    expect(findGaps(whole)).toEqual([]);
  });

  it('are reported', () => {
    expect(findGaps({ 'no-foreign-placeholder': { valid: [], invalid: [] }, 'no-quoted-placeholder': ' ' })).toEqual([
      'no-placeholder-mismatch has neither cases nor a reason',
      'no-foreign-placeholder has no hit',
      'no-foreign-placeholder has fewer than three near misses',
      'no-quoted-placeholder has an empty reason',
    ]);
  });
});
