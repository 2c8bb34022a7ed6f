import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { definitions } from '../../src/rules/index.js';
import { isTypeScript, type InvalidCase, type RuleCases } from './rule-cases.js';
import { languageOptionsOf } from './run-cases.js';

type Place = Pick<Linter.LintMessage, 'ruleId' | 'line' | 'column' | 'endLine' | 'endColumn'>;

/** Pairs of reports of different rules that share a character. */
function findOverlaps(reports: readonly Place[]): string[] {
  const sorted = [...reports].sort((a, b) => a.line - b.line || a.column - b.column);
  return sorted.flatMap((report, index) =>
    sorted.slice(index + 1).flatMap((later) => {
      const { endLine = report.line, endColumn = report.column } = report;
      const overlaps = later.line < endLine || (later.line === endLine && later.column < endColumn);
      return overlaps && later.ruleId !== report.ruleId ? [`${String(report.ruleId)} and ${String(later.ruleId)} at ${String(later.line)}:${String(later.column)}`] : [];
    }),
  );
}

function lintWithAll(invalidCase: InvalidCase): Linter.LintMessage[] {
  const { code, filename = 'file.js', settings = {} } = invalidCase;
  return new Linter().verify(code, [{ ...plugin.configs.all, files: ['**'], settings, languageOptions: languageOptionsOf(invalidCase) }], { filename });
}

it.each(Object.keys(definitions))('one mistake gives one report, though all rules are on: cases of %s', async (id) => {
  const { cases }: { cases: RuleCases } = await import(`./${id}.cases.ts`);
  expect(cases.invalid.length).toBeGreaterThan(0);
  for (const invalidCase of cases.invalid) {
    const reports = lintWithAll(invalidCase);
    expect(findOverlaps(reports), invalidCase.name).toEqual([]);
    expect(reports.length, invalidCase.name).toBeGreaterThanOrEqual(invalidCase.errors.length);
  }
});

describe('overlapping reports', () => {
  const first: Place = { ruleId: 'db/a', line: 1, column: 5, endLine: 2, endColumn: 3 };

  it('are found when rules share a character', () => {
    expect(findOverlaps([{ ruleId: 'db/b', line: 2, column: 2, endLine: 2, endColumn: 9 }, first])).toEqual(['db/a and db/b at 2:2']);
    expect(findOverlaps([first, { ...first, ruleId: 'db/b' }])).toEqual(['db/a and db/b at 1:5']);
  });

  it('are not those that touch, and not those of one rule', () => {
    expect(findOverlaps([first, { ruleId: 'db/b', line: 2, column: 3, endLine: 2, endColumn: 9 }])).toEqual([]);
    expect(findOverlaps([first, first])).toEqual([]);
  });
});

it('a case is TypeScript by its file name', () => {
  expect(['a.ts', 'a.tsx', 'a.mts', 'a.js', 'a.d.js', undefined].map((filename) => isTypeScript({ name: '', code: '', ...(filename !== undefined && { filename }) }))).toEqual([true, true, true, false, false, false]);
});
