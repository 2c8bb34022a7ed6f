/** Source trees to measure on: unpacked from npm by exact version, so that a number can be repeated. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../node_modules/.cache/eslint-plugin-db-bench/', import.meta.url));

/** `goal` is the highest share of the rules in the time that parsing takes. */
const NPM_TREES = [
  { name: 'no database', goal: 0.01, packages: ['effect@3.19.0', 'rxjs@7.8.2', 'zod@4.6.7'], folder: 'src' },
  {
    name: 'database',
    goal: 0.05,
    // Drivers, query builders and ORMs; then small programs that send SQL.
    packages: [
      ...['pg@8.23.1', 'postgres@3.4.9', 'mysql2@3.24.5', 'pg-promise@12.7.1', 'knex@3.3.0', 'kysely@0.29.9', 'typeorm@1.1.1'],
      ...['pg-boss@12.38.0', 'graphile-worker@0.18.0', 'node-pg-migrate@9.0.0', 'connect-pg-simple@10.0.0', 'express-mysql-session@3.0.3', 'pgvector@0.3.0', 'rate-limiter-flexible@11.4.0'],
    ],
    folder: '',
  },
];

const SOURCE = /(?<!\.d|\.min)\.(?:[cm]?[jt]s|[jt]sx)$/;
const IGNORED = new Set(['.git', 'node_modules', 'coverage']);
/** Larger files are generated or bundled. */
const MAX_BYTES = 60_000;

/**
 * Every tree with its files, sorted. `CORPUS_DIR` names a folder of checkouts, which makes a tree more.
 * @returns {{ name: string, goal: number, root: string, files: string[] }[]}
 */
export function prepareTrees() {
  const trees = NPM_TREES.map(({ name, goal, packages, folder }) => {
    const root = join(cache, name.replace(' ', '-'));
    for (const specifier of packages) unpack(specifier, root);
    // Files of an older list of packages do not count.
    const roots = packages.map((specifier) => join(root, specifier, folder));
    return { name, goal, root, files: roots.flatMap(sourcesIn).sort() };
  });
  const corpus = process.env.CORPUS_DIR;
  if (corpus !== undefined && corpus !== '') trees.push({ name: 'checkouts', goal: 0.05, root: corpus, files: sourcesIn(corpus).sort() });
  return trees;
}

function unpack(specifier, root) {
  const target = join(root, specifier);
  if (existsSync(target)) return;
  const work = join(root, '.unpacking');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  // A package.json of its own keeps npm from looking at ours.
  writeFileSync(join(work, 'package.json'), '{}');
  process.stderr.write(`fetching ${specifier}\n`);
  execFileSync('npm', ['pack', specifier, '--ignore-scripts', '--silent'], { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });
  const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(`npm pack ${specifier} left no tarball`);
  execFileSync('tar', ['-xzf', tarball], { cwd: work });
  const [folder] = readdirSync(work).filter((name) => statSync(join(work, name)).isDirectory());
  if (folder === undefined) throw new Error(`${basename(tarball)} holds no folder`);
  mkdirSync(join(target, '..'), { recursive: true });
  renameSync(join(work, folder), target);
  rmSync(work, { recursive: true, force: true });
}

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return IGNORED.has(entry.name) ? [] : sourcesIn(path);
    return entry.isFile() && SOURCE.test(entry.name) && statSync(path).size <= MAX_BYTES ? [path] : [];
  });
}
