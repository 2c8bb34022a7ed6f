/** Who can have thrown the error that a piece of code catches: queries of known handles, the code itself, others. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Others } from '../../model/error-words.js';
import type { Handle, Query } from '../../model/words.js';
import { originOf } from '../resolve/origins.js';
import type { HandleValue, Origin, Resolver, Value } from '../resolve/values.js';
import { isFunction, propertyName, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';
import { constantInit } from '../syntax/plain-values.js';
import { walk } from '../syntax/tree.js';
import { toHandle } from './handles.js';

export interface ErrorSources {
  readonly handles: readonly Handle[];
  readonly others: Others;
  readonly queries: readonly Query[];
  /** Messages of errors that are thrown there; null for one that is not written down. */
  readonly ownTexts: readonly (string | null)[];
  /** Whether what the driver makes of models is among the queries, and not texts alone. */
  readonly usesModels: boolean;
}

export const NO_SOURCES: ErrorSources = { handles: [], others: 'nobody', queries: [], ownTexts: [], usesModels: false };

const RANKS: readonly Others[] = ['nobody', 'packages', 'code', 'anyone'];

/** Everybody who can have thrown, where it can be one of several pieces of code. */
export function allSources(sources: readonly ErrorSources[]): ErrorSources {
  return {
    handles: [...new Set(sources.flatMap(({ handles }) => handles))],
    others: RANKS[Math.max(0, ...sources.map(({ others }) => RANKS.indexOf(others)))] ?? 'anyone',
    queries: sources.flatMap(({ queries }) => queries),
    ownTexts: sources.flatMap(({ ownTexts }) => ownTexts),
    usesModels: sources.some(({ usesModels }) => usesModels),
  };
}

/** Functions that call functions are followed to this depth. */
const MAX_DEPTH = 8;

/** Answers for a block, a promise or a function of the file that a resolver belongs to. */
export type SourcesOf = (home: Resolver, region: Node) => ErrorSources;

/** Functions of other files are followed, too. */
export function errorSourcesFrom(queryFrom: (origin: Origin) => Query | null): SourcesOf {
  const readers = new Map<Resolver, (region: Node) => ErrorSources>();
  let depth = 0;
  return sourcesIn;

  function sourcesIn(home: Resolver, region: Node): ErrorSources {
    const reader = readers.get(home) ?? errorSourcesIn(home, queryFrom, sourcesIn);
    readers.set(home, reader);
    if (depth >= MAX_DEPTH) return { ...NO_SOURCES, others: 'anyone' };
    depth++;
    try {
      return reader(region);
    } finally {
      depth--;
    }
  }
}

function errorSourcesIn(resolver: Resolver, queryFrom: (origin: Origin) => Query | null, sourcesIn: SourcesOf): (region: Node) => ErrorSources {
  const { tree } = resolver;
  const known = new Map<Node, ErrorSources>();
  return sourcesOf;

  function sourcesOf(region: Node): ErrorSources {
    const found = known.get(region);
    if (found !== undefined) return found;
    // A function that calls itself throws nothing new.
    known.set(region, NO_SOURCES);
    const all: ErrorSources[] = [];
    const skipped = new Set<Node>();
    walk(region, tree.visitorKeys, (node, parent) => {
      if (skipped.has(node) || (parent !== null && skipped.has(parent)) || (node !== region && isFunction(node) && !runsHere(node))) {
        skipped.add(node);
        return;
      }
      for (const caught of caughtIn(node)) skipped.add(caught);
      all.push(...thrownBy(node));
    });
    const sources = allSources(all);
    known.set(region, sources);
    return sources;
  }

  /** A callback is called by what it is passed to, which passes its errors on; a function that is called at once runs there. */
  function runsHere(node: FunctionNode): boolean {
    const parent = tree.parentOf(node);
    return parent?.type === 'CallExpression' || (parent?.type === 'NewExpression' && parent.callee.type === 'Identifier' && parent.callee.name === 'Promise');
  }

  /** What a handler inside of the region catches, unless it throws the same error again. */
  function caughtIn(node: Node): Node[] {
    if (node.type === 'TryStatement' && node.handler !== null) return throwsAgain(node.handler, node.handler.param) ? [] : [node.block];
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return [];
    const handler = rejectionHandler(node);
    return handler === null || (isFunction(handler) && throwsAgain(handler, handler.params[0] ?? null)) ? [] : [node.callee.object];
  }

  function throwsAgain(handler: Node, parameter: Node | null): boolean {
    const variable = parameter === null ? null : tree.variableOf(parameter);
    return (variable?.references ?? []).some(({ identifier }) => {
      const parent = tree.parentOf(identifier);
      return parent?.type === 'ThrowStatement' && parent.range[0] >= handler.range[0] && parent.range[1] <= handler.range[1];
    });
  }

  function thrownBy(node: Node): ErrorSources[] {
    switch (node.type) {
      case 'CallExpression':
      case 'TaggedTemplateExpression':
        return [thrownByCall(node)];
      case 'NewExpression':
        return [{ ...NO_SOURCES, others: othersIn(node, node.callee) }];
      case 'AwaitExpression':
        return [thrownByPromise(node.argument)];
      case 'ForOfStatement':
        return node.await ? [thrownByPromise(node.right)] : [];
      case 'YieldExpression':
        return [{ ...NO_SOURCES, others: 'anyone' }];
      case 'ThrowStatement':
        return isRethrown(node.argument) ? [] : [{ ...NO_SOURCES, ownTexts: [messageOf(node.argument)] }];
      default:
        return [];
    }
  }

  /** `throw error` in a handler: what its region threw is found there. */
  function isRethrown(thrown: Node): boolean {
    const variable = thrown.type === 'Identifier' ? tree.variableOf(thrown) : null;
    return variable?.defs[0]?.type === 'CatchClause' || variable?.defs[0]?.type === 'Parameter';
  }

  /** A promise that was made before. */
  function thrownByPromise(argument: Node): ErrorSources {
    const node = unwrap(argument);
    if (['CallExpression', 'TaggedTemplateExpression', 'NewExpression', 'ImportExpression', 'Literal', 'ArrowFunctionExpression'].includes(node.type)) return NO_SOURCES;
    const value = resolver.expression(node);
    const handle = value.kind === 'promise' ? value.of : value;
    if (handle.kind === 'handle') {
      const { origin } = handle;
      if (origin === null || origin.node.type === 'NewExpression') return ofHandle(handle, false);
      return origin.home === resolver ? thrownByCall(origin.node) : sourcesIn(origin.home, origin.node);
    }
    const variable = node.type === 'Identifier' ? tree.variableOf(node) : null;
    const init = variable === null ? null : constantInit(variable);
    return init === null ? { ...NO_SOURCES, others: 'anyone' } : sourcesOf(init);
  }

  function thrownByCall(node: TSESTree.CallExpression | TSESTree.TaggedTemplateExpression): ErrorSources {
    if (node.type === 'CallExpression' && isPromiseMethod(node)) return NO_SOURCES;
    const query = queryFrom({ node, home: resolver });
    const callee = node.type === 'CallExpression' ? node.callee : node.tag;
    const value = resolver.expression(callee);
    if (value.kind === 'function') return sourcesIn(value.home, value.node);
    if (query !== null) return { ...ofQuery(query), others: query.handle.evidence === 'proved' ? 'nobody' : 'anyone' };
    if (value.kind === 'member') return ofHandle(value.handle, value.facts.does === 'other' || value.facts.does === 'read');
    const root = value.kind === 'handle' ? value : handleAtRoot(callee);
    if (root !== null) return ofHandle(root, true);
    return { ...NO_SOURCES, others: value.kind === 'export' ? 'nobody' : othersIn(node, callee) };
  }

  function ofQuery(query: Query | null): ErrorSources {
    return query === null || query.handle.evidence === 'likely' ? NO_SOURCES : { ...NO_SOURCES, handles: [query.handle], queries: [query] };
  }

  function ofHandle(value: HandleValue, usesModels: boolean): ErrorSources {
    if (!sendsQueries(value.facts)) return NO_SOURCES;
    return value.evidence === 'likely' ? { ...NO_SOURCES, others: 'anyone' } : { ...NO_SOURCES, handles: [toHandle(resolver, value)], usesModels };
  }

  /** The handle that a chain of calls begins with: `db.insert(users).values(user)`; a promise or what was awaited is none. */
  function handleAtRoot(callee: Node): HandleValue | null {
    let current = unwrap(callee);
    for (let steps = 0; steps < 40; steps++) {
      const value: Value = resolver.expression(current);
      if (value.kind === 'handle') return sendsQueries(value.facts) ? value : null;
      if (value.kind === 'member') return value.handle;
      if (value.kind === 'promise') return null;
      const next = beneath(current);
      if (next === null) return null;
      current = unwrap(next);
    }
    return null;
  }

  function beneath(node: Node): Node | null {
    switch (node.type) {
      case 'MemberExpression':
        return node.object;
      case 'CallExpression':
        return node.callee;
      case 'Identifier': {
        const variable = tree.variableOf(node);
        return variable === null ? null : constantInit(variable);
      }
      default:
        return null;
    }
  }

  /** A call of which nothing is known but how it is written. */
  function othersIn(node: Node, callee: Node): Others {
    const root = rootOf(callee);
    if (root.type === 'Identifier' && tree.variableOf(root) === null && (GLOBALS.has(root.name) || /^[A-Z]/.test(root.name))) return 'nobody';
    const inner = unwrap(callee);
    const name = inner.type === 'MemberExpression' ? (propertyName(inner) ?? '') : '';
    const way = wayOut(node);
    if (BODY_METHODS.has(name) || (way !== 'await' && ANSWER_METHODS.has(name)) || (way === null && LANGUAGE_METHODS.has(name))) return 'nobody';
    const origin = originOf(tree, root);
    if (origin !== null && isPackage(origin.module)) return 'packages';
    return way === null ? 'code' : 'anyone';
  }

  /** How a promise that a call may give goes on: it is awaited, now or later, or returned; null for neither. */
  function wayOut(node: Node): 'await' | 'return' | null {
    let current = node;
    let parent = tree.parentOf(current);
    while (parent !== null && (parent.type === 'ConditionalExpression' || parent.type === 'LogicalExpression' || unwrap(parent) === unwrap(current))) {
      current = parent;
      parent = tree.parentOf(current);
    }
    if (parent?.type === 'ReturnStatement' || (parent !== null && isFunction(parent) && parent.body === current)) return 'return';
    if (parent?.type === 'AwaitExpression' || parent?.type === 'ArrayExpression' || parent?.type === 'YieldExpression') return 'await';
    return parent?.type === 'VariableDeclarator' && isAwaitedLater(parent) ? 'await' : null;
  }

  /** `const saved = save(); …; await saved`. */
  function isAwaitedLater({ id }: TSESTree.VariableDeclarator): boolean {
    return (tree.variableOf(id)?.references ?? []).some(({ identifier }) => {
      const parent = tree.parentOf(identifier);
      return parent?.type === 'AwaitExpression' || parent?.type === 'ArrayExpression' || parent?.type === 'ReturnStatement';
    });
  }

  /** `new Error('…')`, `createError(409, '…')`; null where the message is not written down. */
  function messageOf(thrown: Node): string | null {
    const node = unwrap(thrown);
    if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return null;
    const texts = node.arguments.flatMap((argument) => {
      if (argument.type === 'Literal') return typeof argument.value === 'string' ? [argument.value] : [];
      return argument.type === 'TemplateLiteral' ? [argument.quasis.map((quasi) => quasi.value.raw).join(' ')] : [];
    });
    return texts.length === 0 ? null : texts.join(' ');
  }
}

/** The function that a call of `catch(…)` or `then(…, …)` gets for what its promise rejects with; null for other calls. */
export function rejectionHandler({ callee, arguments: given }: TSESTree.CallExpression): Node | null {
  const name = callee.type === 'MemberExpression' ? propertyName(callee) : null;
  const handler = name === 'catch' ? given[0] : name === 'then' ? given[1] : undefined;
  return handler ?? null;
}

/** `then`, `catch`, `finally`: what they are called on, and their callbacks, are looked at for themselves. */
function isPromiseMethod({ callee }: TSESTree.CallExpression): boolean {
  const name = callee.type === 'MemberExpression' ? propertyName(callee) : null;
  return name !== null && Object.getOwnPropertyNames(Promise.prototype).includes(name);
}

/** What a query gave, and pieces of text, ask no server. */
function sendsQueries({ role }: HandleValue['facts']): boolean {
  return role !== 'result' && role !== 'rows' && role !== 'row' && role !== 'fragment';
}

function rootOf(node: Node): Node {
  let current = unwrap(node);
  for (;;) {
    if (current.type === 'MemberExpression') current = unwrap(current.object);
    else if (current.type === 'CallExpression') current = unwrap(current.callee);
    else return current;
  }
}

/** Not a module of the project: neither a path nor an alias of one. */
function isPackage(specifier: string): boolean {
  return !/^(?:[./~#]|@\/)/.test(specifier);
}

/** Methods of strings, lists, dates and the like, none of which has an error that looks like one of a server. */
const LANGUAGE_METHODS: ReadonlySet<string> = new Set([
  ...[Array, String, Number, Map, Set, Date, RegExp].flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype)),
  ...['log', 'info', 'warn', 'error', 'debug', 'parse', 'safeParse'],
]);
/** Methods by which handlers answer, and those that read the body of a request or of an answer. */
const ANSWER_METHODS: ReadonlySet<string> = new Set(['status', 'send', 'sendStatus', 'header', 'redirect', 'render']);
const BODY_METHODS: ReadonlySet<string> = new Set(['json', 'text', 'formData', 'arrayBuffer']);
/** Globals of the language and of the places where it runs, beside those that begin with a capital. */
const GLOBALS: ReadonlySet<string> = new Set(['console', 'process', 'fetch', 'crypto', 'performance', 'structuredClone', 'parseInt', 'parseFloat', 'isNaN', 'isFinite', 'encodeURIComponent', 'decodeURIComponent', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'queueMicrotask', 'require', 'atob', 'btoa']);
