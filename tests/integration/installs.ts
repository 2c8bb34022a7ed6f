/** The packed plugin, installed beside what the tests need, in folders of their own. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPackage, removePackage } from '../house/published.js';
import { repository } from '../house/source-tree.js';
import { runOrThrow } from './programs.js';

export interface Installs {
  /** The file that `npm publish` would send. */
  readonly tarball: string;
  /** Folders with a `node_modules`. */
  readonly eslint9: string;
  /** ESLint 10 and TypeScript, but nothing of typescript-eslint. */
  readonly eslint10: string;
  /** The language server alone: it loads ESLint from the project that it serves. */
  readonly languageServer: string;
}

/** Not in package.json: each is needed by one test, and oxlint's and the servers' trees are large. */
export const VERSIONS = { oldestEslint: '9.0.0', eslint: '10.15.0', typescript: '6.0.3', languageServer: '4.10.0', oxlint: '1.94.0' } as const;

/** Builds, packs and installs; about twenty seconds with a warm npm cache. */
export async function install(): Promise<{ readonly installs: Installs; remove(): Promise<void> }> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'eslint-plugin-db-integration-')));
  // Thousands of files: removed in the background, so that vitest can end its workers meanwhile.
  const remove = async (): Promise<void> => {
    await rm(root, { recursive: true, force: true });
  };
  try {
    const tarball = await pack(root);
    const [eslint9, eslint10, languageServer] = await Promise.all([
      installInto(join(root, 'eslint-9'), { eslint: VERSIONS.oldestEslint, 'eslint-plugin-db': `file:${tarball}` }),
      installInto(join(root, 'eslint-10'), { eslint: VERSIONS.eslint, typescript: VERSIONS.typescript, 'eslint-plugin-db': `file:${tarball}` }),
      installInto(join(root, 'language-server'), { 'vscode-langservers-extracted': VERSIONS.languageServer }),
    ]);
    return { installs: { tarball, eslint9, eslint10, languageServer }, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function pack(root: string): Promise<string> {
  const built = buildPackage(repository);
  try {
    cpSync(join(repository, '.pre-commit-hooks.yaml'), join(built, '.pre-commit-hooks.yaml'));
    await runOrThrow('npm', ['pack', '--ignore-scripts', '--pack-destination', root], { cwd: built });
  } finally {
    removePackage(built);
  }
  const [tarball, ...others] = readdirSync(root).filter((name) => name.endsWith('.tgz'));
  if (tarball === undefined || others.length > 0) throw new Error(`npm pack left ${String(others.length + (tarball === undefined ? 0 : 1))} tarballs`);
  return join(root, tarball);
}

async function installInto(folder: string, dependencies: Readonly<Record<string, string>>): Promise<string> {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'fixture', version: '1.0.0', private: true, dependencies }, null, 2));
  await runOrThrow('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'], { cwd: folder, limit: 300_000 });
  return folder;
}
