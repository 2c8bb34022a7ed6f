/** How a piece of code asks something of what it holds: comparisons, `switch`, lists, texts and patterns. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { ComparedValue, ErrorQuestion } from '../../model/error-words.js';
import { isNullish, propertyName, unwrap, type Node } from '../syntax/nodes.js';
import { patternPieces } from '../syntax/pattern-pieces.js';
import { behindConstant } from '../syntax/plain-values.js';
import { staticElements, staticValue } from '../syntax/static-values.js';
import type { Tree } from '../syntax/tree.js';
import type { Subject } from './error-subjects.js';

export interface Question {
  readonly subject: Subject;
  readonly node: Node;
  readonly question: ErrorQuestion;
  /** The node that is true where the answer is yes; null where it is not used as one. */
  readonly answer: Node | null;
  /** Whether it is true where the answer is no. */
  readonly isNegated: boolean;
}

type SubjectOf = (expression: Node) => Subject | null;

/** What one node asks: at most one question. */
export function questionOf(tree: Tree, node: Node, subjectOf: SubjectOf): Question[] {
  switch (node.type) {
    case 'BinaryExpression':
      return ofComparison(tree, node, subjectOf);
    case 'SwitchStatement':
      return ofSwitch(tree, node, subjectOf);
    case 'CallExpression':
      return ofCall(tree, node, subjectOf);
    default:
      return [];
  }
}

function ofComparison(tree: Tree, node: TSESTree.BinaryExpression, subjectOf: SubjectOf): Question[] {
  for (const [side, other] of [[node.left, node.right], [node.right, node.left]] as const) {
    const value = staticValue(tree, other);
    const subject = value === null ? null : subjectOf(side);
    if (value === null || subject === null || subject.path.length === 0) continue;
    const question: ErrorQuestion =
      isAboutText(subject) && typeof value === 'string'
        ? { by: 'text', alternatives: [[value]], ignoresCase: false }
        : { by: 'value', values: [compared(value, other)], isLoose: node.operator.length === 2, isStart: false };
    return [{ subject, node, question, ...answerOf(tree, node, node.operator.startsWith('!')) }];
  }
  return [];
}

function ofSwitch(tree: Tree, node: TSESTree.SwitchStatement, subjectOf: SubjectOf): Question[] {
  const subject = subjectOf(node.discriminant);
  if (subject === null || subject.path.length === 0 || isAboutText(subject)) return [];
  const values = node.cases.flatMap(({ test }) => (test === null ? [] : valuesOf(tree, [test])));
  return values.length === 0 ? [] : [{ subject, node, question: { by: 'value', values, isLoose: false, isStart: false }, answer: null, isNegated: false }];
}

function ofCall(tree: Tree, node: TSESTree.CallExpression, subjectOf: SubjectOf): Question[] {
  const callee = unwrap(node.callee);
  const [argument, second] = node.arguments;
  if (callee.type !== 'MemberExpression' || argument === undefined || second !== undefined) return [];
  const method = propertyName(callee) ?? '';
  const asked = subjectOf(callee.object);
  if (asked !== null && asked.path.length > 0) return ofMethod(tree, node, method, asked, argument);
  const subject = subjectOf(argument);
  if (subject === null || subject.path.length === 0) return [];
  const pattern = behindConstant(tree, callee.object);
  if (method === 'test' || method === 'exec') {
    const question = isAboutText(subject) ? patternQuestion(pattern) : null;
    return question === null ? [] : [{ subject, node, question, ...answerOf(tree, node, false, method) }];
  }
  const elements = method === 'includes' || method === 'has' || method === 'indexOf' ? staticElements(tree, callee.object) : null;
  const values = elements === null || isAboutText(subject) ? [] : valuesOf(tree, elements);
  return values.length === 0 ? [] : [{ subject, node, question: { by: 'value', values, isLoose: false, isStart: false }, ...answerOf(tree, node, false, method) }];
}

/** `err.message.includes('…')`, `err.message.match(/…/)`, `err.code.startsWith('23')`. */
function ofMethod(tree: Tree, node: TSESTree.CallExpression, method: string, subject: Subject, argument: Node): Question[] {
  const text = staticValue(tree, argument);
  if (!isAboutText(subject)) {
    if (method !== 'startsWith' || typeof text !== 'string') return [];
    return [{ subject, node, question: { by: 'value', values: [compared(text, argument)], isLoose: false, isStart: true }, ...answerOf(tree, node, false) }];
  }
  const question: ErrorQuestion | null =
    typeof text === 'string' ? { by: 'text', alternatives: [[text]], ignoresCase: false } : method === 'match' || method === 'search' ? patternQuestion(behindConstant(tree, argument)) : null;
  return question === null ? [] : [{ subject, node, question, ...answerOf(tree, node, false, method) }];
}

function patternQuestion(pattern: Node): ErrorQuestion | null {
  if (pattern.type !== 'Literal' || !('regex' in pattern)) return null;
  const alternatives = patternPieces(pattern.regex.pattern);
  return alternatives === null ? null : { by: 'text', alternatives, ignoresCase: pattern.regex.flags.includes('i') };
}

/** The properties that hold what somebody says; everything else is compared as a whole. */
const TEXT = /message$/i;

function isAboutText({ isText, path }: Subject): boolean {
  return isText || TEXT.test(path.at(-1) ?? '');
}

function valuesOf(tree: Tree, nodes: readonly Node[]): ComparedValue[] {
  return nodes.flatMap((node) => {
    const value = staticValue(tree, node);
    return value === null ? [] : [compared(value, node)];
  });
}

function compared(value: string | number, node: Node): ComparedValue {
  return { value, range: node.range, isLiteral: node.type === 'Literal' };
}

/** Answers that are no booleans, and what they are compared with. */
const POSITIONS: ReadonlySet<string> = new Set(['indexOf', 'search']);
const MATCHES: ReadonlySet<string> = new Set(['match', 'exec']);

/** The node that is true or false by the answer: with `!` before it, with `!== -1` or `!== null` behind it. */
function answerOf(tree: Tree, node: Node, isNegated: boolean, method = ''): Pick<Question, 'answer' | 'isNegated'> {
  let answer = outer(tree, node);
  let negated = isNegated;
  const comparison = tree.parentOf(answer);
  if (POSITIONS.has(method) || MATCHES.has(method)) {
    const sign = comparison?.type === 'BinaryExpression' && comparison.left === answer ? signOf(tree, comparison, method) : null;
    if (sign !== null && comparison !== null) {
      answer = comparison;
      negated = !sign;
    } else if (POSITIONS.has(method) || !isCondition(comparison, answer)) return { answer: null, isNegated };
  }
  const not = tree.parentOf(answer);
  if (not?.type === 'UnaryExpression' && not.operator === '!') return { answer: not, isNegated: !negated };
  return { answer, isNegated: negated };
}

/** The node with the `?.` chain around it. */
function outer(tree: Tree, node: Node): Node {
  const parent = tree.parentOf(node);
  return parent?.type === 'ChainExpression' ? parent : node;
}

/** Whether a comparison says that something was found: `!== -1`, `>= 0`, `!== null`; null where it says neither. */
function signOf(tree: Tree, { operator, right }: TSESTree.BinaryExpression, method: string): boolean | null {
  const isAbsent = MATCHES.has(method) ? isNullish(right) : tree.text.slice(...right.range) === '-1';
  if (isAbsent) return ['!==', '!=', '>'].includes(operator) ? true : ['===', '=='].includes(operator) ? false : null;
  if (MATCHES.has(method) || staticValue(tree, right) !== 0) return null;
  return operator === '>=' ? true : operator === '<' ? false : null;
}

function isCondition(parent: Node | null, node: Node): boolean {
  if (parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression') return parent.test === node;
  return parent?.type === 'LogicalExpression' || (parent?.type === 'UnaryExpression' && parent.operator === '!');
}
