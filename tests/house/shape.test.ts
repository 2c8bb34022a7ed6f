import { describe, expect, it } from 'vitest';
import { findBadFileNames, findLongFiles, findOwnIndexImports, findPatternsInRules, findStrayReports, type LongFile } from './shape.js';
import { fixture, readSources, repository } from './source-tree.js';

/** Files that may be longer, each with its reason. */
const longFiles: readonly LongFile[] = [];

const sources = readSources(repository);
const broken = readSources(fixture('shape'));

describe('a source file', () => {
  it('is read from this repository', () => {
    expect(sources.map(({ path }) => path)).toEqual(expect.arrayContaining(['src/index.ts', 'src/facts/drivers/pg.ts', 'src/rules/index.ts']));
  });

  it('keeps to its size: rule 120 lines, driver 200, everything else 300', () => {
    expect(findLongFiles(sources, longFiles)).toEqual([]);
  });

  it('is reported when it is longer, or when its exception is idle', () => {
    const exceptions = [
      { path: 'src/sql/tables.ts', lines: 400, reason: 'one table' },
      { path: 'src/sql/short.ts', lines: 400, reason: 'it was long once' },
    ];
    expect(findLongFiles(broken, exceptions)).toEqual([
      'src/facts/drivers/long.ts has 201 lines, its budget is 200',
      'src/rules/no-long.ts has 121 lines, its budget is 120',
      'src/sql/long.ts has 301 lines, its budget is 300',
      'src/sql/short.ts needs no exception',
    ]);
  });

  it('has a name that says what it is about, in kebab-case', () => {
    expect(findBadFileNames(sources)).toEqual([]);
  });

  it('is reported when its name says nothing', () => {
    expect(findBadFileNames(broken)).toEqual(['src/sql/helpers.ts: say what it is about', 'src/sql/lexSql.ts: write it in kebab-case', 'src/utils/quote.ts: say what it is about']);
  });

  it('imports its neighbours directly, not through the index of its folder', () => {
    expect(findOwnIndexImports(sources)).toEqual([]);
    expect(findOwnIndexImports(broken)).toEqual(['src/sql/short.ts imports src/sql/index.ts, the index of its own folder']);
  });

  it('reports only inside create() of a rule', () => {
    expect(findStrayReports(sources)).toEqual([]);
    expect(findStrayReports(broken)).toEqual(['src/create-rule.ts:2 reports outside create() of a rule', 'src/rules/no-stray.ts:9 reports outside create() of a rule']);
  });

  it('matches no text in a rule', () => {
    expect(findPatternsInRules(sources)).toEqual([]);
    expect(findPatternsInRules(broken)).toEqual(['src/rules/no-pattern.ts:1 matches text with a regular expression', 'src/rules/no-pattern.ts:2 matches text with a regular expression']);
  });
});
