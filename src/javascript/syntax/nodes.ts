/** Small questions about syntax nodes. They need `range` only: no parent, no loc, no tokens, so that any parser will do. */
import type { TSESTree } from '@typescript-eslint/utils';

export type Node = TSESTree.Node;
export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

export function isFunction(node: Node): node is FunctionNode {
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}

export function isClass(node: Node): node is ClassNode {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

/** The expression below TypeScript's assertions, `?.` chains and parentheses that some parsers keep: same value, other look. */
export function unwrap(node: Node): Node {
  let current = node;
  for (;;) {
    switch (current.type) {
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ChainExpression':
        current = current.expression;
        break;
      default:
        return current;
    }
  }
}

/** The name of a property when it is written down: `a.b`, `a['b']`, `a.#b` (as `#b`), a template without holes; else null. */
export function propertyName(node: TSESTree.MemberExpression | TSESTree.Property | TSESTree.PropertyDefinition | TSESTree.MethodDefinition | TSESTree.TSPropertySignature | TSESTree.TSMethodSignature): string | null {
  const key: Node = node.type === 'MemberExpression' ? node.property : node.key;
  if (!node.computed) {
    if (key.type === 'Identifier') return key.name;
    if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  }
  if (key.type === 'Literal') return typeof key.value === 'string' || typeof key.value === 'number' ? String(key.value) : null;
  return stringValue(key);
}

/** The value of a string literal or a template without holes; null for everything else. */
export function stringValue(node: Node): string | null {
  const inner = unwrap(node);
  if (inner.type === 'Literal') return typeof inner.value === 'string' ? inner.value : null;
  if (inner.type === 'TemplateLiteral' && inner.expressions.length === 0) return inner.quasis[0]?.value.cooked ?? null;
  return null;
}

/** The type that is written behind a name, a pattern or a field; null when there is none. Parsers say that in two ways. */
export function annotationOf(node: Node): TSESTree.TypeNode | null {
  if (!('typeAnnotation' in node)) return null;
  const annotation: unknown = node.typeAnnotation;
  return isAnnotation(annotation) ? annotation.typeAnnotation : null;
}

function isAnnotation(node: unknown): node is TSESTree.TSTypeAnnotation {
  return typeof node === 'object' && node !== null && 'type' in node && node.type === 'TSTypeAnnotation';
}

/** `null`, `undefined` or `void 0`. */
export function isNullish(node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'Literal') return inner.raw === 'null';
  if (inner.type === 'UnaryExpression') return inner.operator === 'void';
  return inner.type === 'Identifier' && inner.name === 'undefined';
}

/** The string given to a bare `require('…')`, a literal `import('…')` or `process.getBuiltinModule`-free code; else null. */
export function requiredModule(node: Node): string | null {
  if (node.type === 'ImportExpression') return stringValue(node.source);
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require') return null;
  const [argument] = node.arguments;
  return argument === undefined ? null : stringValue(argument);
}
