/**
 * `node --import tsx scripts/summarize-results.ts <results.json> …` adds up what vitest wrote, and prints `N passed, N failed,
 * N skipped` as the last line. Exits with 1 when a test failed, was skipped without a reason in `tests/skips.ts`, or no result
 * is there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { allowedSkips, type AllowedSkip } from '../tests/skips.js';

interface VitestResults {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What is not allowed, one line each. */
  readonly problems: readonly string[];
}

/** Folders whose tests must be among the results: a project whose pattern matches nothing passes without a word. */
const FOLDERS = ['tests/rules/', 'tests/real/', 'tests/integration/'];

/** Adds up the results of several runs; null stands for a run that wrote none. */
export function summarize(runs: readonly (VitestResults | null)[], allowed: readonly AllowedSkip[], folders: readonly string[] = []): Summary {
  const files = runs.flatMap((run) => run?.testResults ?? []);
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  // A file that cannot be loaded has no tests to fail.
  const broken = files.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'));
  const failedTests = tests.filter(({ status }) => status === 'failed');
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  const empty = folders.filter((folder) => !files.some(({ name }) => name.replaceAll('\\', '/').includes(`/${folder}`)));
  const lost = runs.filter((run) => run === null || run.testResults.length === 0);
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: failedTests.length + broken.length + lost.length + empty.length,
    skipped: skipped.length,
    problems: [
      ...lost.map(() => 'A run wrote no results.'),
      ...empty.map((folder) => `No test of ${folder} ran.`),
      ...broken.map(({ name, message }) => `Failed as a whole: ${name} ${message ?? ''}`),
      ...failedTests.map(({ fullName }) => `Failed: ${fullName}`),
      ...skipped.filter(({ fullName }) => !allowed.some(({ test }) => test === fullName)).map(({ fullName }) => `Skipped without a reason in tests/skips.ts: ${fullName}`),
    ],
  };
}

function readResults(file: string): VitestResults | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as VitestResults) : null;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { passed, failed, skipped, problems } = summarize(process.argv.slice(2).map(readResults), allowedSkips, FOLDERS);
  for (const problem of problems) console.log(problem);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
