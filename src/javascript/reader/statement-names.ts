/** The names under which queries prepare their texts, and whether a name stands for two of them. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Pooler } from '../../model/pooler-words.js';
import type { Edits, SqlText, StatementName } from '../../model/words.js';
import type { QueryFacts } from '../../facts/schema.js';
import { removeProperty } from '../edits/options.js';
import { awaited, type HandleValue, type Origin, type Resolver } from '../resolve/values.js';
import { propertyName, stringValue, unwrap, type Node } from '../syntax/nodes.js';
import { constantInit } from '../syntax/plain-values.js';
import { configObject, propertyValue, type Call } from './arguments.js';
import { poolerOf } from './pooled.js';
import { poolerOfSettings } from './poolers.js';
import { readSqlText } from './sql-text.js';

/** A query that prepares its text under a name. */
export interface NamedQuery {
  readonly handle: HandleValue;
  readonly facts: NonNullable<QueryFacts['statementName']>;
  readonly name: string;
  /** The expression that says the name. */
  readonly node: Node;
  readonly text: Node;
  /** The object that says both. */
  readonly config: TSESTree.ObjectExpression;
}

/** The name in the config object of a call; null where there is none, or it is not written down. */
export function namedQuery(resolver: Resolver, call: Call, handle: HandleValue, { sql, statementName: facts }: Pick<QueryFacts, 'sql' | 'statementName'>): NamedQuery | null {
  const [argument] = call.arguments;
  if (facts === undefined || argument === undefined || sql.at !== 'argument' || sql.key === undefined) return null;
  const config = configObject(resolver.tree, argument);
  const node = config === null ? null : propertyValue(config, facts.key);
  const text = config === null ? null : propertyValue(config, sql.key);
  const name = node === null ? null : stringValue(constantOf(resolver, node));
  return node === null || text === null || name === null || name === '' || config === null ? null : { handle, facts, name, node, text, config };
}

/**
 * The names by the calls that say them. A name is unique on one connection: where the file opens several pools, only texts that
 * certainly meet on one are compared. `handles` are those of all queries of the file.
 */
export function readStatementNames(resolver: Resolver, queries: ReadonlyMap<Node, NamedQuery>, handles: readonly HandleValue[]): ReadonlyMap<Node, StatementName> {
  const first = new Map<string, NamedQuery & { readonly sql: string }>();
  const pools = new Map([...queries.values()].map(({ handle }) => [handle, poolOf(handle)]));
  const known = new Set([...pools.values()].filter((pool) => pool !== null));
  const names = new Map<Node, StatementName>();
  for (const [call, query] of queries) {
    const { name, node, text, facts } = query;
    const sql = readSqlText(resolver, constantOf(resolver, text), false);
    const fixed = isFixed(sql) ? sql.text : null;
    const key = `${query.handle.driver.id} ${name}`;
    const earlier = first.get(key);
    if (earlier === undefined && fixed !== null) first.set(key, { ...query, sql: fixed });
    const [pool, other] = [pools.get(query.handle), earlier === undefined ? null : pools.get(earlier.handle)];
    const meets = earlier !== undefined && (pool === other || (known.size < 2 && (pool === null || other === null)));
    const isOther = meets && fixed !== null && fixed !== earlier.sql;
    names.set(call, {
      name,
      range: node.range,
      otherText: facts.otherText,
      other: isOther ? earlier.node.range : null,
      isOfManyTexts: isOfManyTexts(resolver, text),
      get pooler() {
        return poolerBehind(resolver, query, handles);
      },
      pooled: query.handle.driver.pooled?.named ?? null,
      leaveOut: () => leaveOut(resolver, query),
    });
  }
  return names;
}

/** What opened the pool behind a handle, or the connection; null where that is not known. */
function openingOf({ origin }: HandleValue): Origin | null {
  const callee = origin?.node.type === 'CallExpression' ? origin.home.expression(origin.node.callee) : null;
  return callee?.kind === 'member' ? openingOf(callee.handle) : origin;
}

function poolOf(handle: HandleValue): Node | null {
  return openingOf(handle)?.node ?? null;
}

/** The pooler before the server that a text is sent to; of an object that others send, where the file opens one pool of the driver. */
function poolerBehind(resolver: Resolver, { handle }: NamedQuery, handles: readonly HandleValue[]): Pooler | null {
  const senders = handle.facts.role === 'statement' ? handles.filter(({ driver, facts }) => driver === handle.driver && facts.role !== 'statement') : [handle];
  const [opening, second] = new Map(senders.map((sender) => [poolOf(sender), openingOf(sender)])).values();
  if (opening == null || second !== undefined || opening.node.type === 'TaggedTemplateExpression') return poolerOfSettings(resolver.tree);
  const opened = awaited(opening.home.expression(opening.node));
  return opened.kind === 'handle' ? poolerOf(resolver.tree, opening.home.tree, opening.node, opened) : poolerOfSettings(resolver.tree);
}

function leaveOut({ tree }: Resolver, { facts, config, node }: NamedQuery): Edits {
  const property = tree.parentOf(node);
  return facts.needed === true || property === null ? null : removeProperty(tree, config, property);
}

function isFixed(sql: SqlText | null): sql is SqlText {
  return sql !== null && sql.holes.size === 0;
}

function constantOf({ tree }: Resolver, node: Node): Node {
  const inner = unwrap(node);
  const variable = inner.type === 'Identifier' ? tree.variableOf(inner) : null;
  return (variable === null ? null : constantInit(variable)) ?? inner;
}

/** Whether a text certainly differs from call to call: it is one of two, or as long as a list that the caller gives. */
function isOfManyTexts(resolver: Resolver, node: Node, depth = 0): boolean {
  const inner = constantOf(resolver, node);
  if (depth > 3) return false;
  switch (inner.type) {
    case 'ConditionalExpression': {
      const [left, right] = [inner.consequent, inner.alternate].map((side) => readSqlText(resolver, side, false));
      return isFixed(left ?? null) && isFixed(right ?? null) && left?.text !== right?.text;
    }
    case 'TemplateLiteral':
      return inner.expressions.some((expression) => isOfManyTexts(resolver, expression, depth + 1));
    case 'BinaryExpression':
      return inner.operator === '+' && [inner.left, inner.right].some((side) => isOfManyTexts(resolver, side, depth + 1));
    case 'CallExpression':
      return isJoinOfParameter(resolver, inner);
    default:
      return false;
  }
}

/** `ids.map(…).join(', ')` of a parameter. */
function isJoinOfParameter({ tree }: Resolver, { callee }: TSESTree.CallExpression): boolean {
  const joined = callee.type === 'MemberExpression' && propertyName(callee) === 'join' ? unwrap(callee.object) : null;
  const list = joined?.type === 'CallExpression' && joined.callee.type === 'MemberExpression' ? joined.callee.object : joined;
  return list?.type === 'Identifier' && tree.variableOf(list)?.defs[0]?.type === 'Parameter';
}
