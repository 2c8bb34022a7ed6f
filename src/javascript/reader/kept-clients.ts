/** Finds checked-out clients, and what lives on them, that are put where later calls find them after the checkout, or for ever. */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Ending, Query, Store } from '../../model/words.js';
import { oneTime } from '../../facts/frameworks.js';
import { keepsSession } from '../../sql/session.js';
import { awaited, type HandleValue, type Resolver } from '../resolve/values.js';
import { isFunction, propertyName, stringValue, type FunctionNode, type Node } from '../syntax/nodes.js';
import type { Tree } from '../syntax/tree.js';
import { contains, endOf, findReleases, functionOf, isDeclaredIn, isOnEveryWay, outermost, type Checkout } from './checkouts.js';
import { toHandle } from './handles.js';
import { collectionOf, FILLING, isFilledLazily, isReset, placeOf, type StorePlace } from './places.js';

/** What a file's stores are judged with. */
export interface StoreContext {
  readonly resolver: Resolver;
  readonly checkouts: readonly Checkout[];
  /** Calls of members by which some driver takes a client back. */
  readonly releaseCalls: readonly TSESTree.CallExpression[];
  readonly queryOf: (call: Node) => Query | null;
}

/** One way into a place: an assignment, or the call of a collection's method. */
interface Filling {
  readonly node: Node;
  readonly place: StorePlace;
  readonly taker: FunctionNode;
}

/** Functions of test runners that prepare what later functions use. */
const SETUP: ReadonlySet<string> = new Set(['before', 'beforeAll', 'beforeEach', 'setup', 'suiteSetup']);

/** The stores of one checkout: of the client itself, and of statements and cursors on it. */
export function storesOfCheckout(context: StoreContext, checkout: Checkout): Store[] {
  const { resolver } = context;
  if (checkout.taker === null || isSetup(resolver, checkout.taker)) return [];
  const uses = readsOf(checkout.variable);
  const kept = fillings(resolver, [...uses, ...(checkout.taken === null ? [] : [checkout.taken])], checkout.taker).flatMap((filling) => storeOfClient(context, checkout, filling) ?? []);
  const derived = uses.flatMap((use) => derivedFrom(resolver, use)).flatMap(({ handle, node }) => {
    const variable = localOf(resolver, node);
    return fillings(resolver, [node, ...readsOf(variable)], checkout.taker).flatMap((filling) => storeOfDerived(context, checkout, filling, handle, readsOf(variable)) ?? []);
  });
  return [...kept, ...derived];
}

/** A statement that is prepared on a client of the caller's and kept for the next one's. */
export function storesOfPrepare(resolver: Resolver, call: TSESTree.CallExpression): Store[] {
  const { tree } = resolver;
  const receiver = call.callee.type === 'MemberExpression' && call.callee.object.type === 'Identifier' ? tree.variableOf(call.callee.object) : null;
  const taker = functionOf(tree, call);
  if (receiver?.defs[0]?.type !== 'Parameter' || taker === null || receiver.defs[0].node !== taker || isConstructor(resolver, taker)) return [];
  const callee = resolver.expression(call.callee);
  if (callee.kind !== 'member' || callee.facts.does !== 'prepare') return [];
  const client = resolver.variable(receiver);
  const handle = awaited(resolver.expression(call));
  if (client.kind !== 'handle' || client.roleUnknown || client.facts.role !== 'client' || !isKeepable(handle)) return [];
  const node = outermost(tree, call);
  return fillings(resolver, [node, ...readsOf(localOf(resolver, node))], taker).flatMap(({ node: filling, place }) => {
    // A place per client is no mistake: `statements.set(client, statement)`.
    const isPerClient = receiver.references.some(({ identifier }) => contains(filling, identifier) && !contains(call, identifier));
    if (isPerClient || isEmptied(resolver, place, filling) || !isFilledLazily(resolver, place, filling, taker)) return [];
    return [toStore(resolver, handle, place, { by: 'caller' })];
  });
}

/** A function or constructor around the place would make a new one for each client. */
function isConstructor({ tree }: Resolver, node: FunctionNode): boolean {
  const parent = tree.parentOf(node);
  return parent?.type === 'MethodDefinition' && parent.kind === 'constructor';
}

function isSetup({ tree }: Resolver, taker: FunctionNode): boolean {
  const call = tree.parentOf(taker);
  if (call?.type !== 'CallExpression') return false;
  const name = call.callee.type === 'Identifier' ? call.callee.name : call.callee.type === 'MemberExpression' ? propertyName(call.callee) : null;
  return name !== null && SETUP.has(name);
}

export function readsOf(variable: Variable | null): Node[] {
  return (variable?.references ?? []).filter((reference) => reference.isRead()).map(({ identifier }) => identifier);
}

/** The variable of the same function that an expression is put into. */
export function localOf({ tree }: Resolver, node: Node): Variable | null {
  const parent = tree.parentOf(node);
  const target = parent?.type === 'VariableDeclarator' ? parent.id : parent?.type === 'AssignmentExpression' && parent.right === node ? parent.left : null;
  const variable = target?.type === 'Identifier' ? tree.variableOf(target) : null;
  return variable !== null && isDeclaredIn(tree, variable, functionOf(tree, node)) ? variable : null;
}

function isKeepable(value: ReturnType<typeof awaited>): value is HandleValue {
  return value.kind === 'handle' && value.facts.checkout !== undefined;
}

/** Whether something empties the place, or puts there what belongs to no checkout. */
function isEmptied(resolver: Resolver, place: StorePlace, filling: Node): boolean {
  return isReset(resolver, place, (value) => contains(filling, value) || isKeepable(awaited(resolver.expression(value))));
}

/** Statements and cursors that a use of the client gives: `client.prepare(…)`, `client.query(new Cursor(…))`. */
export function derivedFrom(resolver: Resolver, use: Node): { readonly handle: HandleValue; readonly node: Node }[] {
  const { tree } = resolver;
  const member = tree.parentOf(outermost(tree, use));
  const call = member?.type === 'MemberExpression' ? tree.parentOf(member) : null;
  if (call?.type !== 'CallExpression' || call.callee !== member) return [];
  const handle = awaited(resolver.expression(call));
  return isKeepable(handle) && handle.facts.role !== 'client' ? [{ handle, node: outermost(tree, call) }] : [];
}

/** Where values are put: each an expression that holds the client or what lives on it. */
function fillings(resolver: Resolver, values: readonly Node[], taker: FunctionNode | null): Filling[] {
  const { tree } = resolver;
  if (taker === null) return [];
  return values.flatMap((value): Filling[] => {
    const holder = outermost(tree, value);
    const parent = tree.parentOf(holder);
    if (functionOf(tree, holder) !== taker) return [];
    if (parent?.type === 'AssignmentExpression' && parent.right === holder) {
      const place = placeOf(resolver, parent.left, taker);
      return place === null ? [] : [{ node: parent, place, taker }];
    }
    if (parent?.type !== 'CallExpression' || parent.callee.type !== 'MemberExpression' || !FILLING.has(propertyName(parent.callee) ?? '')) return [];
    const place = collectionOf(resolver, parent.callee.object, taker);
    return place === null ? [] : [{ node: parent, place, taker }];
  });
}

function storeOfClient(context: StoreContext, checkout: Checkout, filling: Filling): Store | null {
  const { resolver } = context;
  const { place, taker, node } = filling;
  if (isEmptied(resolver, place, node)) return null;
  const uses = [...readsOf(checkout.variable), ...(place.kind === 'collection' ? [] : place.occurrences)];
  const releases = findReleases(resolver, checkout, uses.filter((use) => !contains(node, use)));
  const end = endOf(checkout);
  if (end !== null) return isKeptByCallback(resolver, filling) ? toStore(resolver, checkout.client, place, { by: 'taker', range: end, again: false }) : null;
  const isLazy = isFilledLazily(resolver, place, node, taker);
  const release = releases.find((one) => one.isCertain && isGivenBackBy(resolver, one.node, filling, uses));
  if (release !== undefined) {
    if (!isLazy) return null;
    return toStore(resolver, checkout.client, place, { by: 'taker', range: release.node.range, again: isGivenBackAgain(resolver, release.node, node) });
  }
  if (releases.length > 0 || (place.kind === 'field' && isConstructor(resolver, taker)) || isOneTime(resolver.tree) || mayBeReleasedUnseen(context, uses) || servesSession(context, uses, checkout)) return null;
  if (!isKeptToItself(resolver, place, uses, node, isLazy) || !(isLazy || isReadByOthers(resolver, place, taker))) return null;
  return toStore(resolver, checkout.client, place, { by: 'nobody' });
}

function storeOfDerived({ resolver }: StoreContext, checkout: Checkout, filling: Filling, handle: HandleValue, reads: readonly Node[]): Store | null {
  const { place, node, taker } = filling;
  const uses = readsOf(checkout.variable);
  const release = findReleases(resolver, checkout, uses).find((one) => one.isCertain && isGivenBackBy(resolver, one.node, filling, uses));
  if (release === undefined || isEmptied(resolver, place, node) || !isFilledLazily(resolver, place, node, taker)) return null;
  const own = [...reads, ...(place.kind === 'collection' ? [] : place.occurrences)];
  const isPerClient = uses.some((use) => contains(node, use) && resolver.tree.parentOf(use)?.type !== 'MemberExpression');
  return isPerClient || own.some((use) => isClosed(resolver, use, handle)) ? null : toStore(resolver, handle, place, { by: 'taker', range: release.node.range, again: false });
}

/** Whether a callback, or the function around it, looks into the place first, so that a later call finds what this one has left there. */
function isKeptByCallback(resolver: Resolver, { node, place, taker }: Filling): boolean {
  const around = functionOf(resolver.tree, taker);
  return isFilledLazily(resolver, place, node, taker) || (around !== null && isFilledLazily(resolver, place, node, around));
}

/** Whether a statement or cursor is closed at that use; then it is no one's any more. */
export function isClosed({ tree }: Resolver, use: Node, { facts }: HandleValue): boolean {
  const member = tree.parentOf(outermost(tree, use));
  return member?.type === 'MemberExpression' && facts.members[propertyName(member) ?? '']?.does === 'close';
}

/** Whether a release belongs to the way on which the place is filled: the taker gets to it whenever it has filled the place. */
function isGivenBackBy({ tree }: Resolver, release: Node, { node, taker }: Filling, uses: readonly Node[]): boolean {
  if (functionOf(tree, release) !== taker || release.range[0] < node.range[0]) return false;
  return isOnEveryWay(tree, release, node, taker, (test) => uses.some((use) => contains(test, use)));
}

/** Whether the next call, which takes none because one is kept, gives that one back all the same. */
function isGivenBackAgain({ tree }: Resolver, release: Node, store: Node): boolean {
  if (store.type === 'AssignmentExpression' && store.operator !== '=') return true;
  for (let current = tree.parentOf(store); current !== null && !isFunction(current); current = tree.parentOf(current)) {
    if (current.type === 'IfStatement') return !contains(current, release);
  }
  return store.type === 'AssignmentExpression' && store.right.type === 'LogicalExpression';
}

/** Tests, migrations and scripts end, and with them what they keep. */
function isOneTime({ path, text }: Tree): boolean {
  return text.startsWith('#!') || (path !== undefined && oneTime.files.some((pattern) => pattern.test(path)));
}

/** A release of something that nobody knows may be the release of this client. */
function mayBeReleasedUnseen({ resolver, checkouts, releaseCalls }: StoreContext, uses: readonly Node[]): boolean {
  const others = new Set(checkouts.flatMap(({ variable }) => readsOf(variable)).filter((use) => !uses.includes(use)));
  return releaseCalls.some(({ callee }) => {
    if (callee.type !== 'MemberExpression') return false;
    const { kind, ...rest } = resolver.expression(callee);
    const isClient = 'handle' in rest && (rest.handle.facts.role === 'client' || rest.handle.facts.checkout !== undefined);
    return (kind === 'unknown' || isClient) && !others.has(callee.object);
  });
}

/** Whether the connection is kept for what only one connection can do: notifications, locks, settings of the session. */
function servesSession({ resolver, queryOf }: StoreContext, uses: readonly Node[], { client }: Checkout): boolean {
  const { tree } = resolver;
  return uses.some((use) => {
    const user = tree.parentOf(outermost(tree, use));
    if (user?.type === 'TaggedTemplateExpression') return isForSession(queryOf(user));
    const call = user?.type === 'MemberExpression' ? tree.parentOf(user) : null;
    if (user?.type !== 'MemberExpression' || call?.type !== 'CallExpression') return false;
    if (client.facts.members[propertyName(user) ?? '']?.does === 'listen') return call.arguments[0] === undefined || stringValue(call.arguments[0]) !== 'error';
    return isForSession(queryOf(call));
  });
}

/** Where nothing tells the server, words that mean that on one of them are enough. */
function isForSession(query: Query | null): boolean {
  return query !== null && query.sql !== null && keepsSession(query.sql.text, query.handle.dialect ?? 'postgres', query.sql.holes);
}

const HARMLESS: ReadonlySet<string> = new Set(['IfStatement', 'UnaryExpression', 'BinaryExpression', 'LogicalExpression', 'ConditionalExpression', 'TaggedTemplateExpression']);

/** Whether nothing else can get hold of the client: it is asked and tested, and at most returned from the place that it is kept in. */
function isKeptToItself({ tree }: Resolver, { kind, occurrences, node }: StorePlace, uses: readonly Node[], store: Node, isLazy: boolean): boolean {
  const known = kind === 'collection' ? [...uses, ...occurrences] : uses;
  return known.every((use) => {
    const holder = outermost(tree, use);
    const parent = tree.parentOf(holder);
    if (use === node || contains(store, use) || parent === null) return true;
    if (parent.type === 'ReturnStatement') return isLazy;
    if (parent.type === 'VariableDeclarator') return parent.id === use;
    return (parent.type === 'MemberExpression' && parent.object === holder) || (parent.type === 'AssignmentExpression' && parent.left === use) || HARMLESS.has(parent.type);
  });
}

/** Whether functions that only others call use the place: exported ones and handlers of routes; for a field, methods of its class. */
function isReadByOthers({ tree }: Resolver, { kind, occurrences }: StorePlace, taker: FunctionNode): boolean {
  return occurrences.some((occurrence) => {
    const parent = tree.parentOf(occurrence);
    const reader = functionOf(tree, occurrence);
    if (parent?.type !== 'MemberExpression' || parent.object !== occurrence || reader === null || contains(taker, reader) || contains(reader, taker)) return false;
    const owner = tree.parentOf(reader);
    if (kind === 'field') return owner?.type === 'MethodDefinition' && owner.kind === 'method';
    if (owner?.type === 'CallExpression') return owner.callee.type === 'MemberExpression' && owner.arguments[0] !== undefined && stringValue(owner.arguments[0])?.startsWith('/') === true;
    return isExportedOnly(tree, reader);
  });
}

/** An exported function that this file does not call. */
function isExportedOnly(tree: Tree, node: FunctionNode): boolean {
  const parent = tree.parentOf(node);
  const name = node.type === 'FunctionDeclaration' ? node.id : parent?.type === 'VariableDeclarator' ? parent.id : null;
  const declaration = node.type === 'FunctionDeclaration' ? parent : parent === null ? null : tree.parentOf(tree.parentOf(parent) ?? parent);
  if (name === null) return false;
  return declaration?.type === 'ExportNamedDeclaration' && readsOf(tree.variableOf(name)).length === 0;
}

function toStore(resolver: Resolver, handle: HandleValue, place: StorePlace, ending: Ending): Store {
  const { range } = place.node;
  return { kind: 'store', range, source: resolver.tree.text.slice(...range), handle: toHandle(resolver, handle), place: place.kind, ending };
}
