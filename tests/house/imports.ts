/** Who may import whom. The table of layers is in `imports.test.ts`. */
import type { SourceFile } from './source-tree.js';

export interface Layer {
  readonly name: string;
  /** Path prefixes, relative to the root. A file belongs to the layer with the longest prefix. */
  readonly files: readonly string[];
  /** Layers whose code it may use. Files of one layer may import each other, except where `separate` says no. */
  readonly imports: readonly string[];
  /** Layers of which it may use types alone (`import type`). */
  readonly typesOf?: readonly string[];
  /** `node:` stands for all modules of Node. */
  readonly packages?: readonly string[];
  readonly packageTypes?: readonly string[];
  /** Files of this layer never import each other. */
  readonly separate?: true;
}

/** Every import that the table of layers does not allow. */
export function findForbiddenImports(files: readonly SourceFile[], layers: readonly Layer[]): string[] {
  return files.flatMap((file) => {
    const layer = layerOf(file.path, layers);
    if (layer === null) return [`${file.path} belongs to no layer`];
    return file.imports.flatMap(({ specifier, target, typeOnly }) => {
      const problem = target === null ? packageProblem(layer, specifier, typeOnly) : fileProblem(layer, layerOf(target, layers), typeOnly);
      return problem === null ? [] : [`${file.path} imports ${target ?? specifier}: ${problem}`];
    });
  });
}

function layerOf(path: string, layers: readonly Layer[]): Layer | null {
  let best: { layer: Layer; length: number } | null = null;
  for (const layer of layers) {
    for (const prefix of layer.files) {
      if (path.startsWith(prefix) && prefix.length > (best?.length ?? 0)) best = { layer, length: prefix.length };
    }
  }
  return best?.layer ?? null;
}

function fileProblem(from: Layer, to: Layer | null, typeOnly: boolean): string | null {
  if (to === null) return 'it belongs to no layer';
  if (to === from) return from.separate ? `files of "${from.name}" do not import each other` : null;
  if (from.imports.includes(to.name)) return null;
  if (from.typesOf?.includes(to.name)) return typeOnly ? null : `"${from.name}" may use types of "${to.name}" alone`;
  return `"${from.name}" may not use "${to.name}"`;
}

function packageProblem(layer: Layer, name: string, typeOnly: boolean): string | null {
  if (layer.packages?.some((allowed) => allowed === name || (allowed === 'node:' && name.startsWith(allowed)))) return null;
  if (layer.packageTypes?.includes(name)) return typeOnly ? null : `"${layer.name}" may use its types alone`;
  return `"${layer.name}" may not use this package`;
}

/** Every circle of imports that is still there in the JavaScript, starting at its first file by name: `a → b → a`. */
export function findCycles(files: readonly SourceFile[]): string[] {
  const targets = new Map(files.map((file) => [file.path, file.imports.flatMap(({ target, typeOnly }) => (target === null || typeOnly ? [] : [target]))]));
  const cycles = new Set<string>();
  const finished = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start !== -1) {
      cycles.add(describeCycle(trail.slice(start)));
      return;
    }
    if (finished.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    finished.add(path);
  };
  for (const { path } of files) visit(path, []);
  return [...cycles].sort();
}

function describeCycle(cycle: readonly string[]): string {
  const first = cycle.indexOf([...cycle].sort()[0] ?? '');
  const turned = [...cycle.slice(first), ...cycle.slice(0, first)];
  return [...turned, ...turned.slice(0, 1)].join(' → ');
}
