/** Look-ups in the driver facts: by module specifier, by type name, by the words that calls need. */
import { drivers } from '../../facts/drivers/index.js';
import type { Driver, ExportFacts, MemberFacts, ModuleFacts } from '../../facts/schema.js';
import { handleOf, UNKNOWN, type Value } from './values.js';

interface DriverModule {
  readonly driver: Driver;
  readonly specifier: string;
  readonly facts: ModuleFacts;
}

const javascriptDrivers = drivers.filter((driver) => driver.language === 'javascript');

const modules = new Map<string, DriverModule>();
for (const driver of javascriptDrivers) {
  for (const [specifier, facts] of Object.entries(driver.modules)) modules.set(specifier, { driver, specifier, facts });
}

/** Deno's `npm:pg@8/lib` names the same package as `pg/lib`. */
const NPM_SPECIFIER = /^npm:\/?(@[^/]+\/[^@/]+|[^@/]+)(?:@[^/]*)?(\/.*)?$/;

/** The driver module behind a specifier; null when it is none. */
export function driverModule(specifier: string): DriverModule | null {
  const npm = NPM_SPECIFIER.exec(specifier);
  return modules.get(npm === null ? specifier : `${npm[1] ?? ''}${npm[2] ?? ''}`) ?? null;
}

/** `import * as x from '…'`. */
export function namespaceValue({ driver, facts }: DriverModule): Value {
  return { kind: 'export', driver, module: facts, facts: { is: 'namespace' } };
}

/** What `require('…')` returns. */
export function requireValue(module: DriverModule): Value {
  return module.facts.commonjs === 'default' ? exportedValue(module.driver, module.facts, 'default') : namespaceValue(module);
}

/** One export of a module by its name, `default` included. */
function exportedValue(driver: Driver, module: ModuleFacts, name: string): Value {
  const facts = name === 'default' ? module.default : own(module.named, name);
  return facts === undefined ? UNKNOWN : exportValue(driver, module, facts);
}

function exportValue(driver: Driver, module: ModuleFacts, facts: ExportFacts): Value {
  if (facts.is === 'handle') return handleOf(driver, facts.handle, null);
  if (facts.is !== 'member') return { kind: 'export', driver, module, facts };
  const handle = handleOf(driver, facts.handle, null);
  const member = handle.kind === 'handle' ? memberOf(handle, facts.member) : null;
  return handle.kind !== 'handle' || member === null ? UNKNOWN : { kind: 'member', handle, name: facts.member, facts: member };
}

/** A global object that stands for a driver's exports; unknown for every other name. */
export function globalValue(name: string): Value {
  for (const driver of javascriptDrivers) {
    const facts = driver.globals === undefined ? undefined : own(driver.globals, name);
    if (facts !== undefined) return exportValue(driver, NO_MODULE, facts);
  }
  return UNKNOWN;
}

/** Globals belong to no module. */
const NO_MODULE: ModuleFacts = { named: {}, commonjs: 'named' };

/** A property of a driver's export: `pg.Pool`, `pg.native.Pool`, `namespace.default`. */
export function propertyOfExport(driver: Driver, module: ModuleFacts, facts: ExportFacts, name: string): Value {
  if (facts.is !== 'namespace') {
    if (name === 'default') return { kind: 'export', driver, module, facts };
    const method = facts.is === 'class' && facts.of !== undefined ? own(facts.of, name) : undefined;
    if (method !== undefined) return exportValue(driver, module, method);
    // What `require()` of such a module returns holds its other exports as properties.
    return module.commonjs === 'default' && facts === module.default ? exportedValue(driver, module, name) : UNKNOWN;
  }
  if (facts.of === undefined) return exportedValue(driver, module, name);
  const inner = own(facts.of, name);
  return inner === undefined ? UNKNOWN : exportValue(driver, module, inner);
}

/** What a call or `new` of an export gives; the namespace of a module that exports one function is that function to old code. */
export function createdBy(value: Extract<Value, { kind: 'export' }>): CreatingExport | null {
  if (isCreating(value.facts)) return value.facts;
  const fallback = value.facts.is === 'namespace' && value.module.commonjs === 'default' ? value.module.default : undefined;
  return fallback !== undefined && isCreating(fallback) ? fallback : null;
}

type CreatingExport = Extract<ExportFacts, { is: 'class' | 'function' }>;

function isCreating(facts: ExportFacts): facts is CreatingExport {
  return facts.is === 'class' || facts.is === 'function';
}

/** Known by a type that somebody wrote. */
export const WRITTEN = { evidence: 'proved', known: 'annotation' } as const;

/** The handle that a type name stands for in a module's typings. */
export function typedHandle(specifier: string, typeName: string): Value {
  const module = driverModule(specifier);
  if (module === null) return UNKNOWN;
  for (const [name, facts] of Object.entries(module.driver.handles)) {
    if (facts.types[module.specifier]?.includes(typeName) === true) return handleOf(module.driver, name, null, WRITTEN);
  }
  return UNKNOWN;
}

/** A member of a handle; null when the facts do not know it. */
export function memberOf(handle: { readonly facts: { readonly members: Readonly<Record<string, MemberFacts>> } }, name: string): MemberFacts | null {
  return own(handle.facts.members, name) ?? null;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function sendsOrBinds(member: MemberFacts): boolean {
  return member.does === 'query' || member.does === 'prepare' || (member.does === 'become' && member.values !== undefined);
}

/** Names of members that send or prepare SQL, or bind its values: a call of any other member is never looked at. */
export const queryMembers: ReadonlySet<string> = new Set(
  javascriptDrivers.flatMap((driver) =>
    Object.values(driver.handles).flatMap((handle) =>
      Object.entries(handle.members).flatMap(([name, member]) => (sendsOrBinds(member) ? [name] : [])),
    ),
  ),
);

/** Names of members that bind values to a statement for good. */
export const bindingMembers: ReadonlySet<string> = membersThat((member) => member.does === 'become' && member.values !== undefined);

/** Names of members that take a client out of a pool or begin a transaction, and that end either. */
export const acquireMembers = membersThat(({ does }) => does === 'acquire' || does === 'transaction');
export const releaseMembers = membersThat(({ does }) => does === 'release');

function membersThat(isWanted: (member: MemberFacts) => boolean): ReadonlySet<string> {
  const handles = javascriptDrivers.flatMap((driver) => Object.values(driver.handles));
  return new Set(handles.flatMap(({ members }) => Object.entries(members).flatMap(([name, member]) => (isWanted(member) ? [name] : []))));
}

/** Every specifier and package name of a driver: what a file or a package.json must name to be of interest. */
export const driverSpecifiers: readonly string[] = [...modules.keys()];
export const driverGlobals: readonly string[] = javascriptDrivers.flatMap((driver) => Object.keys(driver.globals ?? {}));
export const driverPackages: ReadonlySet<string> = new Set(javascriptDrivers.flatMap((driver) => driver.packages));

/** The drivers whose packages are among some names, once each. */
export function driversOf(packages: readonly string[]): readonly Driver[] {
  return javascriptDrivers.filter((driver) => driver.packages.some((name) => packages.includes(name)));
}

/**
 * The handle of a type that the checker found, by the file that declares it: `…/node_modules/@types/pg/index.d.ts`. Where a package
 * has several modules with types of one name, the one that the file is named after comes first: `mysql2/promise.d.ts`.
 */
export function typedHandleDeclaredIn(file: string, typeName: string): Value {
  const path = file.replaceAll('\\', '/');
  const folder = path.slice(path.lastIndexOf('/node_modules/') + '/node_modules/'.length).replace(/^@types\//, '');
  const ofPackage = [...modules.values()].filter(({ driver }) => driver.packages.some((name) => folder.startsWith(`${name}/`)));
  const named = ofPackage.filter(({ specifier }) => specifier.includes('/') && folder.startsWith(specifier));
  for (const { specifier } of [...named, ...ofPackage]) {
    const value = typedHandle(specifier, typeName);
    if (value.kind === 'handle') return value;
  }
  return UNKNOWN;
}

/** Names of exports that open a pool or a connection: a call of any other property is never looked at. */
export const creatingNames: ReadonlySet<string> = new Set(javascriptDrivers.flatMap((driver) => Object.values(driver.modules).flatMap((module) => openingNames(driver, { ...module.named, ...(module.default && { default: module.default }) }))));

function openingNames(driver: Driver, exports: Readonly<Record<string, ExportFacts>>): string[] {
  return Object.entries(exports).flatMap(([name, facts]): string[] => {
    const inner = facts.is === 'namespace' || facts.is === 'class' ? openingNames(driver, facts.of ?? {}) : [];
    const role = isCreating(facts) ? driver.handles[facts.creates.handle]?.role : undefined;
    return role === 'pool' || role === 'connection' ? [name, ...inner] : inner;
  });
}

/** Names that the language's own objects have: `map.get(…)`, `Promise.all(…)`, `pattern.exec(…)` say nothing of a driver. */
const OF_EVERYTHING: ReadonlySet<string> = new Set([Array, Map, Promise, RegExp, String, Object].flatMap((owner) => [...Object.getOwnPropertyNames(owner), ...Object.getOwnPropertyNames(owner.prototype)]));

/** Those names of `queryMembers` that say something of a driver by themselves. */
export const tellingMembers: ReadonlySet<string> = new Set([...queryMembers].filter((name) => !OF_EVERYTHING.has(name)));

/** Names that are methods of some driver, and none of a handle where people write them nevertheless. */
export const foreignMembers: ReadonlySet<string> = new Set(javascriptDrivers.flatMap((driver) => Object.values(driver.handles).flatMap(({ foreign }) => Object.keys(foreign?.members ?? {}))));
