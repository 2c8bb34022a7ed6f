import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realFolder } from './install.js';

type Versions = Readonly<Record<string, string>>;

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly dependencies?: Versions;
  readonly optionalDependencies?: Versions;
}

const lock: { readonly packages: Readonly<Record<string, Locked>> } = read('package-lock.json');
const manifest: { readonly dependencies: Versions; readonly optionalDependencies: Versions } = read('package.json');

test('the lock names no registry, so that each machine asks its own', () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

test('each dependency is one exact version, and the lock has that one', () => {
  const { dependencies, optionalDependencies } = manifest;
  const all = { ...dependencies, ...optionalDependencies };
  const locked = Object.keys(all).map((name) => [name, lock.packages[`node_modules/${name}`]?.version]);
  expect(Object.fromEntries(locked)).toEqual(all);
  const root = lock.packages[''];
  expect([root?.dependencies, root?.optionalDependencies]).toEqual([dependencies, optionalDependencies]);
});

function read<Content>(file: string): Content {
  return JSON.parse(readFileSync(join(realFolder, file), 'utf8'));
}
