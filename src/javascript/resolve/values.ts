/** What an expression can hold, as far as databases are concerned, and the one interface behind which it is found out. */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Driver, ExportFacts, HandleFacts, MemberFacts, ModuleFacts } from '../../facts/schema.js';
import type { Evidence, Known } from '../../model/words.js';
import type { Settings } from '../../settings/read-settings.js';
import type { ClassNode, FunctionNode, Node } from '../syntax/nodes.js';
import type { Tree } from '../syntax/tree.js';

export type TypeNode = TSESTree.TypeNode;

/** Where something was made. The node belongs to the tree of `home`, which may be another file than the one that asks. */
export interface Origin {
  readonly node: TSESTree.NewExpression | TSESTree.CallExpression | TSESTree.TaggedTemplateExpression;
  readonly home: Resolver;
}

/** What a handle that comes of another one takes over from it. */
type Knowledge = Pick<HandleValue, 'evidence' | 'known'>;

const PROVED: Knowledge = { evidence: 'proved', known: 'same file' };

export interface HandleValue {
  readonly kind: 'handle';
  readonly driver: Driver;
  /** Key into `driver.handles`. */
  readonly name: string;
  readonly facts: HandleFacts;
  readonly evidence: Evidence;
  readonly known: Known;
  /** The call that created or prepared it, or the query that gave it; null for a handle known by its type. */
  readonly origin: Origin | null;
  /** True when it may be another handle of the same driver (`Pool | PoolClient`): its members are known, its role is not. */
  readonly roleUnknown: boolean;
  /** True when it may have more members than the driver gives it: of a subclass, an extended or intersected type, under another type. */
  readonly isExtended?: true;
}

export type Value =
  | { readonly kind: 'unknown' }
  /** `null`, `undefined`. */
  | { readonly kind: 'nothing' }
  | HandleValue
  | { readonly kind: 'promise'; readonly of: Value }
  /** A class, factory or namespace that a driver's module exports. */
  | { readonly kind: 'export'; readonly driver: Driver; readonly module: ModuleFacts; readonly facts: ExportFacts }
  /** A method taken from a handle: `pool.query`, `pool.query.bind(pool)`. */
  | { readonly kind: 'member'; readonly handle: HandleValue; readonly name: string; readonly facts: MemberFacts }
  /** Of these, `home` is the resolver of the file that the node stands in: only it can say what the parts hold. */
  | { readonly kind: 'function'; readonly node: FunctionNode; readonly home: Resolver }
  | { readonly kind: 'class'; readonly node: ClassNode; readonly home: Resolver }
  | { readonly kind: 'instance'; readonly node: ClassNode; readonly home: Resolver }
  | { readonly kind: 'object'; readonly node: TSESTree.ObjectExpression; readonly home: Resolver }
  /** Something whose type is written down as an object type. */
  | { readonly kind: 'typed'; readonly members: readonly TSESTree.TypeElement[]; readonly home: Resolver }
  /** A module of the project: the object that holds its exports. */
  | { readonly kind: 'module'; readonly home: Resolver }
  | { readonly kind: 'global' }
  /** What the settings say of a module, or of a part of one: its properties, what calls of it give, and what the code says of the rest. */
  | { readonly kind: 'declared'; readonly members: ReadonlyMap<string, Value>; readonly calls: readonly DeclaredCall[]; rest(): Value };

/** `arguments` null: whatever is passed; else these texts. */
interface DeclaredCall {
  readonly arguments: readonly string[] | null;
  readonly gives: Value;
}

export const UNKNOWN: Value = { kind: 'unknown' };
export const NOTHING: Value = { kind: 'nothing' };

/** Answers what an expression holds. "Unknown" is an answer; nothing here throws for lack of knowledge. */
export interface Resolver {
  readonly tree: Tree;
  /** The other files; null where there are none to be read. */
  readonly project: Project | null;
  /** What the user declares. */
  readonly settings: Settings;
  /** The module of the project that a specifier of this file means. */
  imported(specifier: string): Resolver | null;
  /** What a parameter holds in the one call that is looked at; null where all calls count. */
  bound(parameter: Node): Value | null;
  /** The same file, seen from one call of one of its functions; null when calls in calls go too deep. */
  within(call: Node, parameters: ReadonlyMap<Node, Value>): Resolver | null;
  expression(node: Node): Value;
  variable(variable: Variable): Value;
  type(node: TypeNode): Value;
  /** What a call of the function gives. */
  result(node: FunctionNode): Value;
  /** What a module specifier stands for: a driver's namespace, or unknown. Modules of the project are asked here, too. */
  module(specifier: string): Value;
  /** What `require()` of a module specifier gives. */
  required(specifier: string): Value;
  /** What this file exports under a name, `default` included. */
  exported(name: string): Value;
  /** What has the type that a declaration of this file names: an alias, an interface, a class, an imported type. */
  declaredType(variable: Variable): Value;
  /** All values assigned to `globalThis.<name>` in this file. */
  globalWrites(name: string): readonly Node[];
}

/** The other files of a project, seen from one that is linted. */
export interface Project {
  /** The resolver of a module by its absolute path; null when it cannot be read. */
  moduleAt(path: string): Resolver | null;
  /** The module that a specifier means in a file; null for packages of others and whatever is not found. */
  moduleFrom(file: string, specifier: string): Resolver | null;
  /** How deep the question at hand has become, over all files. */
  readonly depth: { current: number };
  /** Whether callers in other files may be asked for. */
  readonly isOpen: boolean;
  /** Ends the reading of further modules: what is asked from now on is answered from those that were needed before. */
  close(): void;
}

/** The same value for whoever imports it: its handles were not found in the asker's file. */
export function fromElsewhere(value: Value): Value {
  if (value.kind === 'promise') return promiseOf(fromElsewhere(value.of));
  if (value.kind === 'member') return { ...value, handle: ofOtherModule(value.handle) };
  return value.kind === 'handle' ? ofOtherModule(value) : value;
}

function ofOtherModule(handle: HandleValue): HandleValue {
  return handle.known === 'same file' ? { ...handle, known: 'module' } : handle;
}

/** A handle of a driver; unknown when the facts name none. Of the handle that gives it, it takes over how that is known. */
export function handleOf(driver: Driver, name: string, origin: Origin | null, { evidence, known }: Knowledge = PROVED): Value {
  const facts = driver.handles[name];
  return facts === undefined ? UNKNOWN : { kind: 'handle', driver, name, facts, evidence, known, origin, roleUnknown: false };
}

/**
 * What a place holds that may hold several things. `nothing` counts for nothing (lazily filled variables); two handles of one driver
 * give one whose role is unknown when `widen` allows it; other differences give unknown.
 */
export function join(values: readonly Value[], widen = false): Value {
  let joined: Value = NOTHING;
  for (const value of values) {
    joined = joinTwo(joined, value, widen);
    if (joined.kind === 'unknown') return UNKNOWN;
  }
  return joined;
}

function joinTwo(left: Value, right: Value, widen: boolean): Value {
  if (left.kind === 'nothing') return right;
  if (right.kind === 'nothing' || left === right) return left;
  if (left.kind === 'promise' && right.kind === 'promise') return promiseOf(joinTwo(left.of, right.of, widen));
  if (left.kind === 'handle' && right.kind === 'handle' && left.driver === right.driver) {
    // Two creations: options of neither can be trusted, so the origin is dropped.
    if (left.name === right.name) return { ...left, origin: left.origin?.node === right.origin?.node ? left.origin : null, roleUnknown: left.roleUnknown || right.roleUnknown, ...((left.isExtended ?? right.isExtended) && { isExtended: true }) };
    if (widen) return { ...left, origin: null, roleUnknown: true, ...((left.isExtended ?? right.isExtended) && { isExtended: true }) };
  }
  return UNKNOWN;
}

/** The same value, to which somebody may have added members. */
export function extended(value: Value): Value {
  if (value.kind === 'promise') return promiseOf(extended(value.of));
  return value.kind === 'handle' ? { ...value, isExtended: true } : value;
}

/** A promise of a value; promises of promises are one promise. */
export function promiseOf(value: Value): Value {
  if (value.kind === 'unknown' || value.kind === 'promise') return value;
  return { kind: 'promise', of: value };
}

/** What `await` gives. */
export function awaited(value: Value): Value {
  if (value.kind === 'promise') return value.of;
  if (value.kind === 'handle' && value.facts.awaited !== undefined) return handleOf(value.driver, value.facts.awaited, value.origin, value);
  return value;
}
