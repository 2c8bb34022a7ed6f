/** Finds members and handles that are used in a way which another driver knows. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { ForeignForm } from '../../facts/schema.js';
import type { ForeignUse } from '../../model/foreign-words.js';
import type { HandleValue, Resolver } from '../resolve/values.js';
import { isFunction, propertyName, stringValue, unwrap, type Node } from '../syntax/nodes.js';
import { configObject } from './arguments.js';
import { passesStatement } from './candidates.js';
import { toHandle } from './handles.js';

/** A handle and what is used of it; the empty string is the handle itself. */
interface Used {
  readonly handle: HandleValue;
  readonly name: string;
  /** The smallest text that names it. */
  readonly node: Node;
}

/** Whether it is known what the handle is, and that nobody has given it another type; what settings declare may be more than that. */
export function isCertain({ evidence, known, isExtended }: HandleValue): boolean {
  return evidence !== 'likely' && known !== 'settings' && isExtended !== true;
}

export function findForeignTag(resolver: Resolver, tag: TSESTree.TaggedTemplateExpression): ForeignUse[] {
  const used = usedBy(resolver, tag.tag);
  return used === null ? [] : foreignUse(resolver, 'tag', used, used.handle.facts.foreign?.tagged?.[used.name], tag.tag);
}

export function findForeignForm(resolver: Resolver, call: TSESTree.CallExpression): ForeignUse[] {
  const used = usedBy(resolver, call.callee);
  const foreign = used?.handle.facts.foreign;
  if (used === null) return [];
  const [first] = call.arguments;
  const isAwaited = resolver.tree.parentOf(call)?.type === 'AwaitExpression';
  const given = isAwaited ? resolver.expression(call) : null;
  return [
    ...(isText(resolver, call) ? foreignUse(resolver, 'call', used, foreign?.called?.[used.name], call.callee) : []),
    ...(first === undefined ? [] : keyUse(resolver, used, first)),
    ...(first === undefined || !isCursor(resolver, first) ? [] : foreignUse(resolver, 'cursor', used, foreign?.submitted?.[used.name], call.callee)),
    ...(isAwaited && call.arguments.some(isFunction) ? foreignUse(resolver, 'callback', used, foreign?.awaitedWithCallback?.[used.name], call.callee) : []),
    ...(given?.kind === 'handle' && isCertain(given) ? foreignUse(resolver, 'await', used, given.facts.foreign?.awaited, call.callee) : []),
  ];
}

function usedBy(resolver: Resolver, callee: Node): Used | null {
  const value = resolver.expression(callee);
  const inner = unwrap(callee);
  const node = inner.type === 'MemberExpression' ? inner.property : inner;
  if (value.kind === 'handle') return isCertain(value) ? { handle: value, name: '', node } : null;
  return value.kind === 'member' && isCertain(value.handle) && !value.handle.roleUnknown ? { handle: value.handle, name: value.name, node } : null;
}

/** A statement as text, and not the name of something: `sql('values')`. */
function isText({ tree }: Resolver, call: TSESTree.CallExpression): boolean {
  const [first] = call.arguments;
  return first !== undefined && passesStatement(tree, call) && (stringValue(first)?.trim().includes(' ') ?? first.type !== 'Literal');
}

/** The key that stands in the place of the right one in a config object that is known whole. */
function keyUse(resolver: Resolver, used: Used, argument: Node): ForeignUse[] {
  const form = used.handle.facts.foreign?.keys?.[used.name];
  const config = form === undefined ? null : configObject(resolver.tree, argument);
  if (form === undefined || config === null) return [];
  const keys = config.properties.map((property) => (property.type === 'Property' ? propertyName(property) : null));
  if (keys.includes(null) || keys.includes(form.key) || keys.includes('name')) return [];
  const property = config.properties.find((candidate) => candidate.type === 'Property' && form.foreign.includes(propertyName(candidate) ?? ''));
  if (property?.type !== 'Property') return [];
  const { key, range, shorthand, computed } = property;
  const edits = computed ? null : shorthand ? [{ range: [range[0], range[0]] as const, text: `${form.key}: ` }] : [{ range: key.range, text: form.key }];
  const [use] = foreignUse(resolver, 'key', { ...used, node: key }, form, key);
  return use === undefined ? [] : [{ ...use, name: propertyName(property) ?? '', rename: { name: form.key, edits } }];
}

function isCursor(resolver: Resolver, argument: Node): boolean {
  const value = resolver.expression(argument);
  return value.kind === 'handle' && value.facts.role === 'cursor';
}

function foreignUse(resolver: Resolver, form: ForeignUse['form'], { handle, name, node }: Used, facts: ForeignForm | undefined, written: Node): ForeignUse[] {
  if (facts === undefined) return [];
  const { outcome, instead } = facts;
  return [{ kind: 'foreign use', form, range: node.range, source: resolver.tree.text.slice(...written.range), name, handle: toHandle(resolver, handle), of: null, outcome, instead, rename: null }];
}
