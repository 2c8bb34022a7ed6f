/** Moves the creation of a pool or connection from a function to the top of the file. */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { oneTime } from '../../facts/frameworks.js';
import type { HandleFacts } from '../../facts/schema.js';
import type { Edits, Fate, TextEdit } from '../../model/words.js';
import { constantInit } from '../syntax/plain-values.js';
import { propertyName, unwrap, type Node } from '../syntax/nodes.js';
import type { Tree } from '../syntax/tree.js';

/** Null unless it is `const pool = …` of arguments that are the same at the top, and every way of closing it can be taken away. */
export function moveToTop(tree: Tree, call: Node, facts: HandleFacts, fate: Fate): Edits {
  const declaration = declarationOf(tree, call);
  const top = declaration === null ? null : topStatement(tree, declaration);
  if (declaration === null || top === null) return null;
  const [declarator] = declaration.declarations;
  const variable = tree.variableOf(declarator.id);
  if (variable === null || constantInit(variable) === null || !isFreeAtTop(tree, variable, declaration)) return null;
  if (call.type !== 'NewExpression' && call.type !== 'CallExpression') return null;
  if (![call.callee, ...call.arguments].every((part) => isSameAtTop(tree, part, top.range[0]))) return null;
  const closings = closingEdits(tree, variable, facts);
  // Closed through something else: a view of it, a factory.
  if (closings === null || (fate === 'closed' && closings.length === 0)) return null;
  const at = startWithComments(tree, top);
  const moved = movedText(tree, declaration, top);
  const lineBreak = tree.text.includes('\r\n') ? '\r\n' : '\n';
  return moved === null ? null : [{ range: [at, at], text: `${moved}${lineBreak}${lineBreak}` }, lineEdit(tree, declaration), ...closings];
}

type OwnDeclaration = TSESTree.VariableDeclaration & { readonly declarations: readonly [TSESTree.VariableDeclarator] };

/** The statement `const pool = …;` that holds nothing else. */
function declarationOf(tree: Tree, call: Node): OwnDeclaration | null {
  let value = call;
  let parent = tree.parentOf(value);
  while (parent?.type === 'TSNonNullExpression' || parent?.type === 'TSAsExpression') {
    value = parent;
    parent = tree.parentOf(value);
  }
  if (parent?.type !== 'VariableDeclarator' || parent.init !== value || parent.id.type !== 'Identifier') return null;
  const declaration = tree.parentOf(parent);
  return declaration?.type === 'VariableDeclaration' && declaration.kind === 'const' && isSingle(declaration) && isStatement(tree, declaration) ? declaration : null;
}

function isSingle(declaration: TSESTree.VariableDeclaration): declaration is OwnDeclaration {
  return declaration.declarations.length === 1;
}

/** Whether a node can be taken away without leaving an `if` or `else` without its statement. */
function isStatement(tree: Tree, node: Node): boolean {
  const parent = tree.parentOf(node);
  return parent?.type === 'BlockStatement' || parent?.type === 'SwitchCase';
}

function topStatement(tree: Tree, node: Node): Node | null {
  let current = node;
  for (;;) {
    const parent = tree.parentOf(current);
    if (parent === null) return null;
    if (parent.type === 'Program') return current;
    current = parent;
  }
}

/** Nothing else in the file has the name, or uses a global of that name. */
function isFreeAtTop(tree: Tree, variable: Variable, declaration: Node): boolean {
  return tree.scopes.every((scope) => {
    if (scope.variables.some((other) => other !== variable && other.name === variable.name && other.defs.length > 0)) return false;
    return scope.references.every(({ identifier, resolved }) => identifier.name !== variable.name || resolved === variable);
  }) && variable.references.every(({ identifier }) => identifier.range[0] >= declaration.range[0]);
}

/** Whether an expression gives at the top what it gives where it stands: literals, the environment, constants from above. */
function isSameAtTop(tree: Tree, expression: Node, before: number): boolean {
  const node = unwrap(expression);
  const isSame = (inner: Node): boolean => isSameAtTop(tree, inner, before);
  switch (node.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return node.expressions.every(isSame);
    case 'BinaryExpression':
    case 'LogicalExpression':
      return isSame(node.left) && isSame(node.right);
    case 'ConditionalExpression':
      return [node.test, node.consequent, node.alternate].every(isSame);
    case 'UnaryExpression':
      return isSame(node.argument);
    case 'ArrayExpression':
      return node.elements.every((element) => element !== null && isSame(element));
    case 'ObjectExpression':
      return node.properties.every((property) => property.type === 'Property' && propertyName(property) !== null && isSame(property.value));
    case 'MemberExpression':
      return !node.computed && isSame(node.object);
    case 'MetaProperty':
      return true;
    case 'Identifier': {
      const variable = tree.variableOf(node);
      return variable === null ? node.name === 'undefined' || oneTime.ownObjects.includes(node.name) : isConstantBefore(tree, variable, before);
    }
    case 'CallExpression':
      return node.callee.type === 'Identifier' && tree.variableOf(node.callee) === null && ['Number', 'String', 'Boolean', 'parseInt'].includes(node.callee.name) && node.arguments.every(isSame);
    default:
      return false;
  }
}

/** An import, or a constant of the file's top that is filled before that place. */
function isConstantBefore(tree: Tree, variable: Variable, before: number): boolean {
  const [definition] = variable.defs;
  if (definition?.type === 'ImportBinding') return true;
  if (definition?.type !== 'Variable' || definition.node.range[1] > before || variable.references.some((reference) => reference.isWrite() && reference.init !== true)) return false;
  const statement = tree.parentOf(tree.parentOf(definition.node) ?? definition.node);
  return statement?.type === 'Program' || statement?.type === 'ExportNamedDeclaration';
}

/** Takes every `await pool.end();` away; null when one of them is more than a statement of its own. */
function closingEdits(tree: Tree, variable: Variable, facts: HandleFacts): TextEdit[] | null {
  const edits: TextEdit[] = [];
  for (const { identifier } of variable.references) {
    const member = tree.parentOf(identifier);
    const name = member?.type === 'MemberExpression' && member.object === identifier ? propertyName(member) : null;
    if (member === null || name === null || !Object.hasOwn(facts.members, name) || facts.members[name]?.does !== 'close') continue;
    const call = tree.parentOf(member);
    const outer = call?.type === 'CallExpression' && call.callee === member && call.arguments.length === 0 ? tree.parentOf(call) : null;
    const statement = outer?.type === 'AwaitExpression' ? tree.parentOf(outer) : outer;
    if (statement?.type !== 'ExpressionStatement') return null;
    const edit = closingEdit(tree, statement);
    if (edit === null) return null;
    edits.push(edit);
  }
  return edits;
}

/** The statement alone; with a `finally` that holds nothing else, as long as a `catch` stays. */
function closingEdit(tree: Tree, statement: Node): TextEdit | null {
  if (!isStatement(tree, statement)) return null;
  const block = tree.parentOf(statement);
  const outer = block === null ? null : tree.parentOf(block);
  if (block?.type !== 'BlockStatement' || outer?.type !== 'TryStatement' || block.body.length > 1) return lineEdit(tree, statement);
  if (outer.finalizer !== block || outer.handler === null || tree.hasCommentIn([outer.handler.range[1], block.range[1]])) return null;
  return { range: [outer.handler.range[1], block.range[1]], text: '' };
}

/** Removes a statement, with its line where nothing else stands there, and with a blank line that would come first in its block. */
function lineEdit(tree: Tree, { range: [start, end] }: Node): TextEdit {
  const before = /(?:^|\n)([ \t]*)$/.exec(tree.text.slice(0, start));
  const after = /^[ \t]*(?:\r?\n|$)/.exec(tree.text.slice(end));
  if (before === null || after === null) return { range: [start, end], text: '' };
  const lineStart = start - (before[1]?.length ?? 0);
  const lineEnd = end + after[0].length;
  const isFirst = /\{[ \t]*\r?\n$/.test(tree.text.slice(0, lineStart));
  const blank = isFirst ? (/^[ \t]*\r?\n/.exec(tree.text.slice(lineEnd))?.[0].length ?? 0) : 0;
  return { range: [lineStart, lineEnd + blank], text: '' };
}

/** The text of the declaration as it stands at the top, before `next`: lines lose the indentation of the first. */
function movedText(tree: Tree, { range: [start, end] }: Node, next: Node): string | null {
  const text = tree.text.slice(start, end);
  const indent = /[ \t]*$/.exec(tree.text.slice(0, start))?.[0] ?? '';
  // A line break inside a template is a part of the value.
  if (text.includes('`') && text.includes('\n')) return null;
  const lines = text.split('\n').map((line, index) => (index > 0 && line.startsWith(indent) ? line.slice(indent.length) : line));
  const joined = lines.join('\n');
  // Where no semicolons are written, what follows must not read on.
  return joined.endsWith(';') || /[\w$@]/.test(tree.text[next.range[0]] ?? '') ? joined : `${joined};`;
}

/** The comments right above a statement belong to it. */
function startWithComments(tree: Tree, statement: Node): number {
  const declared = statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration' ? statement.declaration : statement;
  // Decorators stand before the class, and for some parsers outside of its range.
  const decorators = declared?.type === 'ClassDeclaration' ? declared.decorators : [];
  let at = Math.min(statement.range[0], ...(decorators ?? []).map(({ range: [start] }) => start));
  for (;;) {
    const comment = tree.commentEndingBefore(at);
    if (comment === null || tree.text.slice(comment.range[1], at).split('\n').length > 2) return at;
    at = comment.range[0];
  }
}
