import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readExamples } from './read-examples.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eslint-plugin-db-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

describe('the examples of a rule', () => {
  it('are read by name, without their titles', () => {
    write({ 'b.incorrect.js': '// B\n1;\n', 'b.correct.js': '// B\n2;\n', 'a.incorrect.js': '// A\n3;\n', 'a.correct.js': '// A\n4;\n', 'a.outcome.json': '{ "server": "SQLite 3" }' });
    expect(readExamples(folder)).toEqual([
      { name: 'a', title: 'A', incorrect: '3;\n', correct: '4;\n', outcome: { server: 'SQLite 3' }, code: null, settings: {} },
      { name: 'b', title: 'B', incorrect: '1;\n', correct: '2;\n', outcome: null, code: null, settings: {} },
    ]);
  });

  it('have the settings of their folder', () => {
    write({ 'a.incorrect.js': '// A\n3;\n', 'a.correct.js': '// A\n4;\n', 'settings.json': '{ "db": { "pooler": "transaction" } }' });
    expect(readExamples(folder).map(({ settings }) => settings)).toEqual([{ db: { pooler: 'transaction' } }]);
  });

  it('are configurations where there is code for them to lint', () => {
    write({ 'a.incorrect.js': '// A\n1;\n', 'a.correct.js': '// A\n2;\n', 'a.code.js': '3;\n' });
    expect(readExamples(folder)).toEqual([{ name: 'a', title: 'A', incorrect: '1;\n', correct: '2;\n', outcome: null, code: '3;\n', settings: {} }]);
  });

  it.each([
    ['a program without its other half', { 'a.incorrect.js': '// A\n1;\n' }, 'a has no .correct program'],
    ['an outcome without programs', { 'a.outcome.json': '{}' }, 'a has no .incorrect program'],
    ['a file of no example', { 'notes.txt': '' }, 'notes.txt belongs to no example'],
    ['a program without a title', { 'a.incorrect.js': '1;\n', 'a.correct.js': '// A\n1;\n' }, 'does not begin with its title'],
    ['programs with different titles', { 'a.incorrect.js': '// A\n1;\n', 'a.correct.js': '// B\n1;\n' }, 'the programs of a have different titles'],
  ])('are refused: %s', (_, files, message) => {
    write(files);
    expect(() => readExamples(folder)).toThrow(message);
  });

  it('must exist', () => {
    expect(() => readExamples(join(folder, 'no-such-rule'))).toThrow('a rule needs an example');
  });
});
