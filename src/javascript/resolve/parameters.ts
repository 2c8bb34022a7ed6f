/** What a parameter holds: by its annotation, by the callback that it belongs to, or by what every call in the file passes. */
import type { Definition, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import type { CallbackFacts, MemberFacts } from '../../facts/schema.js';
import { annotationOf, isFunction, propertyName, stringValue, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';
import { seenFromCall } from './bindings.js';
import { callersOf, type Call } from './callers.js';
import { jsdocParameter } from './jsdoc.js';
import { follow, patternRoot, type Step } from './patterns.js';
import { isReshaped } from './reshaping.js';
import { awaited, extended, fromElsewhere, handleOf, join, UNKNOWN, type Resolver, type Value } from './values.js';

export function valueOfParameter(resolver: Resolver, variable: Variable, definition: Extract<Definition, { type: 'Parameter' }>): Value {
  const { name: identifier, node } = definition;
  // A parameter that is assigned again holds what nobody can tell.
  if (identifier.type !== 'Identifier' || !isFunction(node) || isReassigned(resolver, variable, node)) return UNKNOWN;
  const steps: Step[] = [];
  const root = patternRoot(resolver, identifier, steps);
  if (root === null) return UNKNOWN;
  const position = node.params.findIndex((parameter) => parameter === root || (parameter.type === 'TSParameterProperty' && parameter.parameter === root));
  const declared = declaredParameter(resolver, root, node, position);
  const parameter = node.params[position];
  const bound = parameter === undefined ? null : resolver.bound(parameter);
  const value = declared.kind === 'unknown' ? (bound ?? passedTo(resolver, root, node, position)) : declared;
  return follow(resolver, value, steps);
}

/** What is passed; under a type that nobody knows it may be more than that. */
function passedTo(resolver: Resolver, root: Node, node: FunctionNode, position: number): Value {
  const passed = passedParameter(resolver, node, position);
  return annotationOf(root.type === 'AssignmentPattern' ? root.left : root) === null ? passed : extended(passed);
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

/** `withClient(async (client) => …)` of a function of the project: by the callback's type there, or by what it is called with. */
function ownCallbackParameter(resolver: Resolver, call: TSESTree.CallExpression, node: FunctionNode, position: number): Value {
  const callee = resolver.expression(call.callee);
  if (callee.kind !== 'function') return UNKNOWN;
  const { home } = callee;
  const parameter = callee.node.params[call.arguments.findIndex((argument) => argument === node)];
  if (parameter?.type !== 'Identifier') return UNKNOWN;
  const type = annotationOf(parameter);
  if (type?.type === 'TSFunctionType') {
    const declared = type.params[position];
    const annotation = declared === undefined ? null : annotationOf(declared);
    return annotation === null ? UNKNOWN : fromHome(resolver, home, home.type(annotation));
  }
  const variable = home.tree.variableOf(parameter);
  if (variable === null) return UNKNOWN;
  const passed = passedByCalls(home, variable, position);
  if (passed.kind !== 'unknown') return fromHome(resolver, home, passed);
  const seen = seenFromCall(resolver, call, callee);
  return seen === null ? UNKNOWN : fromElsewhere(passedByCalls(seen, variable, position));
}

function fromHome(resolver: Resolver, home: Resolver, value: Value): Value {
  return home === resolver ? value : fromElsewhere(value);
}

/** What a function passes to a callback that it gets: by all calls of it. */
function passedByCalls(resolver: Resolver, variable: Variable, position: number): Value {
  const calls: Call[] = [];
  for (const reference of variable.references) {
    if (reference.isWrite()) {
      if (reference.init !== true) return UNKNOWN;
      continue;
    }
    const call = resolver.tree.parentOf(reference.identifier);
    if (call?.type !== 'CallExpression') return UNKNOWN;
    // Where it is handed on, somebody else calls it, too.
    if (call.callee === reference.identifier) calls.push({ by: resolver, call });
  }
  return passedToAll(calls, position);
}

/** What all callers pass, in this file and in those that import it. */
function calledParameter(resolver: Resolver, node: FunctionNode, position: number): Value {
  const callers = callersOf(resolver, node);
  if (callers === null) return UNKNOWN;
  const value = passedToAll(callers.calls, position);
  const isOfOthers = callers.calls.some(({ by }) => by !== resolver);
  return value.kind === 'handle' ? { ...value, known: isOfOthers ? 'importer' : value.known, roleUnknown: value.roleUnknown || callers.isPartial } : value;
}

/** What every call passes at a position; unknown where one passes what nobody knows, or where nobody calls it. */
function passedToAll(calls: readonly Call[], position: number): Value {
  const passed: Value[] = [];
  for (const { by, call } of calls) {
    const argument = call.arguments[position];
    if (argument === undefined || call.arguments.slice(0, position + 1).some(({ type }) => type === 'SpreadElement')) return UNKNOWN;
    passed.push(by.expression(argument));
  }
  const value = join(passed, true);
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
