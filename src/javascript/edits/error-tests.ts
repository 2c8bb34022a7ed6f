/** Edits of the places where an error is asked something. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { ErrorCode } from '../../facts/error-schema.js';
import type { ComparedValue, ErrorTest } from '../../model/error-words.js';
import type { Edits, Range } from '../../model/words.js';
import { annotationOf, unwrap, type Node } from '../syntax/nodes.js';
import type { Tree } from '../syntax/tree.js';

/** What is asked, and where. */
export interface Asked {
  /** The parameter through which the error comes in. */
  readonly parameter: Node;
  /** The name that holds the error; null where a pattern takes it apart. */
  readonly base: TSESTree.Identifier | null;
  readonly site: Node;
  /** The node that is true where the answer is yes; null where it is not used as one. */
  readonly answer: Node | null;
  /** Whether it is true where the answer is no. */
  readonly isNegated: boolean;
}

export function errorTestEdits(tree: Tree, { parameter, base, site, answer, isNegated }: Asked): Pick<ErrorTest, 'written' | 'readInstead' | 'compareWith' | 'writeValue'> {
  const name = base?.name ?? (parameter.type === 'Identifier' ? parameter.name : 'error');
  return {
    written: (path) => [name, ...path].join('.'),
    readInstead(path) {
      if (base === null || site.type !== 'MemberExpression' || tree.hasCommentIn(site.range)) return null;
      return [{ range: site.range, text: access(path, 'string', castType() !== null) }];
    },
    compareWith(path, codes) {
      const [first] = codes;
      if (base === null || answer === null || first === undefined || tree.hasCommentIn(answer.range)) return null;
      const part = access(path, typeof first, castType() !== null || isTyped());
      const quote = quoteIn(answer);
      if (codes.length > 1) return [{ range: answer.range, text: `${isNegated ? '!' : ''}[${codes.map((code) => literal(code, quote)).join(', ')}].includes(${part})` }];
      const comparison = `${part} ${isNegated ? '!==' : '==='} ${literal(first, quote)}`;
      return [{ range: answer.range, text: isLoneOperand(answer) ? comparison : `(${comparison})` }];
    },
    writeValue: ({ range, isLiteral }: ComparedValue, code: ErrorCode): Edits => (isLiteral ? [{ range, text: literal(code, tree.text[range[0]] === '"' ? '"' : "'") }] : null),
  };

  /** `err.cause?.code`, or `(err as { cause?: { code?: string } }).cause?.code`. */
  function access(path: readonly string[], type: string, isCast: boolean): string {
    const isOptional = base !== null && /^\)?\s*\?\./.test(tree.text.slice(base.range[1]));
    const shape = path.reduceRight((inner, step) => `{ ${step}?: ${inner} }`, type);
    return `${isCast ? `(${name} as ${shape})` : name}${isOptional ? '?.' : '.'}${path.join('?.')}`;
  }

  /** The type that the error is asserted to have: it need not have other properties. */
  function castType(): Node | null {
    const cast = base === null ? null : tree.parentOf(base);
    const isCast = cast?.type === 'TSAsExpression' || cast?.type === 'TSTypeAssertion';
    return isCast && cast.typeAnnotation.type !== 'TSAnyKeyword' ? cast.typeAnnotation : null;
  }

  /** In TypeScript nobody says that an error has a code, unless it is `any`. */
  function isTyped(): boolean {
    if (tree.path === undefined || !/\.[cm]?tsx?$/.test(tree.path)) return false;
    const cast = base === null ? null : tree.parentOf(base);
    return cast?.type !== 'TSAsExpression' && annotationOf(parameter)?.type !== 'TSAnyKeyword';
  }

  function quoteIn({ range: [start, end] }: { readonly range: Range }): '"' | "'" {
    const text = tree.text.slice(start, end);
    return text.includes('"') && !text.includes("'") ? '"' : "'";
  }

  /** Whether a comparison may stand there as it is. */
  function isLoneOperand(node: Node): boolean {
    const parent = tree.parentOf(node);
    if (parent === null || unwrap(parent) === unwrap(node)) return false;
    return !['BinaryExpression', 'UnaryExpression', 'AwaitExpression', 'MemberExpression', 'CallExpression', 'SpreadElement'].includes(parent.type) || (parent.type === 'CallExpression' && parent.callee !== node);
  }
}

function literal(code: ErrorCode, quote: '"' | "'"): string {
  return typeof code === 'number' ? String(code) : `${quote}${code}${quote}`;
}
