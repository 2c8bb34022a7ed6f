/** What a variable holds: imports, declarations, every assignment, parameters, destructuring on the way. */
import type { Definition, Reference, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import type { CallbackFacts } from '../../facts/schema.js';
import { isFunction, stringValue, unwrap, type FunctionNode, type Node, propertyName } from '../syntax/nodes.js';
import { memberOf } from './drivers.js';
import { valueOfImport } from './imports.js';
import { jsdocParameter, jsdocVariable } from './jsdoc.js';
import { propertyOf } from './members.js';
import { awaited, handleOf, join, NOTHING, UNKNOWN, type Resolver, type Value } from './values.js';

export function valueOfVariable(resolver: Resolver, variable: Variable): Value {
  const [definition, second] = variable.defs;
  if (definition === undefined) return UNKNOWN;
  switch (definition.type) {
    case 'ImportBinding':
      return valueOfImport(resolver, definition);
    case 'FunctionName':
      return second === undefined && isFunction(definition.node) ? { kind: 'function', node: definition.node } : UNKNOWN;
    case 'ClassName':
      return { kind: 'class', node: definition.node };
    case 'Parameter':
      return valueOfParameter(resolver, variable, definition);
    case 'Variable':
      return valueOfDeclaration(resolver, variable, definition);
    default:
      return UNKNOWN;
  }
}

function valueOfDeclaration(resolver: Resolver, variable: Variable, definition: Extract<Definition, { type: 'Variable' }>): Value {
  const written = join(variable.references.filter((reference) => reference.isWrite()).map((reference) => valueOfWrite(resolver, reference)));
  if (written.kind !== 'unknown' && written.kind !== 'nothing') return written;
  const annotation = annotationOf(definition.name);
  const declared = annotation === null ? jsdocVariable(resolver, definition.node) : resolver.type(annotation);
  return declared.kind === 'unknown' ? UNKNOWN : declared;
}

function annotationOf(node: Node): TSESTree.TypeNode | null {
  return node.type === 'Identifier' ? (node.typeAnnotation?.typeAnnotation ?? null) : null;
}

/** The value that one write puts into the variable. */
function valueOfWrite(resolver: Resolver, reference: Reference): Value {
  const { tree } = resolver;
  const steps: Step[] = [];
  const target = patternRoot(resolver, reference.identifier, steps);
  if (target === null) return UNKNOWN;
  const parent = tree.parentOf(target);
  if (parent?.type === 'VariableDeclarator' && parent.id === target) {
    const loop = tree.parentOf(tree.parentOf(parent) ?? parent);
    if (parent.init === null) return loop?.type === 'ForOfStatement' ? follow(resolver, elementOf(resolver, loop), steps) : NOTHING;
    return follow(resolver, resolver.expression(parent.init), steps);
  }
  if (parent?.type === 'AssignmentExpression' && parent.left === target) {
    if (!['=', '??=', '||='].includes(parent.operator)) return UNKNOWN;
    return follow(resolver, resolver.expression(parent.right), steps);
  }
  return UNKNOWN;
}

/** `for (const row of rows)`. */
function elementOf(resolver: Resolver, loop: TSESTree.ForOfStatement): Value {
  const list = awaited(resolver.expression(loop.right));
  return list.kind === 'handle' && list.facts.role === 'rows' ? propertyOf(resolver, list, '0') : UNKNOWN;
}

/** One step of destructuring; `or` is a default value. */
type Step = { readonly property: string } | { readonly or: Node };

/** Climbs from an identifier to the pattern that is declared or assigned, noting the way down; null when the way is not known. */
function patternRoot(resolver: Resolver, identifier: Node, steps: Step[]): Node | null {
  let current = identifier;
  for (;;) {
    const parent = resolver.tree.parentOf(current);
    if (parent?.type === 'AssignmentPattern' && parent.left === current) {
      steps.unshift({ or: parent.right });
      current = parent;
    } else if (parent?.type === 'Property' && parent.value === current) {
      const name = propertyName(parent);
      const pattern = resolver.tree.parentOf(parent);
      if (pattern?.type !== 'ObjectPattern') return current;
      if (name === null) return null;
      steps.unshift({ property: name });
      current = pattern;
    } else if (parent?.type === 'ArrayPattern') {
      steps.unshift({ property: String(parent.elements.findIndex((element) => element === current)) });
      current = parent;
    } else if (parent?.type === 'RestElement') {
      return null;
    } else return current;
  }
}

function follow(resolver: Resolver, value: Value, steps: readonly Step[]): Value {
  return steps.reduce((current, step) => {
    if ('property' in step) return propertyOf(resolver, current, step.property);
    return current.kind === 'unknown' ? resolver.expression(step.or) : current;
  }, value);
}

function valueOfParameter(resolver: Resolver, variable: Variable, definition: Extract<Definition, { type: 'Parameter' }>): Value {
  const { name: identifier, node } = definition;
  // A parameter that is assigned again holds what nobody can tell.
  if (identifier.type !== 'Identifier' || !isFunction(node) || isReassigned(resolver, variable, node)) return UNKNOWN;
  const steps: Step[] = [];
  const root = patternRoot(resolver, identifier, steps);
  if (root === null) return UNKNOWN;
  const position = node.params.findIndex((parameter) => parameter === root || (parameter.type === 'TSParameterProperty' && parameter.parameter === root));
  const declared = declaredParameter(resolver, root, node, position);
  const value = declared.kind === 'unknown' ? callbackParameter(resolver, node, position) : declared;
  return follow(resolver, value, steps);
}

/** Default values are writes, too; only assignments in the body count here. */
function isReassigned(resolver: Resolver, variable: Variable, node: FunctionNode): boolean {
  return variable.references.some((reference) => reference.isWrite() && reference.init !== true && reference.identifier.range[0] >= node.body.range[0]);
}

/** Annotation or JSDoc type of a whole parameter. */
function declaredParameter(resolver: Resolver, root: Node, node: FunctionNode, position: number): Value {
  const target = root.type === 'AssignmentPattern' ? root.left : root;
  if ((target.type === 'Identifier' || target.type === 'ObjectPattern') && target.typeAnnotation !== undefined) {
    return resolver.type(target.typeAnnotation.typeAnnotation);
  }
  return target.type === 'Identifier' ? jsdocParameter(resolver, node, target.name) : jsdocParameter(resolver, node, position);
}

/** `pool.connect((err, client) => …)`, `sql.begin(async (tx) => …)`, `pool.connect().then((client) => …)`. */
function callbackParameter(resolver: Resolver, node: FunctionNode, position: number): Value {
  const call = resolver.tree.parentOf(node);
  if (call?.type !== 'CallExpression' || call.callee === node || call.callee.type !== 'MemberExpression') return UNKNOWN;
  const name = propertyName(call.callee);
  const receiver = name === null ? UNKNOWN : resolver.expression(call.callee.object);
  if (name === null) return UNKNOWN;
  if (name === 'then' && call.arguments[0] === node && position === 0) return receiver.kind === 'promise' || receiver.kind === 'handle' ? awaited(receiver) : UNKNOWN;
  if (receiver.kind !== 'handle') return UNKNOWN;
  const callback = callbackOf(receiver, name, call.arguments[0]);
  const handle = callback?.parameters[position];
  return handle === undefined || handle === null ? UNKNOWN : handleOf(receiver.driver, handle, null, receiver.evidence);
}

function callbackOf(receiver: Extract<Value, { kind: 'handle' }>, name: string, first: Node | undefined): CallbackFacts | null {
  const member = memberOf(receiver, name);
  if (member === null || !('callback' in member) || member.callback === undefined) return null;
  if (member.does !== 'listen') return member.callback;
  const event = first === undefined ? null : stringValue(unwrap(first));
  return event === null ? null : (member.callback[event] ?? null);
}
