/** `npm run measure -- [options] [folder …]`: how the receivers of query calls are known in real code. See README.md in bench/. */
import { readFileSync } from 'node:fs';
import { basename, dirname, relative, sep } from 'node:path';
import plugin from '../../src/index.js';
import { judge, readLabels, type Judged } from './labels.js';
import { lintAgain, lintTree, type LintedTree } from './lint-tree.js';
import { HELP, readOptions, type Options } from './options.js';
import { printAgain, printCost, printGoal, printLabels, printReports, printTables, printTrees, printUnresolved } from './print.js';
import { byShape, goalsOf, tallyByDriver, tallyOf } from './tally.js';

/** With at most so many calls of each tree, a large one does not speak for all. */
const LIMIT = 100;

try {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === null) process.stdout.write(HELP);
  else await measure(options);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nTry npm run measure -- --help.\n`);
  process.exitCode = 2;
}

async function measure(options: Options): Promise<void> {
  const labels = options.labels === null ? null : readLabels(options.labels);
  const trees: LintedTree[] = [];
  for (const root of options.roots) {
    if (process.stderr.isTTY) process.stderr.write(`${basename(root)}\n`);
    trees.push(await lintTree(root, options));
  }
  const judged = labels === null ? null : judge(labels, trees, new Set(Object.keys(plugin.rules)));
  const again = options.relint === null ? null : relint(options.relint, options);
  if (options.json) process.stdout.write(`${JSON.stringify(asJson(trees, options, judged, again), null, 2)}\n`);
  else print(trees, options, judged, again);
}

function relint(file: string, options: Options): readonly number[] {
  const root = options.roots.find((folder) => file.startsWith(folder + sep)) ?? dirname(file);
  return lintAgain(root, file, readFileSync(file, 'utf8'), options.times, options);
}

function print(trees: readonly LintedTree[], options: Options, judged: readonly Judged[] | null, again: readonly number[] | null): void {
  if (trees.length > 0) {
    printTables(trees);
    if (options.byTree) printTrees(trees);
    printUnresolved(trees, options.places);
    printGoal(goalsOf(trees.map(({ calls }) => calls), LIMIT), LIMIT);
    printCost(trees, options.parser);
  }
  if (judged !== null) printLabels(judged);
  if (options.reports) printReports(trees, options.preset);
  if (again !== null && options.relint !== null) printAgain(relative(process.cwd(), options.relint), again);
}

function asJson(trees: readonly LintedTree[], options: Options, labels: readonly Judged[] | null, relinted: readonly number[] | null): unknown {
  const all = trees.flatMap(({ calls }) => calls);
  const inGoal = all.filter((call) => call.isInGoal);
  return {
    preset: options.preset,
    parser: options.parser,
    goal: goalsOf(trees.map(({ calls }) => calls), LIMIT),
    total: { inGoal: tallyOf(inGoal), all: tallyOf(all) },
    drivers: { inGoal: Object.fromEntries(tallyByDriver(inGoal)), all: Object.fromEntries(tallyByDriver(all)) },
    unresolved: byShape(inGoal).map(({ shape, calls }) => ({ shape, count: calls.length })),
    trees: trees.map(({ linted, ...tree }) => ({ ...tree, name: basename(tree.root), total: tallyOf(tree.calls.filter((call) => call.isInGoal)), linted: linted.size })),
    ...(labels !== null && { labels }),
    ...(relinted !== null && { relinted }),
  };
}
