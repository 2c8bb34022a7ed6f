/** The JSDoc comments of declarations, as text: what stands between the braces of `@type {…}` and `@param {…}`. */
import type { FunctionNode, Node } from './nodes.js';
import type { Tree } from './tree.js';

/** The type that a variable's declaration is documented with; null when there is none. */
export function documentedType(tree: Tree, declarator: Node): string | null {
  const comment = commentBefore(tree, declarator);
  return comment === null ? null : (/@type\s*\{([^}]*)\}/.exec(comment)?.[1] ?? null);
}

/** The documented type of a parameter, by name, or by position where it has no name of its own; null when there is none. */
export function documentedParameter(tree: Tree, node: FunctionNode, parameter: string | number): string | null {
  const comment = commentBefore(tree, node);
  if (comment === null) return null;
  const tags = [...comment.matchAll(/@param\s*\{([^}]*)\}\s*\[?\s*([\w$]+)/g)];
  const tag = typeof parameter === 'number' ? tags[parameter] : tags.find((candidate) => candidate[2] === parameter);
  return tag?.[1] ?? null;
}

/** Between a documented node and the statement or member that its comment stands before. */
const MAX_CLIMB = 4;

/** The JSDoc comment that stands right before a declaration, whichever of its outer nodes it is written at. */
function commentBefore(tree: Tree, node: Node): string | null {
  let current: Node | null = node;
  for (let climbed = 0; climbed <= MAX_CLIMB && current !== null && current.type !== 'Program'; climbed++) {
    const comment = tree.commentEndingBefore(current.range[0]);
    if (comment !== null) return comment.type === 'Block' && comment.value.startsWith('*') ? comment.value : null;
    if (current.type.endsWith('Statement') || current.type === 'MethodDefinition' || current.type === 'PropertyDefinition') return null;
    current = tree.parentOf(current);
  }
  return null;
}
