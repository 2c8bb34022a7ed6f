/** Who imports a module? The files of its package that do, also through files that only export on. */
import type { Variable } from '@typescript-eslint/scope-manager';
import { requiredModule, stringValue, type Node } from '../syntax/nodes.js';
import { walk } from '../syntax/tree.js';
import { filesMentioning } from './listing.js';
import type { Resolver } from './values.js';

/** Modules that more files import are not followed to all of them: then nobody knows. */
const MAX_FILES = 60;

export interface Importers {
  readonly files: readonly Resolver[];
  /** The module itself, and the files that export on what it exports. */
  readonly through: ReadonlySet<Resolver>;
}

const known = new WeakMap<Resolver, Importers | null>();

/** Null where that cannot be known: the package is too large, there are too many of them, or no other files can be read. */
export function importersOf(home: Resolver): Importers | null {
  const found = known.get(home);
  if (found !== undefined) return found;
  const importers = find(home);
  known.set(home, importers);
  return importers;
}

function find(home: Resolver): Importers | null {
  if (home.project?.isOpen !== true) return null;
  const files = new Set<Resolver>();
  const through = new Set([home]);
  for (const module of through) {
    const paths = module.tree.file === undefined || module.project === null ? null : filesMentioning(module.tree.file);
    if (paths === null || paths.length > MAX_FILES * 2) return null;
    for (const path of paths) {
      const importer = home.project?.moduleAt(path) ?? null;
      if (importer === null || ![...importsOf(importer).keys()].some((specifier) => importer.imported(specifier) === module)) continue;
      files.add(importer);
      if (isExportedOn(importer, module)) through.add(importer);
    }
    if (files.size > MAX_FILES) return null;
  }
  return { files: [...files], through };
}

function isExportedOn(importer: Resolver, module: Resolver): boolean {
  return importer.tree.ast.body.some((statement) => {
    const source = statement.type === 'ExportAllDeclaration' || statement.type === 'ExportNamedDeclaration' ? statement.source : null;
    return source !== null && importer.imported(source.value) === module;
  });
}

/**
 * The places of a file where something of a module comes in: the names that imports and declarations give it, each with its mentions, and
 * `require` calls that are used at once.
 */
export function mentionsOf(importer: Resolver, { through }: Importers): Node[] {
  const { tree } = importer;
  const variables = new Set<Variable>();
  const mentions: Node[] = [];
  for (const [specifier, nodes] of importsOf(importer)) {
    const module = importer.imported(specifier);
    if (module === null || !through.has(module)) continue;
    for (const node of nodes) {
      const pattern = node.type === 'ImportDeclaration' || node.type === 'TSImportEqualsDeclaration' ? node : declaredBy(importer, node);
      if (pattern === null) mentions.push(node);
      else walk(pattern, tree.visitorKeys, (inner) => {
        const variable = inner.type === 'Identifier' ? tree.variableOf(inner) : null;
        if (variable !== null) variables.add(variable);
      });
    }
  }
  for (const { references } of variables) mentions.push(...references.filter((reference) => !reference.isWrite()).map(({ identifier }) => identifier));
  return mentions;
}

/** The pattern of `const users = require('./users')` and `= await import(…)`. */
function declaredBy({ tree }: Resolver, node: Node): Node | null {
  const outer = tree.parentOf(node);
  const [value, parent] = outer?.type === 'AwaitExpression' ? [outer, tree.parentOf(outer)] : [node, outer];
  return parent?.type === 'VariableDeclarator' && parent.init === value ? parent.id : null;
}

const imports = new WeakMap<Resolver, ReadonlyMap<string, readonly Node[]>>();

/** The import declarations, `require` calls and re-exports of a file by their specifier. */
function importsOf(importer: Resolver): ReadonlyMap<string, readonly Node[]> {
  const found = imports.get(importer);
  if (found !== undefined) return found;
  const bySpecifier = new Map<string, Node[]>();
  const add = (specifier: string | null, nodes: readonly Node[]): void => {
    if (specifier !== null) bySpecifier.set(specifier, [...(bySpecifier.get(specifier) ?? []), ...nodes]);
  };
  walk(importer.tree.ast, importer.tree.visitorKeys, (node) => {
    if (node.type === 'ImportDeclaration') add(node.source.value, [node]);
    else if (node.type === 'ExportAllDeclaration') add(node.source.value, []);
    else if (node.type === 'ExportNamedDeclaration') add(node.source?.value ?? null, []);
    else if (node.type === 'CallExpression' || node.type === 'ImportExpression') add(requiredModule(node), [node]);
    else if (node.type === 'TSImportEqualsDeclaration' && node.moduleReference.type === 'TSExternalModuleReference') add(stringValue(node.moduleReference.expression), [node]);
  });
  imports.set(importer, bySpecifier);
  return bySpecifier;
}
