/** What a file has to do with wrong declarations of the settings. */
import { isWritten } from '../resolve/receivers.js';
import type { Resolver } from '../resolve/values.js';
import { requiredModule, stringValue, unwrap, type Node } from '../syntax/nodes.js';
import { walk } from '../syntax/tree.js';
import type { Candidate } from './candidates.js';

/** Whether a file imports a module, or asks a receiver, of which the settings speak in a wrong way: then it holds database code. */
export function usesMisdeclared(resolver: Resolver, candidates: readonly Candidate[]): boolean {
  const { tree, settings } = resolver;
  if (settings.problems.length === 0) return false;
  if (candidates.some((node) => isMeantReceiver(resolver, node))) return true;
  let imports = false;
  walk(tree.ast, tree.visitorKeys, (node) => {
    const specifier = importedFrom(node);
    if (specifier !== null && settings.meant.modules.has(specifier)) imports = true;
  });
  return imports;
}

function importedFrom(node: Node): string | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
      return node.source.value;
    case 'ExportNamedDeclaration':
      return node.source === null ? null : stringValue(node.source);
    default:
      return requiredModule(node);
  }
}

function isMeantReceiver(resolver: Resolver, node: Candidate): boolean {
  const callee = unwrap(node.type === 'TaggedTemplateExpression' ? node.tag : node.callee);
  const places = callee.type === 'MemberExpression' ? [callee, callee.object] : [callee];
  return resolver.settings.meant.receivers.some((path) => places.some((place) => isWritten(resolver, place, path)));
}
