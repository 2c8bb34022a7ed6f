/** Finds every piece of SQL text on its way to a server. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Dialect, PlaceholderFacts, QueryFacts, SqlSpot, ValuesSpot } from '../../facts/schema.js';
import type { Handle, Query, SqlText, Values } from '../../model/words.js';
import type { PlaceholderFinding, QueryText } from '../../sql/findings.js';
import { placeholderFindings } from '../../sql/find-findings.js';
import { describeStatements } from '../../sql/statements.js';
import { bindingMembers, createdBy } from '../resolve/drivers.js';
import { handleOf, type HandleValue, type Origin, type Resolver, type Value } from '../resolve/values.js';
import { propertyName, type Node } from '../syntax/nodes.js';
import { wrapperOf } from '../resolve/wrappers.js';
import { isQueryMember, isTelling, passesStatement, type Candidate } from './candidates.js';
import { configObject, optionValues, sqlArgument, valueNodes, type Call } from './arguments.js';
import { toHandle } from './handles.js';
import { readOptions } from './options.js';
import { readSqlText } from './sql-text.js';
import { likelyQuery } from './likely-queries.js';
import { namedQuery, readStatementNames, type NamedQuery } from './statement-names.js';
import { HOLE_VALUES, LATER_VALUES, readValues } from './values.js';

/** What is known of one query before its text is read. */
interface Found {
  readonly node: Candidate;
  readonly handle: HandleValue;
  readonly member: string;
  /** The expression that holds the text; null when it is not visible. */
  readonly sql: Node | null;
  readonly placeholders: string;
  /** The call whose config object may switch named placeholders on. */
  readonly config: Node | null;
  readonly values: Values;
  /** The name under which the text is prepared. */
  readonly named?: NamedQuery | null;
}

/** The queries of a file in source order, by the call or tag that sends them. */
export function readQueries(resolver: Resolver, candidates: readonly Candidate[]): ReadonlyMap<Node, Query> {
  // Other modules are read for these alone.
  for (const node of candidates) if (isTelling(resolver.tree, node)) calledQuery(resolver, node);
  resolver.project?.close();
  const bound = new Set(candidates.flatMap((node) => boundStatement(resolver, node)));
  const found = candidates.flatMap((node) => findQuery(resolver, node)).map((query) => (isBound(query, bound) ? { ...query, values: LATER_VALUES } : query));
  const executions = new Map<Node | null, number>();
  for (const query of found) if (!isPrepare(query)) executions.set(query.sql, (executions.get(query.sql) ?? 0) + 1);
  const reported = new Set<string>();
  // A prepared text that is executed somewhere is judged there, with its values.
  const judged = found.filter((query) => !isPrepare(query) || !executions.has(query.sql));
  const named = new Map(judged.flatMap(({ node, named: name }) => (name == null ? [] : [[node, name] as const])));
  const names = readStatementNames(resolver, named, judged.map(({ handle }) => handle));
  return new Map(
    judged.map((query) => {
      const statementName = names.get(query.node);
      const built = buildQuery(resolver, query, (executions.get(query.sql) ?? 0) > 1, reported);
      return [query.node, statementName === undefined ? built : { ...built, statementName }];
    }),
  );
}

/** The prepare call of a statement whose values are bound before it is executed: `statement.bind(1)`. */
function boundStatement(resolver: Resolver, node: Candidate): Node[] {
  const member = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? propertyName(node.callee) : null;
  if (node.type !== 'CallExpression' || member === null || !bindingMembers.has(member)) return [];
  const callee = resolver.expression(node.callee);
  if (callee.kind !== 'member' || callee.facts.does !== 'become' || callee.facts.values === undefined) return [];
  return callee.handle.origin === null ? [] : [callee.handle.origin.node];
}

function isBound({ handle, values }: Found, bound: ReadonlySet<Node>): boolean {
  return handle.origin !== null && values.shape.kind === 'absent' && bound.has(handle.origin.node);
}

function isPrepare({ handle, member }: Found): boolean {
  return handle.facts.members[member]?.does === 'prepare';
}

function findQuery(resolver: Resolver, node: Candidate): Found[] {
  if (node.type === 'TaggedTemplateExpression') return findTag(resolver, node);
  return node.type === 'NewExpression' ? findSubmittable(resolver, node) : findCall(resolver, node);
}

function findTag(resolver: Resolver, node: TSESTree.TaggedTemplateExpression): Found[] {
  const tag = resolver.expression(node.tag);
  const asTag = { node, sql: node, config: null, values: HOLE_VALUES };
  if (tag.kind === 'handle' && tag.facts.tag !== undefined) return [{ ...asTag, handle: tag, member: '', placeholders: tag.facts.tag.placeholders }];
  const likely = tag.kind === 'unknown' ? likelyQuery(resolver, node) : null;
  if (likely !== null) return [{ ...asTag, handle: likely.handle, member: '', placeholders: likely.facts.placeholders }];
  if (tag.kind !== 'member' || tag.facts.does !== 'query') return [];
  const placeholders = tag.facts.sql.at === 'template' ? tag.facts.placeholders : tag.facts.tag;
  return placeholders === undefined ? [] : [{ ...asTag, handle: tag.handle, member: tag.name, placeholders }];
}

/** `new Cursor(text, values)`: the text is sent when a client gets it. */
function findSubmittable(resolver: Resolver, node: TSESTree.NewExpression): Found[] {
  const callee = resolver.expression(node.callee);
  const facts = callee.kind === 'export' ? createdBy(callee) : null;
  if (callee.kind !== 'export' || facts?.is !== 'class' || facts.query === undefined) return [];
  const handle = handleOf(callee.driver, facts.creates.handle, { node, home: resolver });
  if (handle.kind !== 'handle') return [];
  const { sql, values, placeholders } = facts.query;
  return [{ node, handle, member: '', sql: sqlArgument(resolver.tree, node, sql), placeholders, config: null, values: argumentValues(resolver, node, sql, values), named: namedQuery(resolver, node, handle, facts.query) }];
}

/** What a call sends by itself, or through a function that sends what it gets. */
function calledQuery(resolver: Resolver, node: Candidate): Pick<Extract<Value, { kind: 'member' }>, 'handle' | 'name' | 'facts'> | null {
  const callee = resolver.expression(node.type === 'TaggedTemplateExpression' ? node.tag : node.callee);
  if (callee.kind === 'member') return callee;
  const wrapper = callee.kind === 'function' ? wrapperOf(callee.home, callee.node) : null;
  if (wrapper !== null) return { ...wrapper, name: wrapper.member };
  return callee.kind === 'unknown' ? likelyQuery(resolver, node) : null;
}

function findCall(resolver: Resolver, node: TSESTree.CallExpression): Found[] {
  if (!isQueryMember(node) && !passesStatement(resolver.tree, node)) return [];
  const callee = calledQuery(resolver, node);
  if (callee === null) return [];
  const { handle, name: member, facts } = callee;
  if (facts.does === 'prepare') {
    const sql = sqlArgument(resolver.tree, node, facts.sql);
    return [{ node, handle, member, sql, placeholders: facts.placeholders, config: null, values: LATER_VALUES }];
  }
  if (facts.does !== 'query') return [];
  const inTemplate = findTemplate(resolver, node, callee);
  if (inTemplate !== null) return inTemplate;
  const sql = facts.sql.at === 'statement' ? preparedText(resolver, handle) : sqlArgument(resolver.tree, node, facts.sql);
  const [config] = node.arguments;
  const isConfig = config !== undefined && facts.configPlaceholders !== undefined && configObject(resolver.tree, config) !== null;
  const chosen = facts.values.at === 'options' ? optionValues(resolver.tree, node, facts.values) : null;
  const placeholders = chosen?.placeholders ?? (isConfig ? facts.configPlaceholders : undefined) ?? facts.placeholders;
  const values = chosen === null ? argumentValues(resolver, node, facts.sql, facts.values) : readValues(resolver.tree, chosen.nodes, 'one list');
  return [{ node, handle, member, sql, placeholders: chosen?.placeholders ?? placeholdersFor(facts, values) ?? placeholders, config: config ?? null, values, named: handle.evidence === 'likely' ? null : namedQuery(resolver, node, handle, facts) }];
}

/** A template of the driver's that somebody else sends: db.execute(sql`…`), sql`…`.execute(db); null for every other query. */
function findTemplate(resolver: Resolver, node: TSESTree.CallExpression, { handle, name: member, facts }: NonNullable<ReturnType<typeof calledQuery>>): Found[] | null {
  if (facts.does !== 'query') return null;
  const asTemplate = { node, member, config: null, values: HOLE_VALUES };
  if (facts.sql.at === 'receiver') {
    const executor = node.arguments[facts.sql.executor];
    const value = executor === undefined ? null : resolver.expression(executor);
    const placeholders = value?.kind === 'handle' && value.driver === handle.driver ? facts.sql.contracts[value.name] : undefined;
    return value?.kind !== 'handle' || placeholders === undefined ? [] : [{ ...asTemplate, handle: value, sql: nodeIn(resolver, handle), placeholders }];
  }
  const argument = sqlArgument(resolver.tree, node, facts.sql);
  const given = argument === null || facts.template === undefined ? null : resolver.expression(argument);
  if (facts.template === undefined || given?.kind !== 'handle' || given.facts.role !== 'fragment') return null;
  const template = nodeIn(resolver, given);
  return template?.type === 'TaggedTemplateExpression' ? [{ ...asTemplate, handle, sql: template, placeholders: facts.template }] : [];
}

/** The contract for values of this shape, where they have one of their own. */
function placeholdersFor(facts: QueryFacts, { shape }: Values): string | undefined {
  if (shape.kind === 'absent') return facts.placeholdersWithoutValues;
  return shape.kind === 'record' ? facts.placeholdersWithRecord : undefined;
}

function argumentValues(resolver: Resolver, node: Call, sql: SqlSpot, values: ValuesSpot): Values {
  const way = values.at !== 'rest' ? 'one list' : values.separate === true ? 'separate' : 'rest';
  return readValues(resolver.tree, valueNodes(resolver.tree, node, sql, values), way);
}

/** Where the handle was made, if that is in this file: the text of another one cannot be read with the eyes of this one. */
function nodeIn(resolver: Resolver, { origin }: HandleValue): Origin['node'] | null {
  return origin?.home === resolver ? origin.node : null;
}

/** The text that a statement was prepared with. */
function preparedText(resolver: Resolver, handle: HandleValue): Node | null {
  const origin = nodeIn(resolver, handle);
  if (origin?.type !== 'CallExpression') return null;
  const callee = resolver.expression(origin.callee);
  return callee.kind === 'member' && callee.facts.does === 'prepare' ? sqlArgument(resolver.tree, origin, callee.facts.sql) : null;
}

function buildQuery(resolver: Resolver, found: Found, shared: boolean, reported: Set<string>): Query {
  const { node, member, values } = found;
  const handle = toHandle(resolver, found.handle);
  const sql = found.sql === null ? null : readSqlText(resolver, found.sql, shared);
  const placeholders = found.handle.driver.placeholders[found.placeholders];
  if (placeholders === undefined) throw new Error(`${handle.driver.id} has no placeholders "${found.placeholders}"`);
  const text = sql === null || handle.evidence === 'likely' ? null : queryText(resolver, found, handle, sql, placeholders);
  const findings = text === null ? [] : placeholderFindings(text);
  return {
    kind: 'query',
    range: node.range,
    handle,
    member,
    sql,
    ...statementsOf(found, sql, handle.dialect),
    values,
    placeholders,
    placeholderFindings: findings.filter((finding) => sql !== null && isFirstReport(finding, sql, reported)),
  };
}

/** A tag, a prepared text and a text with values hold one statement: several are an error of their own. */
function statementsOf({ node, handle, member, values }: Found, sql: SqlText | null, dialect: Dialect | null): Pick<Query, 'statements' | 'isWrite'> {
  const facts = handle.facts.members[member];
  const isPrepared = facts?.does === 'prepare' || (facts?.does === 'query' && facts.sql.at === 'statement');
  const isSingle = node.type === 'TaggedTemplateExpression' || isPrepared;
  // With values Postgres takes one statement only; in MySQL a procedure gives several results.
  const isBound = dialect !== 'mysql' && !['absent', 'unknown'].includes(values.shape.kind);
  if (sql === null || dialect === null) return { statements: isSingle || isBound ? 'one' : 'unknown', isWrite: false };
  const described = describeStatements(sql.text, { dialect, styles: [], holes: new Set(sql.holes.keys()) });
  return { ...described, statements: isSingle || isBound ? 'one' : described.statements };
}

/** A text that two queries share has one mistake, not two: what lies in the text is reported once. */
function isFirstReport(finding: PlaceholderFinding, sql: SqlText, reported: Set<string>): boolean {
  if (!['foreign', 'quoted', 'gap', 'zero', 'quotedHole', 'handWritten'].includes(finding.kind)) return true;
  const key = `${finding.kind} ${sql.locate(finding.start, finding.end).join('-')}`;
  if (reported.has(key)) return false;
  reported.add(key);
  return true;
}

/** Null where the dialect is not known: without it a `?` cannot be told from an operator. */
function queryText(resolver: Resolver, found: Found, handle: Handle, sql: SqlText, facts: PlaceholderFacts): QueryText | null {
  if (handle.dialect === null) return null;
  return {
    text: sql.text,
    dialect: handle.dialect,
    holes: new Map([...sql.holes].map(([offset, hole]) => [offset, hole.role])),
    facts,
    values: found.values.shape,
    named: namedPlaceholders(resolver, found, handle, facts),
  };
}

/** Whether named placeholders are switched on, by the query's own config object or by the connection's options. */
function namedPlaceholders(resolver: Resolver, found: Found, handle: Handle, facts: PlaceholderFacts): QueryText['named'] {
  const option = facts.named?.option;
  if (option === undefined) return 'on';
  const config = found.config === null ? null : configObject(resolver.tree, found.config);
  const local = config === null ? undefined : readOptions(resolver.tree, [config]).get(option);
  const value = local === undefined ? (handle.creation === null ? null : handle.creation.options.get(option)) : local;
  if (value === null) return 'unknown';
  return value === true ? 'on' : 'off';
}
