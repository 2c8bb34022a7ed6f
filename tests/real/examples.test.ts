/**
 * Every example of a rule page runs here against the real driver and server; what it does is recorded beside it, and
 * the pages show the record. `npm run update` records anew.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test, type ExpectStatic } from 'vitest';
import { databaseVersion, driverOf, driverVersion, isHeavy, obstacleOf, type DriverPackage, type Servers } from './example-drivers.js';
import { exampleFiles, exampleNames, examplesFolder, greedySuite, isGreedy, isPooled, titleOf } from './example-names.js';
import { describeServer } from './global-setup.js';
import { runExample, type Ending } from './run-example.js';
import { startMariadb, startPostgres } from './server.js';

interface Outcome {
  readonly incorrect: Ending;
  readonly correct: Ending;
  readonly server: string;
  readonly driver: string;
}

const servers: Servers = { postgres: inject('postgres'), mariadb: inject('mariadb') };
const pooled: Servers = { ...servers, postgres: inject('pooler') };
const files = exampleFiles();
const names = exampleNames(files);

test('there are examples', () => {
  expect(names.length).toBeGreaterThan(0);
});

test.each(names)('%s has both programs, so that no outcome is an orphan', (name) => {
  expect(files).toEqual(expect.arrayContaining([`${name}.correct.js`, `${name}.incorrect.js`]));
});

test.each(names)('%s: the two programs share a title in the first line and differ below', (name) => {
  const [incorrect, correct] = [read(`${name}.incorrect.js`), read(`${name}.correct.js`)];
  expect(correct).not.toBe(incorrect);
  const [title] = incorrect.split('\n');
  expect(title).toMatch(/^\/\/ \S/);
  expect(correct.split('\n')[0]).toBe(title);
});

const [alone, together] = [names.filter((name) => isHeavy(driverOfExample(name))), names.filter((name) => !isGreedy(name) && !isHeavy(driverOfExample(name)))];

const serversOf = (name: string): Servers => (isPooled(name) ? pooled : servers);

describe.each(together)('%s', { concurrent: true }, (name) => testExample(name, () => serversOf(name)));
describe.each(alone)('%s', (name) => testExample(name, () => serversOf(name)));

describe(greedySuite, () => {
  let own: Servers = { postgres: null, mariadb: null };
  let stop = (): Promise<unknown> => Promise.resolve();
  beforeAll(async () => {
    const [postgres, mariadb] = await Promise.all([startPostgres(), startMariadb()]);
    stop = () => Promise.all([postgres.stop(), mariadb?.stop()]);
    own = { postgres: await describeServer(postgres.address), mariadb: mariadb === null ? null : await describeServer(mariadb.address) };
  }, 120_000);
  afterAll(() => stop());

  describe.each(names.filter(isGreedy))('%s', (name) => testExample(name, () => own));
});

function driverOfExample(name: string): DriverPackage {
  return driverOf(join(examplesFolder, `${name}.incorrect.js`));
}

function testExample(name: string, on: () => Servers): void {
  const driver = driverOfExample(name);
  const obstacle = obstacleOf(driver, serversOf(name));
  test.skipIf(obstacle !== null)(titleOf(driver, obstacle), async ({ expect }) => {
    await runBoth(name, driver, on(), expect);
  });
}

/** Runs both programs of an example and compares what they do with its record. */
async function runBoth(name: string, driver: DriverPackage, on: Servers, expect: ExpectStatic): Promise<void> {
  const outcome: Outcome = {
    incorrect: await runExample(join(examplesFolder, `${name}.incorrect.js`), on),
    correct: await runExample(join(examplesFolder, `${name}.correct.js`), on),
    server: await databaseVersion(driver, on),
    driver: await driverVersion(driver),
  };
  expect(outcome.correct.error).toBeNull();
  expect(outcome.correct.stdout).not.toBe('');
  expect(outcome.incorrect).not.toEqual(outcome.correct);
  const record = `${name}.outcome.json`;
  const recorded = files.includes(record) ? parseOutcome(read(record)) : null;
  if (recorded !== null && recorded.server !== outcome.server) {
    // Another version of the server may word its messages differently; codes and results are the same.
    expect(withoutWording(outcome)).toEqual(withoutWording(recorded));
  } else {
    await expect(`${JSON.stringify(outcome, null, 2)}\n`).toMatchFileSnapshot(join(examplesFolder, record));
  }
}

function read(path: string): string {
  return readFileSync(join(examplesFolder, path), 'utf8');
}

function parseOutcome(text: string): Outcome {
  return JSON.parse(text);
}

function withoutWording({ incorrect, correct, driver }: Outcome): object {
  const { error } = incorrect;
  const unworded = error === null ? null : { name: error.name, code: error.code, cause: error.cause?.code };
  return { correct, driver, incorrect: { stdout: incorrect.stdout, error: unworded } };
}
