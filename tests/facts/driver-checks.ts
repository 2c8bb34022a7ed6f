/** What must hold among the facts of drivers, beyond their types. Each check gives the problems that it finds, in words. */
import { meaningOf } from '../../src/model/error-meanings.js';
import type { CallbackFacts, Driver, ExportFacts, HandleFacts, MemberFacts, Outcome, PlaceholderFacts, QueryFacts } from '../../src/facts/schema.js';

type Check = (drivers: readonly Driver[]) => string[];

const eachDriver = (check: (driver: Driver) => readonly string[]): Check => (drivers) => drivers.flatMap((driver) => check(driver).map((problem) => `${driver.id}: ${problem}`));

/** Ids, packages and modules each belong to one driver. */
export function findSharedNames(drivers: readonly Driver[]): string[] {
  return [
    ...repeated(drivers.map(({ id }) => id)).map((id) => `two drivers are called ${id}`),
    ...repeated(drivers.flatMap(({ packages }) => packages)).map((name) => `two drivers claim the package ${name}`),
    ...repeated(drivers.flatMap(({ modules }) => Object.keys(modules))).map((specifier) => `two drivers claim the module ${specifier}`),
  ];
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/** Every handle that something gives, passes to a callback or becomes exists. */
export const findUnknownHandles = eachDriver((driver) =>
  mentions(driver).flatMap(({ where, handle }) => (Object.hasOwn(driver.handles, handle) ? [] : [`${where} gives ${handle}, which is no handle`])),
);

/** Every handle can be met: from an export or a type, then through members, tags, callbacks, awaiting, and the rows of `rows`. */
export const findUnreachableHandles = eachDriver((driver) => {
  const reached = new Set(Object.keys(driver.handles).filter((name) => Object.values(driver.handles[name]?.types ?? {}).some((types) => types.length > 0)));
  for (const { handle } of mentions(driver).filter(({ from }) => from === null)) reached.add(handle);
  for (const name of reached) {
    for (const { handle } of mentions(driver).filter(({ from }) => from === name)) reached.add(handle);
    if (driver.handles[name]?.role === 'rows') reached.add('row');
  }
  return Object.keys(driver.handles).filter((name) => !reached.has(name)).map((name) => `nothing leads to the handle ${name}`);
});

/** The contracts of placeholders that queries name are the ones that exist, in both directions. */
export const findUnknownPlaceholders = eachDriver((driver) => {
  const used = queriesOf(driver);
  const names = new Set(used.map(({ placeholders }) => placeholders));
  return [
    ...used.filter(({ placeholders }) => !Object.hasOwn(driver.placeholders, placeholders)).map(({ where, placeholders }) => `${where} asks for the placeholders ${placeholders}, which do not exist`),
    ...Object.keys(driver.placeholders).filter((name) => !names.has(name)).map((name) => `no query uses the placeholders ${name}`),
  ];
});

/** A style is bound from a list or rejected, not both; named styles are bound from a record and rejected with a list. */
export const findContradictoryStyles = eachDriver((driver) =>
  Object.entries(driver.placeholders).flatMap(([name, { positional, named, rejects }]) => [
    ...positional.filter((style) => rejects[style] !== undefined).map((style) => `${name} binds ${style} and rejects it`),
    ...positional.filter((style) => named?.styles.includes(style)).map((style) => `${name} binds ${style} by position and by name`),
  ]),
);

/** The facts of a template tag: only where values stand in the template, and there all of them. */
export const findTagFactsOutOfPlace = eachDriver((driver) =>
  Object.entries(driver.placeholders).flatMap(([name, facts]) => {
    const isTag = queriesOf(driver).some(({ placeholders, isTag: inTemplate }) => placeholders === name && inTemplate);
    // In T-SQL `$1` is an amount of money, by hand or not.
    const expected = driver.dialect === 'mssql' ? tagFacts.slice(2) : tagFacts;
    return tagFacts.filter((key) => (facts[key] !== undefined) !== (isTag && expected.includes(key))).map((key) => `${name} ${isTag ? 'is a tag and lacks' : 'is no tag and has'} ${key}`);
  }),
);
const tagFacts = ['handWritten', 'handWrittenBesideHoles', 'holeInString', 'holeInIdentifier'] as const;

/** What a driver without a package is a part of. */
const RUN_TIME = 'node';

/** Versions are exact, of packages of the driver, and the first package has one. */
export const findUnmeasured = eachDriver(({ packages, measured }) => {
  const [first] = packages;
  return [
    ...(measured[first ?? RUN_TIME] === undefined ? ['its main package has no measured version'] : []),
    ...Object.keys(measured).filter((name) => !packages.includes(name) && (first !== undefined || name !== RUN_TIME)).map((name) => `${name} is measured but is none of its packages`),
    ...Object.entries(measured).flatMap(([name, version]) => (/^\d+\.\d+\.\d+$/.test(version) ? [] : [`${name} ${version} is no exact version`])),
  ];
});

/** Every module belongs to one of the packages, and types are told only for modules that exist. */
export const findUnknownModules = eachDriver(({ packages, modules, handles }) => [
  ...Object.keys(modules).filter((specifier) => !specifier.startsWith(`${RUN_TIME}:`) && !packages.some((name) => specifier === name || specifier.startsWith(`${name}/`))).map((specifier) => `the module ${specifier} is of none of its packages`),
  ...Object.entries(handles).flatMap(([name, { types }]) =>
    Object.keys(types).filter((specifier) => !Object.hasOwn(modules, specifier)).map((specifier) => `${name} has types in ${specifier}, which is no module`),
  ),
]);

/** Codes that places hold or leave out are codes of some server, own texts and versions belong somewhere, and nothing is in two minds. */
export const findStrangeErrors = eachDriver(({ packages, errors = {}, handles }) =>
  [...Object.values(errors), ...Object.values(handles).flatMap((handle) => handle.errors ?? [])].flatMap(({ codes, occupied = {}, texts, since }) => {
    const named = [...codes.flatMap(({ only = [], except = [] }) => [...only, ...except]), ...texts.flatMap(({ own = [] }) => own.flatMap(({ only = [] }) => only))];
    return [
      ...named.filter((code) => meaningOf(code) === null).map((code) => `its errors name ${code}, which is no code`),
      ...codes.filter(({ path }) => Object.hasOwn(occupied, path.join('.'))).map(({ path }) => `${path.join('.')} holds the code and something else`),
      ...(since !== undefined && !packages.includes(since[0]) ? [`its errors are those of ${since[0]}, which is none of its packages`] : []),
    ];
  }),
);

/** A type name leads to one handle. */
export const findSharedTypes = eachDriver(({ modules, handles }) =>
  Object.keys(modules).flatMap((specifier) => repeated(Object.values(handles).flatMap(({ types }) => types[specifier] ?? [])).map((type) => `${type} of ${specifier} is the type of two handles`)),
);

/** Words in braces are filled in before a message is shown; an unknown one would stay. */
export const findUnknownWords = eachDriver((driver) =>
  Object.entries(driver.placeholders).flatMap(([name, facts]) =>
    outcomesOf(facts).flatMap(({ message }) => [...message.matchAll(/\{(\w+)\}/g)].filter(([, word]) => !knownWords.has(word ?? '')).map(([field]) => `${name} says ${field}, which nothing fills in`)),
  ),
);
const knownWords = new Set(['next', 'given', 'expected', 'first', 'missing', 'name']);

function outcomesOf(facts: PlaceholderFacts): Outcome[] {
  const { named, rejects, positional, insideStrings, textFirst, ...outcomes } = facts;
  return [...Object.values(outcomes), ...Object.values(rejects), named?.missing, named?.none, named?.strange].filter((outcome) => outcome !== null && outcome !== undefined);
}

/** One place where facts lead to a handle; `from` is the handle that leads there, null for an export. */
interface Mention {
  readonly from: string | null;
  readonly where: string;
  readonly handle: string;
}

function mentions(driver: Driver): Mention[] {
  const exported = exportsOf(driver).flatMap(({ where, facts }) => {
    const first = { from: null, where, handle: 'creates' in facts ? facts.creates.handle : facts.handle };
    const chosen = 'choice' in facts ? Object.entries(facts.choice?.handles ?? {}) : [];
    const configured = 'configured' in facts && facts.configured !== undefined ? [{ from: null, where: `${where}, with options,`, handle: facts.configured.creates.handle }] : [];
    return [first, ...configured, ...chosen.map(([value, handle]) => ({ from: null, where: `${where}, for ${value},`, handle }))];
  });
  const held = Object.entries(driver.handles).flatMap(([from, handle]) => handlesAfter(handle).map(({ where, handle: next }) => ({ from, where: `${from}${where}`, handle: next })));
  return [...exported, ...held];
}

function handlesAfter(handle: HandleFacts): Omit<Mention, 'from'>[] {
  return [
    ...(handle.call === undefined ? [] : [{ where: ', called,', handle: handle.call.handle }]),
    ...(handle.awaited === undefined ? [] : [{ where: ', awaited,', handle: handle.awaited }]),
    ...(handle.template === undefined ? [] : [{ where: ' as a template', handle: handle.template.handle }]),
    ...(handle.tag?.gives === undefined ? [] : [{ where: ' as a tag', handle: handle.tag.gives.handle }]),
    ...Object.entries(handle.members).flatMap(([name, member]) => [
      ...('gives' in member && member.gives !== undefined ? [{ where: `.${name}`, handle: member.gives.handle }] : []),
      ...callbacksOf(member).flatMap(({ parameters }) => parameters.flatMap((parameter) => (parameter === null ? [] : [{ where: `.${name}, to its callback,`, handle: parameter }]))),
    ]),
  ];
}

function callbacksOf(member: MemberFacts): readonly CallbackFacts[] {
  if (!('callback' in member) || member.callback === undefined) return [];
  return member.does === 'listen' ? Object.values(member.callback) : [member.callback];
}

/** An export that leads to a handle. */
type LeadingExport = Exclude<ExportFacts, { is: 'namespace' | 'module' }>;

function exportsOf(driver: Driver): { where: string; facts: LeadingExport }[] {
  const creating = (where: string, facts: ExportFacts): { where: string; facts: LeadingExport }[] => {
    if (facts.is === 'module') return [];
    const inner = facts.is === 'namespace' || facts.is === 'class' ? Object.entries(facts.of ?? {}).flatMap(([name, held]) => creating(`${where}.${name}`, held)) : [];
    return facts.is === 'namespace' ? inner : [{ where, facts }, ...inner];
  };
  return Object.entries(driver.modules).flatMap(([specifier, { named, default: byDefault }]) => [
    ...Object.entries(named).flatMap(([name, facts]) => creating(`${specifier} ${name}`, facts)),
    ...(byDefault === undefined ? [] : creating(`${specifier} default`, byDefault)),
  ]);
}

/** Everything that names a contract of placeholders. */
function queriesOf(driver: Driver): { where: string; placeholders: string; isTag: boolean }[] {
  const inTemplate = ({ values }: Pick<QueryFacts, 'values'>): boolean => values.at === 'template';
  const submitted = exportsOf(driver).flatMap(({ where, facts }) =>
    facts.is === 'class' && facts.query !== undefined ? [{ where, placeholders: facts.query.placeholders, isTag: inTemplate(facts.query) }] : [],
  );
  const sent = Object.entries(driver.handles).flatMap(([handle, { tag, members }]) => [
    ...(tag === undefined ? [] : [{ where: `${handle} as a tag`, placeholders: tag.placeholders, isTag: inTemplate(tag) }]),
    ...Object.entries(members).flatMap(([name, member]) => {
      if (member.does !== 'query' && member.does !== 'prepare') return [];
      const where = `${handle}.${name}`;
      const asTag = member.does === 'query' && member.tag !== undefined ? [{ where: `${where} as a tag`, placeholders: member.tag, isTag: true }] : [];
      const others = member.does === 'query' ? contractsByValues(member).map((placeholders) => ({ where, placeholders, isTag: false })) : [];
      const templates = member.does === 'query' ? contractsOfTemplates(member).map((placeholders) => ({ where: `${where} of a template`, placeholders, isTag: true })) : [];
      // The contracts of what sends a template stand in `contracts` alone.
      if (member.does === 'query' && member.sql.at === 'receiver') return templates;
      return [...templates, { where, placeholders: member.placeholders, isTag: member.does === 'query' && inTemplate(member) }, ...asTag, ...others];
    }),
  ]);
  return [...submitted, ...sent];
}

/** Contracts that hold for values of a certain shape or under a certain key only. */
function contractsByValues({ values, configPlaceholders, placeholdersWithoutValues, placeholdersWithRecord }: QueryFacts): string[] {
  const byKey = values.at === 'options' ? Object.values(values.keys) : [];
  return [...byKey, configPlaceholders, placeholdersWithoutValues, placeholdersWithRecord].filter((name) => name !== undefined);
}

/** Contracts of templates that others send. */
function contractsOfTemplates({ sql, template }: QueryFacts): string[] {
  return [...(sql.at === 'receiver' ? Object.values(sql.contracts) : []), ...(template === undefined ? [] : [template])];
}
