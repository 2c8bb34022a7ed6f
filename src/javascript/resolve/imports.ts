/** What import declarations bring, as values and as types. */
import type { Definition, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { stringValue } from '../syntax/nodes.js';
import { typeFrom } from './exports.js';
import { propertyOf } from './members.js';
import { UNKNOWN, type Resolver, type Value } from './values.js';

type ImportDefinition = Extract<Definition, { type: 'ImportBinding' }>;

export function valueOfImport(resolver: Resolver, { node, parent }: ImportDefinition): Value {
  if (node.type === 'TSImportEqualsDeclaration') {
    const { moduleReference } = node;
    if (moduleReference.type !== 'TSExternalModuleReference') return UNKNOWN;
    const specifier = stringValue(moduleReference.expression);
    return specifier === null ? UNKNOWN : resolver.required(specifier);
  }
  if (parent?.type !== 'ImportDeclaration') return UNKNOWN;
  const module = resolver.module(parent.source.value);
  return node.type === 'ImportNamespaceSpecifier' ? module : propertyOf(resolver, module, importedName(node));
}

/** The name under which the other module exports it. */
function importedName(node: TSESTree.ImportSpecifier | TSESTree.ImportDefaultSpecifier): string {
  if (node.type === 'ImportDefaultSpecifier') return 'default';
  return node.imported.type === 'Identifier' ? node.imported.name : node.imported.value;
}

/** What has the type that an import names: `import type { PoolClient } from 'pg'`, or with `member` `postgres.Sql` and `Knex.Transaction`. */
export function importedType(resolver: Resolver, variable: Variable, member: string | null): Value {
  const definition = variable.defs[0];
  if (definition?.type !== 'ImportBinding' || definition.parent?.type !== 'ImportDeclaration') return UNKNOWN;
  const { node, parent } = definition;
  const specifier = parent.source.value;
  if (member !== null) {
    const inNamespace = node.type === 'ImportSpecifier' ? typeFrom(resolver, specifier, `${importedName(node)}.${member}`) : UNKNOWN;
    return inNamespace.kind === 'unknown' ? typeFrom(resolver, specifier, member) : inNamespace;
  }
  return node.type === 'ImportSpecifier' || node.type === 'ImportDefaultSpecifier' ? typeFrom(resolver, specifier, importedName(node)) : UNKNOWN;
}
