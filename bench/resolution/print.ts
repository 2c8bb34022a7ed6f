/** What was measured, as text. */
import { loadavg } from 'node:os';
import { basename } from 'node:path';
import { tableOf } from '../table.mjs';
import type { Judged } from './labels.js';
import type { Call, LintedTree, ParserName, Preset, Report } from './lint-tree.js';
import { byShape, GOAL, groupBy, tallyByDriver, tallyOf, WAYS, type Goal, type goalsOf, type Tally } from './tally.js';

function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** How receivers are known: by driver, in the code that the goal speaks of and in all code. */
export function printTables(trees: readonly LintedTree[]): void {
  const all = trees.flatMap(({ calls }) => calls);
  printTable('Query calls outside of tests, of direct drivers and of packages that can reach one', all.filter(({ isInGoal }) => isInGoal));
  printTable('All query calls: tests, query builders and ORMs, too', all);
  print(`${String(sum(trees, ({ lookAlikes }) => lookAlikes))} calls of other libraries that look like a driver were left out, and ${String(sum(trees, ({ outOfReach }) => outOfReach))} calls in packages that can reach no driver.`);
}

function printTable(title: string, calls: readonly Call[]): void {
  const total = tallyOf(calls);
  const row = (name: string, { ways, ...tally }: Tally): string[] => [name, String(tally.calls), ...WAYS.map((way) => (ways[way] === 0 ? '·' : String(ways[way])))];
  const shares = ['', '', ...WAYS.map((way) => percent(total.calls === 0 ? 0 : total.ways[way] / total.calls))];
  print(`\n${title}`, '', ...tableOf([['driver', 'calls', ...WAYS], ...[...tallyByDriver(calls)].map(([driver, tally]) => row(driver, tally)), row('total', total), shares]));
}

export function printTrees(trees: readonly LintedTree[]): void {
  const rows = trees.map((tree) => {
    const { calls, ways, proved, withLikely } = tallyOf(tree.calls.filter(({ isInGoal }) => isInGoal));
    const shares = calls === 0 ? ['', ''] : [percent(proved), percent(withLikely)];
    return [basename(tree.root), String(tree.files), String(tree.unparsable), String(calls), String(ways.unknown), ...shares, String(tree.reports.length)];
  });
  print('\nBy folder', '', ...tableOf([['folder', 'files', 'unparsable', 'calls', 'unknown', 'proved or wrapper', 'with likely', 'reports'], ...rows]));
}

/** The shapes of unknown receivers, and some places of each. */
export function printUnresolved(trees: readonly LintedTree[], places: number): void {
  const unresolved = trees.flatMap(({ root, calls }) => calls.filter(({ isInGoal, known }) => isInGoal && known === 'unknown').map((call) => ({ ...call, place: `${basename(root)}/${call.file}:${String(call.line)}`, tree: root })));
  print('\nUnknown receivers by shape', '');
  for (const { shape, calls } of byShape(unresolved)) {
    print(`${String(calls.length).padStart(5)}  ${shape}  (${count(new Set(calls.map(({ tree }) => tree)).size, 'folder')})`);
    for (const { place, source } of spread(calls, places)) print(`         ${place}  ${source ?? ''}`);
  }
}

/** Some of many, from all over the list. */
function spread<Item>(items: readonly Item[], wanted: number): Item[] {
  const step = Math.max(1, items.length / wanted);
  return Array.from({ length: Math.min(wanted, items.length) }, (_, index) => items[Math.floor(index * step)]).flatMap((item) => (item === undefined ? [] : [item]));
}

export function printGoal({ all, limited, mean }: ReturnType<typeof goalsOf>, limit: number): void {
  const line = (title: string, { proved, withLikely }: Goal): string[] => [title, percent(proved), percent(withLikely)];
  print(
    '',
    ...tableOf([
      [`Goal (${String(all.calls)} calls)`, 'proved or wrapper', 'with likely'],
      line('all calls', all),
      line(`each folder with the weight of at most ${String(limit)}`, limited),
      line('mean of the folders', mean),
      ['goal', `>= ${percent(GOAL.proved)}`, `>= ${percent(GOAL.withLikely)}`],
    ]),
    `The goal is ${all.proved >= GOAL.proved && all.withLikely >= GOAL.withLikely ? 'met' : 'missed'}.`,
  );
}

export function printCost(trees: readonly LintedTree[], parser: ParserName): void {
  const parse = sum(trees, (tree) => tree.parse);
  const rules = sum(trees, (tree) => tree.rules);
  const names = Object.keys(trees[0]?.counters ?? {});
  print(
    `\nCost of ${count(sum(trees, ({ files }) => files), 'file')}, ${String(sum(trees, ({ lines }) => lines))} lines, ${count(sum(trees, ({ unparsable }) => unparsable), 'file')} unparsable`,
    `rules ${rules.toFixed(0)} ms / parsing ${parse.toFixed(0)} ms with ${parser} = ${(parse === 0 ? 0 : rules / parse).toFixed(3)} (load ${load()})`,
    ...names.map((name) => `${name} ${String(sum(trees, ({ counters }) => counters[name] ?? 0))}`),
  );
}

export function printLabels(judged: readonly Judged[]): void {
  const isFootgun = ({ label }: Judged): boolean => label.verdict === 'footgun';
  const row = (name: string, own: readonly Judged[]): string[] => {
    const footguns = own.filter(isFootgun);
    const lookAlikes = own.filter((one) => !isFootgun(one));
    return [name, String(footguns.length), String(footguns.filter(isReported).length), String(lookAlikes.length), String(lookAlikes.filter(isReported).length)];
  };
  const groups = [...groupBy(judged, ruleOf)].sort(([left], [right]) => (left < right ? -1 : 1));
  const withRule = judged.filter((one) => isFootgun(one) && one.rules.length > 0);
  print(
    '\nJudged places by rule and class',
    '',
    ...tableOf([
      ['rule, class', 'footguns', 'hit', 'look-alikes', 'violated'],
      ...groups.flatMap(([rule, own]) => [row(rule, own), ...[...groupBy(own, ({ label }) => label.class)].map(([kind, inner]) => row(`  ${kind}`, inner))]),
      row('total', judged),
    ]),
    `Of ${String(withRule.length)} footguns with a rule ${percent(withRule.length === 0 ? 1 : withRule.filter(isReported).length / withRule.length)} are hit (goal: >= 90 %); look-alikes violated: ${String(judged.filter((one) => !isFootgun(one) && isReported(one)).length)} (goal: 0).`,
  );
  printPlaces('Missed', judged.filter((one) => isFootgun(one) && !isReported(one)), ({ rules, label, isLinted }) => `${rules.length === 0 ? 'no rule' : rules.join(' or ')}  ${label.class}: ${label.why}${isLinted ? '' : ' (this file was not linted)'}`);
  printPlaces('Hit', judged.filter((one) => isFootgun(one) && isReported(one)), ({ label, reports }) => `${label.class}: ${told(reports)}`);
  printPlaces('Look-alikes violated', judged.filter((one) => !isFootgun(one) && isReported(one)), ({ label, reports }) => `${label.class} (${label.why}): ${told(reports)}`);
  printPlaces('Reports close to a look-alike: to be read', judged.filter(({ near }) => near.length > 0), ({ label, near }) => `${label.class} (${label.why}): ${told(near)}`);
}

function ruleOf({ rules }: Judged): string {
  return rules.length === 0 ? 'no rule' : rules.join(' or ');
}

function isReported({ reports }: Judged): boolean {
  return reports.length > 0;
}

function told(reports: readonly Report[]): string {
  return reports.map(({ rule, line, message }) => `${rule} at line ${String(line)}: ${message}`).join(' | ');
}

function printPlaces(title: string, judged: readonly Judged[], tell: (one: Judged) => string): void {
  if (judged.length > 0) print(`\n${title}`, ...judged.map((one) => `  ${one.place}  ${tell(one)}`));
}

/** Every report, by rule, for reading. */
export function printReports(trees: readonly LintedTree[], preset: Preset): void {
  const reports = trees.flatMap(({ root, reports: own }) => own.map((report) => ({ ...report, place: `${basename(root)}/${report.file}:${String(report.line)}:${String(report.column)}` })));
  print(`\n${count(reports.length, 'report')} of db/${preset}`);
  for (const [rule, own] of [...groupBy(reports, (report) => report.rule)].sort(([left], [right]) => (left < right ? -1 : 1))) {
    print(`\n${rule}: ${String(own.length)}`);
    for (const { place, source, message } of own) print(`  ${place}`, `      ${source.slice(0, 200)}`, `      ${message}`);
  }
}

export function printAgain(file: string, milliseconds: readonly number[]): void {
  const sorted = [...milliseconds].sort((left, right) => left - right);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
  print(`\nAll rules on ${file}, linted ${String(milliseconds.length)} times, each time with another ending: first ${(milliseconds[0] ?? 0).toFixed(2)} ms, shortest ${at(0)} ms, median ${at(0.5)} ms (goal: <= 30 ms), longest ${at(1)} ms (load ${load()})`);
}

/** How busy the machine is: beside other work, times are several times longer. */
function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

function count(number: number, word: string): string {
  return `${String(number)} ${word}${number === 1 ? '' : 's'}`;
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
