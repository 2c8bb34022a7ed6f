/** Libraries that only projects of several files need, loaded when the first one asks. */
import { createRequire } from 'node:module';
import type { ResolverFactory } from 'oxc-resolver';
import type picomatch from 'picomatch';
import type { parse } from 'yaml';

const require = createRequire(import.meta.url);

/** Throws where oxc-resolver has no binary for the machine. */
export function resolverFactory(): typeof ResolverFactory {
  return (require('oxc-resolver') as { ResolverFactory: typeof ResolverFactory }).ResolverFactory;
}

/** A test for relative paths against glob patterns. */
export function globMatcher(patterns: readonly string[], options: { readonly ignore: readonly string[] }): (path: string) => boolean {
  return (require('picomatch') as typeof picomatch)([...patterns], { ignore: [...options.ignore] });
}

/** Throws for text that is no YAML. */
export function parseYaml(text: string): unknown {
  return (require('yaml') as { parse: typeof parse }).parse(text);
}
