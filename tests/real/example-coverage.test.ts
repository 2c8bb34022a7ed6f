/** Each driver has an example of each rule about placeholders that can report something on it, or there is a reason. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drivers } from '../../src/facts/drivers/index.js';
import type { Driver } from '../../src/facts/schema.js';
import { placeholderRules, type DriverCases } from '../drivers/driver-cases.js';
import { driverOf, type DriverPackage } from './example-drivers.js';
import { exampleFiles, exampleNames, examplesFolder } from './example-names.js';

/** Drivers whose programs do not run here, and why. */
const withoutExamples: Readonly<Record<string, string>> = {
  bun: 'it is a part of the run time Bun, which is not installed',
  mssql: 'no SQL Server that could be installed with the tests',
  neon: 'it talks to a service on the web',
  oracledb: 'no Oracle Database that could be installed with the tests',
  'vercel-postgres': 'it talks to a service on the web',
};

const examples = exampleNames(exampleFiles()).map((name) => ({ rule: name.split('/')[0], runs: driverOf(join(examplesFolder, `${name}.incorrect.js`)) }));

test.each(drivers.filter(({ language, id }) => language === 'javascript' && !Object.hasOwn(withoutExamples, id)).map((driver) => [driver.id, driver] as const))('%s', async (id, driver) => {
  const { cases }: { readonly cases: DriverCases } = await import(`../drivers/${id}.cases.ts`);
  const expected = placeholderRules.filter((rule) => typeof cases[rule] !== 'string');
  const seen = examples.filter(({ runs }) => isOf(driver, runs)).map(({ rule }) => rule);
  expect(expected.length).toBeGreaterThan(0);
  expect(seen).toEqual(expect.arrayContaining(expected));
});

test('the list of drivers without examples names drivers, and none that has one', () => {
  const unknown = Object.keys(withoutExamples).filter((id) => !drivers.some((driver) => driver.id === id));
  const shown = drivers.filter((driver) => Object.hasOwn(withoutExamples, driver.id) && examples.some(({ runs }) => isOf(driver, runs)));
  expect([unknown, shown.map(({ id }) => id)]).toEqual([[], []]);
});

function isOf({ packages, modules }: Driver, name: DriverPackage): boolean {
  return packages.includes(name) || Object.hasOwn(modules, name);
}
