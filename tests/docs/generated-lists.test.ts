import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { drivers } from '../../src/facts/drivers/index.js';
import { definitions } from '../../src/rules/index.js';
import { camelCase, renderDriverList, renderRuleList } from './render-lists.js';

/** Names of the files beside a generated list, without `.ts`. */
function neighbours(folder: string): string[] {
  return readdirSync(new URL(`../../${folder}/`, import.meta.url)).filter((file) => file !== 'index.ts').map((file) => file.replace(/\.ts$/, ''));
}

it('src/rules/index.ts lists every rule', async () => {
  const ids = neighbours('src/rules');
  await expect(renderRuleList(ids)).toMatchFileSnapshot('../../src/rules/index.ts');
  expect(Object.keys(definitions)).toEqual(ids.sort());
});

it('src/facts/drivers/index.ts lists every driver under its own id', async () => {
  const names = neighbours('src/facts/drivers');
  await expect(renderDriverList(names)).toMatchFileSnapshot('../../src/facts/drivers/index.ts');
  expect(drivers.map(({ id }) => id)).toEqual(names.sort());
});

it('a list follows the files, whatever their order', () => {
  expect(renderRuleList(['no-two', 'no-one'])).toBe(renderRuleList(['no-one', 'no-two']));
  expect(renderRuleList(['no-one', 'no-two'])).not.toBe(renderRuleList(['no-one']));
  expect(camelCase('better-sqlite3')).toBe('betterSqlite3');
});
