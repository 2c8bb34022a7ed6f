/** What a parameter holds: by its annotation, by the callback that it belongs to, or by what every call in the file passes. */
import type { Definition, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import type { CallbackFacts, MemberFacts } from '../../facts/schema.js';
import { annotationOf, isFunction, propertyName, stringValue, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';
import { jsdocParameter } from './jsdoc.js';
import { follow, patternRoot, type Step } from './patterns.js';
import { isReshaped } from './reshaping.js';
import { awaited, handleOf, join, UNKNOWN, type Resolver, type Value } from './values.js';

export function valueOfParameter(resolver: Resolver, variable: Variable, definition: Extract<Definition, { type: 'Parameter' }>): Value {
  const { name: identifier, node } = definition;
  // A parameter that is assigned again holds what nobody can tell.
  if (identifier.type !== 'Identifier' || !isFunction(node) || isReassigned(resolver, variable, node)) return UNKNOWN;
  const steps: Step[] = [];
  const root = patternRoot(resolver, identifier, steps);
  if (root === null) return UNKNOWN;
  const position = node.params.findIndex((parameter) => parameter === root || (parameter.type === 'TSParameterProperty' && parameter.parameter === root));
  const declared = declaredParameter(resolver, root, node, position);
  const value = declared.kind === 'unknown' ? passedParameter(resolver, node, position) : declared;
  return follow(resolver, value, steps);
}

/** Default values are writes, too; only assignments in the body count here. */
function isReassigned(resolver: Resolver, variable: Variable, node: FunctionNode): boolean {
  return variable.references.some((reference) => reference.isWrite() && reference.init !== true && reference.identifier.range[0] >= node.body.range[0]);
}

/** Annotation or JSDoc type of a whole parameter. */
function declaredParameter(resolver: Resolver, root: Node, node: FunctionNode, position: number): Value {
  const target = root.type === 'AssignmentPattern' ? root.left : root;
  const annotation = annotationOf(target);
  if (annotation !== null) return resolver.type(annotation);
  return target.type === 'Identifier' ? jsdocParameter(resolver, node, target.name) : jsdocParameter(resolver, node, position);
}

/** What is passed: by the call that a function is an argument of, or by the calls of a function that only this file can call. */
function passedParameter(resolver: Resolver, node: FunctionNode, position: number): Value {
  const parent = resolver.tree.parentOf(node);
  if (parent?.type === 'CallExpression' && parent.callee !== node) {
    const byFacts = callbackParameter(resolver, node, position);
    return byFacts.kind === 'unknown' ? ownCallbackParameter(resolver, parent, node, position) : byFacts;
  }
  return calledParameter(resolver, node, position);
}

/** `withClient(async (client) => …)` of a function in this file: by the callback's type there, or by what it is called with. */
function ownCallbackParameter(resolver: Resolver, call: TSESTree.CallExpression, node: FunctionNode, position: number): Value {
  const callee = resolver.expression(call.callee);
  const index = call.arguments.findIndex((argument) => argument === node);
  const parameter = callee.kind === 'function' ? callee.node.params[index] : undefined;
  if (parameter?.type !== 'Identifier') return UNKNOWN;
  const type = annotationOf(parameter);
  if (type?.type === 'TSFunctionType') {
    const declared = type.params[position];
    const annotation = declared === undefined ? null : annotationOf(declared);
    return annotation === null ? UNKNOWN : resolver.type(annotation);
  }
  const variable = resolver.tree.variableOf(parameter);
  return variable === null ? UNKNOWN : passedToAll(resolver, variable, position, (parent) => parent?.type === 'CallExpression');
}

/** A function that does not leave the file: what all of its calls pass. */
function calledParameter(resolver: Resolver, node: FunctionNode, position: number): Value {
  const { tree } = resolver;
  const declaration = node.type === 'FunctionDeclaration' ? node : tree.parentOf(node);
  const name = node.type === 'FunctionDeclaration' ? node.id : declaration?.type === 'VariableDeclarator' && declaration.init === node ? declaration.id : null;
  const variable = name === null ? null : tree.variableOf(name);
  const outer = declaration === null ? null : tree.parentOf(declaration);
  const statement = declaration?.type === 'VariableDeclarator' && outer !== null ? tree.parentOf(outer) : outer;
  if (variable === null || statement?.type.startsWith('Export') === true) return UNKNOWN;
  return passedToAll(resolver, variable, position, () => false);
}

/** What every call of a variable passes at a position; unknown when it is also used otherwise, or when nobody calls it. */
function passedToAll(resolver: Resolver, variable: Variable, position: number, isHarmless: (parent: Node | null) => boolean): Value {
  const passed: Value[] = [];
  for (const reference of variable.references) {
    if (reference.isWrite()) {
      if (reference.init !== true) return UNKNOWN;
      continue;
    }
    const call = resolver.tree.parentOf(reference.identifier);
    if (call?.type !== 'CallExpression' || call.callee !== reference.identifier) {
      if (isHarmless(call)) continue;
      return UNKNOWN;
    }
    const argument = call.arguments[position];
    if (argument === undefined || call.arguments.slice(0, position + 1).some(({ type }) => type === 'SpreadElement')) return UNKNOWN;
    passed.push(resolver.expression(argument));
  }
  const value = join(passed);
  return value.kind === 'nothing' ? UNKNOWN : value;
}

/** `pool.connect((err, client) => …)`, `sql.begin(async (tx) => …)`, `pool.connect().then((client) => …)`. */
function callbackParameter(resolver: Resolver, node: FunctionNode, position: number): Value {
  const call = resolver.tree.parentOf(node);
  if (call?.type !== 'CallExpression' || call.callee === node || call.callee.type !== 'MemberExpression') return UNKNOWN;
  const name = propertyName(call.callee);
  const receiver = name === null ? UNKNOWN : resolver.expression(call.callee.object);
  if (name === null) return UNKNOWN;
  if (name === 'then' && call.arguments[0] === node && position === 0) return receiver.kind === 'promise' || receiver.kind === 'handle' ? awaited(receiver) : UNKNOWN;
  const method = resolver.expression(call.callee);
  if (method.kind !== 'member' || (method.facts.does === 'query' && isReshaped(resolver, method.handle, method.facts, call))) return UNKNOWN;
  const callback = callbackOf(method.facts, call.arguments[0]);
  const handle = callback?.parameters[position];
  return handle === undefined || handle === null ? UNKNOWN : handleOf(method.handle.driver, handle, method.facts.does === 'query' ? { node: call, home: resolver } : null, method.handle);
}

function callbackOf(member: MemberFacts, first: Node | undefined): CallbackFacts | null {
  if (!('callback' in member) || member.callback === undefined) return null;
  if (member.does !== 'listen') return member.callback;
  const event = first === undefined ? null : stringValue(unwrap(first));
  return event === null ? null : (member.callback[event] ?? null);
}
