import { describe, expect, it } from 'vitest';
import { drivers } from '../../src/facts/drivers/index.js';
import { factNames, findFactNames, type Homonyms } from './fact-names.js';
import { fixture, readSources, repository } from './source-tree.js';

const homonyms: readonly Homonyms[] = [
  { names: ['all'], files: ['src/index.ts', 'src/presets.ts', 'src/cli/'], reason: 'the preset db/all' },
  { names: ['prepare', 'values', 'on'], files: ['src/sql/'], reason: 'words of SQL; `on` is also a state of named placeholders' },
  { names: ['on'], files: ['src/javascript/reader/queries.ts'], reason: 'a state of named placeholders: switched on, off, unknown' },
  { names: ['bind'], files: ['src/javascript/resolve/calls.ts'], reason: 'Function.prototype.bind' },
  { names: ['Statement'], files: ['src/javascript/syntax/'], reason: 'the ending of node types' },
  { names: ['db'], files: ['src/index.ts', 'src/settings/', 'src/javascript/reader/reader.ts', 'src/javascript/reader/pooler-settings.ts'], reason: 'the namespace of the plugin, and of its settings' },
  { names: ['transaction', 'none'], files: ['src/settings/'], reason: 'how a pooler shares connections' },
  { names: ['default'], files: ['src/javascript/'], reason: 'the default export of a module' },
  { names: ['type'], files: ['src/javascript/syntax/'], reason: 'the property of syntax nodes' },
  { names: ['one', 'none', 'begin'], files: ['src/sql/'], reason: 'how many statements or values; `begin` is a statement' },
  { names: ['one'], files: ['src/javascript/reader/queries.ts'], reason: 'how many statements' },
  { names: ['fragment'], files: ['src/sql/', 'src/javascript/reader/sql-text.ts'], reason: 'the role of a hole' },
  { names: ['record', 'pair'], files: ['src/model/wrong-reading.ts'], reason: 'shapes of results' },
  { names: ['tag', 'cursor'], files: ['src/javascript/reader/foreign-forms.ts'], reason: 'forms of foreign uses' },
  { names: ['wrap'], files: ['src/rules/no-placeholder-mismatch.ts'], reason: 'the name of a message' },
  { names: ['exec', 'execute'], files: ['src/sql/'], reason: 'statements that call a procedure' },
  { names: ['exec'], files: ['src/javascript/reader/error-questions.ts', 'src/javascript/reader/error-tests.ts'], reason: 'RegExp.prototype.exec' },
  { names: ['debug'], files: ['src/javascript/reader/error-sources.ts'], reason: 'a method of loggers' },
  { names: ['row'], files: ['src/javascript/resolve/members.ts', 'src/javascript/reader/result-uses.ts', 'src/model/wrong-reading.ts'], reason: 'the shape and role of one row, whatever the driver' },
];

const names = factNames(drivers);
const namesOfPg = factNames(drivers.filter(({ id }) => id === 'pg'));

describe('names of the facts', () => {
  it('are packages, modules, exports, types, handles and members', () => {
    expect(namesOfPg.get('pg-pool')).toBe('a package of pg');
    expect(namesOfPg.get('PoolClient')).toBe('a type of pg');
    expect(namesOfPg.get('release')).toBe('a member of pg client');
    expect(namesOfPg.get('pool')).toBe('a handle of pg');
    expect(namesOfPg.has('rowCount')).toBe(false);
    expect([...namesOfPg.keys()].filter((name) => !names.has(name))).toEqual([]);
  });

  it('stand nowhere else', () => {
    expect(findFactNames(readSources(repository), names, homonyms)).toEqual([]);
  });

  it('are reported in comparisons, sets, keys and templates; words of our own types are not', () => {
    const words: Homonyms = { names: ['release', 'Pool'], files: ['src/sql/'], reason: 'RELEASE SAVEPOINT, but there is no Pool in SQL' };
    expect(findFactNames(readSources(fixture('fact-names')), namesOfPg, [words])).toEqual([
      "src/rules/no-driver.ts:2 'release' is a member of pg client",
      "src/rules/no-driver.ts:4 'pg' is a package of pg",
      "src/rules/no-driver.ts:5 'pool' is a handle of pg",
      "src/rules/no-driver.ts:6 'PoolClient' is a type of pg",
      "'Pool' in src/sql/ needs no exception",
    ]);
  });
});
