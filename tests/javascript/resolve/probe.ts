import { createResolver } from '../../../src/javascript/resolve/resolver.js';
import type { Value } from '../../../src/javascript/resolve/values.js';
import type { Node } from '../../../src/javascript/syntax/nodes.js';
import { buildTree } from '../../../src/javascript/syntax/tree.js';
import { readSettings } from '../../../src/settings/read-settings.js';
import { parseFile } from '../parse-file.js';

/** What the argument of `probe(…)` holds, in short: `pg.pool`, `promise pg.client`, `unknown`; for a method `pg.pool.query`. */
export function probe(code: string, parser: 'js' | 'ts' | 'oxc', settings: object = {}): string {
  let probed: Node | null = null;
  const tree = buildTree(parseFile(code, parser), (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'probe') probed = node.arguments[0] ?? null;
  });
  if (probed === null) throw new Error('no probe(…) in the code');
  return inShort(createResolver(tree, null, readSettings(settings)).expression(probed));
}

/** `pg.pool`, `promise pg.client`, `unknown`; with a `?` where the role is not certain. */
export function inShort(value: Value): string {
  if (value.kind === 'promise') return `promise ${inShort(value.of)}`;
  if (value.kind === 'handle') return `${value.driver.id}.${value.name}${value.roleUnknown ? '?' : ''}`;
  if (value.kind === 'member') return `${value.handle.driver.id}.${value.handle.name}.${value.name}`;
  return value.kind;
}
