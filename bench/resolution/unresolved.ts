/**
 * The denominator: calls and templates that look like a query, of which the model says nothing. Their shape says what holds the
 * receiver. Calls of libraries that look like a driver and are none are left out and counted.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { drivers } from '../../src/facts/drivers/index.js';
import { queryMembers } from '../../src/javascript/resolve/drivers.js';
import { propertyName, requiredModule, unwrap, type Node } from '../../src/javascript/syntax/nodes.js';
import { behindConstant, constantInit } from '../../src/javascript/syntax/plain-values.js';
import { staticText, type ConstantLookup } from '../../src/javascript/syntax/static-text.js';
import { buildTree, type ParsedFile, type Tree } from '../../src/javascript/syntax/tree.js';
import type { Model, Query, Range } from '../../src/model/words.js';
import { isIndirectPackage, packageName, type Projects } from './projects.js';
import { Receivers, type Receiver } from './receivers.js';
import { isStatement } from './sql-statements.js';

export interface UnresolvedCall {
  readonly range: Range;
  readonly shape: string;
  /** The receiver as it is written. */
  readonly source: string;
  /** False when it is certainly sent by a query builder or an ORM. */
  readonly canBeDirect: boolean;
}

export interface CallsOfFile {
  /** Queries of the model, without the fragments that other templates hold. */
  readonly resolved: readonly Query[];
  readonly unresolved: readonly UnresolvedCall[];
  /** Calls of libraries that are no SQL driver of ours. */
  readonly lookAlikes: number;
}

/** Libraries with a `query` of their own, other databases among them. */
const LOOK_ALIKES =
  /^(?:@trpc|@apollo|@urql|@clickhouse|@google-cloud|@tanstack|@elastic|@opensearch-project|@databricks|@influxdata|@planetscale|@duckdb|@aws-sdk)\/|^(?:apollo-\w[\w-]*|urql|graphql-request|neo4j-driver(?:-core)?|react-query|cassandra-driver|mongodb|mongoose|snowflake-sdk|dynamodb-toolbox|trino-client|presto-client|express-validator|redis|ioredis|duckdb|faunadb|arangojs|couchbase|surrealdb|supertest)$/;
/** Names that such objects have, where the import is in another file. */
const LOOK_ALIKE_NAMES = /click_?house|big_?query|neo4j|memgraph|cypher|apollo|urql|trpc|elastic|opensearch|dynamo|cassandra|scylla|mongo|snowflake|duckdb|influx|graphql|archive/i;
/** What their tags and functions give is not sent, but given to something that sends it: the outer call counts. */
const TEXT_BUILDERS: ReadonlySet<string> = new Set(['sql-template-strings', 'sql-template-tag', '@nearform/sql', 'pg-template-tag', 'pg-sql', 'pg-sql2', 'sqlate', 'sql-tagged-template', '@databases/sql', 'pg-format', 'yesql', 'sqlstring']);
const OTHER_TAGS = /^(?:gql|graphql|css|html|svg|styled|dedent|outdent|raw|String\.raw|md|markdown)$/;

const MEMBER = /quer(?:y|ies)(?!By|AllBy|Selector|Key)|exec|sql/i;
const FUNCTION = /quer(?:y|ies)(?!By|AllBy|Selector|Key)|sql|exec|^q$|^run$|^db/i;
/** Members that query builders and ORMs alone have. */
const INDIRECT_MEMBER = /^(?:raw|\$\w+)$/;
/** The receiver of a `.query(…)` whose text is not visible. */
const TELLING_NAME = /(?:^|_|\b)(?:pool|client|db|pg|conn|connection|database|postgres|mysql|sqlite|tx|trx|txn|transaction|querier|executor)$|(?:Pool|Client|Conn|Connection|Db|DB|Database|Transaction|Tx|Trx)$/;

const driverModules: ReadonlySet<string> = new Set(drivers.flatMap(({ modules }) => Object.keys(modules)));

type Candidate = TSESTree.CallExpression | TSESTree.TaggedTemplateExpression;

/** `model` is what the plugin read in the file; null when it found no database there. */
export function callsOf(parsed: ParsedFile, model: Model | null, file: string, projects: Projects): CallsOfFile {
  const candidates: Candidate[] = [];
  const tree = buildTree(parsed, (node) => {
    if (node.type === 'TaggedTemplateExpression' || (node.type === 'CallExpression' && node.arguments.length > 0)) candidates.push(node);
  });
  const queries = model?.queries ?? [];
  const nodes = new Map(candidates.map((node) => [node.range.join(), node]));
  const isFragment = (query: Query): boolean => {
    const node = nodes.get(query.range.join());
    return node?.type === 'TaggedTemplateExpression' && (isPartOfAnother(tree, node) || (query.sql !== null && !isStatement(query.sql.text)));
  };
  const receivers = new Receivers(tree, file, projects);
  const known = new Set(queries.map(({ range }) => range.join()));
  const texts = queries.flatMap(({ sql }) => (sql === null ? [] : [sql.locate(0, sql.text.length)]));
  const imports = importsOf(candidates, parsed).map(packageName);
  // Its own methods forward to such a library.
  const isOfLookAlikes = imports.some((name) => LOOK_ALIKES.test(name)) && !imports.some((name) => driverModules.has(name));
  const unresolved: UnresolvedCall[] = [];
  let lookAlikes = 0;
  for (const node of candidates) {
    if (known.has(node.range.join()) || !looksLikeQuery(tree, node) || holdsKnownText(node, texts)) continue;
    const found = shapeOf(receivers, tree, node);
    // A template with a driver's own tag that the model does not have is a fragment, by the facts.
    if (found.packages.some((name) => TEXT_BUILDERS.has(name) || (node.type === 'TaggedTemplateExpression' && driverModules.has(name)))) continue;
    const source = tree.text.slice(...receiverOf(node).range);
    if ((isOfLookAlikes && /^(?:this|super)\b/.test(source)) || found.packages.some((name) => LOOK_ALIKES.test(name)) || LOOK_ALIKE_NAMES.test(source)) lookAlikes++;
    else if (isSqlVisible(tree, node) || projects.reachOf(file) === 'direct') {
      unresolved.push({ range: node.range, shape: found.words, source: source.replace(/\s+/g, ' ').slice(0, 60), canBeDirect: !INDIRECT_MEMBER.test(memberOf(node)) && !sendsTemplateOfBuilder(receivers, tree, node) });
    }
  }
  return { resolved: queries.filter((query) => !isFragment(query)), unresolved, lookAlikes };
}

function importsOf(candidates: readonly Candidate[], { ast }: ParsedFile): string[] {
  const imported = ast.body.flatMap((statement) => (statement.type === 'ImportDeclaration' ? [statement.source.value] : []));
  return [...imported, ...candidates.flatMap((node) => requiredModule(node) ?? [])];
}

function looksLikeQuery(tree: Tree, node: Candidate): boolean {
  if (node.type === 'TaggedTemplateExpression') return !OTHER_TAGS.test(tree.text.slice(...node.tag.range)) && isSqlVisible(tree, node) && !isPartOfAnother(tree, node);
  const callee = unwrap(node.callee);
  if (callee.type === 'Identifier') return FUNCTION.test(callee.name) && isSqlVisible(tree, node);
  const member = callee.type === 'MemberExpression' ? propertyName(callee) : null;
  if (callee.type !== 'MemberExpression' || member === null) return false;
  if ((MEMBER.test(member) || queryMembers.has(member)) && isSqlVisible(tree, node)) return true;
  return member === 'query' && isTextPossible(tree, node) && TELLING_NAME.test(nameOf(callee.object));
}

function isSqlVisible(tree: Tree, node: Candidate): boolean {
  const text = textOf(tree, node);
  return text !== null && isStatement(text);
}

/** Whether a first argument that is no visible SQL may be some all the same: a variable, a call, a text that begins with a hole. */
function isTextPossible(tree: Tree, node: TSESTree.CallExpression): boolean {
  const [argument] = node.arguments;
  const first = argument === undefined ? null : unwrap(argument);
  if (first === null || ['ArrowFunctionExpression', 'FunctionExpression', 'ObjectExpression', 'ArrayExpression', 'SpreadElement', 'NewExpression'].includes(first.type)) return false;
  const text = textOf(tree, node);
  return text === null || text.trimStart().startsWith('\uFFFC');
}

/** The static text of a template, of a first argument, or of the text in a config object there. */
function textOf(tree: Tree, node: Candidate): string | null {
  const lookup: ConstantLookup = (identifier) => {
    const variable = tree.variableOf(identifier);
    const init = variable === null ? null : constantInit(variable);
    return variable === null || init === null ? null : { init, variable };
  };
  const argument = node.type === 'TaggedTemplateExpression' ? node : node.arguments[0];
  if (argument === undefined) return null;
  const holder = behindConstant(tree, argument);
  const inConfig = holder.type === 'ObjectExpression' ? holder.properties.flatMap((property) => (property.type === 'Property' && ['text', 'sql'].includes(propertyName(property) ?? '') ? [property.value] : []))[0] : undefined;
  const template = holder.type === 'TaggedTemplateExpression' ? holder : undefined;
  return staticText(inConfig ?? template ?? argument, tree.text, lookup)?.text ?? null;
}

/** db.execute(sql`…`) with the tag of an ORM. */
function sendsTemplateOfBuilder(receivers: Receivers, tree: Tree, node: Candidate): boolean {
  const argument = node.type === 'CallExpression' ? node.arguments[0] : undefined;
  const template = argument === undefined ? null : behindConstant(tree, argument);
  return template?.type === 'TaggedTemplateExpression' && receivers.of(template.tag).packages.some(isIndirectPackage);
}

function memberOf(node: Candidate): string {
  const callee = unwrap(node.type === 'TaggedTemplateExpression' ? node.tag : node.callee);
  return callee.type === 'MemberExpression' ? (propertyName(callee) ?? '') : '';
}

/** A text that is prepared here and judged where it is executed. */
function holdsKnownText(node: Candidate, texts: readonly Range[]): boolean {
  const argument = node.type === 'CallExpression' ? node.arguments[0] : undefined;
  return argument !== undefined && texts.some(([start, end]) => start >= argument.range[0] && end <= argument.range[1]);
}

/** A template that stands in another one, or that a call sends: it is no query of its own. */
function isPartOfAnother(tree: Tree, node: TSESTree.TaggedTemplateExpression): boolean {
  let current: Node = node;
  for (;;) {
    const parent = tree.parentOf(current);
    switch (parent?.type) {
      case 'TaggedTemplateExpression':
        return true;
      case 'CallExpression': {
        const callee = unwrap(parent.callee);
        const name = callee.type === 'MemberExpression' ? propertyName(callee) : callee.type === 'Identifier' ? callee.name : null;
        // sql`…`.execute(db) sends what stands before it.
        if (parent.callee === current) return name === 'execute' || name === 'compile';
        return name !== null && (queryMembers.has(name) || MEMBER.test(name));
      }
      case 'MemberExpression':
      case 'ChainExpression':
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'TemplateLiteral':
      case 'ArrayExpression':
      case 'ObjectExpression':
      case 'Property':
      case 'SpreadElement':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
        current = parent;
        break;
      default:
        return false;
    }
  }
}

function receiverOf(node: Candidate): Node {
  const callee = unwrap(node.type === 'TaggedTemplateExpression' ? node.tag : node.callee);
  return callee.type === 'MemberExpression' ? callee.object : callee;
}

/** The last name of a receiver: `this.pool` → `pool`. */
function nameOf(receiver: Node): string {
  const node = unwrap(receiver);
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression') return propertyName(node) ?? '';
  return node.type === 'AwaitExpression' ? nameOf(node.argument) : '';
}

function shapeOf(receivers: Receivers, tree: Tree, node: Candidate): Receiver {
  const callee = unwrap(node.type === 'TaggedTemplateExpression' ? node.tag : node.callee);
  if (node.type === 'TaggedTemplateExpression') {
    const inner = callee.type === 'CallExpression' ? unwrap(callee.callee) : callee;
    // `this.db` as a tag is a field, `prisma.$queryRaw` a member of prisma.
    const isMember = inner.type === 'MemberExpression' && queryMembers.has(propertyName(inner) ?? '');
    const { words, packages } = receivers.of(isMember ? inner.object : inner);
    return { words: `template, ${words}`, packages };
  }
  if (callee.type !== 'MemberExpression') {
    const { words, packages } = receivers.of(callee);
    return { words: `function, ${words}`, packages };
  }
  const object = unwrap(callee.object);
  // `this.query(…)`: what is called, and not whose it is, is the question.
  return object.type === 'ThisExpression' || object.type === 'Super' ? receivers.of(object.type === 'Super' ? object : callee) : receivers.of(object);
}
