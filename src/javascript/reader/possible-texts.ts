/** The texts that an expression may give, as far as the file and the environment files of its project tell. */
import type { TSESTree } from '@typescript-eslint/utils';
import { environments } from '../../facts/environments.js';
import { isNullish, propertyName, stringValue, unwrap, type Node } from '../syntax/nodes.js';
import { constantInit } from '../syntax/plain-values.js';
import { staticText } from '../syntax/static-text.js';
import type { Tree } from '../syntax/tree.js';
import { propertyValue } from './arguments.js';

/** A text, with U+FFFC for each part that nobody knows, and the variable that it comes from, if any. */
export interface PossibleText {
  readonly text: string;
  readonly from: { readonly variable: string; readonly file: string } | null;
}

export interface PossibleTexts {
  readonly texts: readonly PossibleText[];
  /** Whether it may also give something else. */
  readonly isOpen: boolean;
}

/** The values that environment files give to a variable. */
export type EnvironmentLookup = (variable: string) => readonly { readonly value: string; readonly file: string }[];

const UNKNOWN: PossibleTexts = { texts: [], isOpen: true };
const NOTHING: PossibleTexts = { texts: [], isOpen: false };

/** Longer ways are unknown. */
const MAX_DEPTH = 8;
/** Functions and methods that give the text, or the number, that they get. */
const CONVERSIONS: ReadonlySet<string> = new Set(['String', 'Number', 'parseInt', 'trim', 'toString']);

export function possibleTexts(tree: Tree, lookup: EnvironmentLookup, expression: Node, depth = 0): PossibleTexts {
  const node = unwrap(expression);
  const next = (inner: Node): PossibleTexts => possibleTexts(tree, lookup, inner, depth + 1);
  if (depth > MAX_DEPTH) return UNKNOWN;
  if (isNullish(node)) return NOTHING;
  const variable = environmentVariable(tree, node);
  if (variable !== null) return fromEnvironment(lookup, variable);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' || typeof node.value === 'number' ? { texts: [{ text: String(node.value), from: null }], isOpen: false } : UNKNOWN;
    case 'TemplateLiteral':
    case 'BinaryExpression':
      return puzzledTogether(tree, node, next);
    case 'ConditionalExpression':
      return either(next(node.consequent), next(node.alternate));
    case 'LogicalExpression':
      return node.operator === '&&' ? next(node.right) : either(next(node.left), next(node.right));
    case 'UnaryExpression':
      return node.operator === '+' ? next(node.argument) : UNKNOWN;
    case 'CallExpression': {
      const [argument] = node.arguments;
      const { callee } = node;
      if (callee.type === 'Identifier') return argument !== undefined && CONVERSIONS.has(callee.name) && tree.variableOf(callee) === null ? next(argument) : UNKNOWN;
      return callee.type === 'MemberExpression' && CONVERSIONS.has(propertyName(callee) ?? '') ? next(callee.object) : UNKNOWN;
    }
    case 'MemberExpression': {
      const value = propertyOfConstant(tree, node);
      return value === null ? UNKNOWN : next(value);
    }
    case 'Identifier': {
      const variableOfName = tree.variableOf(node);
      const init = variableOfName === null ? null : constantInit(variableOfName);
      if (init !== null) return next(init);
      const byDefault = defaultInPattern(tree, node);
      const named = variableInPattern(tree, node);
      return named === null ? UNKNOWN : either(fromEnvironment(lookup, named), byDefault === null ? NOTHING : next(byDefault));
    }
    default:
      return UNKNOWN;
  }
}

function fromEnvironment(lookup: EnvironmentLookup, variable: string): PossibleTexts {
  const texts = lookup(variable).map(({ value, file }) => ({ text: value, from: { variable, file } }));
  return { texts, isOpen: texts.length === 0 };
}

function either(left: PossibleTexts, right: PossibleTexts): PossibleTexts {
  return { texts: [...left.texts, ...right.texts], isOpen: left.isOpen || right.isOpen };
}

/** A template or concatenation; each part that can be one text only is put in. */
function puzzledTogether(tree: Tree, node: Node, read: (inner: Node) => PossibleTexts): PossibleTexts {
  const found = staticText(node, tree.text, () => null);
  if (found === null) return UNKNOWN;
  let text = '';
  let from: PossibleText['from'] = null;
  let at = 0;
  for (const [offset, expression] of [...found.holes].sort(([a], [b]) => a - b)) {
    const { texts, isOpen } = read(expression);
    const [only, second] = texts;
    text += found.text.slice(at, offset);
    at = offset;
    if (only === undefined || second !== undefined || isOpen) continue;
    text += only.text;
    from ??= only.from;
    at = offset + 1;
  }
  return { texts: [{ text: text + found.text.slice(at), from }], isOpen: false };
}

/** The name of the variable that an expression reads from the environment; null when it does not. */
function environmentVariable(tree: Tree, node: Node): string | null {
  if (node.type === 'MemberExpression') return isEnvironment(tree, node.object) ? propertyName(node) : null;
  if (node.type === 'CallExpression') {
    const { callee } = node;
    const [argument] = node.arguments;
    return callee.type === 'MemberExpression' && propertyName(callee) === environments.getter && argument !== undefined && isEnvironment(tree, callee.object) ? stringValue(argument) : null;
  }
  const imported = node.type === 'Identifier' ? importOf(tree, node) : null;
  return imported !== null && environments.variableModules.some((module) => module === imported.module) ? imported.name : null;
}

/** `process.env`, `import.meta.env`, `Bun.env`, a constant that holds it, a module that exports it. */
function isEnvironment(tree: Tree, expression: Node, depth = 0): boolean {
  const node = unwrap(expression);
  if (depth > 2) return false;
  if (node.type === 'MemberExpression') return propertyName(node) === environments.record && (unwrap(node.object).type === 'MetaProperty' || isHost(tree, node.object));
  if (node.type !== 'Identifier') return false;
  const imported = importOf(tree, node);
  if (imported !== null) return imported.name === environments.record && environments.recordModules.some((module) => module === imported.module);
  const variable = tree.variableOf(node);
  const init = variable === null ? null : constantInit(variable);
  if (init !== null) return isEnvironment(tree, init, depth + 1);
  const property = patternProperty(tree, node);
  return property !== null && propertyName(property.property) === environments.record && isHost(tree, property.init);
}

/** The object whose property is the environment: a global, or what `node:process` exports by default. */
function isHost(tree: Tree, expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type !== 'Identifier') return false;
  const imported = importOf(tree, node);
  if (imported !== null) return imported.name === 'default' && environments.recordModules.some((module) => module === imported.module);
  return tree.variableOf(node) === null && environments.objects.some((name) => name === node.name);
}

/** What a name is imported as; `default` also for a whole namespace. */
function importOf(tree: Tree, node: TSESTree.Identifier): { readonly module: string; readonly name: string } | null {
  const [definition] = tree.variableOf(node)?.defs ?? [];
  if (definition?.type !== 'ImportBinding' || definition.parent.type !== 'ImportDeclaration') return null;
  const module = definition.parent.source.value;
  if (definition.node.type !== 'ImportSpecifier') return { module, name: 'default' };
  const { imported } = definition.node;
  return { module, name: imported.type === 'Identifier' ? imported.name : imported.value };
}

/** `const { DATABASE_URL } = process.env`. */
function variableInPattern(tree: Tree, node: TSESTree.Identifier): string | null {
  const found = patternProperty(tree, node);
  return found !== null && isEnvironment(tree, found.init) ? propertyName(found.property) : null;
}

/** `const { DATABASE_URL = 'postgres://…' } = process.env`. */
function defaultInPattern(tree: Tree, node: TSESTree.Identifier): Node | null {
  const value = patternProperty(tree, node)?.property.value;
  return value?.type === 'AssignmentPattern' ? value.right : null;
}

/** The property of a pattern at a declaration that fills a variable which is never written again. */
function patternProperty(tree: Tree, node: TSESTree.Identifier): { readonly property: TSESTree.Property; readonly init: Node } | null {
  const variable = tree.variableOf(node);
  const [definition, second] = variable?.defs ?? [];
  if (definition?.type !== 'Variable' || second !== undefined || definition.node.init === null || definition.node.id.type !== 'ObjectPattern') return null;
  if (variable?.references.some((reference) => reference.isWrite() && reference.init !== true)) return null;
  const property = definition.node.id.properties.find((candidate) => candidate.type === 'Property' && [candidate.value, candidate.value.type === 'AssignmentPattern' ? candidate.value.left : null].includes(definition.name));
  return property?.type === 'Property' ? { property, init: definition.node.init } : null;
}

/** `config.url` of `const config = { url: … }` that nobody writes to. */
function propertyOfConstant(tree: Tree, { object, ...member }: TSESTree.MemberExpression): Node | null {
  const root = unwrap(object);
  const name = propertyName({ object, ...member });
  const variable = root.type === 'Identifier' ? tree.variableOf(root) : null;
  const init = variable === null ? null : constantInit(variable);
  const record = init === null ? null : unwrap(init);
  if (record?.type !== 'ObjectExpression' || name === null || record.properties.some(({ type }) => type === 'SpreadElement')) return null;
  const isWritten = variable?.references.some(({ identifier }) => {
    const parent = tree.parentOf(identifier);
    const outer = parent?.type === 'MemberExpression' ? tree.parentOf(parent) : null;
    return outer?.type === 'AssignmentExpression' && outer.left === parent;
  });
  return isWritten === true ? null : propertyValue(record, name);
}
