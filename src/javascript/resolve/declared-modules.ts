/** Step 7, modules: what the settings say that a module exports. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { NamedHandle } from '../../settings/handle-names.js';
import type { Declaration, Settings } from '../../settings/read-settings.js';
import type { Step } from '../../settings/written-paths.js';
import { stringValue } from '../syntax/nodes.js';
import { memberOf } from './drivers.js';
import { handleOf, UNKNOWN, type HandleValue, type Value } from './values.js';

type DeclaredValue = Extract<Value, { kind: 'declared' }>;

/** What an import of a module gives: what is declared of it, and for the rest what the code says. */
export function declaredModule({ modules }: Settings, specifier: string, rest: () => Value): Value {
  const exports = modules.get(specifier);
  return exports === undefined ? rest() : afterSteps(exports, 0, rest);
}

/** The same for `require()`: a module of which the default export alone is declared may be that. */
export function declaredRequire(settings: Settings, specifier: string, rest: () => Value): Value {
  const module = declaredModule(settings, specifier, rest);
  const only = module.kind === 'declared' && module.members.size === 1 ? module.members.get('default') : undefined;
  return only ?? module;
}

/** What declarations that agree in their first steps say of the rest. */
function afterSteps(declarations: readonly Declaration[], count: number, rest: () => Value): Value {
  const whole = declarations.find(({ path }) => path.length === count);
  if (whole !== undefined) return heldBy(whole.holds);
  const members = new Map<string, Value>();
  const calls: DeclaredValue['calls'][number][] = [];
  for (const { path } of declarations) {
    const step = path[count];
    if (step === undefined || ('name' in step && members.has(step.name))) continue;
    const value = afterSteps(declarations.filter((other) => isSame(other.path[count], step)), count + 1, () => UNKNOWN);
    if ('name' in step) members.set(step.name, value);
    else calls.push({ arguments: step.arguments, gives: value });
  }
  return { kind: 'declared', members, calls, rest };
}

export function isSame(left: Step | undefined, right: Step): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** The handle, or the method of one, that a declaration names. */
export function heldBy({ driver, handle, member }: NamedHandle): Value {
  const value = handleOf(driver, handle, null, { evidence: 'proved', known: 'settings' });
  if (member === null || value.kind !== 'handle') return value;
  const facts = memberOf(value, member);
  return facts === null ? UNKNOWN : { kind: 'member', handle: value, name: member, facts };
}

/** A handle of the settings by whose name types and `new` speak: the export is a class whose instances are handles. */
export function isDeclaredClass(value: Value): value is HandleValue {
  return value.kind === 'handle' && value.known === 'settings' && value.origin === null;
}

/**
 * A property of something declared; null where nothing is declared of it. A module without a default export of its own is what code
 * written for CommonJS gets as one.
 */
export function declaredProperty(value: DeclaredValue, name: string): Value | null {
  return value.members.get(name) ?? (name === 'default' && value.rest().kind === 'unknown' ? value : null);
}

export function declaredCall({ calls }: DeclaredValue, node: TSESTree.CallExpression): Value {
  return calls.find((call) => isPassed(node, call.arguments))?.gives ?? UNKNOWN;
}

/** Whether a call passes these texts; null stands for whatever is passed. */
export function isPassed(node: TSESTree.CallExpression, texts: readonly string[] | null): boolean {
  return texts === null || (texts.length === node.arguments.length && node.arguments.every((argument, index) => stringValue(argument) === texts[index]));
}
