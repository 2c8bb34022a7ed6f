/** `settings.db`: what the user declares about the project, read and judged once. */
import { drivers } from '../facts/drivers/index.js';
import { isHandle, readHandle, type NamedHandle } from './handle-names.js';
import { described, placeOf, type SettingProblem } from './problems.js';
import { similarTo } from './similar.js';
import { readPath, type Step } from './written-paths.js';

/** How a pooler between the application and the server shares connections; `none`: there is none. */
const POOLERS = ['transaction', 'session', 'none'] as const;
export type Pooler = (typeof POOLERS)[number];

/** Something that code can write, and the handle that it holds. */
export interface Declaration {
  readonly path: readonly Step[];
  readonly holds: NamedHandle;
}

export interface Settings {
  /** The exports of modules, by specifier as code writes it. A path begins with the name of the export. */
  readonly modules: ReadonlyMap<string, readonly Declaration[]>;
  readonly receivers: readonly Declaration[];
  /** Null where nothing is said. */
  readonly pooler: Pooler | null;
  /** Names of files with environment variables that may be read, as they are written; null where nothing is said. */
  readonly envFiles: readonly string[] | null;
  /** What is wrong; a wrong key or value counts for nothing else. */
  readonly problems: readonly SettingProblem[];
  /** All modules and paths that are spoken of, those with a wrong handle or under a misspelt key, too: code that uses them is meant. */
  readonly meant: { readonly modules: ReadonlySet<string>; readonly receivers: readonly (readonly Step[])[] };
}

const KEYS = ['modules', 'receivers', 'pooler', 'envFiles', 'cacheKey'] as const;
const KEY_LIST = 'The settings are `modules`, `receivers`, `pooler`, `envFiles` and `cacheKey`.';

const REMEDIES = {
  db: "Write an object, such as `{ pooler: 'transaction' }`.",
  modules: "Write an object: a module and what it exports, such as `{ '@acme/db': { pool: 'pg.Pool' } }`.",
  module: "Write an object with what it exports, such as `{ pool: 'pg.Pool' }`.",
  receivers: "Write an object: an expression and what it holds, such as `{ 'ctx.db': 'pg.Pool' }`.",
  handle: 'Write the name of a handle, such as "pg.Pool".',
  envFiles: "Write a list of file names, such as `['.env.example']`.",
  cacheKey: 'Write a text, such as `projectDigest(import.meta.dirname)`.',
  path: 'Write it as the code does, such as `ctx.db`, `this.db` or `getDb()`.',
} as const;

const known = new WeakMap<object, Settings>();

/** Never throws. Answers are remembered by the identity of the object, which ESLint shares among the files of one configuration. */
export function readSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return value === undefined ? NO_SETTINGS : new SettingsReader(value).settings();
  const settings = known.get(value) ?? new SettingsReader(value).settings();
  known.set(value, settings);
  return settings;
}

class SettingsReader {
  private readonly modules = new Map<string, Declaration[]>();
  private readonly receivers: Declaration[] = [];
  private readonly problems: SettingProblem[] = [];
  private readonly meantModules = new Set<string>();
  private readonly meantReceivers: (readonly Step[])[] = [];
  private pooler: Pooler | null = null;
  private envFiles: readonly string[] | null = null;

  constructor(value: unknown) {
    for (const [key, setting] of this.entries(value, ['db'], REMEDIES.db)) this.read(key, setting);
  }

  settings(): Settings {
    const { modules, receivers, pooler, envFiles, problems } = this;
    return { modules, receivers, pooler, envFiles, problems, meant: { modules: this.meantModules, receivers: this.meantReceivers } };
  }

  private read(key: string, value: unknown): void {
    const place = ['db', key];
    switch (key) {
      case 'modules':
        for (const [module, exports] of this.entries(value, place, REMEDIES.modules)) this.readModule(module, exports);
        break;
      case 'receivers':
        for (const [path, handle] of this.entries(value, place, REMEDIES.receivers)) this.readDeclaration(path, handle, [...place, path], this.receivers, this.meantReceivers);
        break;
      case 'pooler':
        this.pooler = POOLERS.find((pooler) => pooler === value) ?? null;
        if (this.pooler === null) this.wrongType(place, value, `Write ${poolersFor(value)}.`);
        break;
      case 'envFiles':
        this.readEnvFiles(value, place);
        break;
      case 'cacheKey':
        if (typeof value !== 'string') this.wrongType(place, value, REMEDIES.cacheKey);
        break;
      default:
        this.readUnknown(key, value);
    }
  }

  private readModule(module: string, exports: unknown): void {
    const place = ['db', 'modules', module];
    const owner = drivers.find(({ modules }) => Object.hasOwn(modules, module));
    if (owner !== undefined) {
      this.problems.push({ kind: 'ownModule', parts: { where: placeOf(place), found: owner.title, remedy: 'Leave it out.' } });
      return;
    }
    this.meantModules.add(module);
    const declarations: Declaration[] = [];
    for (const [path, handle] of this.entries(exports, place, REMEDIES.module)) this.readDeclaration(path, handle, [...place, path], declarations, []);
    if (declarations.length > 0) this.modules.set(module, declarations);
  }

  private readDeclaration(text: string, value: unknown, place: readonly string[], declarations: Declaration[], meant: (readonly Step[])[]): void {
    const path = readPath(text);
    if (path === null) this.problems.push({ kind: 'wrongPath', parts: { where: placeOf(place.slice(0, -1)), found: described(text), remedy: REMEDIES.path } });
    else meant.push(path);
    if (typeof value !== 'string') {
      this.wrongType(place, value, REMEDIES.handle);
      return;
    }
    const holds = readHandle(value);
    if (!isHandle(holds)) this.problems.push({ kind: 'wrongHandle', parts: { where: placeOf(place), found: described(value), ...holds } });
    else if (path !== null) declarations.push({ path, holds });
  }

  private readEnvFiles(value: unknown, place: readonly string[]): void {
    if (!Array.isArray(value)) {
      this.wrongType(place, value, REMEDIES.envFiles);
      return;
    }
    const files: string[] = [];
    for (const [index, file] of value.entries()) {
      if (typeof file === 'string' && file.trim() !== '') files.push(file);
      else this.wrongType([...place, String(index)], file, 'Write the name of a file, such as ".env.example".');
    }
    this.envFiles = files;
  }

  /** What stands under a misspelt key is meant nevertheless: files that use it are told of the key. */
  private readUnknown(key: string, value: unknown): void {
    const meant = similarTo(key, KEYS);
    this.problems.push({ kind: 'unknownKey', parts: { where: placeOf(['db', key]), remedy: meant === null ? KEY_LIST : `Write \`${meant}\`.` } });
    if (!isRecord(value)) return;
    for (const [name, inner] of Object.entries(value)) {
      const path = typeof inner === 'string' ? readPath(name) : null;
      if (path !== null) this.meantReceivers.push(path);
      else if (isRecord(inner)) this.meantModules.add(name);
    }
  }

  /** The entries of an object, without those that are undefined; none of anything else, which is a problem. */
  private entries(value: unknown, place: readonly string[], remedy: string): [string, unknown][] {
    if (isRecord(value)) return Object.entries(value).filter(([, entry]) => entry !== undefined);
    if (value !== undefined) this.wrongType(place, value, remedy);
    return [];
  }

  private wrongType(place: readonly string[], value: unknown, remedy: string): void {
    this.problems.push({ kind: 'wrongType', parts: { where: placeOf(place), found: described(value), remedy } });
  }
}

/** Also an object of another realm, but no list, no `Map`. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === '[object Object]';
}

function poolersFor(value: unknown): string {
  const meant = typeof value === 'string' ? similarTo(value, POOLERS) : null;
  return meant === null ? '"transaction", "session" or "none"' : `"${meant}"`;
}

export const NO_SETTINGS: Settings = new SettingsReader(undefined).settings();
