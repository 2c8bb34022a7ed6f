/** Finds what is written for another driver. */
import type { TSESTree } from '@typescript-eslint/utils';
import { noSuchMethod, notAFunction } from '../../facts/foreign-api.js';
import type { ForeignMember, Outcome } from '../../facts/schema.js';
import type { ForeignUse } from '../../model/foreign-words.js';
import { foreignMembers, memberOf } from '../resolve/drivers.js';
import type { HandleValue, Resolver } from '../resolve/values.js';
import { propertyName, unwrap, type Node } from '../syntax/nodes.js';
import { mayHaveBeenAdded } from './added-members.js';
import { isQueryMember } from './candidates.js';
import { findForeignForm, findForeignTag, isCertain } from './foreign-forms.js';
import { toHandle } from './handles.js';

/** What the walk notes for foreign uses. */
export interface ForeignClues {
  readonly calls: TSESTree.CallExpression[];
  readonly tags: TSESTree.TaggedTemplateExpression[];
}

export function noForeignClues(): ForeignClues {
  return { calls: [], tags: [] };
}

export function addForeignClue({ calls, tags }: ForeignClues, node: Node): void {
  if (node.type === 'TaggedTemplateExpression') tags.push(node);
  else if (node.type === 'CallExpression' && (node.callee.type === 'Identifier' || isForeignCall(node) || isQueryMember(node))) calls.push(node);
}

function isForeignCall({ callee }: TSESTree.CallExpression): boolean {
  const member = unwrap(callee);
  return member.type === 'MemberExpression' && foreignMembers.has(propertyName(member) ?? '');
}

/** The foreign uses in source order. */
export function readForeignUses(resolver: Resolver, clues: ForeignClues): ForeignUse[] {
  const found = [...clues.calls.flatMap((call) => [...(isForeignCall(call) ? memberUse(resolver, call) : []), ...findForeignForm(resolver, call)]), ...clues.tags.flatMap((tag) => findForeignTag(resolver, tag))];
  return found.sort((a, b) => a.range[0] - b.range[0]);
}

function memberUse(resolver: Resolver, call: TSESTree.CallExpression): ForeignUse[] {
  const callee = unwrap(call.callee);
  const name = callee.type === 'MemberExpression' ? propertyName(callee) : null;
  // `pool.close?.()` asks whether it is there.
  if (callee.type !== 'MemberExpression' || name === null || call.optional) return [];
  const handle = resolver.expression(callee.object);
  if (handle.kind !== 'handle' || !isCertain(handle)) return [];
  const member = handle.facts.foreign?.members?.[name];
  if (member === undefined || (handle.roleUnknown && isOfDriver(handle, name)) || isTyped(resolver, callee, name) || mayHaveBeenAdded(resolver, handle, name)) return [];
  const source = sourceOf(resolver, callee);
  return [
    {
      kind: 'foreign use',
      form: 'member',
      range: callee.property.range,
      source,
      name,
      handle: toHandle(resolver, handle),
      of: member.of,
      outcome: missing(callee, source),
      instead: 'rename' in member ? `\`${member.rename}()\`` : member.instead,
      rename: renameOf(callee, member),
    },
  ];
}

function isOfDriver({ driver }: HandleValue, name: string): boolean {
  return Object.values(driver.handles).some((facts) => memberOf({ facts }, name) !== null);
}

/** Whether the project declares such a member: TypeScript merges declarations. */
function isTyped({ tree }: Resolver, { object }: TSESTree.MemberExpression, name: string): boolean {
  return tree.types?.isDeclaredByProject(object, name) === true;
}

/** JavaScript names in its error what is called, where that is made of names. */
function missing({ object }: TSESTree.MemberExpression, source: string): Outcome {
  return isChain(object) ? { ...notAFunction, message: notAFunction.message.replace('{name}', () => source) } : noSuchMethod;
}

function isChain(node: Node): boolean {
  if (node.type === 'MemberExpression') return !node.computed && !node.optional && isChain(node.object);
  return node.type === 'Identifier' || node.type === 'ThisExpression';
}

function sourceOf({ tree }: Resolver, node: Node): string {
  return tree.text.slice(node.range[0], node.range[1]);
}

function renameOf({ property, computed }: TSESTree.MemberExpression, member: ForeignMember): ForeignUse['rename'] {
  if (!('rename' in member)) return null;
  return { name: member.rename, edits: computed ? null : [{ range: property.range, text: member.rename }] };
}
