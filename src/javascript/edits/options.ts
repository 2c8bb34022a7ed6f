/** Writes options of a creation, and takes properties of config objects away. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Edits, TextEdit } from '../../model/words.js';
import { propertyName, type Node } from '../syntax/nodes.js';
import type { Tree } from '../syntax/tree.js';

/**
 * Gives options their values in a record: replaces what is written, adds the others after the last property. Null for a record that spreads
 * another one, whose properties nobody sees.
 */
export function setOptions(tree: Tree, record: TSESTree.ObjectExpression, options: Readonly<Record<string, string>>): Edits {
  const { properties } = record;
  if (properties.some((property) => property.type === 'SpreadElement' || propertyName(property) === null)) return null;
  const replaced: TextEdit[] = [];
  const added: string[] = [];
  for (const [name, text] of Object.entries(options)) {
    const property = properties.find((candidate) => candidate.type === 'Property' && propertyName(candidate) === name);
    if (property?.type !== 'Property') added.push(`${name}: ${text}`);
    else if (property.shorthand) replaced.push({ range: property.range, text: `${name}: ${text}` });
    else replaced.push({ range: property.value.range, text });
  }
  if (replaced.some(({ range }) => tree.hasCommentIn(range))) return null;
  return added.length === 0 ? replaced : [...replaced, additionTo(tree, record, added)];
}

function additionTo(tree: Tree, { properties, range: [start, end] }: TSESTree.ObjectExpression, added: readonly string[]): TextEdit {
  const last = properties.at(-1);
  if (last === undefined) {
    const inside = tree.text.slice(start + 1, end - 1);
    return inside.trim() === '' ? { range: [start, end], text: `{ ${added.join(', ')} }` } : { range: [start + 1, start + 1], text: ` ${added.join(', ')} ` };
  }
  const [, lineBreak = ''] = /(\r?\n[ \t]*)$/.exec(tree.text.slice(0, last.range[0])) ?? [];
  // A comment at the end of the last line would come to stand behind what is added.
  const separator = lineBreak === '' || /^,?[ \t]*\/[/*]/.test(tree.text.slice(last.range[1])) ? ' ' : lineBreak;
  return { range: [last.range[1], last.range[1]], text: added.map((text) => `,${separator}${text}`).join('') };
}

/** Adds an argument behind the others. */
export function appendArgument(tree: Tree, call: TSESTree.CallExpression | TSESTree.NewExpression, text: string): Edits {
  const last = call.arguments.at(-1);
  if (last !== undefined) return [{ range: [last.range[1], last.range[1]], text: `, ${text}` }];
  const [from, to] = [call.callee.range[1], call.range[1]];
  const parentheses = /\(\s*\)$/.exec(tree.text.slice(from, to));
  if (parentheses !== null) return [{ range: [from + parentheses.index, to], text: `(${text})` }];
  return tree.text.slice(from, to).trim() === '' ? [{ range: [to, to], text: `(${text})` }] : null;
}

/** Takes a property out of an object that has others; null where a comment stands in the way. */
export function removeProperty(tree: Tree, { properties }: TSESTree.ObjectExpression, property: Node): Edits {
  const index = properties.findIndex((candidate) => candidate === property);
  const [before, after] = [properties[index - 1], properties[index + 1]];
  const range = after !== undefined ? ([property.range[0], after.range[0]] as const) : before !== undefined ? ([before.range[1], property.range[1]] as const) : null;
  return index < 0 || range === null || tree.hasCommentIn(range) ? null : [{ range, text: '' }];
}
