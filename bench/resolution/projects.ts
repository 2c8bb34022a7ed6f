/** The packages of a tree of sources: who depends on a driver, which names are the tree's own, which files are tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { drivers } from '../../src/facts/drivers/index.js';

/** Query builders and ORMs: whoever uses them does not talk to a driver himself. Every other driver of the facts is a direct one. */
const INDIRECT: ReadonlySet<string> = new Set(['drizzle-orm', 'knex', 'kysely', 'mikro-orm', 'prisma', 'sequelize', 'slonik', 'typeorm']);
/** Its packages are typings of a run time, which say nothing about databases. */
const WITHOUT_PACKAGE: ReadonlySet<string> = new Set(['bun']);
/** Wrappers and drivers of SQL databases that the facts do not know: their calls count, as not resolved. */
const OTHER_PACKAGES = ['@fastify/postgres', '@libsql/client', 'mariadb', 'massive', 'pg-pool', 'postgres-pool', 'promise-mysql', 'serverless-mysql', 'serverless-postgres', 'sqlite', 'tedious'];

const directPackages: ReadonlySet<string> = new Set([...drivers.filter(({ id }) => isDirect(id) && !WITHOUT_PACKAGE.has(id)).flatMap(({ packages }) => packages), ...OTHER_PACKAGES]);
const driverPackages: ReadonlySet<string> = new Set(drivers.flatMap(({ packages }) => packages));

/** Whether a driver of the facts is one, and no builder or mapper over others. */
export function isDirect(driverId: string): boolean {
  return !INDIRECT.has(driverId);
}

const indirectPackages: ReadonlySet<string> = new Set(drivers.filter(({ id }) => !isDirect(id)).flatMap(({ packages }) => packages));

/** Whether a package is a query builder or an ORM. */
export function isIndirectPackage(name: string): boolean {
  return indirectPackages.has(name);
}

const TEST =
  /(?:^|\/)(?:tests?|__tests__|specs?|e2e|integration-tests?|test-utils?|__mocks__|fixtures?|benchmarks?|bench)\/|\.(?:spec|e2e|bench)\.[cm]?[jt]sx?$|(?:^|[-_./])tests?(?:[-_.][\w.-]*)?\.[cm]?[jt]sx?$/i;

/** Whether a path, relative to its tree, is that of a test, a fixture or a benchmark. */
export function isTest(path: string): boolean {
  return TEST.test(path.split(sep).join('/'));
}

interface Package {
  readonly folder: string;
  readonly name: string | null;
  readonly dependencies: ReadonlySet<string>;
}

export type ModuleKind = 'project' | 'workspace' | 'package' | 'alias' | 'missing';

/** What a package can reach: a direct driver, query builders and ORMs alone, no driver; or it is a driver itself. */
export type Reach = 'direct' | 'indirect' | 'nothing' | 'itself';

export interface Projects {
  /** By the package.json files of a file's folder and above it, and of those packages of the tree that these depend on. */
  reachOf(file: string): Reach;
  /** What the specifier of an import in a file stands for, as far as its look and the names of packages tell. */
  kindOf(specifier: string, file: string): ModuleKind;
}

export function readProjects(root: string): Projects {
  const packages = new Map(packagesIn(root).map((one) => [one.folder, one]));
  const byName = new Map([...packages.values()].flatMap((one) => (one.name === null ? [] : [[one.name, one] as const])));
  const reaches = new Map<string, Reach>();

  function above(folder: string): Package[] {
    const found = packages.get(folder);
    const rest = relative(root, folder) === '' || dirname(folder) === folder ? [] : above(dirname(folder));
    return found === undefined ? rest : [found, ...rest];
  }

  function findReach(folder: string): Reach {
    const reached = new Set(above(folder));
    if ([...reached].some(({ name }) => name !== null && driverPackages.has(name))) return 'itself';
    let isIndirect = false;
    // A set visits what is added on the way, too.
    for (const { dependencies } of reached) {
      for (const name of dependencies) {
        const own = byName.get(name);
        if (own !== undefined) reached.add(own);
        else if (directPackages.has(name)) return 'direct';
        else isIndirect ||= indirectPackages.has(name);
      }
    }
    return isIndirect ? 'indirect' : 'nothing';
  }

  return {
    reachOf(file) {
      const folder = dirname(file);
      const known = reaches.get(folder);
      if (known !== undefined) return known;
      const found = findReach(folder);
      reaches.set(folder, found);
      return found;
    },
    kindOf(specifier, file) {
      if (/^\.{0,2}\//.test(specifier) || specifier === '.' || specifier === '..') return isThere(resolve(dirname(file), specifier)) ? 'project' : 'missing';
      const name = packageName(specifier);
      if (byName.has(name)) return 'workspace';
      if (specifier.includes(':') || builtinModules.includes(specifier)) return 'package';
      return above(dirname(file)).some(({ dependencies }) => dependencies.has(name) || dependencies.has(`@types/${name}`)) ? 'package' : 'alias';
    },
  };
}

/** The package of a specifier: `@acme/db/pool` → `@acme/db`. */
export function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

const EXTENSIONS = ['', '.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts', '.json', '.vue', '.svelte'];

function isThere(path: string): boolean {
  const withoutExtension = path.replace(/\.[cm]?jsx?$/, '');
  return [path, withoutExtension, join(path, 'index')].some((base) => EXTENSIONS.some((extension) => existsSync(base + extension)));
}

const IGNORED: ReadonlySet<string> = new Set(['node_modules', '.git']);

function packagesIn(folder: string): Package[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const inner = entries.flatMap((entry) => (entry.isDirectory() && !IGNORED.has(entry.name) ? packagesIn(join(folder, entry.name)) : []));
  return entries.some((entry) => entry.isFile() && entry.name === 'package.json') ? [readPackage(folder), ...inner] : inner;
}

function readPackage(folder: string): Package {
  const json = parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const fields = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].map((field) => Reflect.get(json, field) as unknown);
  const name: unknown = Reflect.get(json, 'name');
  return { folder, name: typeof name === 'string' ? name : null, dependencies: new Set(fields.flatMap((field) => (typeof field === 'object' && field !== null ? Object.keys(field) : []))) };
}

/** A package.json that is no JSON says nothing. */
function parse(text: string): object {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? json : {};
  } catch {
    return {};
  }
}
