/** Finds every place where a pool or connection is opened, and how often that runs. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { FrameworkFacts } from '../../facts/frameworks-schema.js';
import { oneTime } from '../../facts/frameworks.js';
import type { Creation, Handler, OpeningCall, Place } from '../../model/words.js';
import { moveToTop } from '../edits/creations.js';
import { createdBy, creatingNames } from '../resolve/drivers.js';
import { enclosingClass } from '../resolve/members.js';
import { awaited, type HandleValue, type Resolver } from '../resolve/values.js';
import { propertyName, stringValue, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';
import type { Tree } from '../syntax/tree.js';
import { activationOf, isRetry } from './activations.js';
import type { Call } from './arguments.js';
import { fateOf, type LocalFate, type Run } from './creation-fates.js';
import { dependenceOf } from './dependence.js';
import { enclosingFunction, methodOf, nameOf, usesOf } from './function-uses.js';
import { handlerLookup } from './handlers.js';
import { opensNothing } from './opening-sources.js';
import { readOptions } from './options.js';
import { readPooled } from './pooled.js';

/** A call or `new` that could open something: by the name of what is called, or by any name where an import may have renamed it. */
export function isOpening(node: Node): node is Call {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false;
  const callee = unwrap(node.callee);
  if (callee.type === 'MemberExpression') return creatingNames.has(propertyName(callee) ?? '');
  return callee.type === 'Identifier';
}

/** Functions call functions: longer chains are not followed. */
const MAX_CHAIN = 4;

/** A function that runs again and again, and what it is. */
interface HandlerSite {
  readonly node: FunctionNode;
  readonly facts: FrameworkFacts;
}

const lookups = new WeakMap<Resolver, ReturnType<typeof creationLookup>>();

/** What opened a handle; null where that is not known, or was no creation of a pool or connection. */
export function creationOf(resolver: Resolver, value: HandleValue): Creation | null {
  const lookup = lookups.get(resolver) ?? creationLookup(resolver);
  lookups.set(resolver, lookup);
  return lookup(value);
}

/** Answers for the creations of one file; each is looked at once, when somebody asks. */
function creationLookup(resolver: Resolver): (value: HandleValue) => Creation | null {
  const { tree } = resolver;
  const handlerOf = handlerLookup(tree);
  const known = new Map<Call, Creation>();
  let exempt: boolean | null = null;

  return (value) => {
    const { facts } = value;
    // What stands in another file is told of when that file is linted.
    const origin = value.origin?.home === resolver ? value.origin.node : null;
    if (origin === null || origin.type === 'TaggedTemplateExpression' || (facts.role !== 'pool' && facts.role !== 'connection')) return null;
    const found = known.get(origin);
    if (found !== undefined) return found;
    const creation = create(origin, value);
    known.set(origin, creation);
    return creation;
  };

  function create(call: Call, value: HandleValue): Creation {
    const opened = awaited(resolver.expression(call));
    const { driver, facts } = opened.kind === 'handle' ? opened : value;
    let judged: Pick<Creation, 'place' | 'fate' | 'dependence'> | null = null;
    const judge = (): Pick<Creation, 'place' | 'fate' | 'dependence'> => (judged ??= placeOf(call, { driver, facts }));
    let pooled: Pick<Creation, 'pooler' | 'preparing' | 'startup'> | null = null;
    const pool = (): Pick<Creation, 'pooler' | 'preparing' | 'startup'> => (pooled ??= readPooled(resolver, call, { driver, facts }));
    return {
      kind: 'creation',
      range: call.range,
      callee: [call.range[0], call.callee.range[1]],
      options: readOptions(tree, call.arguments),
      driver,
      facts,
      // Most creations are asked for their options alone.
      get place() {
        return judge().place;
      },
      get fate() {
        return judge().fate;
      },
      get dependence() {
        return judge().dependence;
      },
      moveToTop: () => moveToTop(tree, call, facts, judge().fate),
      get pooler() {
        return pool().pooler;
      },
      get preparing() {
        return pool().preparing;
      },
      get startup() {
        return pool().startup;
      },
    };
  }

  function placeOf(call: Call, opened: Pick<Creation, 'driver' | 'facts'>): Pick<Creation, 'place' | 'fate' | 'dependence'> {
    const { owner, loop } = activationOf(resolver, call);
    const site = handlerAround(owner);
    const local = fateOf(resolver, call, opened, { owner, loop, ...roleOf(owner, site) });
    const fate = local === 'returned' ? 'kept' : local;
    const dependsIn = (scope: Node): Creation['dependence'] => dependenceOf(tree, call.arguments, scope);
    if ((exempt ??= isExempt(tree)) || opensNothing(tree, call, opened.facts)) return { place: { kind: 'exempt' }, fate, dependence: 'nothing' };
    if (site !== null) return { place: { kind: 'handler', handler: toHandler(site) }, fate, dependence: dependsIn(site.node) };
    if (loop !== null && !isRetry(resolver, loop)) return { place: { kind: 'loop' }, fate, dependence: dependsIn(loop) };
    if (owner === null) return { place: { kind: 'top' }, fate, dependence: 'nothing' };
    const calls = local === 'kept' ? [] : openingCalls(owner, call, opened, local, new Set([owner]));
    const place: Place = { kind: 'function', name: nameOf(tree, owner), calls, isShared: isShared(owner) };
    return { place, fate, dependence: dependsIn(owner) };
  }

  /** The handler that a run belongs to: its function itself, or one around it that passes it to a call in place. */
  function handlerAround(owner: FunctionNode | null): HandlerSite | null {
    let node = owner;
    for (let climbed = 0; node !== null && climbed < MAX_CHAIN; climbed++) {
      const facts = handlerOf(node);
      if (facts !== null) return { node, facts };
      const parent = tree.parentOf(node);
      if (parent?.type !== 'CallExpression' || parent.callee === node) return null;
      node = enclosingFunction(tree, node);
    }
    return null;
  }

  /** The calls in handlers that lead to a function which opens something. */
  function openingCalls(opener: FunctionNode, creation: Call, opened: Pick<Creation, 'driver' | 'facts'>, inner: LocalFate, chain: ReadonlySet<FunctionNode>): OpeningCall[] {
    return callsOf(opener).flatMap((call): OpeningCall[] => {
      const { owner, loop } = activationOf(resolver, call);
      if (owner === null || chain.has(owner)) return [];
      const site = handlerAround(owner);
      const local = inner === 'returned' ? fateOf(resolver, call, opened, { owner, loop, ...roleOf(owner, site) }) : inner;
      if (local === 'kept') return [];
      if (site === null) return chain.size < MAX_CHAIN ? openingCalls(owner, creation, opened, local, new Set([...chain, owner])) : [];
      if (local === 'returned') return [];
      return [{ callee: call.callee.range, handler: toHandler(site), fate: local, dependence: dependenceThrough(creation, opener, call, site.node) }];
    });
  }

  /** What a creation in another function depends on, seen from the handler whose call leads there. */
  function dependenceThrough(creation: Call, opener: FunctionNode, call: Call, handler: FunctionNode): OpeningCall['dependence'] {
    const inOpener = dependenceOf(tree, creation.arguments, enclosingFunction(tree, creation) ?? opener);
    return inOpener === 'one run' ? dependenceOf(tree, call.arguments, handler) : inOpener;
  }

  /** The calls of a function by its name, or of a method on `this`. */
  function callsOf(node: FunctionNode): Call[] {
    const declarator = tree.parentOf(node);
    const name = node.type === 'FunctionDeclaration' ? node.id : declarator?.type === 'VariableDeclarator' && declarator.init === node ? declarator.id : null;
    const places: Node[] = name === null ? methodPlaces(node) : (tree.variableOf(name)?.references ?? []).map(({ identifier }) => identifier);
    return places.flatMap((place): Call[] => {
      const call = tree.parentOf(place);
      return call?.type === 'CallExpression' && call.callee === place ? [call] : [];
    });
  }

  function methodPlaces(node: FunctionNode): Node[] {
    const method = methodOf(tree, node);
    const name = method === null ? null : propertyName(method);
    if (method === null || name === null) return [];
    const owner = enclosingClass(resolver, node);
    return tree.thisMembers(name).filter((member) => enclosingClass(resolver, member) === owner);
  }

  function isShared(node: FunctionNode): boolean {
    const name = nameOf(tree, node);
    if (name === null || oneTime.functions.test(name)) return false;
    // A function that this file calls at its top is its program.
    if (callsOf(node).some((call) => activationOf(resolver, call).owner === null)) return false;
    const method = methodOf(tree, node);
    if (method !== null) return method.type === 'PropertyDefinition' || method.kind === 'method';
    return usesOf(tree, node).some(({ kind }) => kind === 'export' || kind === 'member');
  }
}

function roleOf(owner: FunctionNode | null, site: HandlerSite | null): Pick<Run, 'isHandler' | 'givesContext'> {
  const isHandler = site !== null && site.node === owner;
  return { isHandler, givesContext: isHandler && site.facts.givesContext === true };
}

function toHandler({ facts }: HandlerSite): Handler {
  return { title: facts.title, runs: facts.runs };
}

/** Every creation of a file, in source order. */
export function readCreations(resolver: Resolver, openings: readonly Call[]): Creation[] {
  return openings.flatMap((node) => {
    const callee = resolver.expression(node.callee);
    if (callee.kind !== 'class' && callee.kind !== 'handle' && (callee.kind !== 'export' || createdBy(callee) === null)) return [];
    const value = awaited(resolver.expression(node));
    if (value.kind !== 'handle' || value.origin?.node !== node || value.evidence === 'likely') return [];
    return creationOf(resolver, value) ?? [];
  });
}

/** Tests, migrations, seeds and scripts by their path; platforms by what the file imports or declares. */
function isExempt(tree: Tree): boolean {
  const { path } = tree;
  if (path !== undefined && oneTime.files.some((pattern) => pattern.test(path))) return true;
  if (tree.text.startsWith('#!')) return true;
  return tree.ast.body.some((statement) => (statement.type === 'ImportDeclaration' && oneTime.platforms.includes(statement.source.value)) || isPlatformDeclaration(statement));
}

function isPlatformDeclaration(statement: TSESTree.ProgramStatement): boolean {
  if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') return false;
  return statement.declaration.declarations.some(({ id, init }) => {
    const values = id.type === 'Identifier' && Object.hasOwn(oneTime.declarations, id.name) ? oneTime.declarations[id.name] : undefined;
    return values !== undefined && init !== null && values.includes(stringValue(init) ?? '');
  });
}
