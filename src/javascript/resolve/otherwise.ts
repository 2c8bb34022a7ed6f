/** Whether the code itself says that something is no driver's handle, or not the one that the settings name. */
import type { TSESTree } from '@typescript-eslint/utils';
import { annotationOf, isClass, isFunction, propertyName, unwrap, type ClassNode, type Node } from '../syntax/nodes.js';
import { enclosingClass } from './members.js';
import { originOf, originOfType, type Origin } from './origins.js';
import type { Resolver } from './values.js';

const MAX_HOPS = 8;

/** Types that say nothing of the value inside of them, or nothing at all. */
const OPEN_TYPES: ReadonlySet<string> = new Set(['Promise', 'PromiseLike', 'Awaited', 'Readonly', 'Required', 'Partial', 'NonNullable', 'Pick', 'Omit', 'Record', 'Object', 'ReturnType', 'InstanceType']);
const LIBRARY = /[/\\]lib\.[\w.]+\.d\.ts$/;
/** A module of somebody else; not one of the project by a relative path or by the usual aliases. */
const PACKAGE = /^(?!src\/)@?[\w-]/;

/**
 * Asked of an expression whose value is not known. True where it is declared or written as something plain (`new Map()`, a list, a
 * number), as a type of the language, as a class or a type of a package, or once as a handle and once as something else. A type that another
 * module of the project gives says nothing.
 */
export function tellsOtherwise(resolver: Resolver, expression: Node, hops = 0): boolean {
  const node = unwrap(expression);
  if (hops > MAX_HOPS || isOfLibrary(resolver, node)) return true;
  switch (node.type) {
    case 'Identifier':
      return variableTells(resolver, node, hops);
    case 'MemberExpression':
      return propertyTells(resolver, node, hops);
    case 'CallExpression': {
      const callee = resolver.expression(node.callee);
      return callee.kind !== 'unknown' && callee.kind !== 'function';
    }
    default:
      return false;
  }
}

function isOfLibrary({ tree }: Resolver, node: Node): boolean {
  const type = tree.types?.typeOf(node) ?? null;
  return type !== null && !OPEN_TYPES.has(type.name) && LIBRARY.test(type.declaredIn);
}

function variableTells(resolver: Resolver, identifier: TSESTree.Identifier, hops: number): boolean {
  const variable = resolver.tree.variableOf(identifier);
  const [definition] = variable?.defs ?? [];
  if (variable === null || definition === undefined || definition.type === 'ImportBinding') return false;
  if (definition.type !== 'Variable' && definition.type !== 'Parameter') return true;
  if (isTypeOfOthers(resolver, annotationOf(definition.name))) return true;
  return variable.references.some(({ identifier: place }) => writtenTo(resolver, place).some((source) => isOther(resolver, source, hops)));
}

/** What an assignment or a declaration puts into exactly this place. */
function writtenTo({ tree }: Resolver, place: Node): Node[] {
  const parent = tree.parentOf(place);
  if (parent?.type === 'VariableDeclarator' && parent.id === place && parent.init !== null) return [parent.init];
  return parent?.type === 'AssignmentExpression' && parent.left === place ? [parent.right] : [];
}

function propertyTells(resolver: Resolver, node: TSESTree.MemberExpression, hops: number): boolean {
  const name = propertyName(node);
  const object = resolver.expression(node.object);
  switch (object.kind) {
    case 'object':
      return object.node.properties.some((property) => property.type === 'Property' && propertyName(property) === name && isOther(object.home, property.value, hops));
    case 'instance':
      return name !== null && fieldTells(object.home, object.node, name, hops);
    case 'typed':
      return object.members.some((member) => member.type === 'TSPropertySignature' && propertyName(member) === name && isTypeOfOthers(object.home, annotationOf(member)));
    case 'handle':
    case 'member':
    case 'export':
      return true;
    default:
      return false;
  }
}

function fieldTells(resolver: Resolver, node: ClassNode, name: string, hops: number): boolean {
  const declared = node.body.body.some((member) => {
    if (member.type !== 'PropertyDefinition' || propertyName(member) !== name) return false;
    return isTypeOfOthers(resolver, annotationOf(member)) || (member.value !== null && isOther(resolver, member.value, hops));
  });
  const places = resolver.tree.thisMembers(name).filter((place) => enclosingClass(resolver, place) === node);
  return declared || places.some((place) => writtenTo(resolver, place).some((source) => isOther(resolver, source, hops)));
}

/** Whether an expression is certainly not what the settings speak of. */
function isOther(resolver: Resolver, expression: Node, hops: number): boolean {
  const node = unwrap(expression);
  const { kind } = resolver.expression(node);
  if (kind !== 'unknown') return kind !== 'nothing' && kind !== 'declared';
  switch (node.type) {
    case 'Literal':
    case 'TemplateLiteral':
    case 'ArrayExpression':
    case 'BinaryExpression':
    case 'UnaryExpression':
      return true;
    case 'NewExpression':
      // A class of the language has no variable.
      return (node.callee.type === 'Identifier' && resolver.tree.variableOf(node.callee) === null) || isOfPackage(originOf(resolver.tree, node.callee));
    case 'AwaitExpression':
      return isOther(resolver, node.argument, hops);
    case 'LogicalExpression':
      return isOther(resolver, node.left, hops) || isOther(resolver, node.right, hops);
    case 'ConditionalExpression':
      return isOther(resolver, node.consequent, hops) || isOther(resolver, node.alternate, hops);
    default:
      return isFunction(node) || isClass(node) || tellsOtherwise(resolver, node, hops + 1);
  }
}

function isOfPackage(origin: Origin | null): boolean {
  return origin !== null && PACKAGE.test(origin.module);
}

/** `string`, `number[]`, `Map<…>`, which no import brings, and what a package calls a type of its own. */
function isTypeOfOthers({ tree }: Resolver, type: TSESTree.TypeNode | null): boolean {
  switch (type?.type) {
    case 'TSStringKeyword':
    case 'TSNumberKeyword':
    case 'TSBooleanKeyword':
    case 'TSBigIntKeyword':
    case 'TSSymbolKeyword':
    case 'TSArrayType':
    case 'TSTupleType':
    case 'TSFunctionType':
      return true;
    case 'TSTypeReference':
      if (type.typeName.type === 'Identifier' && tree.variableOf(type.typeName) === null) return !OPEN_TYPES.has(type.typeName.name);
      return isOfPackage(originOfType(tree, type));
    default:
      return false;
  }
}
