/** To which run of which function does a piece of code belong, and does it run there more than once? */
import { inline } from '../../facts/frameworks.js';
import type { Resolver } from '../resolve/values.js';
import { isFunction, propertyName, unwrap, type FunctionNode, type Node } from '../syntax/nodes.js';
import { walk } from '../syntax/tree.js';

export interface Activation {
  /** The function whose run it is; null at the top of the file. Callbacks that are called at once belong to the code around them. */
  readonly owner: FunctionNode | null;
  /** The innermost loop around it: the statement, or the callback that is called for each item; null outside of loops. */
  readonly loop: Node | null;
}

export function activationOf(resolver: Resolver, node: Node): Activation {
  const { tree } = resolver;
  let loop: Node | null = null;
  let current = node;
  for (;;) {
    const parent = tree.parentOf(current);
    if (parent === null) return { owner: null, loop };
    if (isLoopPart(parent, current)) loop ??= parent;
    if (isFunction(current)) {
      const way = inlineWay(resolver, current);
      if (way === null) return { owner: current, loop };
      if (way === 'per item') loop ??= current;
    }
    current = parent;
  }
}

/** Whether a child of a loop runs in each turn. */
function isLoopPart(loop: Node, child: Node): boolean {
  switch (loop.type) {
    case 'ForOfStatement':
    case 'ForInStatement':
      return loop.body === child;
    case 'ForStatement':
      return loop.init !== child;
    case 'WhileStatement':
    case 'DoWhileStatement':
      return true;
    default:
      return false;
  }
}

/** How a function that stands in place is called at once; null for one that may be called later, by others, or never. */
function inlineWay(resolver: Resolver, node: FunctionNode): 'at once' | 'per item' | null {
  const call = resolver.tree.parentOf(node);
  if (call?.type === 'NewExpression') {
    const { callee } = call;
    return callee.type === 'Identifier' && callee.name === inline.executor && resolver.tree.variableOf(callee) === null ? 'at once' : null;
  }
  if (call?.type !== 'CallExpression' || node.type === 'FunctionDeclaration') return null;
  const callee = unwrap(call.callee);
  if (callee === node) return 'at once';
  const name = callee.type === 'MemberExpression' ? propertyName(callee) : null;
  if (name === null) return null;
  if (inline.onSettled.includes(name)) return 'at once';
  // `client.query('…', (error, result) => …)`, `pool.connect((error, client) => …)`: later, but for this run.
  if (resolver.expression(callee).kind === 'member') return 'at once';
  return inline.perItem.includes(name) && call.arguments[0] === node ? 'per item' : null;
}

/** A loop that goes on until something succeeds: whoever tries again needs a new connection each time. */
export function isRetry(resolver: Resolver, loop: Node): boolean {
  if (isFunction(loop)) return false;
  if ((loop.type === 'WhileStatement' || loop.type === 'DoWhileStatement') && loop.test.type === 'Literal') return true;
  if (loop.type === 'ForStatement' && loop.test === null) return true;
  const nested = new Set<Node>();
  let isLeft = false;
  walk(loop, resolver.tree.visitorKeys, (node, parent) => {
    if (parent !== null && (nested.has(parent) || isFunction(parent))) nested.add(node);
    else if (node.type === 'BreakStatement' || node.type === 'ReturnStatement') isLeft = true;
  });
  return isLeft;
}
