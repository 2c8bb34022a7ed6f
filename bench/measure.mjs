/** The two measurements: ESLint's own times, and the CPU time of whole runs with and without the rules. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import plugin from '../dist/index.js';
import { counters } from '../dist/javascript/counters.js';
import { timesOf } from './times.mjs';

const FILES = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];
const parsing = {
  files: FILES,
  languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
};
const linting = [parsing, { ...plugin.configs.all, files: FILES }];

/** ESLint's stats over all files of a tree, in milliseconds, beside our own counters. */
export async function measureShare({ root, files }) {
  const before = { ...counters };
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, ignore: false, baseConfig: linting, stats: true });
  const results = (await eslint.lintFiles(files)).filter(({ messages }) => messages.every(({ fatal }) => !fatal));
  const { parse, rules } = timesOf(results);
  const lines = sum(results, ({ filePath }) => readFileSync(filePath, 'utf8').split('\n').length);
  const counted = Object.fromEntries(Object.entries(counters).map(([name, count]) => [name, count - before[name]]));
  return { files: results.length, unparsable: files.length - results.length, lines, reports: sum(results, ({ messages }) => messages.filter(({ ruleId }) => ruleId?.startsWith('db/')).length), parse, rules, share: rules / parse, ...counted };
}

/**
 * CPU time of linting with the rules over CPU time without, in one process: each file is linted both ways in ABBA order, the
 * smallest time of all rounds counts. Steady to a few hundredths on a busy machine; 1 means that the rules cost nothing.
 */
export function measureRatio({ root, files }, { rounds, count }) {
  const step = Math.max(1, Math.floor(files.length / count));
  const sample = files.filter((_, index) => index % step === 0).slice(0, count).map((file) => ({ file: relative(root, file), text: readFileSync(file, 'utf8') }));
  const linter = new Linter({ cwd: root });
  const best = sample.map(() => ({ without: Infinity, with: Infinity }));
  const run = (index, side) => {
    const { file, text } = sample[index];
    const started = process.cpuUsage();
    linter.verify(text, side === 'with' ? linting : parsing, { filename: file });
    const { user, system } = process.cpuUsage(started);
    best[index][side] = Math.min(best[index][side], user + system);
  };
  // The first rounds warm up the machine code; as the minimum counts, they need no treatment of their own.
  for (let round = 0; round < rounds; round++) {
    for (let index = 0; index < sample.length; index++) {
      const order = (round + index) % 2 === 0 ? ['without', 'with'] : ['with', 'without'];
      for (const side of order) run(index, side);
    }
  }
  return sum(best, (times) => times.with) / sum(best, (times) => times.without);
}

function sum(items, value) {
  return items.reduce((total, item) => total + value(item), 0);
}
