import { hit, quiet } from './marked.js';
import type { RuleCases } from './rule-cases.js';

const pg = (code: string): string => `import pg, { Client, Pool } from 'pg';\nconst pool = new Pool();\n${code}`;
const postgres = (code: string): string => `import postgres from 'postgres';\nconst sql = postgres();\n${code}`;
const mysql = (code: string): string => `import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({ host: 'db' });\n${code}`;

export const cases: RuleCases = {
  valid: [
    quiet('members of pg', pg("await pool.query('select 1');\nconst client = await pool.connect();\nclient.release();\nawait pool.end();")),
    quiet('members of postgres.js', postgres('await sql.begin(async (tx) => tx`select 1`);\nawait sql.unsafe("select 1");\nawait sql.close();\nconst reserved = await sql.reserve();\nreserved.release();')),
    quiet('members of mysql2', mysql("const connection = await pool.getConnection();\nawait connection.beginTransaction();\nawait connection.execute('select 1');\nawait connection.commit();\nconnection.release();\nconnection.destroy();\nawait pool.end();")),
    quiet('a member that no driver has', pg('pool.metrics();')),
    quiet('a receiver that nobody knows', "db.execute('select 1');"),
    quiet('a shadowed name', pg("function f(pool) { return pool.execute('select 1'); }\nf(other);")),
    quiet('the same name on other objects', pg("const cache = new Map();\ncache.get('a');\nserver.close();\nPromise.all([]);")),
    quiet('a member that is assigned', pg("pool.execute = (text) => pool.query(text);\nawait pool.execute('select 1');")),
    quiet('a member of the prototype', pg("Pool.prototype.execute = function (text) { return this.query(text); };\nawait pool.execute('select 1');")),
    quiet('a member that Object.assign brings', pg("Object.assign(pool, { execute: (text) => pool.query(text) });\nawait pool.execute('select 1');")),
    quiet('a member that is defined', pg("Object.defineProperty(pool, 'execute', { value: run });\nawait pool.execute('select 1');")),
    quiet('a subclass', "import { Pool } from 'pg';\nclass Database extends Pool { execute(text) { return this.query(text); } }\nconst pool = new Database();\nawait pool.execute('select 1');"),
    quiet('merged declarations', "import { Pool } from 'pg';\ndeclare module 'pg' { interface Pool { execute(text: string): Promise<void> } }\nconst pool = new Pool();\nawait pool.execute('select 1');", 'file.ts'),
    quiet('an intersection', "import { Pool } from 'pg';\nimport type { Extra } from 'extra';\nexport async function f(pool: Pool & Extra) { await pool.execute('select 1'); }", 'file.ts'),
    quiet('an interface that extends', "import { Pool } from 'pg';\ninterface Database extends Pool { execute(text: string): Promise<void> }\nexport async function f(pool: Database) { await pool.execute('select 1'); }", 'file.ts'),
    quiet('another type by assertion', "import { Pool } from 'pg';\nimport type { Database } from './types.js';\nconst pool = new Pool() as Database;\nawait pool.execute('select 1');", 'file.ts'),
    quiet('any', "import { Pool } from 'pg';\nconst pool = new Pool();\nawait (pool as any).execute('select 1');", 'file.ts'),
    quiet('another type by annotation', "import { Pool } from 'pg';\nimport type { Database } from './types.js';\nconst pool: Database = extend(new Pool());\nconst other: Database = new Pool();\nawait pool.execute('select 1');\nawait other.execute('select 1');", 'file.ts'),
    quiet('another type of a field', "import { Pool } from 'pg';\nimport type { Database } from './types.js';\nclass Store { private pool: Database = new Pool();\n  run() { return this.pool.execute('select 1'); } }", 'file.ts'),
    quiet('another type of a parameter', "import { Pool } from 'pg';\nimport type { Database } from './types.js';\nfunction run(pool: Database) { return pool.execute('select 1'); }\nrun(new Pool());", 'file.ts'),
    quiet('a test whether it is there', pg('if (pool.close) await pool.close();\nelse await pool.end();')),
    quiet('a test by typeof', pg("if (typeof pool.destroy === 'function') await pool.destroy();")),
    quiet('a test by in', pg("if ('close' in pool) await pool.close();")),
    quiet('an optional call', pg('await pool.close?.();')),
    quiet('a spy', pg("vi.spyOn(pool, 'execute');\nawait pool.execute('select 1');")),
    quiet('what another driver gives, when either may be there', `${pg("const { createPool } = require('mysql2/promise');")}\nconst db = mysql ? createPool({}) : pool;\nawait db.execute('select 1');`),
    quiet('names passed to the tag of postgres.js', postgres("await sql`select ${sql('values')} from ${sql('set')}`;\nawait sql`insert into t ${sql(rows)}`;")),
    quiet('a config object of pg', pg("await pool.query({ text: 'select $1', values: [1] });\nawait pool.query({ name: 'one', values: [1] });\nawait pool.query({ ...config, sql: 1 });")),
    quiet('a callback that nobody waits for', pg("pool.query('select 1', (error, result) => done(result));")),
    quiet('a cursor on a client', pg("const Cursor = require('pg-cursor');\nconst client = await pool.connect();\nconst cursor = client.query(new Cursor('select 1'));")),
    quiet('the callback API with a callback', "const mysql = require('mysql2');\nconst connection = mysql.createConnection({});\nconnection.query('select 1', done);\nasync function f() { await connection.promise().query('select 1'); }"),
    quiet('another tag', pg('await pool.query(sql`select ${1}`);')),
    quiet('a member of another role, when either may be there', pg('const client = transaction ?? (await pool.connect());\nconst either = one ? pool : await pool.connect();\neither.release();')),
  ],
  invalid: [
    hit('a method of mysql2 on a pg Pool', pg("const { rows } = await pool.⟦execute⟧('select 1');"), {
      messageId: 'member',
      message: '`execute` is a method of mysql2, and a pg Pool has none of that name. It fails with `pool.execute is not a function`. Write `query()`.',
      suggestion: ['rename', pg("const { rows } = await pool.query('select 1');")],
    }),
    hit('a connection of mysql2', pg('const client = await pool.⟦getConnection⟧();'), { messageId: 'member', suggestion: ['rename', pg('const client = await pool.connect();')] }),
    hit('a close of others', pg('await pool.⟦close⟧();'), { messageId: 'member', suggestion: ['rename', pg('await pool.end();')] }),
    hit('a method of pg-promise', pg("const user = await pool.⟦one⟧('select 1');"), {
      messageId: 'member',
      message: '`one` is a method of pg-promise, and a pg Pool has none of that name. It fails with `pool.one is not a function`. Write `query()`, whose result has the list of rows in `rows`.',
    }),
    hit('a release of the pool', pg('const client = await pool.connect();\npool.⟦release⟧(client);'), {
      messageId: 'member',
      message: '`release` is a method of other pools, and a pg Pool has none of that name. It fails with `pool.release is not a function`. Write `release()` of the client that `connect()` gives.',
    }),
    hit('the close of a client', pg('const client = new Client();\nawait client.connect();\nawait client.⟦close⟧();'), { messageId: 'member', suggestion: ['rename', pg('const client = new Client();\nawait client.connect();\nawait client.end();')] }),
    hit('a transaction of a checked-out client', pg('const client = await pool.connect();\nawait client.⟦beginTransaction⟧();'), { messageId: 'member' }),
    hit('an alias', pg('const db = pool;\nawait db.⟦close⟧();'), { messageId: 'member', suggestion: ['rename', pg('const db = pool;\nawait db.end();')] }),
    hit('a field', pg('class Store { constructor() { this.pool = new Pool(); }\n  close() { return this.pool.⟦close⟧(); } }'), {
      messageId: 'member',
      message: '`close` is a method of other drivers, and a pg Pool has none of that name. It fails with `this.pool.close is not a function`. Write `end()`.',
      suggestion: ['rename', pg('class Store { constructor() { this.pool = new Pool(); }\n  close() { return this.pool.end(); } }')],
    }),
    hit('what a call gives', pg('await (await pool.connect()).⟦commit⟧();'), {
      messageId: 'member',
      message: "`commit` is a method of other drivers, and a pg PoolClient has none of that name. It fails: there is no such method. Write `query('begin')`, `query('commit')` and `query('rollback')`.",
    }),
    hit('an optional chain', pg('await pool?.⟦close⟧();'), { messageId: 'member', suggestion: ['rename', pg('await pool?.end();')] }),
    hit('a computed name', pg("await pool[⟦'close'⟧]();"), { messageId: 'member' }),
    hit('a driver that is typed', "import type { Pool } from 'pg';\nexport const find = (pool: Pool) => pool.⟦execute⟧('select 1');", { messageId: 'member', filename: 'file.ts', suggestion: ['rename', "import type { Pool } from 'pg';\nexport const find = (pool: Pool) => pool.query('select 1');"] }),
    hit('a role that is not known', pg('const either = one ? pool : await pool.connect();\nawait either.⟦execute⟧();'), { messageId: 'member', suggestion: ['rename', pg('const either = one ? pool : await pool.connect();\nawait either.query();')] }),
    hit('a method of pg on postgres.js', postgres("await sql.⟦query⟧('select 1');"), {
      messageId: 'member',
      message: '`query` is a method of pg, and a postgres.js sql has none of that name. It fails with `sql.query is not a function`. Write `unsafe()`.',
      suggestion: ['rename', postgres("await sql.unsafe('select 1');")],
    }),
    hit('the transaction of others', postgres('await sql.⟦transaction⟧(async (tx) => tx`select 1`);'), { messageId: 'member', suggestion: ['rename', postgres('await sql.begin(async (tx) => tx`select 1`);')] }),
    hit('a connection of pg on mysql2', mysql('const connection = await pool.⟦connect⟧();'), { messageId: 'member', suggestion: ['rename', mysql('const connection = await pool.getConnection();')] }),
    hit('a transaction of a pool of mysql2', mysql('await pool.⟦beginTransaction⟧();'), { messageId: 'member' }),
    hit('a tag on pg', pg('await pool.⟦query⟧`select ${1}`;'), {
      messageId: 'tag',
      message: "`pool.query` is no template tag: a pg Pool takes a text and a list of values. It fails with `A query must have either text or a name. Supplying neither is unsupported.`. Write `query('… $1', [value])`.",
    }),
    hit('text passed to the tag of postgres.js', postgres("await ⟦sql⟧('select 1 as one');"), {
      messageId: 'call',
      message: '`sql` is a template tag here, and no function that takes a text. It fails with NOT_TAGGED_CALL `NOT_TAGGED_CALL: Query not called as a tagged template literal`. Write sql`…`, or `unsafe(text, values)` for a text that is put together elsewhere.',
    }),
    hit('text passed to the tag of a transaction', postgres("await sql.begin(async (tx) => { await ⟦tx⟧(`select ${1}`); });"), { messageId: 'call' }),
    hit('text passed to the tag of Neon', "import { neon } from '@neondatabase/serverless';\nconst sql = neon(url);\nawait ⟦sql⟧('select $1', [1]);", { messageId: 'call' }),
    hit('the key of mysql2', pg("await pool.query({ ⟦sql⟧: 'select 1' });"), {
      messageId: 'key',
      message: '`sql` is no key that a pg Pool reads, so the query has no text. It fails with `A query must have either text or a name. Supplying neither is unsupported.`. Write the text under `text`.',
      suggestion: ['rename', pg("await pool.query({ text: 'select 1' });")],
    }),
    hit('a short key', pg("const query = 'select 1';\nawait pool.query({ ⟦query⟧, values: [] });"), { messageId: 'key', suggestion: ['rename', pg("const query = 'select 1';\nawait pool.query({ text: query, values: [] });")] }),
    hit('await with a callback', pg("await pool.⟦query⟧('select 1', [], (error, result) => done(result));"), {
      messageId: 'callback',
      message: '`pool.query` gives no promise when it has a callback. Nothing fails: the call gives `undefined`, and `await` waits for nothing. Write either `await` or the callback.',
    }),
    hit('a cursor on a pool', pg("const Cursor = require('pg-cursor');\nconst cursor = pool.⟦query⟧(new Cursor('select 1'));"), {
      messageId: 'cursor',
      message: 'A cursor reads on one connection, and a pg Pool gives each query any of them. It never ends: its first reading waits for an answer that does not come. Write `query()` of a client that `connect()` gives.',
    }),
    hit('await of the callback API', "const mysql = require('mysql2');\nconst connection = mysql.createConnection({});\nasync function f() { const [rows] = await connection.⟦query⟧('select 1'); }", {
      messageId: 'await',
      message: '`connection.query` of a mysql2 Connection gives no promise, but calls a callback. It fails with `You have tried to call .then(), .catch(), or invoked await on the result of query that is not a promise, which is a programming error.`. Write the query to `promise()` of it, or import `mysql2/promise`.',
    }),
    hit('the callback API of mysql2', "const mysql = require('mysql2');\nconst connection = mysql.createConnection({});\nconnection.⟦begin⟧(done);", { messageId: 'member', suggestion: ['rename', "const mysql = require('mysql2');\nconst connection = mysql.createConnection({});\nconnection.beginTransaction(done);"] }),
  ],
};
