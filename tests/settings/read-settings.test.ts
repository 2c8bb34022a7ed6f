import { describe, expect, it } from 'vitest';
import { problemText } from '../../src/settings/problems.js';
import { readSettings } from '../../src/settings/read-settings.js';

const problemsOf = (value: unknown): string[] => readSettings(value).problems.map(problemText);

describe('settings', () => {
  it('are read', () => {
    const settings = readSettings({
      modules: { '@acme/db': { pool: 'pg.Pool', default: 'postgres.Sql', query: 'pg.Pool.query' } },
      receivers: { 'ctx.db': 'pg.Pool' },
      pooler: 'transaction',
      envFiles: ['.env.example'],
      cacheKey: '1f',
    });
    expect(settings).toMatchObject({ pooler: 'transaction', envFiles: ['.env.example'], problems: [] });
    expect([...settings.modules.keys()]).toEqual(['@acme/db']);
    expect(settings.modules.get('@acme/db')?.map(({ path, holds: { driver, handle, member } }) => [path, driver.id, handle, member])).toEqual([
      [[{ name: 'pool' }], 'pg', 'pool', null],
      [[{ name: 'default' }], 'postgres', 'sql', null],
      [[{ name: 'query' }], 'pg', 'pool', 'query'],
    ]);
    expect(settings.receivers.map(({ path, holds }) => [path, holds.handle])).toEqual([[[{ name: 'ctx' }, { name: 'db' }], 'pool']]);
  });

  it.each([[undefined], [{}], [{ modules: undefined, pooler: undefined, cacheKey: '' }]])('may be absent: %j', (value) => {
    expect(readSettings(value)).toMatchObject({ pooler: null, envFiles: null, problems: [], receivers: [] });
  });

  it('are read once for each object', () => {
    const value = { pooler: 'session' };
    expect(readSettings(value)).toBe(readSettings(value));
    expect(readSettings({ ...value })).not.toBe(readSettings(value));
  });
});

describe('a mistake says what to write', () => {
  const handles = 'Write "pg.Pool", "pg.Client", "pg.PoolClient", "pg-cursor.default" or "pg-query-stream.default".';
  it.each<[unknown, string[]]>([
    [[], ["`settings.db` is a list. Write an object, such as `{ pooler: 'transaction' }`."]],
    ['pg.Pool', ["`settings.db` is \"pg.Pool\". Write an object, such as `{ pooler: 'transaction' }`."]],
    [null, ["`settings.db` is null. Write an object, such as `{ pooler: 'transaction' }`."]],
    [new Map(), ["`settings.db` is a Map. Write an object, such as `{ pooler: 'transaction' }`."]],
    [{ module: {} }, ['`settings.db.module` is no setting. Write `modules`.']],
    [{ envfiles: [] }, ['`settings.db.envfiles` is no setting. Write `envFiles`.']],
    [{ 'my-clients': {} }, ["`settings.db['my-clients']` is no setting. The settings are `modules`, `receivers`, `pooler`, `envFiles` and `cacheKey`."]],
    [{ modules: ['@acme/db'] }, ["`settings.db.modules` is a list. Write an object: a module and what it exports, such as `{ '@acme/db': { pool: 'pg.Pool' } }`."]],
    [{ modules: { '@acme/db': 'pg.Pool' } }, ["`settings.db.modules['@acme/db']` is \"pg.Pool\". Write an object with what it exports, such as `{ pool: 'pg.Pool' }`."]],
    [{ modules: { '@acme/db': { pool: 'pg.Pol' } } }, ['`settings.db.modules[\'@acme/db\'].pool` is "pg.Pol", but node-postgres has no handle "Pol". Write "pg.Pool".']],
    [{ modules: { '@acme/db': { pool: true } } }, ['`settings.db.modules[\'@acme/db\'].pool` is true. Write the name of a handle, such as "pg.Pool".']],
    [{ modules: { '@acme/db': { 'a b': 'pg.Pool' } } }, ['`settings.db.modules[\'@acme/db\']` has the key "a b", which is no path. Write it as the code does, such as `ctx.db`, `this.db` or `getDb()`.']],
    [{ modules: { "it's": null } }, ['`settings.db.modules["it\'s"]` is null. Write an object with what it exports, such as `{ pool: \'pg.Pool\' }`.']],
    [{ modules: { pg: { Pool: 'pg.Pool' } } }, ['`settings.db.modules.pg` is a module of node-postgres itself, whose exports are known. Leave it out.']],
    [{ receivers: 'ctx.db' }, ['`settings.db.receivers` is "ctx.db". Write an object: an expression and what it holds, such as `{ \'ctx.db\': \'pg.Pool\' }`.']],
    [{ receivers: { 'ctx.db': 'pg' } }, [`\`settings.db.receivers['ctx.db']\` is "pg", but that names a driver, and no handle of it. ${handles}`]],
    [{ receivers: { this: 'pg.Pool' } }, ['`settings.db.receivers` has the key "this", which is no path. Write it as the code does, such as `ctx.db`, `this.db` or `getDb()`.']],
    [{ pooler: 'transactions' }, ['`settings.db.pooler` is "transactions". Write "transaction".']],
    [{ pooler: 'pgbouncer' }, ['`settings.db.pooler` is "pgbouncer". Write "transaction", "session" or "none".']],
    [{ pooler: false }, ['`settings.db.pooler` is false. Write "transaction", "session" or "none".']],
    [{ envFiles: '.env' }, ['`settings.db.envFiles` is ".env". Write a list of file names, such as `[\'.env.example\']`.']],
    [{ envFiles: ['.env.example', 3, ' '] }, ['`settings.db.envFiles[1]` is 3. Write the name of a file, such as ".env.example".', '`settings.db.envFiles[2]` is " ". Write the name of a file, such as ".env.example".']],
    [{ cacheKey: 3 }, ['`settings.db.cacheKey` is 3. Write a text, such as `projectDigest(import.meta.dirname)`.']],
    [{ modules: { a: { pool: 'x'.repeat(200) } } }, [`\`settings.db.modules.a.pool\` is "${'x'.repeat(59)}…", but no driver is called "${'x'.repeat(59)}…". Write a driver and a handle, such as "pg.Pool".`]],
  ])('%j', (value, expected) => {
    expect(problemsOf(value)).toEqual(expected);
  });

  it('and counts for nothing else', () => {
    const settings = readSettings({ modules: { '@acme/db': { pool: 'pg.Pool', other: 'pg.Pol' }, '@acme/else': { pool: 4 } }, pooler: 'sesion', envFiles: ['.env.example', 4] });
    expect(settings.problems).toHaveLength(4);
    expect([...settings.modules].map(([module, declarations]) => [module, declarations.length])).toEqual([['@acme/db', 1]]);
    expect(settings).toMatchObject({ pooler: null, envFiles: ['.env.example'] });
  });

  it('leaves a record of what was meant', () => {
    const { meant } = readSettings({ module: { '@acme/db': { pool: 'pg.Pool' } }, reciever: { 'ctx.db': 'pg.Pool' }, modules: { '@acme/else': { pool: 'pg.Pol' } }, receivers: { 'this.db': 3 } });
    expect([...meant.modules]).toEqual(['@acme/db', '@acme/else']);
    expect(meant.receivers).toEqual([[{ name: 'ctx' }, { name: 'db' }], [{ name: 'this' }, { name: 'db' }]]);
  });

  it.each([[() => 1], [Symbol('x')], [{ modules: Object.create(null) as object }], [{ receivers: { ['__proto__']: 'pg.Pool' } }], [{ modules: { a: { b: { c: { d: [] } } } } }]])('nothing throws: %o', (value) => {
    expect(() => readSettings(value)).not.toThrow();
  });
});
