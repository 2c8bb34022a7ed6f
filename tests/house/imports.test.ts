import { describe, expect, it } from 'vitest';
import { findCycles, findForbiddenImports, type Layer } from './imports.js';
import { fixture, readSources, repository } from './source-tree.js';

/** The house: who may import whom, lowest floor first. `flow` is a place that DESIGN keeps free. */
const layers: readonly Layer[] = [
  { name: 'facts', files: ['src/facts/'], imports: [] },
  { name: 'sql', files: ['src/sql/'], imports: ['facts'] },
  { name: 'flow', files: ['src/flow/'], imports: [] },
  // What the user declares: of any language, and also of use to whoever writes a configuration.
  { name: 'settings', files: ['src/settings/'], imports: ['facts'] },
  // Reads the project before anything is linted.
  { name: 'digest', files: ['src/settings/project-digest.ts'], imports: [], packages: ['node:'] },
  { name: 'failures', files: ['src/failures.ts'], imports: [] },
  // The words of the model and the phrases made of them. Readers of every language fill it, so it stands below them.
  { name: 'model', files: ['src/model/'], imports: ['facts', 'sql', 'flow', 'settings'] },
  { name: 'counters', files: ['src/javascript/counters.ts'], imports: [] },
  {
    name: 'syntax',
    files: ['src/javascript/syntax/'],
    imports: [],
    packages: ['@typescript-eslint/scope-manager', 'oxc-parser', 'node:module'],
    packageTypes: ['@typescript-eslint/utils'],
  },
  // The one gate to the file system.
  { name: 'files', files: ['src/javascript/resolve/files.ts', 'src/javascript/resolve/memory.ts'], imports: ['counters'], packages: ['node:fs'] },
  {
    name: 'resolve',
    files: ['src/javascript/resolve/'],
    imports: ['facts', 'settings', 'counters', 'files', 'syntax'],
    typesOf: ['model'],
    packages: ['oxc-resolver', 'picomatch', 'yaml', 'node:module', 'node:path'],
    packageTypes: ['@typescript-eslint/utils', '@typescript-eslint/scope-manager'],
  },
  {
    name: 'reader',
    files: ['src/javascript/reader/', 'src/javascript/edits/'],
    imports: ['facts', 'settings', 'sql', 'flow', 'failures', 'counters', 'syntax', 'resolve'],
    // The interface `Reader` and the context that ESLint gives to it.
    typesOf: ['model', 'readers'],
    packageTypes: ['eslint', '@typescript-eslint/utils', '@typescript-eslint/scope-manager'],
  },
  { name: 'readers', files: ['src/model/readers.ts'], imports: ['facts', 'model', 'reader'], packageTypes: ['eslint'] },
  { name: 'model-of', files: ['src/model/model-of.ts'], imports: ['failures', 'model', 'readers'], packageTypes: ['eslint'] },
  { name: 'create-rule', files: ['src/create-rule.ts'], imports: ['failures', 'model', 'model-of'], typesOf: ['facts', 'settings'], packageTypes: ['eslint'] },
  { name: 'rules', files: ['src/rules/'], imports: ['create-rule', 'model', 'settings', 'sql', 'flow'], typesOf: ['facts'], separate: true },
  { name: 'rule list', files: ['src/rules/index.ts'], imports: ['rules'], typesOf: ['create-rule'] },
  { name: 'presets', files: ['src/presets.ts'], imports: [], typesOf: ['create-rule'], packageTypes: ['eslint'] },
  { name: 'config', files: ['src/config.ts'], imports: ['settings', 'digest'] },
  { name: 'plugin', files: ['src/index.ts'], imports: ['create-rule', 'presets', 'rule list'], packages: ['node:module'], packageTypes: ['eslint'] },
  { name: 'cli', files: ['src/cli/'], imports: ['plugin', 'presets', 'syntax'], packages: ['eslint', 'node:'] },
];

const sources = readSources(repository);

describe('imports', () => {
  it('are read from the sources of this repository', () => {
    const index = sources.find((file) => file.path === 'src/index.ts');
    expect(index?.imports.map((found) => found.target ?? found.specifier)).toContain('src/rules/index.ts');
    expect(index?.imports).toContainEqual({ specifier: 'eslint', target: null, typeOnly: true });
  });

  it('follow the table of layers', () => {
    expect(findForbiddenImports(sources, layers)).toEqual([]);
  });

  it('are reported when they go up, sideways between rules, to a foreign package or by value where types are allowed', () => {
    expect(findForbiddenImports(readSources(fixture('forbidden-imports')), layers)).toEqual([
      'src/attic/lost.ts belongs to no layer',
      'src/facts/drivers/pg.ts imports src/rules/no-one.ts: "facts" may not use "rules"',
      'src/javascript/resolve/late.ts imports node:fs: "resolve" may not use this package',
      'src/javascript/resolve/late.ts imports src/model/words.ts: "resolve" may use types of "model" alone',
      'src/javascript/resolve/late.ts imports src/javascript/reader/reader.ts: "resolve" may not use "reader"',
      'src/javascript/resolve/late.ts imports src/rules/no-one.ts: "resolve" may not use "rules"',
      'src/javascript/resolve/late.ts imports typescript: "resolve" may not use this package',
      'src/javascript/syntax/nodes.ts imports @typescript-eslint/utils: "syntax" may use its types alone',
      'src/model/words.ts imports @typescript-eslint/utils: "model" may not use this package',
      'src/rules/no-one.ts imports eslint: "rules" may not use this package',
      'src/rules/no-one.ts imports estree: "rules" may not use this package',
      'src/rules/no-one.ts imports src/rules/no-two.ts: files of "rules" do not import each other',
      'src/rules/no-one.ts imports src/facts/drivers/pg.ts: "rules" may use types of "facts" alone',
      'src/rules/no-one.ts imports src/javascript/syntax/nodes.ts: "rules" may not use "syntax"',
    ]);
  });

  it('form no circle', () => {
    expect(findCycles(sources)).toEqual([]);
  });

  it('are reported when they form a circle, but not when only types go round', () => {
    expect(findCycles(readSources(fixture('import-cycle')))).toEqual([
      'src/sql/a.ts → src/sql/b.ts → src/sql/c.ts → src/sql/a.ts',
      'src/sql/self.ts → src/sql/self.ts',
    ]);
  });
});
