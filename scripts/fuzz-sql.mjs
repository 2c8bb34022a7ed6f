#!/usr/bin/env node
/**
 * The property test of the SQL layer with more statements and another seed:
 *   npm run fuzz:sql -- --seed 7 --count 20000
 * Without a seed one is drawn, and printed, so that a failure can be repeated.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const USAGE = 'usage: npm run fuzz:sql -- [--seed <number>] [--count <number>]';

const { seed, count } = readArguments();
const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));

console.log(`seed ${seed}, ${count} statements in each style`);
const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/sql/rewrite-property.test.ts', '--testTimeout', '0'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, FUZZ_SQL_SEED: String(seed), FUZZ_SQL_COUNT: String(count) },
});
process.exitCode = status ?? 1;

function readArguments() {
  try {
    const { values } = parseArgs({ options: { seed: { type: 'string' }, count: { type: 'string' } } });
    return { seed: natural(values.seed ?? String(Date.now() % 1_000_000)), count: natural(values.count ?? '5000') };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    process.exit(2);
  }
}

function natural(text) {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${text} is no number`);
  return Number(text);
}
