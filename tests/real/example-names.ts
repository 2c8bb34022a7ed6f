/** The examples of the rule pages, and what the tests that run them are called. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { driverOf, noPooler, possibleObstacle, type DriverPackage } from './example-drivers.js';
import { realFolder } from './install.js';

export const examplesFolder = join(realFolder, '..', 'examples');

/** The suite of the examples that get a server of their own. */
export const greedySuite = 'alone on a server';

/** Programs and records, as paths in `tests/examples`. Configurations, which have code to lint beside them, run in ESLint and not here. */
export function exampleFiles(): readonly string[] {
  const files = readdirSync(examplesFolder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.[^/.]+\.(js|json)$/.test(path));
  const configurations = new Set(files.filter((path) => path.endsWith('.code.js')).map((path) => path.slice(0, -'.code.js'.length)));
  return files.filter((path) => !configurations.has(path.replace(/\.[^/.]+\.js$/, ''))).sort();
}

/** The examples that files belong to, as `rule/name`. */
export function exampleNames(files: readonly string[]): readonly string[] {
  return [...new Set(files.map((path) => path.replace(/\.[^/.]+\.(js|json)$/, '')))];
}

/** Programs that take every connection of their server: they get one of their own, or others would be refused, too. */
export function isGreedy(name: string): boolean {
  return name.endsWith('-left');
}

/** Programs of a rule whose examples are linted with the settings of those who have a transaction pooler: they get one. */
export function isPooled(name: string): boolean {
  const settings = join(examplesFolder, name.split('/')[0] ?? '', 'settings.json');
  if (!existsSync(settings)) return false;
  const { db }: { readonly db?: { readonly pooler?: string } } = JSON.parse(readFileSync(settings, 'utf8'));
  return db?.pooler === 'transaction';
}

/** The title of the test that runs an example. */
export function titleOf(driver: DriverPackage, obstacle: string | null): string {
  return obstacle === null ? driver : `${driver} (skipped: ${obstacle})`;
}

/** The tests that are skipped on some machines, by their full names, and why. */
export function skippableExamples(): readonly { readonly test: string; readonly reason: string }[] {
  return exampleNames(exampleFiles()).flatMap((name) => {
    const driver = driverOf(join(examplesFolder, `${name}.incorrect.js`));
    const reasons = [possibleObstacle(driver), isPooled(name) ? noPooler : null].filter((reason) => reason !== null);
    return reasons.map((reason) => ({ test: `${isGreedy(name) ? `${greedySuite} ` : ''}${name} ${titleOf(driver, reason)}`, reason }));
  });
}
