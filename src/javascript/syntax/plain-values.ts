/** Expressions that certainly give a primitive: a string, a number, a boolean, a bigint. */
import type { Variable } from '@typescript-eslint/scope-manager';
import { documentedParameter } from './documentation.js';
import { annotationOf, isFunction, propertyName, unwrap, type Node } from './nodes.js';
import type { Tree } from './tree.js';

const FUNCTIONS: ReadonlySet<string> = new Set(['String', 'Number', 'Boolean', 'BigInt', 'parseInt', 'parseFloat', 'encodeURIComponent']);
/** Methods of strings, numbers and dates that give strings or numbers whatever they are called on. */
const METHODS: ReadonlySet<string> = new Set(['toString', 'toISOString', 'toFixed', 'toLowerCase', 'toUpperCase', 'trim', 'padStart', 'padEnd', 'getTime']);
const NAMESPACES: ReadonlyMap<string, ReadonlySet<string> | null> = new Map([['Math', null], ['Date', new Set(['now'])], ['JSON', new Set(['stringify'])]]);
const KEYWORDS: ReadonlySet<string> = new Set(['TSStringKeyword', 'TSNumberKeyword', 'TSBooleanKeyword', 'TSBigIntKeyword']);

const DOCUMENTED: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'bigint']);

/** Deeper expressions are not judged. */
const MAX_DEPTH = 8;

export function isPlainValue(tree: Tree, expression: Node, depth = 0): boolean {
  const node = unwrap(expression);
  if (depth > MAX_DEPTH) return false;
  switch (node.type) {
    case 'Literal':
      return node.value !== null && !('regex' in node);
    case 'TemplateLiteral':
    case 'BinaryExpression':
    case 'UpdateExpression':
      return true;
    case 'UnaryExpression':
      return node.operator !== 'void';
    case 'ConditionalExpression':
      return isPlainValue(tree, node.consequent, depth + 1) && isPlainValue(tree, node.alternate, depth + 1);
    case 'LogicalExpression':
      return isPlainValue(tree, node.left, depth + 1) && isPlainValue(tree, node.right, depth + 1);
    case 'CallExpression':
      return isPlainCall(tree, node.callee);
    case 'Identifier': {
      const variable = tree.variableOf(node);
      return variable !== null && isPlainVariable(tree, variable, depth);
    }
    default:
      return false;
  }
}

function isPlainCall(tree: Tree, callee: Node): boolean {
  if (callee.type === 'Identifier') return FUNCTIONS.has(callee.name) && tree.variableOf(callee) === null;
  if (callee.type !== 'MemberExpression') return false;
  const name = propertyName(callee);
  if (name === null) return false;
  if (callee.object.type === 'Identifier' && tree.variableOf(callee.object) === null) {
    const members = NAMESPACES.get(callee.object.name);
    if (members !== undefined) return members === null || members.has(name);
  }
  return METHODS.has(name);
}

function isPlainVariable(tree: Tree, variable: Variable, depth: number): boolean {
  const [definition, second] = variable.defs;
  if (definition === undefined || second !== undefined) return false;
  const { name } = definition;
  const annotation = annotationOf(name);
  if (annotation !== null) return KEYWORDS.has(annotation.type);
  if (definition.type === 'Parameter') return isPlainParameter(tree, variable, definition.node);
  const constant = constantInit(variable);
  return constant !== null && isPlainValue(tree, constant, depth + 1);
}

/** A parameter that JSDoc says to be a primitive, and that is not assigned anew. */
function isPlainParameter(tree: Tree, variable: Variable, node: Node): boolean {
  if (!isFunction(node) || variable.references.some((reference) => reference.isWrite())) return false;
  return node.params.some((parameter) => variable.identifiers.some((identifier) => identifier === parameter)) && DOCUMENTED.has(documentedParameter(tree, node, variable.name) ?? '');
}

/** The initializer of a variable that is written once, by its declaration, and is not destructured; else null. */
export function constantInit(variable: Variable): Node | null {
  const [definition, second] = variable.defs;
  if (definition?.type !== 'Variable' || second !== undefined || definition.node.id !== definition.name) return null;
  if (variable.references.some((reference) => reference.isWrite() && reference.init !== true)) return null;
  return definition.node.init;
}

/** What a constant stands for, where the expression names one; else the expression itself, without casts and parentheses. */
export function behindConstant(tree: Tree, expression: Node): Node {
  const node = unwrap(expression);
  const variable = node.type === 'Identifier' ? tree.variableOf(node) : null;
  const init = variable === null ? null : constantInit(variable);
  return init === null ? node : unwrap(init);
}

/** Whether the variable is read in one place only and leaves the file in none. */
export function isReadOnce(tree: Tree, variable: Variable): boolean {
  const [definition] = variable.defs;
  if (definition === undefined || variable.references.filter((reference) => reference.isRead()).length !== 1) return false;
  const declaration = tree.parentOf(definition.node);
  return declaration === null || tree.parentOf(declaration)?.type !== 'ExportNamedDeclaration';
}
