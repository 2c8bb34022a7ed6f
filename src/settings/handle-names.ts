/**
 * The names by which settings speak of handles: `pg.Pool`, `mysql2/promise.PoolConnection`, `pg.client`, `knex.Knex on postgres`, and
 * `pg.Pool.query` for a method. The driver is named by its id or by a module of it, the handle by its published type or, where it has
 * none or is the only one of its role, by that word.
 */
import { drivers } from '../facts/drivers/index.js';
import type { Driver, ExportFacts, HandleFacts, MemberFacts } from '../facts/schema.js';
import { described } from './problems.js';
import { similarTo } from './similar.js';

export interface NamedHandle {
  readonly driver: Driver;
  /** Key into `driver.handles`. */
  readonly handle: string;
  /** The method of it that is meant; null for the handle itself. */
  readonly member: string | null;
}

/** Why a name is none, and what to write instead. */
export interface Refusal {
  readonly reason: string;
  readonly remedy: string;
}

const named = drivers.filter(({ language }) => language === 'javascript');
const byPrefix = new Map<string, Driver>();
for (const driver of named) for (const prefix of [driver.id, ...Object.keys(driver.modules), ...driver.packages]) byPrefix.set(prefix, byPrefix.get(prefix) ?? driver);

/** The handle, or the method of one, that a text names. */
export function readHandle(text: string): NamedHandle | Refusal {
  const [, path = '', server = null] = /^\s*(.*?)(?:\s+on\s+(\S+))?\s*$/s.exec(text) ?? [];
  const prefix = driverPrefix(path);
  const driver = prefix === null ? undefined : byPrefix.get(prefix);
  if (prefix === null || driver === undefined) return unknownDriver(path, server);
  const name = path.slice(prefix.length + 1);
  if (name === '') return { reason: 'that names a driver, and no handle of it', remedy: oneOf(spellings(driver)) };
  const whole = handlesNamed(driver, prefix, name);
  if (whole.length > 0) return onServer(driver, whole, null, path, server);
  const dot = name.lastIndexOf('.');
  const owners = dot < 0 ? [] : handlesNamed(driver, prefix, name.slice(0, dot));
  if (owners.length === 0) return unknownHandle(driver, dot < 0 ? name : name.slice(0, dot), dot < 0 ? '' : name.slice(dot), server);
  return onServer(driver, owners, name.slice(dot + 1), path, server);
}

/** The longest name of a driver that a text begins with. */
function driverPrefix(path: string): string | null {
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) if (byPrefix.has(path.slice(0, end))) return path.slice(0, end);
  return null;
}

/** Keys of the handles that a name stands for; several where only the server tells them apart. */
function handlesNamed(driver: Driver, module: string, name: string): string[] {
  const handles = Object.entries(driver.handles).filter(([, { variantOf }]) => variantOf === undefined);
  const keysOf = (isMeant: (facts: HandleFacts, key: string) => boolean): string[] => handles.flatMap(([key, facts]) => (isMeant(facts, key) ? [key] : []));
  const inModule = keysOf(({ types }) => (Object.hasOwn(types, module) ? types[module] : undefined)?.includes(name) === true);
  if (inModule.length > 0) return inModule;
  const byType = keysOf(({ types }) => Object.values(types).some((names) => names.includes(name)));
  if (byType.length > 0) return byType;
  const byKey = keysOf((facts, key) => key === name && Object.keys(facts.types).length === 0 && isEssential(facts));
  if (byKey.length > 0) return byKey;
  const byRole = keysOf((facts) => facts.role === name && isEssential(facts));
  return byRole.length === 1 ? byRole : [];
}

/** A module exports it, or a variable holds it for long; the others come and go with a query. */
function isLasting({ role }: HandleFacts): boolean {
  return role !== 'query' && role !== 'result' && role !== 'rows' && role !== 'row';
}

/** Has a name in settings even where the typings of its driver have none for it. */
function isEssential(facts: HandleFacts): boolean {
  return isLasting(facts) && facts.role !== 'factory' && facts.role !== 'statement' && facts.role !== 'cursor';
}

/** Worth an export of its own. */
function doesSomething({ does }: MemberFacts): boolean {
  return does !== 'other' && does !== 'read' && does !== 'listen' && does !== 'become';
}

/** One of the handles, or of those that show themselves under the same types: the one on that server. */
function onServer(driver: Driver, keys: readonly string[], member: string | null, path: string, server: string | null): NamedHandle | Refusal {
  const handle = server === null ? (keys.length === 1 ? keys[0] : undefined) : handleOn(driver, keys, server);
  if (handle === undefined) {
    const servers = [...new Set(familyOf(driver, keys).flatMap((key) => serversOf(driver, key).slice(0, 1)))];
    const remedy = oneOf(servers.length < 2 ? [path] : narrowed(server ?? '', servers).map((name) => `${path} on ${name}`));
    return { reason: server === null ? 'that does not say on which server' : `${driver.title} is not known to run on ${described(server)}`, remedy };
  }
  if (member === null || Object.hasOwn(driver.handles[handle]?.members ?? {}, member)) return { driver, handle, member };
  return unknownMember(driver, handle, member, path, server);
}

function handleOn(driver: Driver, keys: readonly string[], server: string): string | undefined {
  const found = familyOf(driver, keys).filter((key) => serversOf(driver, key).includes(server));
  const variants = found.filter((key) => driver.handles[key]?.variantOf !== undefined);
  const [only, second] = variants.length > 0 ? variants : found;
  return second === undefined ? only : undefined;
}

function familyOf(driver: Driver, keys: readonly string[]): string[] {
  return Object.entries(driver.handles).flatMap(([key, { variantOf = key }]) => (keys.includes(variantOf) ? [key] : []));
}

/** The words for the server of a handle: its dialect, and what the driver's own option calls it. The one to write comes first. */
function serversOf(driver: Driver, key: string): string[] {
  const facts = driver.handles[key];
  // What is the same object under a condition of another kind is on no other server.
  const dialect = facts?.dialect ?? (facts?.variantOf === undefined ? driver.dialect : null);
  const chosen = choicesOf(driver).flatMap(([word, handle]) => (handle === key && !Object.hasOwn(driver.handles, word) ? [word] : []));
  const variants = familyOf(driver, [facts?.variantOf ?? key]).filter((other) => driver.handles[other]?.variantOf !== undefined && driver.handles[other].dialect === dialect);
  // Two drivers for one kind of server: the dialect alone does not tell them apart.
  return dialect === null || variants.length > 1 ? chosen : [dialect, ...chosen];
}

/** What options of creations say, and the handle that each gives. */
function choicesOf(driver: Driver): [word: string, handle: string][] {
  const exports = Object.values(driver.modules).flatMap((module): ExportFacts[] => [...Object.values(module.named), ...(module.default === undefined ? [] : [module.default])]);
  return exports.flatMap((facts) => ('choice' in facts && facts.choice !== undefined ? Object.entries(facts.choice.handles) : []));
}

/** How settings name a handle; null for what comes and goes with a query. */
export function spellingOf(driver: Driver, key: string): string | null {
  const facts = driver.handles[key];
  if (facts === undefined) return null;
  if (facts.variantOf !== undefined) {
    const [server] = serversOf(driver, key);
    const base = spellingOf(driver, facts.variantOf);
    return base === null || server === undefined ? null : `${base} on ${server}`;
  }
  if (!isLasting(facts) || (Object.keys(facts.types).length === 0 && !isEssential(facts))) return null;
  const [own, ...others] = Object.entries(facts.types).sort(([left], [right]) => Number(right === driver.id) - Number(left === driver.id));
  const [module, [type]] = own ?? others[0] ?? [driver.id, [key]];
  const short = handlesNamed(driver, driver.id, type ?? key);
  const isShort = short.length === 1 && short[0] === key && (module === driver.id || !Object.hasOwn(driver.modules, driver.id));
  return `${isShort ? driver.id : module}.${type ?? key}`;
}

/** Without those that only differ in their server. */
function spellings(driver: Driver): string[] {
  return Object.entries(driver.handles).flatMap(([key, { variantOf }]) => (variantOf === undefined ? (spellingOf(driver, key) ?? []) : []));
}

function unknownDriver(path: string, server: string | null): Refusal {
  const dot = path.indexOf('.', path.lastIndexOf('/') + 1);
  const [head, rest] = dot < 0 ? [path, ''] : [path.slice(0, dot), path.slice(dot)];
  const reason = head === '' ? 'that names no driver' : `no driver is called ${described(head)}`;
  // Somebody wrote the type alone.
  const typed = named.flatMap((candidate) => spellings(candidate).filter((spelling) => spelling.endsWith(`.${path}`)));
  if (typed.length > 0) return { reason, remedy: oneOf(typed) };
  const meant = similarTo(head, byPrefix.keys());
  const driver = meant === null ? undefined : byPrefix.get(meant);
  if (driver === undefined) return { reason, remedy: 'Write a driver and a handle, such as "pg.Pool".' };
  const corrected = `${meant ?? ''}${rest}${onto(server)}`;
  return { reason, remedy: oneOf(isHandle(readHandle(corrected)) ? [corrected] : meantHandles(driver, rest.slice(1))) };
}

function unknownHandle(driver: Driver, name: string, rest: string, server: string | null): Refusal {
  const meant = meantHandles(driver, name);
  const corrected = meant.map((spelling) => `${spelling}${rest}${onto(server)}`).filter((spelling) => isHandle(readHandle(spelling)));
  return { reason: `${driver.title} has no handle ${described(name)}`, remedy: oneOf(corrected.length > 0 ? corrected : meant) };
}

/** The handles with the name that was meant, where one is close; else all of the driver. */
function meantHandles(driver: Driver, name: string): readonly string[] {
  const known = spellings(driver);
  const nameOf = (spelling: string): string => spelling.slice((driverPrefix(spelling)?.length ?? -1) + 1);
  const meant = similarTo(name, known.map(nameOf));
  return meant === null ? known : known.filter((spelling) => nameOf(spelling) === meant);
}

function onto(server: string | null): string {
  return server === null ? '' : ` on ${server}`;
}

function unknownMember(driver: Driver, handle: string, member: string, path: string, server: string | null): Refusal {
  const facts = driver.handles[handle];
  const doing = Object.entries(facts?.members ?? {}).flatMap(([name, does]) => (doesSomething(does) ? [name] : []));
  const owner = path.slice(0, -member.length);
  return { reason: `${facts?.title ?? driver.title} has no member ${described(member)}`, remedy: oneOf(narrowed(member, doing).map((name) => `${owner}${name}${onto(server)}`)) };
}

/** The word that was meant, where one is close; else all of them. */
function narrowed(word: string, words: readonly string[]): readonly string[] {
  const meant = similarTo(word, words);
  return meant === null ? words : [meant];
}

/** More than these are a list to look up. */
const MOST = 8;

function oneOf(names: readonly string[]): string {
  const [last, ...others] = names.slice(0, MOST).map((name) => `"${name}"`).reverse();
  if (last === undefined) return 'Name another handle.';
  return `Write ${others.length === 0 ? last : `${others.reverse().join(', ')} or ${last}`}.`;
}

export function isHandle(reading: NamedHandle | Refusal): reading is NamedHandle {
  return 'driver' in reading;
}
