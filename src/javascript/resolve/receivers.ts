/** Step 7, receivers: expressions that the settings say hold a handle, where the code itself does not tell. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Step } from '../../settings/written-paths.js';
import { propertyName, unwrap, type Node } from '../syntax/nodes.js';
import { heldBy, isPassed, isSame } from './declared-modules.js';
import { tellsOtherwise } from './otherwise.js';
import { patternRoot } from './patterns.js';
import type { Resolver, Value } from './values.js';

/** Longer ways through variables are not followed. */
const MAX_HOPS = 8;

/** What an expression holds that reads like a receiver of the settings, where the code does not tell otherwise; else the value that it has. */
export function declaredReceiver(resolver: Resolver, node: Node, value: Value): Value {
  const { receivers } = resolver.settings;
  const declaration = receivers.length === 0 ? undefined : receivers.find(({ path }) => isWritten(resolver, node, path));
  return declaration === undefined || tellsOtherwise(resolver, node) ? value : heldBy(declaration.holds);
}

/** Whether an expression is written like the path, or is taken out of one that is: `const { db } = ctx`. */
export function isWritten(resolver: Resolver, expression: Node, path: readonly Step[], hops = 0): boolean {
  const node = unwrap(expression);
  const step = path.at(-1);
  const before = path.slice(0, -1);
  if (step === undefined || hops > MAX_HOPS) return false;
  switch (node.type) {
    case 'AwaitExpression':
      return isWritten(resolver, node.argument, path, hops);
    case 'CallExpression':
      return 'arguments' in step && isPassed(node, step.arguments) && isWritten(resolver, node.callee, before, hops);
    case 'MemberExpression':
      return 'name' in step && propertyName(node) === step.name && isWritten(resolver, node.object, before, hops);
    case 'ThisExpression':
      return isRoot('this', path);
    case 'Identifier':
      return isRoot(node.name, path) || isTakenOut(resolver, node, path, hops);
    default:
      return false;
  }
}

function isRoot(name: string, [root, ...steps]: readonly Step[]): boolean {
  return steps.length === 0 && root !== undefined && 'name' in root && root.name === name;
}

/** A variable that is written once, as another name for something or as a part of it; or a part of a parameter without a name. */
function isTakenOut(resolver: Resolver, identifier: TSESTree.Identifier, path: readonly Step[], hops: number): boolean {
  const variable = resolver.tree.variableOf(identifier);
  const [definition, second] = variable?.defs ?? [];
  if (variable === null || definition === undefined || second !== undefined || variable.references.filter((reference) => reference.isWrite()).length > 1) return false;
  const steps: Parameters<typeof patternRoot>[2] = [];
  const root = patternRoot(resolver, definition.name, steps);
  const names = steps.flatMap((step) => ('property' in step ? [step.property] : []));
  const start = path.length - names.length;
  if (root === null || start < 0 || names.some((name, index) => !isSame(path[start + index], { name }))) return false;
  if (definition.type === 'Parameter') return start === 0 && names.length > 1;
  const declarator = definition.type === 'Variable' ? resolver.tree.parentOf(root) : null;
  if (declarator?.type !== 'VariableDeclarator' || declarator.init === null) return false;
  return isWritten(resolver, declarator.init, path.slice(0, start), hops + 1);
}
