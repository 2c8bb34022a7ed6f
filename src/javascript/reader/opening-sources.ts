/** Tells from what is passed to a creation whether that opens a connection which others could use. */
import type { TSESTree } from '@typescript-eslint/utils';
import { oneTime } from '../../facts/frameworks.js';
import type { HandleFacts, OpeningSource } from '../../facts/schema.js';
import { stringValue, unwrap, type Node } from '../syntax/nodes.js';
import { behindConstant } from '../syntax/plain-values.js';
import { walk, type Tree } from '../syntax/tree.js';
import { propertyValue, type Call } from './arguments.js';

/** Whether it uses what it is handed, or opens a database that lives in memory and is its own. */
export function opensNothing(tree: Tree, { arguments: passed }: Call, { opening }: HandleFacts): boolean {
  const [first] = passed.map((node) => behindConstant(tree, node));
  const { scratch = [], source } = opening ?? {};
  const address = first === undefined ? '' : stringValue(first);
  if (address !== null && scratch.includes(address)) return true;
  if (passed.some((node) => holdsText(tree, behindConstant(tree, node), scratch))) return true;
  return source !== undefined && (passed.some((node) => isNamed(behindConstant(tree, node), source.unasked)) || !isSource(tree, first, source));
}

function isSource(tree: Tree, first: Node | undefined, { option, adapter, seen }: OpeningSource): boolean {
  if (first === undefined) return option === undefined && adapter === undefined;
  if (adapter !== undefined) return isSourceOfAdapter(tree, first, adapter);
  // What is written elsewhere may hand over what is there.
  if (first.type !== 'ObjectExpression') return seen !== true || isAddress(tree, first);
  if (first.properties.some(({ type }) => type === 'SpreadElement')) return seen !== true;
  return option === undefined || propertyValue(first, option) !== null;
}

function isNamed(record: Node, option: string | undefined): boolean {
  const value = option === undefined || record.type !== 'ObjectExpression' ? null : propertyValue(record, option);
  return value !== null && stringValue(value) !== null;
}

/** `new PrismaPg({ connectionString })` connects for each client, `new PrismaPg(pool)` uses that pool. */
function isSourceOfAdapter(tree: Tree, record: Node, option: string): boolean {
  const value = record.type === 'ObjectExpression' ? propertyValue(record, option) : null;
  const adapter = value === null ? null : behindConstant(tree, value);
  const [first] = adapter?.type === 'NewExpression' ? adapter.arguments : [];
  const source = first === undefined ? null : behindConstant(tree, first);
  return source !== null && (source.type === 'ObjectExpression' || isAddress(tree, source));
}

/** A text, or what the environment says. */
function isAddress(tree: Tree, expression: Node): boolean {
  const node = behindConstant(tree, expression);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string';
    case 'TemplateLiteral':
      return true;
    case 'LogicalExpression':
      return isAddress(tree, node.left) || isAddress(tree, node.right);
    case 'MemberExpression':
      return isOfEnvironment(tree, node);
    default:
      return false;
  }
}

/** `process.env.DATABASE_URL`, `import.meta.env.DATABASE_URL`. */
function isOfEnvironment(tree: Tree, { object }: TSESTree.MemberExpression): boolean {
  const root = unwrap(object);
  if (root.type === 'MemberExpression') return isOfEnvironment(tree, root);
  return root.type === 'MetaProperty' || (root.type === 'Identifier' && oneTime.ownObjects.includes(root.name) && tree.variableOf(root) === null);
}

/** `{ connection: { filename: ':memory:' } }`. */
function holdsText(tree: Tree, record: Node, texts: readonly string[]): boolean {
  if (record.type !== 'ObjectExpression') return false;
  let isFound = false;
  walk(record, tree.visitorKeys, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string' && node.value !== '' && texts.includes(node.value)) isFound = true;
  });
  return isFound;
}
