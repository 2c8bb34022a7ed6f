import { describe, expect, it } from 'vitest';
import { drivers } from '../../src/facts/drivers/index.js';
import type { FrameworkFacts, HandlerFacts } from '../../src/facts/frameworks-schema.js';
import { frameworks, inline, oneTime } from '../../src/facts/frameworks.js';

/** What is wrong with the entries of the table, in words. */
function findFrameworkProblems(entries: readonly FrameworkFacts[]): string[] {
  const ids = entries.map(({ id }) => id);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `two frameworks are called ${id}`),
    ...entries.flatMap((framework) => problemsOf(framework).map((problem) => `${framework.id}: ${problem}`)),
  ];
}

function problemsOf({ title, modules, handlers }: FrameworkFacts): string[] {
  return [
    ...(/^(?:an|a) \S/.test(title) ? [] : [`the title "${title}" has no article`]),
    ...(/^an [^AEIOUaeiou]/.test(title) || /^a [AEIOaeio]/.test(title) ? [`the title "${title}" has the wrong article`] : []),
    ...(handlers.length === 0 ? ['nothing says what its handlers are'] : []),
    ...repeated(modules).map((name) => `the module ${name} is named twice`),
    ...(modules.length > 0 !== handlers.some(needsModules) ? ['modules and what asks for them do not go together'] : []),
    ...handlers.flatMap((facts) => namesIn(facts).flatMap(({ what, names }) => (names.length === 0 ? [`${facts.by} has no ${what}`] : repeated(names).map((name) => `${facts.by} names ${name} twice`)))),
  ];
}

function needsModules(facts: HandlerFacts): boolean {
  return facts.by === 'export' || facts.by === 'decorator' || facts.by === 'type' || (facts.by === 'method' && facts.of === undefined);
}

function namesIn(facts: HandlerFacts): { what: string; names: readonly string[] }[] {
  return Object.entries(facts).flatMap(([what, names]: [string, unknown]) => (Array.isArray(names) ? [{ what, names: names.map(String) }] : []));
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

describe('the table of frameworks', () => {
  it('is well-formed', () => {
    expect(findFrameworkProblems(frameworks)).toEqual([]);
  });

  it('is reported when an entry is not', () => {
    const sound: FrameworkFacts = { id: 'toy', title: 'a toy handler', modules: ['toy'], runs: 'request', handlers: [{ by: 'method', methods: ['get'] }] };
    expect(findFrameworkProblems([sound])).toEqual([]);
    expect(findFrameworkProblems([sound, { ...sound, title: 'handler' }])).toEqual(['two frameworks are called toy', 'toy: the title "handler" has no article']);
    expect(findFrameworkProblems([{ ...sound, title: 'a Express handler' }])).toEqual(['toy: the title "a Express handler" has the wrong article']);
    expect(findFrameworkProblems([{ ...sound, modules: ['toy', 'toy'] }])).toEqual(['toy: the module toy is named twice']);
    expect(findFrameworkProblems([{ ...sound, modules: [] }])).toEqual(['toy: modules and what asks for them do not go together']);
    expect(findFrameworkProblems([{ ...sound, handlers: [{ by: 'global', name: 'serve' }] }])).toEqual(['toy: modules and what asks for them do not go together']);
    expect(findFrameworkProblems([{ ...sound, handlers: [{ by: 'method', methods: ['get', 'get'], keys: [] }] }])).toEqual(['toy: method names get twice', 'toy: method has no keys']);
    expect(findFrameworkProblems([{ ...sound, modules: [], handlers: [] }])).toEqual(['toy: nothing says what its handlers are']);
  });

  it('names nothing that a driver exports', () => {
    const exportsOf = (specifier: string): string[] => drivers.flatMap(({ modules }) => Object.keys(modules[specifier]?.named ?? {}));
    const shared = frameworks.flatMap(({ id, modules, handlers }) => modules.filter((specifier) => drivers.some((driver) => Object.hasOwn(driver.modules, specifier))).map((specifier) => ({ id, specifier, handlers })));
    expect(shared.flatMap(({ id, specifier, handlers }) => handlers.flatMap((facts) => (facts.by === 'export' ? facts.exports : facts.by === 'global' ? [] : [facts.by])).filter((name) => exportsOf(specifier).includes(name) || name === 'method').map((name) => `${id}: ${name}`))).toEqual([]);
    expect(shared.map(({ specifier }) => specifier)).toEqual(['bun']);
  });
});

describe('code that runs once', () => {
  it.each(['test/a.js', 'src/__tests__/a.ts', 'src/db.test.ts', 'src/db.spec.js', 'db/migrations/001.js', 'prisma/seed.ts', 'scripts/import.mjs', 'src/db-seed.js', 'e2e/shop.ts', 'packages/api/bin/run.js'])('stands in %s', (path) => {
    expect(oneTime.files.some((pattern) => pattern.test(path))).toBe(true);
  });

  it.each(['src/db.js', 'src/latest/a.js', 'src/routes/users.ts', 'app/api/users/route.ts', 'src/contest.js', 'src/testimonials.ts', 'src/reseed-policy/a.ts'])('does not stand in %s', (path) => {
    expect(oneTime.files.some((pattern) => pattern.test(path))).toBe(false);
  });

  it.each(['main', 'run', 'runMigrations', 'init', 'initDb', 'setupDatabase', 'seedUsers', 'connectDB', 'checkConnection'])('is called %s', (name) => {
    expect(oneTime.functions.test(name)).toBe(true);
  });

  it.each(['runner', 'findUser', 'createUser', 'initials', 'domain', 'getUsers', 'startsWithA', 'upper'])('is not called %s', (name) => {
    expect(oneTime.functions.test(name)).toBe(false);
  });

  it('callbacks are called by methods that arrays and promises have', () => {
    expect(inline.perItem.filter((name) => !(name in Array.prototype))).toEqual([]);
    expect(inline.onSettled.filter((name) => !(name in Promise.prototype))).toEqual([]);
  });
});
