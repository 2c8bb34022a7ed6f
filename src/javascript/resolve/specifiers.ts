/** Which file of the project does an import specifier mean? */
import { dirname, join } from 'node:path';
import type { NapiResolveOptions, ResolverFactory } from 'oxc-resolver';
import { currentGeneration, readText } from './files.js';
import { findUp } from './folders.js';
import { resolverFactory } from './libraries.js';
import { packageFolder, sourceOfPackage } from './workspaces.js';

/** The extensions of modules that can be read; JSON and assets hold no handle. */
const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const DECLARATION = /\.d\.(?:[^.]+\.)?[cm]?ts$/;

const OPTIONS: NapiResolveOptions = {
  tsconfig: 'auto',
  extensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.d.ts'],
  // TypeScript writes the name of the file that it will have become.
  extensionAlias: { '.js': ['.ts', '.tsx', '.js', '.jsx'], '.jsx': ['.tsx', '.jsx'], '.mjs': ['.mts', '.mjs'], '.cjs': ['.cts', '.cjs'] },
  conditionNames: ['source', 'import', 'require', 'node', 'default'],
  mainFields: ['source', 'module', 'main'],
  nodePath: false,
};

interface Resolvers {
  readonly usual: ResolverFactory;
  /** For folders whose tsconfig.json cannot be read. */
  readonly plain: ResolverFactory;
  readonly ofConfig: Map<string, ResolverFactory>;
  readonly found: Map<string, string | null>;
  generation: number;
}

let resolvers: Resolvers | null = null;

/** Throws where oxc-resolver has no binary for the machine. */
function requireResolvers(): Resolvers {
  if (resolvers === null) {
    const Factory = resolverFactory();
    const { tsconfig, ...plain } = OPTIONS;
    resolvers = { usual: new Factory({ ...plain, tsconfig }), plain: new Factory(plain), ofConfig: new Map(), found: new Map(), generation: currentGeneration() };
  }
  if (resolvers.generation !== currentGeneration()) {
    // What the library remembers of the file system is older than what we do.
    for (const resolver of [resolvers.usual, resolvers.plain, ...resolvers.ofConfig.values()]) resolver.clearCache();
    resolvers.found.clear();
    resolvers.generation = currentGeneration();
  }
  return resolvers;
}

/**
 * The absolute path of the source file that a specifier means in a file; null for packages of others, assets, and whatever is not
 * found. Throws only where oxc-resolver has no binary for the machine.
 */
export function resolveSpecifier(file: string, specifier: string): string | null {
  const { found } = requireResolvers();
  const key = `${dirname(file)}\0${specifier}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const path = specifier.includes('?') || specifier.startsWith('node:') ? null : (sourceFile(lookUp(file, specifier)) ?? inWorkspace(file, specifier));
  found.set(key, path);
  return path;
}

function lookUp(file: string, specifier: string): string | null {
  const { usual, plain } = requireResolvers();
  const { path } = usual.resolveFileSync(file, specifier);
  if (path !== undefined) return path;
  // A configuration that cannot be read takes the plain ones down with it.
  return specifier.startsWith('.') ? (plain.sync(dirname(file), specifier).path ?? null) : byJsconfig(file, specifier);
}

/** Projects in JavaScript write their `paths` into a jsconfig.json. */
function byJsconfig(file: string, specifier: string): string | null {
  const folder = findUp(dirname(file), (candidate) => readText(join(candidate, 'jsconfig.json')) !== null);
  if (folder === null) return null;
  const { ofConfig, plain } = requireResolvers();
  const resolver = ofConfig.get(folder) ?? plain.cloneWithOptions({ ...OPTIONS, tsconfig: { configFile: join(folder, 'jsconfig.json') } });
  ofConfig.set(folder, resolver);
  return resolver.sync(dirname(file), specifier).path ?? null;
}

/** A package of the same workspace, whether or not it is installed or built: what counts is its source. */
function inWorkspace(file: string, specifier: string): string | null {
  const found = packageFolder(file, specifier);
  if (found === null) return null;
  const { plain } = requireResolvers();
  return sourceOfPackage(found, (folder, request) => sourceFile(plain.sync(folder, request).path ?? null));
}

/** A source of the project: not installed, not a declaration without code. */
function sourceFile(path: string | null): string | null {
  if (path === null || !SOURCE.test(path) || DECLARATION.test(path)) return null;
  return /[\\/]node_modules[\\/]/.test(path) ? null : path;
}
