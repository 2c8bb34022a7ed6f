/**
 * The modules around one linted file. Trees are shared by all files; what they hold is found out anew for each, so that it does not
 * depend on which files were linted before.
 */
import { isAbsolute } from 'node:path';
import { NO_SETTINGS, type Settings } from '../../settings/read-settings.js';
import type { Tree } from '../syntax/tree.js';
import { beginFile } from './files.js';
import { moduleTree } from './modules.js';
import { createResolver } from './resolver.js';
import { reachesDriver } from './reach.js';
import { resolveSpecifier } from './specifiers.js';
import type { Project, Resolver } from './values.js';

/** For one linted file, no more modules than this are read. */
const MAX_MODULES = 300;

/**
 * The resolver of a linted file, which is seen as it stands in the editor. `unavailable` is called when the native libraries do not
 * load: resolution then ends at the file, as it does for text that is no file.
 */
export function resolverOf(own: Tree, unavailable: (reason: unknown) => void, settings: Settings = NO_SETTINGS): Resolver {
  const { file: ownFile } = own;
  if (ownFile === undefined || !isAbsolute(ownFile)) return createResolver(own, null, settings);
  beginFile(ownFile);
  const resolvers = new Map<string, Resolver | null>();
  let isAvailable = true;
  let isOpen = true;
  const project: Project = {
    moduleAt(path) {
      const known = resolvers.get(path);
      if (known !== undefined) return known;
      if (!isOpen || resolvers.size >= MAX_MODULES) return null;
      const tree = guarded(() => moduleTree(path));
      const resolver = tree === null ? null : createResolver(tree, project, settings);
      resolvers.set(path, resolver);
      return resolver;
    },
    moduleFrom(file, specifier) {
      // Without other modules at hand there is nothing to look for any more.
      if (!isOpen && resolvers.size === 1) return null;
      const path = guarded(() => resolveSpecifier(file, specifier));
      if (path === null) return null;
      // What cannot lead to a driver need not be parsed.
      return resolvers.has(path) || guarded(() => reachesDriver(path, settings)) === true ? project.moduleAt(path) : null;
    },
    depth: { current: 0 },
    get isOpen() {
      return isOpen;
    },
    close() {
      isOpen = false;
    },
  };

  function guarded<Answer>(ask: () => Answer | null): Answer | null {
    if (!isAvailable) return null;
    try {
      return ask();
    } catch (error) {
      isAvailable = false;
      unavailable(error);
      return null;
    }
  }

  const resolver = createResolver(own, project, settings);
  resolvers.set(ownFile, resolver);
  return resolver;
}
