/** Guarded questions to TypeScript's checker, by shape: the plugin never loads TypeScript itself. */
import type { Node } from '../syntax/nodes.js';
import type { TypeLookup } from '../syntax/tree.js';

interface Declaration {
  getSourceFile(): { readonly fileName: string };
}
interface TypeSymbol {
  getName(): string;
  getDeclarations(): readonly Declaration[] | undefined;
}
interface Type {
  getSymbol(): TypeSymbol | undefined;
  readonly aliasSymbol?: TypeSymbol;
  getProperty(name: string): TypeSymbol | undefined;
}

/** The type lookup of a file that was parsed with type information; null for every other file, which is the normal case. */
export function typeLookup(services: unknown): TypeLookup | null {
  if (typeof services !== 'object' || services === null) return null;
  const program: unknown = Reflect.get(services, 'program');
  const getTypeAtLocation: unknown = Reflect.get(services, 'getTypeAtLocation');
  if (program === null || program === undefined || typeof getTypeAtLocation !== 'function') return null;
  return {
    isDeclaredByProject(node, property) {
      try {
        const type = getTypeAtLocation.call(services, node) as Type;
        return (type.getProperty(property)?.getDeclarations() ?? []).some((declaration) => !/[\\/]node_modules[\\/]/.test(declaration.getSourceFile().fileName));
      } catch {
        return false;
      }
    },
    typeOf(node: Node) {
      // The checker throws on some real code; what it cannot say is unknown.
      try {
        const type = getTypeAtLocation.call(services, node) as Type;
        return described(type.getSymbol()) ?? described(type.aliasSymbol);
      } catch {
        return null;
      }
    },
  };
}

function described(symbol: TypeSymbol | undefined): { name: string; declaredIn: string } | null {
  const declaration = symbol?.getDeclarations()?.[0];
  return symbol === undefined || declaration === undefined ? null : { name: symbol.getName(), declaredIn: declaration.getSourceFile().fileName };
}
