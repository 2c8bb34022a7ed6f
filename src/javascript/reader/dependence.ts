/** Whether expressions give the same wherever they stand, or depend on one run of a function or loop. */
import type { Definition, Variable } from '@typescript-eslint/scope-manager';
import { oneTime } from '../../facts/frameworks.js';
import type { Dependence } from '../../model/words.js';
import { propertyName, type Node } from '../syntax/nodes.js';
import { walk, type Tree } from '../syntax/tree.js';

/** What expressions depend on, seen from a function or loop in which they stand. Constants of that run are followed to what they are made of. */
export function dependenceOf(tree: Tree, expressions: readonly Node[], scope: Node): Dependence {
  const seen = new Set<Variable>();
  let found: Dependence = 'nothing';
  expressions.forEach(look);
  return found;

  function depend(on: Dependence): void {
    if (on === 'platform' || found === 'nothing') found = on;
  }

  function look(expression: Node): void {
    walk(expression, tree.visitorKeys, (node) => {
      if (node.type === 'MemberExpression' && propertyName(node) === oneTime.bindings && isGiven(node.object)) depend('platform');
      if (node.type !== 'Identifier') return;
      if (node.name === 'arguments') depend('one run');
      const variable = tree.variableOf(node);
      if (variable !== null && !seen.has(variable)) {
        seen.add(variable);
        lookAt(variable);
      }
    });
  }

  function lookAt(variable: Variable): void {
    const [definition] = variable.defs;
    if (definition === undefined) return;
    if (definition.type === 'Parameter' && variable.name === oneTime.bindings) depend('platform');
    if (!isInScope(definition)) return;
    if (definition.type !== 'Variable') {
      depend('one run');
      return;
    }
    const { init } = definition.node;
    // `for (const url of urls)`, a variable that is filled later.
    if (init === null) depend('one run');
    else look(init);
    for (const reference of variable.references) if (reference.isWrite() && reference.init !== true) depend('one run');
  }

  function isInScope({ name }: Definition): boolean {
    return name.range[0] >= scope.range[0] && name.range[1] <= scope.range[1];
  }

  /** Whether it begins with a parameter: what the platform passes. */
  function isGiven(object: Node): boolean {
    let current = object;
    while (current.type === 'MemberExpression' || current.type === 'TSNonNullExpression' || current.type === 'ChainExpression') current = current.type === 'MemberExpression' ? current.object : current.expression;
    if (current.type !== 'Identifier' || oneTime.ownObjects.includes(current.name)) return false;
    return tree.variableOf(current)?.defs[0]?.type === 'Parameter';
  }
}
