/**
 * Functions that pass the SQL text they get on to a query: `const query = (text, values) => pool.query(text, values)`, with whatever
 * else they do (log, retry, check a client out and give it back).
 */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import type { QueryFacts, SqlSpot, ValuesSpot } from '../../facts/schema.js';
import { isFunction, isNullish, propertyName, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';
import { constantInit } from '../syntax/plain-values.js';
import { walk } from '../syntax/tree.js';
import type { HandleValue, Resolver } from './values.js';

/** A query as the callers of a function see it: `facts` say where in *their* call the text and the values stand. */
export interface Wrapper {
  readonly handle: HandleValue;
  readonly member: string;
  readonly facts: QueryFacts;
  /** The calls inside that send it. */
  readonly inner: readonly TSESTree.CallExpression[];
}

/** Wrappers of wrappers of … */
const MAX_DEPTH = 4;

/** The position of an argument that no call has: the values stand under a key alone. */
const NOWHERE = Number.MAX_SAFE_INTEGER;

const known = new WeakMap<Resolver, Map<FunctionNode, Wrapper | null>>();

/** The query that a function sends for its callers; null when it sends none, or not the text as it gets it. `home`: of the function's file. */
export function wrapperOf(home: Resolver, node: FunctionNode, depth = 0): Wrapper | null {
  if (depth >= MAX_DEPTH || node.params.length === 0) return null;
  const ofHome = known.get(home) ?? new Map<FunctionNode, Wrapper | null>();
  known.set(home, ofHome);
  const found = ofHome.get(node);
  if (found !== undefined) return found;
  // A function that calls itself wraps nothing by that.
  ofHome.set(node, null);
  const wrapper = findWrapper(home, node, depth);
  ofHome.set(node, wrapper);
  return wrapper;
}

/** Where a parameter stands for the caller. */
type Given =
  | { readonly as: 'argument'; readonly index: number; readonly default: Node | null }
  | { readonly as: 'key'; readonly index: number; readonly key: string; readonly default: Node | null }
  | { readonly as: 'rest'; readonly index: number };

function findWrapper(home: Resolver, node: FunctionNode, depth: number): Wrapper | null {
  const given = parametersOf(home, node);
  if (given.size === 0) return null;
  const sent: Wrapper[] = [];
  let isAltered = false;
  walk(node.body, home.tree.visitorKeys, (inner) => {
    if (inner.type !== 'CallExpression' || !inner.arguments.some((argument) => mentions(home, argument, given))) return;
    const query = queryOf(home, inner, depth);
    if (query === null) return;
    const wrapper = forwarded(home, query, inner, given);
    if (wrapper !== null) sent.push(wrapper);
    // A text that is made of the parameter is another one.
    else if (textMentions(home, query.facts.sql, inner, given)) isAltered = true;
  });
  return isAltered ? null : agreed(sent);
}

/** What a call in the body sends: a query of a handle, or through a wrapper. */
function queryOf(home: Resolver, call: TSESTree.CallExpression, depth: number): Omit<Wrapper, 'inner'> | null {
  const callee = home.expression(call.callee);
  if (callee.kind === 'member' && callee.facts.does === 'query') return { handle: callee.handle, member: callee.name, facts: callee.facts };
  return callee.kind === 'function' ? wrapperOf(callee.home, callee.node, depth + 1) : null;
}

/** One query, or several that do the same: behind a retry, with and without a transaction. */
function agreed(sent: readonly Wrapper[]): Wrapper | null {
  const [first] = sent;
  if (first === undefined) return null;
  const isSame = sent.every(({ handle, facts }) => handle.driver === first.handle.driver && facts.placeholders === first.facts.placeholders && same(facts.sql, first.facts.sql));
  if (!isSame) return null;
  const roleUnknown = sent.some(({ handle }) => handle.name !== first.handle.name || handle.roleUnknown);
  // Where one of them leaves the values away, nobody knows which one is meant.
  const values: ValuesSpot = sent.every(({ facts }) => same(facts.values, first.facts.values)) ? first.facts.values : { at: 'statement' };
  return { ...first, handle: { ...first.handle, evidence: first.handle.evidence === 'likely' ? 'likely' : 'wrapper', known: 'wrapper', roleUnknown }, facts: { ...first.facts, values }, inner: sent.flatMap(({ inner }) => inner) };
}

function same(left: SqlSpot | ValuesSpot, right: SqlSpot | ValuesSpot): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** The parameters that hold what the caller gives, for the whole call. */
function parametersOf(home: Resolver, node: FunctionNode): ReadonlyMap<Variable, Given> {
  const found = new Map<Variable, Given>();
  const add = (target: Node, given: Given): void => {
    const variable = target.type === 'Identifier' ? home.tree.variableOf(target) : null;
    if (variable !== null && !variable.references.some((reference) => reference.isWrite() && reference.init !== true)) found.set(variable, given);
  };
  node.params.forEach((parameter, index) => {
    const [target, fallback] = withDefault(parameter);
    if (target.type === 'RestElement') add(target.argument, { as: 'rest', index });
    else if (target.type !== 'ObjectPattern') add(target, { as: 'argument', index, default: fallback });
    else {
      for (const property of target.properties) {
        const key = property.type === 'Property' ? propertyName(property) : null;
        if (property.type !== 'Property' || key === null) continue;
        const [value, defaultValue] = withDefault(property.value);
        add(value, { as: 'key', index, key, default: defaultValue });
      }
    }
  });
  return found;
}

function withDefault(pattern: Node): readonly [target: Node, fallback: Node | null] {
  return pattern.type === 'AssignmentPattern' ? [pattern.left, pattern.right] : [pattern, null];
}

function mentions(home: Resolver, node: Node, given: ReadonlyMap<Variable, Given>): boolean {
  let isMentioned = false;
  walk(node, home.tree.visitorKeys, (inner) => {
    if (inner.type !== 'Identifier' || isMentioned) return;
    const variable = home.tree.variableOf(inner);
    if (variable === null) return;
    const init = given.has(variable) ? null : constantInit(variable);
    isMentioned = given.has(variable) || (init !== null && !isFunction(init) && init.range[1] - init.range[0] < 2000 && mentionsDirectly(home, init, given));
  });
  return isMentioned;
}

function mentionsDirectly(home: Resolver, node: Node, given: ReadonlyMap<Variable, Given>): boolean {
  let isMentioned = false;
  walk(node, home.tree.visitorKeys, (inner) => {
    const variable = inner.type === 'Identifier' ? home.tree.variableOf(inner) : null;
    isMentioned ||= variable !== null && given.has(variable);
  });
  return isMentioned;
}

function textMentions(home: Resolver, sql: SqlSpot, call: TSESTree.CallExpression, given: ReadonlyMap<Variable, Given>): boolean {
  const argument = sql.at === 'argument' ? call.arguments[sql.index] : undefined;
  return argument !== undefined && mentions(home, argument, given);
}

/** The facts of an inner query in terms of the outer call; null when the text is not a parameter as it came. */
function forwarded(home: Resolver, { handle, member, facts }: Omit<Wrapper, 'inner'>, call: TSESTree.CallExpression, given: ReadonlyMap<Variable, Given>): Wrapper | null {
  if (facts.sql.at !== 'argument') return null;
  const place = placeOf(home, call, facts.sql.index, given);
  if (place === null) {
    const argument = call.arguments[facts.sql.index];
    const config = argument === undefined ? null : unwrap(argument);
    return config?.type === 'ObjectExpression' && facts.sql.key !== undefined ? ofConfig(home, { handle, member, facts }, call, config, given) : null;
  }
  const isWhole = place.as === 'argument';
  const sql: SqlSpot = place.as === 'key' ? { at: 'argument', index: place.index, key: place.key } : { at: 'argument', index: place.index, ...(facts.sql.key !== undefined && { key: facts.sql.key }) };
  const key = facts.values.at === 'argument' && isWhole ? facts.values.key : undefined;
  const values = withKey(valuesOf(home, facts, call, given, place.index), key);
  return { handle, member, facts: outerFacts(facts, sql, values, isWhole), inner: [call] };
}

/** A config object that is passed on as it came brings its values along. */
function withKey(values: ValuesSpot, key: string | undefined): ValuesSpot {
  if (key === undefined) return values;
  if (values.at === 'nowhere') return { at: 'argument', index: NOWHERE, key };
  return values.at === 'argument' ? { ...values, key } : values;
}

/** `pool.query({ text, values })` of parameters. */
function ofConfig(home: Resolver, { handle, member, facts }: Omit<Wrapper, 'inner'>, call: TSESTree.CallExpression, config: TSESTree.ObjectExpression, given: ReadonlyMap<Variable, Given>): Wrapper | null {
  if (facts.sql.at !== 'argument' || config.properties.some((property) => property.type === 'SpreadElement' || propertyName(property) === null)) return null;
  const partOf = (key: string | undefined): Node | null => {
    const property = config.properties.find((candidate) => candidate.type === 'Property' && propertyName(candidate) === key);
    return property?.type === 'Property' ? property.value : null;
  };
  const text = partOf(facts.sql.key);
  const place = text === null ? null : givenAt(home, text, given);
  if (place === null || place.as === 'rest') return null;
  const part = facts.values.at === 'argument' ? partOf(facts.values.key) : null;
  const values: ValuesSpot = call.arguments.length > 1 ? { at: 'statement' } : part === null ? { at: 'nowhere' } : spotOf(givenAt(home, part, given), place.index);
  const sql: SqlSpot = place.as === 'key' ? { at: 'argument', index: place.index, key: place.key } : { at: 'argument', index: place.index };
  return { handle, member, facts: outerFacts(facts, sql, values, false), inner: [call] };
}

function outerFacts({ reshapedBy: _, reshapedByOptions: _options, callback: _callback, statementName, tag: _tag, template: _template, ...facts }: QueryFacts, sql: SqlSpot, values: ValuesSpot, isWhole: boolean): QueryFacts {
  return { ...facts, sql, values, ...(isWhole && statementName !== undefined && { statementName }) };
}

function valuesOf(home: Resolver, facts: QueryFacts, call: TSESTree.CallExpression, given: ReadonlyMap<Variable, Given>, textIndex: number): ValuesSpot {
  const spot = facts.values;
  if (spot.at === 'template' || spot.at === 'nowhere' || spot.at === 'statement' || spot.at === 'options') return spot.at === 'nowhere' ? spot : { at: 'statement' };
  const spread = call.arguments.findIndex(({ type }) => type === 'SpreadElement');
  if (spread >= 0 && spread <= spot.index) {
    const place = placeOf(home, call, spot.index, given);
    if (place === null) return { at: 'statement' };
    // `query(...args)`: what follows the text stands where it stood.
    return spot.at === 'rest' ? { ...spot, index: place.index } : { at: 'argument', index: place.index, ...(spot.key !== undefined && { key: spot.key }) };
  }
  const argument = call.arguments[spot.index];
  if (argument === undefined || isFunction(argument)) return { at: 'nowhere' };
  if (call.arguments.length > spot.index + 1 && spot.at === 'rest') return { at: 'statement' };
  return spotOf(givenAt(home, argument, given), textIndex);
}

/** Where the caller writes what an expression of the body passes on. */
function spotOf(place: Given | null, textIndex: number): ValuesSpot {
  if (place === null) return { at: 'statement' };
  // A default that holds something is a value that no caller sees.
  if (place.as !== 'rest' && place.default !== null && !isEmpty(place.default)) return { at: 'statement' };
  switch (place.as) {
    case 'rest':
      return { at: 'rest', index: place.index, separate: true };
    case 'key':
      return place.index === textIndex ? { at: 'argument', index: NOWHERE, key: place.key } : { at: 'statement' };
    case 'argument':
      return { at: 'argument', index: place.index };
  }
}

function isEmpty(node: Node): boolean {
  return isNullish(node) || (node.type === 'ArrayExpression' && node.elements.length === 0);
}

/** The place of the argument at a position of the inner call, also behind `...args`. */
function placeOf(home: Resolver, call: TSESTree.CallExpression, index: number, given: ReadonlyMap<Variable, Given>): Exclude<Given, { as: 'rest' }> | null {
  const spread = call.arguments.findIndex(({ type }) => type === 'SpreadElement');
  if (spread >= 0 && spread <= index) {
    const element = call.arguments[spread];
    const rest = element?.type === 'SpreadElement' ? givenAt(home, element.argument, given) : null;
    return rest?.as === 'rest' ? { as: 'argument', index: rest.index + index - spread, default: null } : null;
  }
  const argument = call.arguments[index];
  const place = argument === undefined ? null : givenAt(home, argument, given);
  return place?.as === 'rest' ? null : place;
}

/** The parameter that an expression is, or the property of one: `text`, `config.text`. */
function givenAt(home: Resolver, expression: Node, given: ReadonlyMap<Variable, Given>): Given | null {
  const node = unwrap(expression);
  if (node.type === 'Identifier') {
    const variable = home.tree.variableOf(node);
    return variable === null ? null : (given.get(variable) ?? null);
  }
  const key = node.type === 'MemberExpression' ? propertyName(node) : null;
  const holder = node.type === 'MemberExpression' && key !== null ? givenAt(home, node.object, given) : null;
  return holder?.as === 'argument' && key !== null ? { as: 'key', index: holder.index, key, default: null } : null;
}
