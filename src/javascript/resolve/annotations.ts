/** What a TypeScript type says about the value of that type. */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { stringValue } from '../syntax/nodes.js';
import { isDeclaredClass } from './declared-modules.js';
import { createdBy, WRITTEN } from './drivers.js';
import { typeFrom } from './exports.js';
import { importedType } from './imports.js';
import { propertyOf } from './members.js';
import { awaited, extended, handleOf, join, NOTHING, promiseOf, UNKNOWN, type Resolver, type TypeNode, type Value } from './values.js';

/** Generic types whose first argument has the members in question. */
const TRANSPARENT: ReadonlySet<string> = new Set(['Readonly', 'Required', 'Partial', 'NonNullable', 'Pick', 'Omit']);

export function valueOfType(resolver: Resolver, node: TypeNode): Value {
  switch (node.type) {
    case 'TSTypeReference':
      return valueOfReference(resolver, node);
    case 'TSImportType':
      return valueOfImportType(resolver, node);
    case 'TSTypeQuery':
      return valueOfQuery(resolver, node);
    case 'TSTypeLiteral':
      return { kind: 'typed', members: node.members, home: resolver };
    case 'TSTypeOperator':
      return node.operator === 'readonly' && node.typeAnnotation ? resolver.type(node.typeAnnotation) : UNKNOWN;
    case 'TSUnionType':
      return join(node.types.map((type) => resolver.type(type)), true);
    case 'TSIntersectionType':
      return extended(node.types.map((type) => resolver.type(type)).find((value) => value.kind === 'handle') ?? UNKNOWN);
    case 'TSIndexedAccessType':
      return valueOfIndexedAccess(resolver, node);
    case 'TSNullKeyword':
    case 'TSUndefinedKeyword':
    case 'TSVoidKeyword':
      return NOTHING;
    default:
      return UNKNOWN;
  }
}

function valueOfReference(resolver: Resolver, node: TSESTree.TSTypeReference): Value {
  const { typeName } = node;
  const [argument] = node.typeArguments?.params ?? [];
  if (typeName.type === 'TSQualifiedName') {
    if (typeName.left.type !== 'Identifier') return UNKNOWN;
    const variable = resolver.tree.variableOf(typeName.left);
    return variable === null ? UNKNOWN : (known(importedType(resolver, variable, typeName.right.name)) ?? instanceOf(propertyOf(resolver, resolver.variable(variable), typeName.right.name)));
  }
  if (typeName.type !== 'Identifier') return UNKNOWN;
  const variable = resolver.tree.variableOf(typeName);
  if (variable === null) return argument === undefined ? UNKNOWN : valueOfGeneric(resolver, typeName.name, argument);
  return resolver.declaredType(variable);
}

/** What has the type that a declaration names. */
export function valueOfTypeName(resolver: Resolver, variable: Variable): Value {
  const imported = known(importedType(resolver, variable, null));
  if (imported !== null) return imported;
  const definition = variable.defs[0];
  if (definition?.type === 'Type') {
    if (definition.node.type === 'TSTypeAliasDeclaration') return resolver.type(definition.node.typeAnnotation);
    if (definition.node.type === 'TSInterfaceDeclaration') return valueOfInterface(resolver, definition.node);
    return UNKNOWN;
  }
  return instanceOf(resolver.variable(variable));
}

function known(value: Value): Value | null {
  return value.kind === 'unknown' ? null : value;
}

/** An interface is its own members, or the handle that it extends. */
function valueOfInterface(resolver: Resolver, node: TSESTree.TSInterfaceDeclaration): Value {
  for (const heritage of node.extends) {
    if (heritage.expression.type !== 'Identifier') continue;
    const variable = resolver.tree.variableOf(heritage.expression);
    const base = variable === null ? UNKNOWN : (resolver.declaredType(variable));
    if (base.kind === 'handle') return { ...base, roleUnknown: true, isExtended: true };
  }
  return { kind: 'typed', members: node.body.body, home: resolver };
}

/** A class name used as a type stands for its instances. */
function instanceOf(value: Value): Value {
  if (value.kind === 'class') return { kind: 'instance', node: value.node, home: value.home };
  if (isDeclaredClass(value)) return value;
  const facts = value.kind === 'export' ? createdBy(value) : null;
  return value.kind === 'export' && facts?.is === 'class' ? handleOf(value.driver, facts.creates.handle, null, WRITTEN) : UNKNOWN;
}

function valueOfGeneric(resolver: Resolver, name: string, argument: TypeNode): Value {
  if (name === 'Promise' || name === 'PromiseLike') return promiseOf(resolver.type(argument));
  if (name === 'Awaited') return awaited(resolver.type(argument));
  if (TRANSPARENT.has(name)) return resolver.type(argument);
  if (name === 'InstanceType') return instanceOf(resolver.type(argument));
  if (name !== 'ReturnType') return UNKNOWN;
  const called = resolver.type(argument);
  if (called.kind === 'function') return called.home.result(called.node);
  const facts = called.kind === 'export' ? createdBy(called) : null;
  if (called.kind !== 'export' || facts === null) return UNKNOWN;
  const created = handleOf(called.driver, facts.creates.handle, null, WRITTEN);
  return facts.creates.promise === true ? promiseOf(created) : created;
}

/** `import('pg').Pool`. */
function valueOfImportType(resolver: Resolver, node: TSESTree.TSImportType): Value {
  const specifier = stringValue(node.source);
  const { qualifier } = node;
  if (specifier === null || qualifier === null) return UNKNOWN;
  return typeFrom(resolver, specifier, qualifier.type === 'Identifier' ? qualifier.name : qualifier.type === 'TSQualifiedName' ? qualifier.right.name : '');
}

/** `typeof pool`. */
function valueOfQuery(resolver: Resolver, node: TSESTree.TSTypeQuery): Value {
  const { exprName } = node;
  if (exprName.type === 'TSImportType') return UNKNOWN;
  if (exprName.type === 'TSQualifiedName') {
    const left = exprName.left.type === 'Identifier' ? resolver.tree.variableOf(exprName.left) : null;
    return left === null ? UNKNOWN : propertyOf(resolver, resolver.variable(left), exprName.right.name);
  }
  const variable = resolver.tree.variableOf(exprName);
  return variable === null ? UNKNOWN : resolver.variable(variable);
}

/** `Context['db']`. */
function valueOfIndexedAccess(resolver: Resolver, node: TSESTree.TSIndexedAccessType): Value {
  const name = node.indexType.type === 'TSLiteralType' ? stringValue(node.indexType.literal) : null;
  return name === null ? UNKNOWN : propertyOf(resolver, resolver.type(node.objectType), name);
}
