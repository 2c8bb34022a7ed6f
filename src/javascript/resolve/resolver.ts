/**
 * Which driver handle does this expression hold? A small abstract interpretation over the driver facts: what the file itself tells,
 * annotations, the type checker, and the other modules of the project.
 */
import type { Variable } from '@typescript-eslint/scope-manager';
import { NO_SETTINGS, type Settings } from '../../settings/read-settings.js';
import { isNullish, propertyName, requiredModule, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';
import { isGlobalObject, type Tree } from '../syntax/tree.js';
import { valueOfType, valueOfTypeName } from './annotations.js';
import { resultOf, valueOfCall, valueOfNew, valueOfTag } from './calls.js';
import { declaredModule, declaredRequire } from './declared-modules.js';
import { driverModule, globalValue, memberOf, namespaceValue, requireValue, typedHandleDeclaredIn } from './drivers.js';
import { exportOf, requiredFrom } from './exports.js';
import { enclosingClass, propertyOf } from './members.js';
import { declaredReceiver } from './receivers.js';
import { awaited, extended, join, NOTHING, promiseOf, UNKNOWN, type Project, type Resolver, type TypeNode, type Value } from './values.js';
import { valueOfVariable } from './variables.js';

/** Expressions that need a longer way than this are unknown: no code that a person wrote does, and the stack is finite. */
const MAX_DEPTH = 60;

/** Calls in calls in … are looked at one by one to this depth. */
const MAX_CALLS = 3;

interface SeenCall {
  readonly parameters: ReadonlyMap<Node, Value>;
  readonly depth: number;
}

const NO_CALL: SeenCall = { parameters: new Map(), depth: 0 };

/**
 * A resolver for one file, or for one call of one of its functions. Answers are remembered; a question that comes back to itself is
 * unknown.
 */
export function createResolver(tree: Tree, project: Project | null = null, settings: Settings = NO_SETTINGS, call: SeenCall = NO_CALL): Resolver {
  const expressions = new Map<Node, Value>();
  const variables = new Map<Variable, Value>();
  const types = new Map<Variable, Value>();
  const ofCalls = new Map<Node, Resolver>();
  const results = new Map<FunctionNode, Value>();
  const depth = project?.depth ?? { current: 0 };

  function remembered<Key>(memory: Map<Key, Value>, key: Key, find: () => Value): Value {
    const known = memory.get(key);
    if (known !== undefined) return known;
    if (depth.current >= MAX_DEPTH) return UNKNOWN;
    memory.set(key, UNKNOWN);
    depth.current++;
    try {
      const value = find();
      memory.set(key, value);
      return value;
    } finally {
      depth.current--;
    }
  }

  const imported = (specifier: string): Resolver | null => (project === null || tree.file === undefined ? null : project.moduleFrom(tree.file, specifier));

  const resolver: Resolver = {
    tree,
    project,
    settings,
    imported,
    bound: (parameter) => call.parameters.get(parameter) ?? null,
    within(node, parameters) {
      if (call.depth >= MAX_CALLS) return null;
      const known = ofCalls.get(node) ?? createResolver(tree, project, settings, { parameters: new Map([...call.parameters, ...parameters]), depth: call.depth + 1 });
      ofCalls.set(node, known);
      return known;
    },
    expression: (node) => remembered(expressions, node, () => valueOf(resolver, node)),
    variable: (variable) => remembered(variables, variable, () => valueOfVariable(resolver, variable)),
    type: (node: TypeNode) => remembered(expressions, node, () => valueOfType(resolver, node)),
    result: (node) => remembered(results, node, () => resultOf(resolver, node)),
    module(specifier) {
      const module = driverModule(specifier);
      if (module !== null) return namespaceValue(module);
      return declaredModule(settings, specifier, () => moduleOf(imported(specifier)));
    },
    required(specifier) {
      const module = driverModule(specifier);
      if (module !== null) return requireValue(module);
      return declaredRequire(settings, specifier, () => {
        const home = imported(specifier);
        return home === null ? UNKNOWN : requiredFrom(home);
      });
    },
    exported: (name) => exportOf(resolver, name),
    declaredType: (variable) => remembered(types, variable, () => valueOfTypeName(resolver, variable)),
    globalWrites: (name) =>
      tree.globalMembers(name).flatMap((member) => {
        const assignment = tree.parentOf(member);
        return assignment?.type === 'AssignmentExpression' && assignment.left === member ? [assignment.right] : [];
      }),
  };
  return resolver;
}

function moduleOf(home: Resolver | null): Value {
  return home === null ? UNKNOWN : { kind: 'module', home };
}

function valueOf(resolver: Resolver, node: Node): Value {
  if (node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion' || node.type === 'TSSatisfiesExpression') {
    const value = resolver.expression(node.expression);
    return value.kind === 'unknown' || value.kind === 'global' || value.kind === 'object' ? asserted(resolver, value, node.typeAnnotation) : ofType(resolver, value, node.typeAnnotation);
  }
  const inner = unwrap(node);
  const value = valueOfExpression(resolver, inner);
  const checked = value.kind === 'unknown' ? valueByChecker(resolver, inner) : value;
  return isUntold(checked, inner) ? declaredReceiver(resolver, inner, checked) : checked;
}

/** Nothing tells what it is, or nothing is written to a property in this file. */
function isUntold({ kind }: Value, node: Node): boolean {
  return kind === 'unknown' || (kind === 'nothing' && node.type === 'MemberExpression');
}

/** `pool as MyPool`: a handle stays what it is, but the author says that it has other members, unless the type is the driver's own. */
function ofType(resolver: Resolver, value: Value, type: TypeNode): Value {
  const declared = resolver.type(type);
  return declared.kind === 'handle' && declared.isExtended !== true ? value : extended(value);
}

/** `globalThis as { pool?: Pool }`: the written type where it says something, else the value. */
function asserted(resolver: Resolver, value: Value, type: TypeNode): Value {
  const declared = resolver.type(type);
  return declared.kind === 'unknown' || declared.kind === 'nothing' ? value : declared;
}

function valueOfExpression(resolver: Resolver, node: Node): Value {
  if (isNullish(node)) return NOTHING;
  if (isGlobalObject(node, resolver.tree)) return { kind: 'global' };
  switch (node.type) {
    case 'Identifier': {
      const variable = resolver.tree.variableOf(node);
      return variable === null ? globalValue(node.name) : resolver.variable(variable);
    }
    case 'MemberExpression':
      return valueOfMember(resolver, node);
    case 'CallExpression':
      return valueOfCall(resolver, node);
    case 'NewExpression':
      return valueOfNew(resolver, node);
    case 'TaggedTemplateExpression':
      return valueOfTag(resolver, node);
    case 'AwaitExpression':
      return awaited(resolver.expression(node.argument));
    case 'ImportExpression': {
      const specifier = requiredModule(node);
      return specifier === null ? UNKNOWN : promiseOf(resolver.module(specifier));
    }
    case 'AssignmentExpression':
      return node.operator === '=' ? resolver.expression(node.right) : ['??=', '||='].includes(node.operator) ? either(resolver, node.left, node.right) : UNKNOWN;
    case 'LogicalExpression':
      return node.operator === '&&' ? resolver.expression(node.right) : either(resolver, node.left, node.right);
    case 'ConditionalExpression':
      return join([resolver.expression(node.consequent), resolver.expression(node.alternate)], true);
    case 'Super': {
      const owner = enclosingClass(resolver, node);
      const base = owner?.superClass == null ? UNKNOWN : resolver.expression(owner.superClass);
      return base.kind === 'class' ? { kind: 'instance', node: base.node, home: base.home } : UNKNOWN;
    }
    case 'ThisExpression': {
      const owner = enclosingClass(resolver, node);
      return owner === null ? UNKNOWN : { kind: 'instance', node: owner, home: resolver };
    }
    case 'SequenceExpression': {
      const last = node.expressions.at(-1);
      return last === undefined ? UNKNOWN : resolver.expression(last);
    }
    case 'ObjectExpression':
      return { kind: 'object', node, home: resolver };
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return { kind: 'function', node, home: resolver };
    case 'ClassExpression':
      return { kind: 'class', node, home: resolver };
    default:
      return UNKNOWN;
  }
}

/** `a ?? b`, `a || b`, `a ??= b`: a lazily filled place holds what fills it. */
function either(resolver: Resolver, left: Node, right: Node): Value {
  const filled = resolver.expression(right);
  const present = resolver.expression(left);
  if (present.kind !== 'unknown') return join([present, filled]);
  // `globalThis.pool ?? new Pool()`, with the store being written in another module or nowhere.
  const target = unwrap(left);
  return target.type === 'MemberExpression' && resolver.expression(target.object).kind === 'global' ? filled : UNKNOWN;
}

function valueOfMember(resolver: Resolver, node: Extract<Node, { type: 'MemberExpression' }>): Value {
  const name = propertyName(node);
  if (name === null) {
    // `rows[i]`: whichever row it is.
    const list = node.computed ? resolver.expression(node.object) : UNKNOWN;
    return list.kind === 'handle' && list.facts.role === 'rows' ? propertyOf(resolver, list, '0') : UNKNOWN;
  }
  return propertyOf(resolver, resolver.expression(node.object), name);
}

/** Step 3: only for the receiver of a call that the facts could know, and only when the file was parsed with types. */
function valueByChecker(resolver: Resolver, node: Node): Value {
  const { tree } = resolver;
  const parent = tree.parentOf(node);
  const isReceiver = (parent?.type === 'MemberExpression' && parent.object === node) || (parent?.type === 'TaggedTemplateExpression' && parent.tag === node);
  if (tree.types === null || !isReceiver) return UNKNOWN;
  const type = tree.types.typeOf(node);
  if (type === null) return UNKNOWN;
  const value = typedHandleDeclaredIn(type.declaredIn, type.name);
  if (value.kind !== 'handle') return value;
  const name = parent.type === 'MemberExpression' ? propertyName(parent) : null;
  return name !== null && memberOf(value, name) === null ? UNKNOWN : { ...value, known: 'types' };
}
