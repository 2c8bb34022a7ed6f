/** What a property of a value holds: `pg.Pool`, `result.rows`, `this.pool`, `ctx.db`, `globalThis.pool`. */
import type { TSESTree } from '@typescript-eslint/utils';
import { annotationOf, isClass, isFunction, propertyName, type ClassNode, type Node } from '../syntax/nodes.js';
import { declaredProperty } from './declared-modules.js';
import { memberOf, propertyOfExport } from './drivers.js';
import { typedMember } from './typed-members.js';
import { extended, fromElsewhere, handleOf, join, UNKNOWN, type Resolver, type Value } from './values.js';

/** The value of `object.name`. `resolver`: who asks. */
export function propertyOf(resolver: Resolver, value: Value, name: string): Value {
  switch (value.kind) {
    case 'export':
      return propertyOfExport(value.driver, value.module, value.facts, name);
    case 'handle': {
      const member = memberOf(value, name);
      if (member !== null) {
        if (member.does === 'read' && member.gives !== undefined) return handleOf(value.driver, member.gives.handle, value.origin, value);
        if (member.does === 'offer') return { kind: 'export', driver: value.driver, module: { named: {}, commonjs: 'named' }, facts: member.export };
        return { kind: 'member', handle: value, name, facts: member };
      }
      return value.facts.role === 'rows' && /^\d+$/.test(name) ? handleOf(value.driver, 'row', value.origin, value) : UNKNOWN;
    }
    case 'object':
      return seenFrom(resolver, value.home, propertyOfObject(value.home, value.node, name));
    case 'instance':
      return seenFrom(resolver, value.home, fieldOf(value.home, value.node, name));
    case 'typed':
      return seenFrom(resolver, value.home, typedMember(value.home, value.members, name));
    case 'module':
      return value.home.exported(name);
    case 'declared':
      return declaredProperty(value, name) ?? propertyOf(resolver, value.rest(), name);
    case 'global':
      return join(resolver.globalWrites(name).map((node) => resolver.expression(node)));
    default:
      return UNKNOWN;
  }
}

function seenFrom(resolver: Resolver, home: Resolver, value: Value): Value {
  return home === resolver ? value : fromElsewhere(value);
}

function propertyOfObject(resolver: Resolver, object: TSESTree.ObjectExpression, name: string): Value {
  const values: Value[] = [];
  for (const property of object.properties.toReversed()) {
    if (property.type === 'SpreadElement') {
      const spread = resolver.expression(property.argument);
      // What is spread may bring the name, unless it is known whole.
      if (spread.kind !== 'module' && spread.kind !== 'object' && spread.kind !== 'nothing') return UNKNOWN;
      const value = propertyOf(resolver, spread, name);
      if (value.kind === 'unknown') continue;
      values.push(value);
      break;
    }
    const key = propertyName(property);
    if (key === null) return UNKNOWN;
    if (key !== name) continue;
    values.push(resolver.expression(property.value));
    break;
  }
  values.push(...writesTo(resolver, object, name).map((node) => resolver.expression(node)));
  return values.length === 0 ? UNKNOWN : join(values);
}

/** `const state = {}; state.pool = …`: what is assigned to a property of the variable that holds the object. */
function writesTo(resolver: Resolver, object: TSESTree.ObjectExpression, name: string): Node[] {
  const { tree } = resolver;
  const declarator = tree.parentOf(object);
  if (declarator?.type !== 'VariableDeclarator') return [];
  const variable = tree.variableOf(declarator.id);
  return (variable?.references ?? []).flatMap((reference) => {
    const member = tree.parentOf(reference.identifier);
    if (member?.type !== 'MemberExpression' || member.object !== reference.identifier || propertyName(member) !== name) return [];
    return assignedTo(resolver, member);
  });
}

/** The right sides of an assignment to exactly this node. */
function assignedTo(resolver: Resolver, target: Node): Node[] {
  const assignment = resolver.tree.parentOf(target);
  return assignment?.type === 'AssignmentExpression' && assignment.left === target ? [assignment.right] : [];
}

/** A class field: its initializer, its annotation, a parameter property, or what is assigned to `this.name`. */
function fieldOf(resolver: Resolver, node: ClassNode, name: string): Value {
  const values: Value[] = [];
  let annotated: Value = UNKNOWN;
  let isOfAnotherType = false;
  for (const member of node.body.body) {
    if (member.type === 'PropertyDefinition' && propertyName(member) === name) {
      if (member.value !== null) values.push(resolver.expression(member.value));
      const annotation = annotationOf(member);
      if (annotation !== null) annotated = resolver.type(annotation);
      isOfAnotherType = annotation !== null && annotated.kind === 'unknown';
    } else if (member.type === 'MethodDefinition' && propertyName(member) === name && isFunction(member.value)) {
      if (member.kind === 'get') values.push(resolver.result(member.value));
      else if (member.kind === 'method') return { kind: 'function', node: member.value, home: resolver };
    } else if (member.type === 'MethodDefinition' && member.kind === 'constructor') {
      for (const parameter of member.value.params) {
        if (parameter.type === 'TSParameterProperty' && parameterName(parameter) === name) values.push(parameterValue(resolver, parameter));
      }
    }
  }
  values.push(...thisWrites(resolver, node, name).map((right) => resolver.expression(right)));
  const assigned = values.length === 0 ? UNKNOWN : join(values);
  if (assigned.kind !== 'unknown' && assigned.kind !== 'nothing') return isOfAnotherType ? extended(assigned) : assigned;
  return annotated.kind === 'unknown' && values.length === 0 ? inheritedField(resolver, node, name) : annotated;
}

function inheritedField(resolver: Resolver, node: ClassNode, name: string): Value {
  const base = node.superClass === null ? UNKNOWN : resolver.expression(node.superClass);
  return base.kind === 'class' && base.node !== node ? propertyOf(resolver, { ...base, kind: 'instance' }, name) : UNKNOWN;
}

function parameterName(property: TSESTree.TSParameterProperty): string | null {
  const target = property.parameter.type === 'AssignmentPattern' ? property.parameter.left : property.parameter;
  return target.type === 'Identifier' ? target.name : null;
}

function parameterValue(resolver: Resolver, property: TSESTree.TSParameterProperty): Value {
  const target = property.parameter.type === 'AssignmentPattern' ? property.parameter.left : property.parameter;
  const variable = resolver.tree.variableOf(target);
  return variable === null ? UNKNOWN : resolver.variable(variable);
}

/** Everything assigned to `this.name` in methods of the class itself. */
function thisWrites(resolver: Resolver, node: ClassNode, name: string): Node[] {
  return resolver.tree.thisMembers(name).flatMap((member) => (enclosingClass(resolver, member) === node ? assignedTo(resolver, member) : []));
}

/** The class whose instance `this` is at a node: arrow functions pass it on, other functions that are no methods do not. */
export function enclosingClass(resolver: Resolver, node: Node): ClassNode | null {
  let current = resolver.tree.parentOf(node);
  while (current !== null) {
    const parent: Node | null = resolver.tree.parentOf(current);
    if (current.type === 'FunctionDeclaration') return null;
    if (current.type === 'FunctionExpression' && parent?.type !== 'MethodDefinition') return null;
    if (isClass(current)) return current;
    current = parent;
  }
  return null;
}
