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
export function exportedValue(driver: Driver, module: ModuleFacts, name: string): Value {
  const facts = name === 'default' ? module.default : own(module.named, name);
  return facts === undefined ? UNKNOWN : { kind: 'export', driver, module, facts };
}

/** A property of a driver's export: `pg.Pool`, `pg.native.Pool`, `namespace.default`. */
export function propertyOfExport(driver: Driver, module: ModuleFacts, facts: ExportFacts, name: string): Value {
  if (facts.is !== 'namespace') return name === 'default' ? { kind: 'export', driver, module, facts } : UNKNOWN;
  if (facts.of === undefined) return exportedValue(driver, module, name);
  const inner = own(facts.of, name);
  return inner === undefined ? UNKNOWN : { kind: 'export', driver, module, facts: inner };
}

/** What a call or `new` of an export gives; the namespace of a module that exports one function is that function to old code. */
export function createdBy(value: Extract<Value, { kind: 'export' }>): ExportFacts & { readonly is: 'class' | 'function' } | null {
  if (value.facts.is !== 'namespace') return value.facts;
  const fallback = value.module.commonjs === 'default' ? value.module.default : undefined;
  return fallback === undefined || fallback.is === 'namespace' ? null : fallback;
}

/** The handle that a type name stands for in a module's typings. */
export function typedHandle(specifier: string, typeName: string): Value {
  const module = driverModule(specifier);
  if (module === null) return UNKNOWN;
  for (const [name, facts] of Object.entries(module.driver.handles)) {
    if (facts.types[module.specifier]?.includes(typeName) === true) return handleOf(module.driver, name, null);
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

/** Every specifier and package name of a driver: what a file or a package.json must name to be of interest. */
export const driverSpecifiers: readonly string[] = [...modules.keys()];
export const driverPackages: ReadonlySet<string> = new Set(javascriptDrivers.flatMap((driver) => driver.packages));

/** The handle of a type that the checker found, by the file that declares it: `…/node_modules/@types/pg/index.d.ts`. */
export function typedHandleDeclaredIn(file: string, typeName: string): Value {
  const path = file.replaceAll('\\', '/');
  const folder = path.slice(path.lastIndexOf('/node_modules/') + '/node_modules/'.length).replace(/^@types\//, '');
  for (const [specifier, { driver }] of modules) {
    if (!driver.packages.some((name) => folder.startsWith(`${name}/`))) continue;
    const value = typedHandle(specifier, typeName);
    if (value.kind === 'handle') return value;
  }
  return UNKNOWN;
}
