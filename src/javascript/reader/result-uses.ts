/** Finds every place where the outcome of a query is read. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Access, Query, ResultUse } from '../../model/words.js';
import { awaited, type HandleValue, type Origin, type Resolver } from '../resolve/values.js';
import { propertyName, unwrap, type Node } from '../syntax/nodes.js';
import { constantInit } from '../syntax/plain-values.js';
import { editsOf } from '../edits/readings.js';
import { toHandle } from './handles.js';

/** A node that may read a result: the walk collects these. */
export type Reading = TSESTree.MemberExpression | TSESTree.VariableDeclarator | TSESTree.ForOfStatement | TSESTree.SpreadElement | TSESTree.UnaryExpression | TSESTree.IfStatement;

export function isReading(node: Node): node is Reading {
  switch (node.type) {
    case 'MemberExpression':
      return node.object.type !== 'ThisExpression' && node.object.type !== 'Super';
    case 'VariableDeclarator':
      return node.init !== null && (node.id.type === 'ArrayPattern' || node.id.type === 'ObjectPattern');
    case 'UnaryExpression':
      return node.operator === '!';
    case 'ForOfStatement':
    case 'SpreadElement':
    case 'IfStatement':
      return true;
    default:
      return false;
  }
}

/** One reading: the node that reads, what it reads, and how. */
export interface Found {
  readonly node: Node;
  /** The expression that is read, without wrappers. */
  readonly object: Node;
  readonly access: Access;
}

/** The uses in source order. `queryOf`: the query that a call or tag sends, in whichever file. */
export function readResultUses(resolver: Resolver, readings: readonly Reading[], queryOf: (origin: Origin) => Query | null): ResultUse[] {
  const found = readings.flatMap((node) => accessesOf(resolver, node));
  // A property that the file itself writes is the author's own.
  const written = new Set(readings.flatMap((node) => (node.type === 'MemberExpression' && isWritten(resolver, node) ? [propertyName(node)] : [])));
  return found.flatMap((reading) => {
    if (reading.access.by === 'member' && written.has(reading.access.name)) return [];
    const use = toUse(resolver, reading, queryOf);
    return use === null ? [] : [use];
  });
}

function accessesOf(resolver: Resolver, node: Reading): Found[] {
  switch (node.type) {
    case 'MemberExpression':
      return isWritten(resolver, node) ? [] : [{ node, object: node.object, access: memberAccess(resolver, node) }];
    case 'VariableDeclarator':
      return node.init === null ? [] : patternAccesses(node.id, node.init);
    case 'ForOfStatement':
      return node.await ? [] : [{ node: node.right, object: node.right, access: { by: 'iteration' } }];
    case 'SpreadElement':
      // `{ ...result }` copies properties, it does not iterate.
      return resolver.tree.parentOf(node)?.type === 'ObjectExpression' ? [] : [{ node: node.argument, object: node.argument, access: { by: 'iteration' } }];
    case 'UnaryExpression':
      return [{ node: node.argument, object: node.argument, access: { by: 'truth' } }];
    default:
      return [{ node: node.test, object: node.test, access: { by: 'truth' } }];
  }
}

function isWritten(resolver: Resolver, node: TSESTree.MemberExpression): boolean {
  const parent = resolver.tree.parentOf(node);
  return parent?.type === 'AssignmentExpression' && parent.left === node;
}

function memberAccess(resolver: Resolver, node: TSESTree.MemberExpression): Access {
  const name = propertyName(node);
  if (name === null || /^\d+$/.test(name)) return { by: 'index', index: name === null ? null : Number(name) };
  const parent = resolver.tree.parentOf(node);
  return { by: 'member', name, called: parent?.type === 'CallExpression' && parent.callee === node };
}

function patternAccesses(pattern: Node, object: Node): Found[] {
  if (pattern.type === 'ArrayPattern') {
    const names = pattern.elements.map((element) => (element?.type === 'Identifier' ? element.name : null));
    return [{ node: pattern, object, access: { by: 'list pattern', names } }];
  }
  if (pattern.type !== 'ObjectPattern') return [];
  return pattern.properties.flatMap((property): Found[] => {
    const name = property.type === 'Property' ? propertyName(property) : null;
    return name === null ? [] : [{ node: property, object, access: { by: 'record pattern', name, only: pattern.properties.length === 1 } }];
  });
}

function toUse(resolver: Resolver, found: Found, queryOf: (origin: Origin) => Query | null): ResultUse | null {
  const { node, object, access } = found;
  const value = resolver.expression(object);
  const handle = outcomeOf(resolver, object, access);
  if (handle === null) return null;
  const { reading } = handle.facts;
  if (reading === undefined || (access.by === 'truth' && !isPlainOutcome(resolver, object)) || isOneOfSeveral(resolver, node, object)) return null;
  const query = handle.origin === null ? null : queryOf(handle.origin);
  // What another file sends, and how, must be seen to tell what it gives.
  if (query === null && handle.origin !== null && handle.origin.home !== resolver) return null;
  // What nobody sees may hold several statements, whose outcomes have another shape.
  if (query?.statements === 'unknown') return null;
  // What a driver gives in place of the rows of a statement that writes is no list.
  if (query?.isWrite === true && query.handle.dialect === 'mysql' && (handle.facts.role === 'rows' || handle.facts.role === 'row')) return null;
  const edits = editsOf(resolver.tree, found);
  return {
    kind: 'resultUse',
    handle: toHandle(resolver, handle),
    reading,
    isAwaited: value.kind === 'handle' && value.facts.awaited === undefined,
    access,
    source: resolver.tree.text.slice(...object.range),
    query,
    readOn: readOn(resolver, node),
    next: nextProperty(resolver, node),
    ...edits,
  };
}

/** `result.rows?.[0] ?? result[0]`: whoever tries another way where one gives nothing knows that there are several. */
function isOneOfSeveral({ tree }: Resolver, node: Node, object: Node): boolean {
  const source = tree.text.slice(...object.range);
  let current = node;
  for (let parent = tree.parentOf(current); parent !== null; parent = tree.parentOf(current)) {
    if (parent.type === 'LogicalExpression' && parent.operator !== '&&') {
      const other = parent.left === current ? parent.right : parent.left;
      if (new RegExp(`(?<![\\w$.])${source.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*(?:\\?\\.|\\.|\\[)`).test(tree.text.slice(...other.range))) return true;
    } else if (!['MemberExpression', 'ChainExpression', 'TSNonNullExpression'].includes(parent.type)) return false;
    current = parent;
  }
  return false;
}

/** The handle that is read; for a promise or a pending query the one that it will give, unless a member of its own is used. */
function outcomeOf(resolver: Resolver, object: Node, access: Access): HandleValue | null {
  // An asserted type says that the author knows of another shape.
  if (object.type === 'TSAsExpression' || object.type === 'TSTypeAssertion') return null;
  const value = resolver.expression(object);
  const given = awaited(value);
  if (given.kind !== 'handle' || given.evidence === 'likely' || given.roleUnknown) return null;
  // The type of one row is also written where a list of them is meant.
  if (given.origin === null && given.facts.role === 'row' && access.by !== 'member') return null;
  if (value.kind === 'promise' && (access.by === 'truth' || (access.by === 'member' && ['then', 'catch', 'finally'].includes(access.name)))) return null;
  if (value.kind === 'handle' && value.facts.awaited !== undefined) {
    // A pending query has properties that no typings tell, so only what rows alone have is a mistake.
    const isOfRows = access.by !== 'member' || ARRAY_MEMBERS.has(access.name) || Object.hasOwn(given.facts.members, access.name);
    const isOwn = access.by === 'member' && Object.hasOwn(value.facts.members, access.name);
    return isOwn || !isOfRows || access.by === 'truth' ? null : given;
  }
  return given;
}

/**
 * Whether a test reads a constant that holds just what a query gave. Whatever may put something else there (a condition, `?.`, a
 * `catch`, a function in between) makes the test a sensible one.
 */
function isPlainOutcome(resolver: Resolver, object: Node): boolean {
  const inner = unwrap(object);
  const variable = inner.type === 'Identifier' ? resolver.tree.variableOf(inner) : null;
  const init = variable === null ? null : constantInit(variable);
  if (init === null) return false;
  const sent = init.type === 'AwaitExpression' ? init.argument : init;
  if (sent.type === 'TaggedTemplateExpression') return true;
  const called = sent.type === 'CallExpression' ? resolver.expression(sent.callee) : null;
  return called?.kind === 'member' && called.facts.does === 'query';
}

const ARRAY_MEMBERS: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Array.prototype).filter((name) => !(name in Object.prototype)));

function nextProperty(resolver: Resolver, node: Node): string | null {
  const parent = resolver.tree.parentOf(node);
  return parent?.type === 'MemberExpression' && parent.object === node && !parent.optional ? propertyName(parent) : null;
}

/** How what a node gives is read on, directly or through the constants that it is put into. */
function readOn(resolver: Resolver, node: Node): ResultUse['readOn'] {
  const ways = new Set(waysOn(resolver, node));
  if (ways.size === 2) return 'both';
  return [...ways][0] ?? 'nothing';
}

function waysOn(resolver: Resolver, node: Node): ('list' | 'row')[] {
  const { tree } = resolver;
  if (node.type === 'ArrayPattern') return node.elements.flatMap((element, index) => (index === 0 && element?.type === 'Identifier' ? waysOfVariable(resolver, element) : []));
  let current: Node = node;
  let parent = tree.parentOf(current);
  while (parent !== null && unwrap(parent) === unwrap(current)) {
    current = parent;
    parent = tree.parentOf(current);
  }
  if (parent?.type === 'MemberExpression' && parent.object === current) return [wayOf(parent)];
  if ((parent?.type === 'ForOfStatement' && parent.right === current) || parent?.type === 'SpreadElement') return ['list'];
  return parent?.type === 'VariableDeclarator' && parent.init === current ? waysOfVariable(resolver, parent.id) : [];
}

function waysOfVariable(resolver: Resolver, pattern: Node): ('list' | 'row')[] {
  if (pattern.type === 'ObjectPattern') return ['row'];
  if (pattern.type === 'ArrayPattern') return ['list'];
  const variable = resolver.tree.variableOf(pattern);
  return (variable?.references ?? []).flatMap((reference) => {
    const parent = resolver.tree.parentOf(reference.identifier);
    if (parent?.type === 'MemberExpression' && parent.object === reference.identifier) return [wayOf(parent)];
    return (parent?.type === 'ForOfStatement' && parent.right === reference.identifier) || parent?.type === 'SpreadElement' ? ['list' as const] : [];
  });
}

function wayOf(member: TSESTree.MemberExpression): 'list' | 'row' {
  const name = propertyName(member);
  return name === null || /^\d+$/.test(name) || ARRAY_MEMBERS.has(name) ? 'list' : 'row';
}
