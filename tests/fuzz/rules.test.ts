/** No rule throws, reports outside the file, or fixes into something worse: on 500 files of other people, and on monsters. */
import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../house/source-tree.js';
import { chooseFiles, listSources } from './corpus.js';
import { createMonsters } from './monsters.js';
import { tryRules } from './trial.js';
import { asDatabaseCode, mutations } from './variants.js';

const FILES = 500;
const MAX_BYTES = 40_000;

describe('the rules, on code of other people', () => {
  const root = join(repository, 'node_modules');

  it(`hold on ${String(FILES)} files with their literals sent to databases`, { timeout: 300_000 }, () => {
    const files = chooseFiles(root, listSources([root]), FILES, MAX_BYTES);
    /** The first place of each problem: one mistake shows in hundreds of files. */
    const problems = new Map<string, string>();
    const counts = { parsed: 0, reports: 0, fixes: 0, suggestions: 0 };
    for (const [index, file] of files.entries()) {
      const text = asDatabaseCode(file, readFileSync(file, 'utf8'));
      const others = mutations(file, text);
      const mutated = others[index % others.length];
      for (const variant of [{ name: 'as it is', text }, ...(mutated === undefined ? [] : [mutated])]) {
        const trial = tryRules(basename(file), variant.text);
        for (const problem of trial.problems) {
          const kind = problem.replaceAll(basename(file), '').replaceAll(/\d+/g, '');
          if (!problems.has(kind)) problems.set(kind, `${relative(root, file)} (${variant.name}): ${problem}`);
        }
        if (trial.parsed) counts.parsed++;
        for (const key of ['reports', 'fixes', 'suggestions'] as const) counts[key] += trial[key];
      }
    }
    expect([...problems.values()].slice(0, 20)).toEqual([]);
    // Otherwise nothing was tried.
    expect(files).toHaveLength(FILES);
    expect(counts.parsed).toBeGreaterThan(FILES);
    expect(counts.reports).toBeGreaterThan(100);
    expect(counts.fixes).toBeGreaterThan(20);
  });
});

describe('the rules, on monsters', () => {
  const reports = new Map<string, number>();

  it.each(createMonsters().map((monster) => [monster.name, monster] as const))('%s', { timeout: 60_000 }, (name, { file, text }) => {
    const trial = tryRules(file, text);
    reports.set(name, trial.reports);
    expect(trial.problems).toEqual([]);
  });

  it('see something in them', () => {
    expect(reports.get('20,000 lines')).toBe(2_000);
    expect([...reports.values()].filter((count) => count > 0).length).toBeGreaterThan(10);
  });
});
