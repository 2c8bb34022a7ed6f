/** Which error does an expression hold, or which part of it? */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Query } from '../../model/words.js';
import { patternRoot, type Step } from '../resolve/patterns.js';
import type { Origin, Resolver } from '../resolve/values.js';
import { isFunction, propertyName, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';
import { allSources, errorSourcesFrom, NO_SOURCES, rejectionHandler, type ErrorSources } from './error-sources.js';
import { toHandle } from './handles.js';

/** An error, or a part of it, that an expression holds. */
export interface Subject {
  /** The parameter that the error comes in through: of a `catch`, of a callback, of a function that is called with it. */
  readonly parameter: Node;
  readonly path: readonly string[];
  /** The name that holds the error as a whole: `err` in `err.code`; null where a pattern takes it apart. */
  readonly base: TSESTree.Identifier | null;
  /** What reads the last step of the path: `err.code`, `code` in `{ code }`; the name itself where there is no path. */
  readonly site: Node;
  /** Whether it is the text of what stands at the path, perhaps in lower case. */
  readonly isText: boolean;
  readonly isLowered: boolean;
}

export interface ErrorSubjects {
  readonly subjectOf: (expression: Node) => Subject | null;
  /** Who can have thrown what comes in through a parameter; null where that is not known. */
  readonly sourcesOf: (parameter: Node) => ErrorSources | null;
}

/** Longer ways are not followed. */
const MAX_STEPS = 20;
/** The property in which every error of the language has its text. */
const MESSAGE = 'message';

export function errorSubjectsIn(resolver: Resolver, queryFrom: (origin: Origin) => Query | null): ErrorSubjects {
  const { tree } = resolver;
  const sourcesIn = errorSourcesFrom(queryFrom);
  const thrownIn = (region: Node): ErrorSources => sourcesIn(resolver, region);
  const known = new Map<Node, ErrorSources | null>();
  return { subjectOf: (expression) => subjectOf(expression, 0), sourcesOf };

  function subjectOf(expression: Node, steps: number): Subject | null {
    const node = unwrap(expression);
    const next = (inner: Node): Subject | null => (steps > MAX_STEPS ? null : subjectOf(inner, steps + 1));
    switch (node.type) {
      case 'Identifier': {
        const variable = tree.variableOf(node);
        return variable === null ? null : subjectOfVariable(variable, node, next);
      }
      case 'MemberExpression': {
        const name = propertyName(node);
        const object = name === null ? null : next(node.object);
        return name === null || object === null || object.isText ? null : { ...object, path: [...object.path, name], site: node };
      }
      case 'CallExpression':
        return subjectOfCall(node, next);
      case 'TemplateLiteral': {
        const [only, second] = node.expressions;
        return only === undefined || second !== undefined ? null : textOf(next(only));
      }
      case 'ConditionalExpression':
        return eitherOf(node.consequent, node.alternate, next);
      case 'LogicalExpression':
        return node.operator === '&&' ? next(node.right) : eitherOf(node.left, node.right, next);
      default:
        return null;
    }
  }

  /** `error instanceof Error ? error.message : String(error)`, `err.message ?? ''`: the same error, or a value that was never in one. */
  function eitherOf(left: Node, right: Node, next: (node: Node) => Subject | null): Subject | null {
    const [first, second] = [next(left), next(right)];
    if (first === null || second === null) {
      const [found, other] = first === null ? [second, left] : [first, right];
      return found !== null && isPlain(other) ? found : null;
    }
    if (first.parameter !== second.parameter) return null;
    const [text, otherText] = [textOf(first), textOf(second)];
    return isSamePath(text, otherText) && isMessage(text) ? text : isSamePath(first, second) ? first : null;
  }

  /** A value that is written down: '', 'Unknown error', undefined, {}. */
  function isPlain(expression: Node): boolean {
    const node = unwrap(expression);
    if (node.type === 'Identifier') return node.name === 'undefined';
    return node.type === 'Literal' || (node.type === 'TemplateLiteral' && node.expressions.length === 0) || (node.type === 'ObjectExpression' && node.properties.length === 0);
  }

  function subjectOfVariable(variable: Variable, identifier: TSESTree.Identifier, next: (node: Node) => Subject | null): Subject | null {
    const [definition, second] = variable.defs;
    if (definition === undefined || second !== undefined || variable.references.some((reference) => reference.isWrite() && reference.init !== true)) return null;
    const steps: Step[] = [];
    const root = definition.name.type === 'Identifier' ? patternRoot(resolver, definition.name, steps) : null;
    if (root === null) return null;
    const path = steps.flatMap((step) => ('property' in step ? [step.property] : []));
    const property = tree.parentOf(definition.name);
    const whole = { path, isText: false, isLowered: false, ...(path.length === 0 ? { base: identifier, site: identifier } : { base: null, site: property?.type === 'AssignmentPattern' ? (tree.parentOf(property) ?? property) : (property ?? identifier) }) };
    switch (definition.type) {
      case 'CatchClause':
        return { ...whole, parameter: root };
      case 'Parameter':
        return isFunction(definition.node) ? { ...whole, parameter: root.type === 'AssignmentPattern' ? root.left : root } : null;
      case 'Variable': {
        if (definition.node.id !== root || definition.node.init === null) return null;
        const held = next(definition.node.init);
        if (held === null || (held.isText && path.length > 0)) return null;
        if (path.length > 0) return { ...held, path: [...held.path, ...path], site: whole.site };
        return held.path.length === 0 && !held.isText ? { ...held, base: identifier, site: identifier } : held;
      }
      default:
        return null;
    }
  }

  /** `String(err)`, `err.toString()`, `message.toLowerCase()`. */
  function subjectOfCall({ callee, arguments: [argument] }: TSESTree.CallExpression, next: (node: Node) => Subject | null): Subject | null {
    const inner = unwrap(callee);
    if (inner.type === 'Identifier') return inner.name === 'String' && tree.variableOf(inner) === null && argument !== undefined ? textOf(next(argument)) : null;
    if (inner.type !== 'MemberExpression') return null;
    const name = propertyName(inner) ?? '';
    if (!['toString', 'trim', 'toLowerCase', 'toLocaleLowerCase'].includes(name)) return null;
    const text = textOf(next(inner.object));
    return text !== null && name.includes('Lower') ? { ...text, isLowered: true } : text;
  }

  /** The text of an error is its message, with the name of its class before it. */
  function textOf(subject: Subject | null): Subject | null {
    if (subject === null || subject.isText) return subject;
    return subject.path.length === 0 ? { ...subject, path: [MESSAGE], isText: true } : { ...subject, isText: true };
  }

  function sourcesOf(parameter: Node): ErrorSources | null {
    const found = known.get(parameter);
    if (found !== undefined) return found;
    known.set(parameter, null);
    const sources = findSources(parameter);
    known.set(parameter, sources);
    return sources;
  }

  function findSources(parameter: Node): ErrorSources | null {
    const parent = tree.parentOf(parameter);
    if (parent?.type === 'CatchClause') {
      const statement = tree.parentOf(parent);
      return statement?.type === 'TryStatement' ? thrownIn(statement.block) : null;
    }
    const owner = parent?.type === 'AssignmentPattern' ? tree.parentOf(parent) : parent;
    if (owner === null || !isFunction(owner)) return null;
    const position = owner.params.findIndex((candidate) => candidate === parameter || candidate === parent);
    const call = tree.parentOf(owner);
    if (call?.type === 'CallExpression' && call.callee !== owner) return sourcesOfCallback(call, owner, position);
    return sourcesOfCalls(owner, position);
  }

  /** A function that is passed on: `promise.catch(f)`, `pool.query('…', f)`. */
  function sourcesOfCallback(call: TSESTree.CallExpression, given: Node, position: number): ErrorSources | null {
    if (position !== 0) return null;
    if (rejectionHandler(call) === given) return call.callee.type === 'MemberExpression' ? thrownIn(call.callee.object) : null;
    const callee = resolver.expression(call.callee);
    if (callee.kind !== 'member' || !('callback' in callee.facts) || callee.facts.does === 'listen') return null;
    if (callee.facts.callback?.parameters[0] !== null || call.arguments.at(-1) !== given) return null;
    const query = queryFrom({ node: call, home: resolver });
    return { ...NO_SOURCES, handles: [toHandle(resolver, callee.handle)], queries: query === null ? [] : [query] };
  }

  /** A function of the file's own: everything that its calls pass must be known. */
  function sourcesOfCalls(node: FunctionNode, position: number): ErrorSources | null {
    const references = referencesTo(node);
    if (references === null || references.length === 0) return null;
    const all = references.map((reference) => sourcesOfUse(reference, position));
    const sources = all.filter((source) => source !== null);
    return sources.length === all.length ? allSources(sources) : null;
  }

  function sourcesOfUse(reference: Node, position: number): ErrorSources | null {
    const call = tree.parentOf(reference);
    if (call?.type !== 'CallExpression') return null;
    if (call.callee !== reference) return sourcesOfCallback(call, reference, position);
    const argument = call.arguments[position];
    const passed = argument === undefined || call.arguments.slice(0, position + 1).some(({ type }) => type === 'SpreadElement') ? null : subjectOf(argument, 0);
    return passed === null || passed.path.length > 0 || passed.isText ? null : sourcesOf(passed.parameter);
  }

  /** Where a function that does not leave the file, or a private method, is used; null where others can use it, too. */
  function referencesTo(node: FunctionNode): Node[] | null {
    const parent = tree.parentOf(node);
    if (parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition') {
      const name = propertyName(parent);
      const isPrivate = name?.startsWith('#') === true || parent.accessibility === 'private';
      return isPrivate && name !== null ? [...tree.thisMembers(name)] : null;
    }
    const declarator = parent?.type === 'VariableDeclarator' && parent.init === node ? parent : null;
    const name = node.type === 'FunctionDeclaration' ? node.id : (declarator?.id ?? null);
    const variable = name === null ? null : tree.variableOf(name);
    const statement = declarator === null ? parent : tree.parentOf(tree.parentOf(declarator) ?? declarator);
    if (variable === null || statement?.type.startsWith('Export') === true) return null;
    if (variable.references.some((reference) => reference.isWrite() && reference.init !== true)) return null;
    return variable.references.filter((reference) => reference.isRead()).map(({ identifier }) => identifier);
  }
}

function isSamePath(left: Subject | null, right: Subject | null): boolean {
  return left !== null && right !== null && left.path.length === right.path.length && left.path.every((step, index) => step === right.path[index]);
}

function isMessage(subject: Subject | null): boolean {
  return subject?.path.at(-1) === MESSAGE;
}
