/**
 * `npm run fuzz:rules -- [--seconds n] [--files n] [file or folder …]` tries every rule on every source file below the folders
 * (default: `node_modules`), with the file's literals sent to databases, and in several mutated forms; then on generated
 * monsters. Looks for a rule that throws, a report or an edit outside the file, an edit that leaves code that does not parse,
 * and a fix that never settles. Prints what it found and the slowest files; exits with 1 when it found something.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { register } from 'tsx/esm/api';

// A rule that throws is silent otherwise.
process.env.DEBUG = 'eslint-plugin-db:throw';
// The sources are tried, not the last build.
register();
const { chooseFiles, listSources } = await import('../tests/fuzz/corpus.ts');
const { createMonsters } = await import('../tests/fuzz/monsters.ts');
const { asDatabaseCode, mutations } = await import('../tests/fuzz/variants.ts');
const { tryRules } = await import('../tests/fuzz/trial.ts');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '600' }, files: { type: 'string', default: '1000000' }, 'as-is': { type: 'boolean', default: false } },
});
const limit = performance.now() + Number(values.seconds) * 1000;
const files = chooseFiles(process.cwd(), listSources(positionals.length > 0 ? positionals : ['node_modules']), Number(values.files), 3_000_000);
const counts = { files: 0, texts: 0, parsed: 0, reports: 0, fixes: 0, suggestions: 0, problems: 0 };
const slowest = [];

for (const file of files) {
  if (performance.now() > limit) break;
  counts.files++;
  const original = readFileSync(file, 'utf8');
  // `--as-is` leaves the literals where they are: for trees that are database code already.
  const text = values['as-is'] ? original : asDatabaseCode(file, original);
  for (const variant of [{ name: 'as it is', text }, ...mutations(file, text)]) attempt(`${file} (${variant.name})`, basename(file), variant.text);
}
for (const { name, file, text } of createMonsters()) attempt(`monster: ${name}`, file, text);

console.log(`${files.length - counts.files} files left for lack of time; ${Object.entries(counts).map(([name, count]) => `${count} ${name}`).join(', ')}`);
for (const { name, ms } of slowest) console.log(`${String(Math.round(ms)).padStart(6)} ms  ${name}`);
process.exitCode = counts.problems > 0 ? 1 : 0;

function attempt(name, filename, text) {
  const started = performance.now();
  const { parsed, problems, ...others } = tryRules(filename, text);
  counts.texts++;
  if (parsed) counts.parsed++;
  for (const [key, count] of Object.entries(others)) counts[key] += count;
  counts.problems += problems.length;
  for (const problem of problems) console.log(`${name}: ${problem}`);
  slowest.push({ name, ms: performance.now() - started });
  slowest.sort((a, b) => b.ms - a.ms).splice(3);
}
