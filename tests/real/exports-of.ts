/** What the installed packages export. */
import { execFileSync } from 'node:child_process';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { realFolder } from './install.js';
import { findNewerNode, noNewerNode } from './newer-node.js';

/** What a module gave when it was loaded in both module systems. */
export interface SeenExports {
  /** The type of what `require()` returns, and those of the names asked for that it has. */
  readonly required: string;
  readonly names: readonly string[];
  /** The type of the default export. */
  readonly imported: string;
}

export type Seen = SeenExports | { readonly error: string };

/** Loads modules, each in a Node that has it, and looks for names in them. */
export function exportsOf(modules: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, Seen>> {
  const [here, elsewhere] = [Object.entries(modules).filter(([name]) => !isTooNew(name)), Object.entries(modules).filter(([name]) => isTooNew(name))];
  const newerNode = findNewerNode();
  return { ...printed(process.execPath, Object.fromEntries(here)), ...(newerNode !== null && printed(newerNode, Object.fromEntries(elsewhere))) };
}

/** Why a module cannot be loaded on this machine; null when it can. */
export function whyNotLoadable(specifier: string): string | null {
  return isTooNew(specifier) && findNewerNode() === null ? noNewerNode : null;
}

/** A module of Node that the running one does not have yet, such as node:sqlite before 22.5. */
function isTooNew(specifier: string): boolean {
  return specifier.startsWith('node:') && !isBuiltin(specifier);
}

function printed(node: string, modules: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, Seen>> {
  const output = execFileSync(node, [join(realFolder, 'print-exports.js'), JSON.stringify(modules)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const seen: Readonly<Record<string, Seen>> = JSON.parse(output.split('\n').at(-1) ?? '');
  return seen;
}
