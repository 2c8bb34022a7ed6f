import { hit, quiet } from './marked.js';
import type { InvalidCase, RuleCases, ValidCase } from './rule-cases.js';

const PG = "import { Pool } from 'pg';\nnew Pool().query('select 1');\n";
const IMPORTED = "import { pool } from '@acme/db';\npool.query('select 1');\n";

const withSettings = (db: unknown, testCase: ValidCase): ValidCase => ({ ...testCase, settings: { db } });
const wrong = (name: string, db: unknown, messageId: string, message: string, code = PG): InvalidCase => ({ ...hit(name, `⟦⟧${code}`, { messageId, message }), settings: { db } });

const misspelt = { modules: { '@acme/db': { pool: 'pg.Pol' } } };
const misspeltMessage = '`settings.db.modules[\'@acme/db\'].pool` is "pg.Pol", but node-postgres has no handle "Pol". Write "pg.Pool".';

const valid: readonly ValidCase[] = [
  quiet('no settings', PG),
  withSettings({}, quiet('none of ours', PG)),
  withSettings(undefined, quiet('undefined', PG)),
  withSettings(
    { modules: { '@acme/db': { pool: 'pg.Pool', 'getClient()': 'pg.PoolClient', query: 'pg.Pool.query' } }, receivers: { 'ctx.db': 'pg.Pool', 'this.db': 'knex.Knex on postgres' }, pooler: 'transaction', envFiles: ['.env.example'], cacheKey: '1f' },
    quiet('all of them', PG),
  ),
  withSettings({ pooler: 'none', envFiles: [] }, quiet('no pooler and no files', PG)),
  withSettings({ module: {}, pooler: 'sometimes' }, quiet('wrong settings in a file without database code', 'export const one = 1;\n')),
  withSettings({ pooler: 'sometimes' }, quiet('a driver that is only imported', "import { types } from 'pg';\nexport { types };\n")),
  withSettings(misspelt, quiet('a module with a wrong handle, named in a comment', "// import { pool } from '@acme/db';\n")),
  withSettings(misspelt, quiet('a module with a wrong handle, named in a text', "export const packages = ['@acme/db'];\n")),
  withSettings(misspelt, quiet('another module whose name is longer', "import { pool } from '@acme/db-next';\npool.query('select 1');\n")),
  withSettings({ receivers: { 'ctx.db': 'pg.Pol' } }, quiet('a receiver with a wrong handle, whose words stand elsewhere', "export const ctx = (db) => other.query('select 1');\n")),
];

const invalid: readonly InvalidCase[] = [
  wrong('a list', [], 'wrongType', "`settings.db` is a list. Write an object, such as `{ pooler: 'transaction' }`."),
  wrong('a key that is misspelt', { module: {} }, 'unknownKey', '`settings.db.module` is no setting. Write `modules`.'),
  wrong('a key that nobody knows', { clients: ['db'] }, 'unknownKey', '`settings.db.clients` is no setting. The settings are `modules`, `receivers`, `pooler`, `envFiles` and `cacheKey`.'),
  wrong('a value that is misspelt', { pooler: 'transactional' }, 'wrongType', '`settings.db.pooler` is "transactional". Write "transaction".'),
  wrong('a value of another type', { envFiles: '.env.example' }, 'wrongType', '`settings.db.envFiles` is ".env.example". Write a list of file names, such as `[\'.env.example\']`.'),
  wrong('a driver that is misspelt', { receivers: { 'ctx.db': 'postgress.Sql' } }, 'wrongHandle', '`settings.db.receivers[\'ctx.db\']` is "postgress.Sql", but no driver is called "postgress". Write "postgres.Sql".'),
  wrong('a handle that is misspelt', misspelt, 'wrongHandle', misspeltMessage),
  wrong('a member that is misspelt', { modules: { '@acme/db': { query: 'pg.Pool.qurey' } } }, 'wrongHandle', '`settings.db.modules[\'@acme/db\'].query` is "pg.Pool.qurey", but pg Pool has no member "qurey". Write "pg.Pool.query".'),
  wrong('a path that no code has', { receivers: { 'the db': 'pg.Pool' } }, 'wrongPath', '`settings.db.receivers` has the key "the db", which is no path. Write it as the code does, such as `ctx.db`, `this.db` or `getDb()`.'),
  wrong('a module of a driver', { modules: { pg: { Pool: 'pg.Pool' } } }, 'ownModule', '`settings.db.modules.pg` is a module of node-postgres itself, whose exports are known. Leave it out.'),
  // Nothing in these files is known to be of a driver, because the setting that would tell is wrong.
  wrong('a file that imports the module', misspelt, 'wrongHandle', misspeltMessage, IMPORTED),
  wrong('a file that requires the module', misspelt, 'wrongHandle', misspeltMessage, "const { pool } = require('@acme/db');\npool.query('select 1');\n"),
  wrong('a file that passes the module on', misspelt, 'wrongHandle', misspeltMessage, "export { pool } from '@acme/db';\n"),
  wrong('a file that imports a module under a misspelt key', { moduls: { '@acme/db': { pool: 'pg.Pool' } } }, 'unknownKey', '`settings.db.moduls` is no setting. Write `modules`.', IMPORTED),
  wrong('a file that asks the receiver', { receivers: { 'ctx.db': 'pg.Pol' } }, 'wrongHandle', '`settings.db.receivers[\'ctx.db\']` is "pg.Pol", but node-postgres has no handle "Pol". Write "pg.Pool".', "export const list = (ctx) => ctx.db.query('select 1');\n"),
  wrong('a file that asks a receiver under a misspelt key', { receiver: { 'this.sql': 'postgres.Sql' } }, 'unknownKey', '`settings.db.receiver` is no setting. Write `receivers`.', 'export function list() {\n  return this.sql`select 1`;\n}\n'),
  { ...wrong('TypeScript', misspelt, 'wrongHandle', misspeltMessage, "import type { Pool } from '@acme/db';\nexport const list = (db: Pool) => db.query('select 1');\n"), filename: 'file.ts' },
  {
    name: 'each mistake by itself, at the start of the file, whatever stands there',
    code: `#!/usr/bin/env node\n/* a comment */ ${PG}`,
    settings: { db: { pooler: 3, modules: { a: { b: 'pg', c: 'pg.Pool' } } } },
    errors: ['wrongType', 'wrongHandle'].map((messageId) => ({ messageId, line: 1, column: 1, endLine: 1, endColumn: 1 })),
    output: null,
  },
];

export const cases: RuleCases = { valid, invalid };
