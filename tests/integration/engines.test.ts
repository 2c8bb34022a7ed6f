/** The cases of all rules give the same reports in the oldest ESLint, in ESLint 10 and in oxlint. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { readCases, type EngineCase } from './engine-cases.js';
import { VERSIONS } from './installs.js';
import { lintWithOxlint, type Report } from './oxlint.js';
import { runOrThrow } from './programs.js';

const { eslint9, eslint10 } = inject('installs');
const script = fileURLToPath(new URL('../fixtures/engines/lint-cases.mjs', import.meta.url));
/** The parser is a guest in both installs: the plugin does not need it. */
const parser = pathToFileURL(createRequire(import.meta.url).resolve('@typescript-eslint/parser')).href;

type Reports = ReadonlyMap<string, readonly Report[]>;

async function lintWithEslint(install: string, cases: readonly EngineCase[]): Promise<Reports> {
  const file = join(install, 'cases.json');
  writeFileSync(file, JSON.stringify(cases));
  copyFileSync(script, join(install, 'lint-cases.mjs'));
  const out = await runOrThrow(process.execPath, ['lint-cases.mjs', file, parser], { cwd: install, environment: { DEBUG: 'eslint-plugin-db:throw' } });
  const results = JSON.parse(out) as { readonly path: string; readonly messages: readonly Report[] }[];
  return new Map(results.map(({ path, messages }) => [path, messages]));
}

/** One line per report, with the name of the case: what a failing test should show. */
function lines(cases: readonly EngineCase[], reports: Reports, withMessage: boolean): string[] {
  return cases.flatMap(({ path, name }) =>
    (reports.get(path) ?? [])
      .map(({ ruleId, message, line, column, endLine, endColumn }) => `${path} "${name}" ${[line, column, endLine, endColumn].join(':')} ${ruleId ?? ''}${withMessage ? ` ${message}` : ''}`)
      .sort(),
  );
}

function expectedLines(cases: readonly EngineCase[]): string[] {
  return cases.flatMap(({ path, name, rule, errors }) => errors.map(({ line, column, endLine, endColumn }) => `${path} "${name}" ${[line, column, endLine, endColumn].join(':')} db/${rule}`).sort());
}

describe('the cases of all rules', () => {
  let cases: EngineCase[] = [];
  let modern: Reports = new Map();
  beforeAll(async () => {
    cases = await readCases();
    modern = await lintWithEslint(eslint10, cases);
  });

  it('are there, hits and others, JavaScript and TypeScript', () => {
    expect(new Set(cases.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(3);
    expect(cases.filter(({ errors }) => errors.length > 0).length).toBeGreaterThan(20);
    expect(cases.filter(({ errors }) => errors.length === 0).length).toBeGreaterThan(20);
    expect(cases.some(({ typescript }) => typescript)).toBe(true);
    expect(new Set(cases.map(({ path }) => path)).size).toBe(cases.length);
  });

  it(`are reported as they say by ESLint ${VERSIONS.eslint}`, () => {
    expect(lines(cases, modern, false)).toEqual(expectedLines(cases));
  });

  it(`are reported alike by ESLint ${VERSIONS.oldestEslint}`, async () => {
    expect(lines(cases, await lintWithEslint(eslint9, cases), true)).toEqual(lines(cases, modern, true));
  });

  it(`are reported alike by oxlint ${VERSIONS.oxlint}`, async () => {
    expect(lines(cases, await lintWithOxlint(eslint10, cases), true)).toEqual(lines(cases, modern, true));
  });
});
