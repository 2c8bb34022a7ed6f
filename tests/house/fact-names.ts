/**
 * Names of drivers belong to the facts. A string elsewhere that equals one is a fact with a second home, or a rule that
 * names a driver.
 */
import type { Driver, ExportFacts, MemberFacts } from '../../src/facts/schema.js';
import { isNode, placeOf, stringValue, walk, type SourceFile, type SyntaxNode } from './source-tree.js';

/** What each name of the facts is: `release` → "a member of pg client". */
export type FactNames = ReadonlyMap<string, string>;

/** Names of the facts that are also words of another vocabulary. */
export interface Homonyms {
  readonly names: readonly string[];
  /** Path prefixes of the sources that use them in the other sense. */
  readonly files: readonly string[];
  readonly reason: string;
}

/** Packages, modules, exports, handles, type names, and the members that do something; dialects keep their own names. */
export function factNames(drivers: readonly Driver[]): FactNames {
  const names = new Map<string, string>();
  const add = (name: string, what: string): void => {
    if (!names.has(name)) names.set(name, what);
  };
  for (const driver of drivers) {
    for (const name of driver.packages) add(name, `a package of ${driver.id}`);
    for (const [specifier, module] of Object.entries(driver.modules)) {
      add(specifier, `a module of ${driver.id}`);
      addExports(module.named, driver, add);
    }
    for (const [handle, { members, types }] of Object.entries(driver.handles)) {
      add(handle, `a handle of ${driver.id}`);
      for (const name of Object.values(types).flat()) if (name !== 'default') add(name, `a type of ${driver.id}`);
      for (const [name, member] of Object.entries(members)) if (doesSomething(member)) add(name, `a member of ${driver.id} ${handle}`);
    }
  }
  // The facts say which dialect a driver speaks; the SQL layer is about dialects.
  for (const { dialect } of drivers) if (dialect !== null) names.delete(dialect);
  return names;
}

function addExports(exports: Readonly<Record<string, ExportFacts>>, driver: Driver, add: (name: string, what: string) => void): void {
  for (const [name, facts] of Object.entries(exports)) {
    add(name, `an export of ${driver.id}`);
    if (facts.is === 'namespace' && facts.of) addExports(facts.of, driver, add);
  }
}

function doesSomething(member: MemberFacts): boolean {
  return member.does !== 'other' && member.does !== 'read';
}

/** Every string outside the facts that equals one of their names, and every homonym that no source needs. */
export function findFactNames(files: readonly SourceFile[], names: FactNames, homonyms: readonly Homonyms[]): string[] {
  const problems: string[] = [];
  const idle = new Set(homonyms.flatMap((homonym) => homonym.names.flatMap((name) => homonym.files.map((prefix) => `'${name}' in ${prefix}`))));
  for (const file of files.filter(({ path }) => !path.startsWith('src/facts/'))) {
    walk(file.program, (node, parents) => {
      const name = stringValue(node);
      const what = name === null ? undefined : names.get(name);
      if (name === null || what === undefined || isOwnWord(node, parents)) return;
      const homonym = homonyms.find((candidate) => candidate.names.includes(name) && candidate.files.some((prefix) => file.path.startsWith(prefix)));
      for (const prefix of homonym?.files ?? []) if (file.path.startsWith(prefix)) idle.delete(`'${name}' in ${prefix}`);
      if (homonym === undefined) problems.push(`${placeOf(file, node)} '${name}' is ${what}`);
    });
  }
  return [...problems, ...[...idle].map((use) => `${use} needs no exception`)];
}

/** The properties by which our unions are told apart: their values are our own words, whatever a driver calls its members. */
const discriminants: ReadonlySet<string> = new Set(['at', 'by', 'does', 'is', 'kind', 'mode', 'role']);

/** A word of our types: in a type, as the value of a discriminant, compared with one, or a module that is imported. */
function isOwnWord(node: SyntaxNode, [parent, grandparent]: readonly SyntaxNode[]): boolean {
  switch (parent?.type) {
    case 'TSLiteralType':
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return true;
    case 'Property':
      return parent['value'] === node && discriminants.has(nameOf(parent['key']));
    case 'BinaryExpression':
      return [parent['left'], parent['right']].some((side) => side !== node && isDiscriminant(side));
    case 'SwitchCase':
      return isDiscriminant(grandparent?.['discriminant']);
    default:
      return false;
  }
}

function isDiscriminant(node: unknown): boolean {
  if (!isNode(node)) return false;
  if (node.type === 'ChainExpression') return isDiscriminant(node['expression']);
  return node.type === 'MemberExpression' ? discriminants.has(nameOf(node['property'])) : discriminants.has(nameOf(node));
}

function nameOf(node: unknown): string {
  return isNode(node) && typeof node['name'] === 'string' ? node['name'] : '';
}
