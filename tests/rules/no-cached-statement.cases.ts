import { hit, quiet } from './marked.js';
import type { RuleCases } from './rule-cases.js';

const pg = (code: string): string => `import { Pool } from 'pg';\nimport Cursor from 'pg-cursor';\nimport QueryStream from 'pg-query-stream';\nconst pool = new Pool();\n${code}`;
const postgres = (code: string): string => `import postgres from 'postgres';\nconst sql = postgres();\n${code}`;
const mysql = (code: string): string => `import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({ host: 'db' });\n${code}`;
const sqlite = (code: string): string => `import Database from 'better-sqlite3';\nconst db = new Database('shop.db');\n${code}`;

const released = 'released';
const shared = 'shared';
const handedOut = 'handedOut';
const otherClient = 'otherClient';
const otherText = 'otherText';
const manyTexts = 'manyTexts';

export const cases: RuleCases = {
  valid: [
    // What belongs to no checkout.
    quiet('a statement of an embedded database in a variable', sqlite("let find;\nexport const user = (id) => (find ??= db.prepare('select * from users where id = ?')).get(id);")),
    quiet('a statement of an embedded database in a Map', sqlite('const statements = new Map();\nexport function prepared(text) { if (!statements.has(text)) statements.set(text, db.prepare(text)); return statements.get(text); }')),
    quiet('a statement of an embedded database in a field', sqlite("export class Users { find() { return (this.statement ??= db.prepare('select 1')).get(); } }")),
    quiet('a connection of its own', "import { Client } from 'pg';\nlet client;\nexport async function find() { if (!client) { client = new Client(); await client.connect(); } return client.query('select 1'); }"),
    quiet('a statement on a connection of its own', "import mysql from 'mysql2/promise';\nconst connection = await mysql.createConnection({});\nlet find;\nexport async function user(id) { find ??= await connection.prepare('select ?'); return find.execute([id]); }"),
    quiet('a pool', "import { Pool } from 'pg';\nlet pool;\nexport const get = () => (pool ??= new Pool());"),
    quiet('a method of that name elsewhere', "import { Pool } from 'generic-pool';\nlet client;\nexport async function find(pool) { client ??= await pool.connect(); client.release(); }"),
    quiet('a shadowed name', pg("let client;\nexport async function find(pool) { client ??= await pool.connect(); try { return await client.query('select 1'); } finally { client.release(); } }")),
    // What lasts no longer than the checkout.
    quiet('a variable of the function', pg("export async function find() { let client; try { client = await pool.connect(); return await client.query('select 1'); } finally { client?.release(); } }")),
    quiet('an object of the request', pg("export async function middleware(ctx, next) { ctx.client ??= await pool.connect(); try { await next(); } finally { ctx.client.release(); } }")),
    quiet('a variable that is emptied', pg("let client;\nexport async function find() { client ??= await pool.connect(); try { return await client.query('select 1'); } finally { client.release(); client = null; } }")),
    quiet('a variable that is emptied on an error', pg("let client;\nexport async function find() { if (!client) { client = await pool.connect(); client.on('error', () => { client = undefined; }); } return client.query('select 1'); }")),
    quiet('a key that is deleted', pg("const clients = new Map();\nexport async function open(id) { if (!clients.has(id)) clients.set(id, await pool.connect()); return clients.get(id); }\nexport function close(id) { clients.delete(id); }")),
    quiet('a pool written by hand', pg("const idle = [];\nexport const take = async () => idle.pop() ?? pool.connect();\nexport async function fill() { idle.push(await pool.connect()); }")),
    // Ownership moves.
    quiet('a factory', pg('export async function getClient() { const client = await pool.connect(); return client; }')),
    quiet('a factory with its release', pg('export async function open() { const client = await pool.connect(); return { query: (text) => client.query(text), close: () => client.release() }; }')),
    quiet('a class that keeps the client and gives it back', pg("export class Session { async open() { this.client ??= await pool.connect(); } query(text) { return this.client.query(text); } close() { this.client.release(); } }")),
    quiet('a class that runs once', pg("export class Job { async run() { this.client = await pool.connect(); try { await this.step(); } finally { this.client.release(); } } step() { return this.client.query('select 1'); } }")),
    quiet('a class that hands its client to something that ends it', pg('export class Session { async open() { this.client ??= await pool.connect(); } close() { return giveBack(this.client); } }')),
    quiet("a class that is given its client by whoever owns it", pg("export class Users { constructor(client) { this.client = client; } find() { return this.client.query('select 1'); } }\nconst client = await pool.connect();\nnew Users(client);\nclient.release();")),
    quiet('a transaction object', pg('export async function begin() { const client = await pool.connect(); return new Transaction(client); }')),
    quiet('a client that its maker and its closer share', pg("export function session() { let client; const open = async () => { if (client) return; client = await pool.connect(); }; const close = () => { client.release(); }; return { open, close, query: (text) => client.query(text) }; }")),
    quiet('a client given back under another name', pg("let client;\nexport async function get() { client ??= await pool.connect(); return client; }\nexport async function stop() { const it = await get(); it.release(); }")),
    quiet('an exported variable', pg("export let client;\nexport async function connect() { client = await pool.connect(); }")),
    // One connection is the point.
    quiet('a client for notifications', pg("let listener;\nexport async function listen(then) { if (!listener) { listener = await pool.connect(); listener.on('notification', then); } await listener.query('listen orders'); }")),
    quiet('a client for LISTEN', pg("let listener;\nexport async function listen() { listener ??= await pool.connect(); await listener.query('LISTEN orders'); }")),
    quiet('a client that holds a lock', pg("class Leader { async elect() { this.client ??= await pool.connect(); return this.client.query('select pg_try_advisory_lock(1)'); } }")),
    // Tests and scripts.
    quiet('a test', pg("let client;\nbeforeAll(async () => { client ??= await pool.connect(); });\nit('finds', () => client.query('select 1'));")),
    quiet('a test that gives it back', pg("let client;\nbeforeEach(async () => { client = await pool.connect(); });\nafterEach(() => client.release());\nit('finds', () => client.query('select 1'));")),
    quiet('a file of tests', pg('let client;\nexport const getClient = async () => (client ??= await pool.connect());'), 'tests/database.js'),
    quiet('an executable', `#!/usr/bin/env node\n${pg('let client;\nexport const getClient = async () => (client ??= await pool.connect());')}`),
    quiet('the top level of a script', pg("const client = await pool.connect();\nconst rows = [];\nfor (const id of [1, 2]) rows.push(await client.query('select $1', [id]));\nclient.release();")),
    quiet("a script's main", pg("let client;\nasync function main() { client = await pool.connect(); await step(); client.release(); }\nasync function step() { await client.query('select 1'); }\nmain();")),
    quiet("a script's main without a release", pg("let client;\nasync function main() { client = await pool.connect(); await step(); }\nasync function step() { await client.query('select 1'); }\nmain();")),
    quiet('exported steps that the file itself calls', pg("let client;\nexport async function step() { await client.query('select 1'); }\nasync function main() { client = await pool.connect(); await step(); }\nmain();")),
    // Releases that may not be reached.
    quiet('a release on an error only', pg("let client;\nexport async function get() { if (client) return client; client = await pool.connect(); try { await client.query('select 1'); } catch (error) { client.release(); throw error; } return client; }")),
    quiet('a release under another condition', pg("let client;\nexport async function get(last) { client ??= await pool.connect(); const rows = await client.query('select 1'); if (last) client.release(); return rows; }")),
    quiet('a release in a listener', pg("let client;\nexport async function get(request) { client ??= await pool.connect(); request.on('close', () => client.release()); return client.query('select 1'); }")),
    // Cursors and statements.
    quiet('a cursor that is closed', pg("let cursor;\nexport async function page() { const client = await pool.connect(); try { cursor ??= client.query(new Cursor('select 1')); const rows = await cursor.read(10); await cursor.close(); return rows; } finally { client.release(); } }")),
    quiet('a stream that gives the client back at its end', pg("export async function stream() { const client = await pool.connect(); const rows = client.query(new QueryStream('select 1')); rows.on('end', () => client.release()); return rows; }")),
    quiet('a statement for each connection', mysql("const statements = new WeakMap();\n/** @param {import('mysql2/promise').PoolConnection} connection */\nexport async function find(connection) { if (!statements.has(connection)) statements.set(connection, await connection.prepare('select 1')); return statements.get(connection).execute([]); }")),
    quiet("a statement of a class's own connection", "import type { PoolConnection, PreparedStatementInfo } from 'mysql2/promise';\nexport class Users {\n  private find?: PreparedStatementInfo;\n  constructor(private connection: PoolConnection) {}\n  async user(id: number) { this.find ??= await this.connection.prepare('select ?'); return this.find.execute([id]); }\n}", 'file.ts'),
    quiet('a statement of one checkout', mysql("export async function find(ids) { const connection = await pool.getConnection(); const statement = await connection.prepare('select ?'); try { for (const id of ids) await statement.execute([id]); } finally { await statement.close(); connection.release(); } }")),
    // Handed out.
    quiet('functions that run before the release', pg("export async function all(ids) { const client = await pool.connect(); try { return await Promise.all(ids.map((id) => client.query('select $1', [id]))); } finally { client.release(); } }")),
    quiet('rows', pg("export async function all() { const client = await pool.connect(); try { const { rows } = await client.query('select 1'); return rows; } finally { client.release(); } }")),
    quiet('a returned function that takes its own client', pg("export async function make() { const client = await pool.connect(); client.release(); return async () => { const client = await pool.connect(); client.release(); }; }")),
    quiet('a generator', pg("export async function* rows() { const client = await pool.connect(); try { const cursor = client.query(new Cursor('select 1')); yield* await cursor.read(1); } finally { client.release(); } }")),
    quiet('a return before the release', pg("export async function open(keep) { const client = await pool.connect(); if (keep) return (text) => client.query(text); await client.query('select 1'); client.release(); return null; }")),
    // Names of statements.
    quiet('one name for one text', pg("export const a = (id) => pool.query({ name: 'user', text: 'select $1', values: [id] });\nexport const b = (id) => pool.query({ name: 'user', text: 'select $1', values: [id] });")),
    quiet('a name for each text', pg("export const a = () => pool.query({ name: 'a', text: 'select 1' });\nexport const b = () => pool.query({ name: 'b', text: 'select 2' });")),
    quiet('one name on two pools', pg("const archive = new Pool();\nexport const a = () => pool.query({ name: 'a', text: 'select 1' });\nexport const b = () => archive.query({ name: 'a', text: 'select 2' });")),
    quiet('a name that is not known', pg("export const a = (table) => pool.query({ name: `all-${table}`, text: `select * from ${table}` });")),
    quiet('a hole that may always be the same', pg("export const a = (schema) => pool.query({ name: 'all', text: `select * from ${schema}.users` });")),
    quiet('a list of the file', pg("const columns = ['id', 'name'];\nexport const a = () => pool.query({ name: 'all', text: `select ${columns.map((column) => column).join(', ')} from users` });")),
    quiet('an empty name', pg("pool.query({ name: '', text: 'select 1' });\npool.query({ name: '', text: 'select 2' });")),
    quiet('a name of another driver', mysql("pool.query({ name: 'a', sql: 'select 1' });\npool.query({ name: 'a', sql: 'select 2' });")),
  ],
  invalid: [
    hit('a client that each call gives back', pg("let client;\nexport async function find() {\n  ⟦client⟧ ??= await pool.connect();\n  try { return await client.query('select 1'); } finally { client.release(); }\n}"), {
      messageId: released,
      message: '`client` keeps a pg PoolClient whose checkout ends in line 8, and the next call finds it there. It fails with `Release called on client which has already been released to the pool.`. Take a client out of the pool where it is needed, and give it back there.',
    }),
    hit('a client that the first call gives back', pg("let client;\nexport async function find() {\n  if (!client) {\n    ⟦client⟧ = await pool.connect();\n    await client.query('select 1');\n    client.release();\n  }\n  return client.query('select 2');\n}"), {
      messageId: released,
      message: '`client` keeps a pg PoolClient whose checkout ends in line 10, and the next call finds it there. Nothing fails: its next query runs on a connection that someone else has by then, inside their transaction. Take a client out of the pool where it is needed, and give it back there.',
    }),
    hit('an early return', pg("let client;\nexport async function find() {\n  if (client) return client.query('select 1');\n  const taken = await pool.connect();\n  ⟦client⟧ = taken;\n  const result = await taken.query('select 1');\n  taken.release();\n  return result;\n}"), { messageId: released }),
    hit('an alias in front of a default', pg("let client = null;\nexport async function find() {\n  ⟦client⟧ = client ?? (await pool.connect());\n  const result = await client.query('select 1');\n  client.release();\n  return result;\n}"), { messageId: released }),
    hit('a field', pg("export class Users {\n  async find() {\n    ⟦this.client⟧ ??= await pool.connect();\n    try { return await this.client.query('select 1'); } finally { this.client.release(); }\n  }\n}"), { messageId: released }),
    hit('globalThis', pg("export async function find() {\n  ⟦globalThis.client⟧ ??= await pool.connect();\n  try { return await globalThis.client.query('select 1'); } finally { globalThis.client.release(); }\n}"), { messageId: released }),
    hit('a property', pg("const state = {};\nexport async function find() {\n  if (!state.client) ⟦state.client⟧ = await pool.connect();\n  try { return await state.client.query('select 1'); } finally { state.client.release(); }\n}"), { messageId: released }),
    hit('a Map', pg("const clients = new Map();\nexport async function find(tenant) {\n  let client = clients.get(tenant);\n  if (!client) {\n    client = await pool.connect();\n    ⟦clients⟧.set(tenant, client);\n  }\n  try { return await client.query('select 1'); } finally { client.release(); }\n}"), { messageId: released }),
    hit('an object as a dictionary', pg("const clients = {};\nexport async function find(tenant) {\n  if (!clients[tenant]) {\n    const client = await pool.connect();\n    ⟦clients⟧[tenant] = client;\n    client.release();\n  }\n  return clients[tenant].query('select 1');\n}"), { messageId: released }),
    hit('a callback', pg("let client;\nexport function find(then) {\n  pool.connect((error, taken, done) => {\n    ⟦client⟧ ??= taken;\n    done();\n    client.query('select 1', then);\n  });\n}"), { messageId: released }),
    hit('a promise', pg("let client;\nexport const find = () => pool.connect().then((taken) => {\n  ⟦client⟧ ??= taken;\n  taken.release();\n  return client.query('select 1');\n});"), { messageId: released }),
    hit('TypeScript', "import { Pool, type PoolClient } from 'pg';\nexport class Users {\n  private client?: PoolClient;\n  constructor(private readonly pool: Pool) {}\n  async find() {\n    if (this.client === undefined) ⟦this.client⟧ = await this.pool.connect();\n    try { return await this.client!.query('select 1'); } finally { this.client!.release(); }\n  }\n}", { messageId: released, filename: 'file.ts' }),
    hit('a reserved connection', postgres("let reserved;\nexport async function find() {\n  ⟦reserved⟧ ??= await sql.reserve();\n  try { return await reserved`select 1`; } finally { reserved.release(); }\n}"), {
      messageId: released,
      message: '`reserved` keeps a postgres.js reserved sql whose checkout ends in line 6, and the next call finds it there. Nothing fails: its next query runs on a connection that someone else has by then, inside their transaction. Take a client out of the pool where it is needed, and give it back there.',
    }),
    hit('a connection of mysql2', mysql("let connection;\nexport async function find() {\n  ⟦connection⟧ ??= await pool.getConnection();\n  try { return await connection.query('select 1'); } finally { pool.releaseConnection(connection); }\n}"), { messageId: released }),
    hit('a statement of mysql2', mysql("let find;\nexport async function user(id) {\n  const connection = await pool.getConnection();\n  try {\n    ⟦find⟧ ??= await connection.prepare('select ?');\n    return await find.execute([id]);\n  } finally {\n    connection.release();\n  }\n}"), {
      messageId: released,
      message: '`find` keeps a mysql2/promise statement whose checkout ends in line 10, and the next call finds it there. Nothing fails: it runs on the connection that prepared it, inside the transaction of whoever has that by then. Make it anew in each checkout.',
    }),
    hit('a statement in a Map', mysql("const statements = new Map();\nexport async function run(text) {\n  const connection = await pool.getConnection();\n  let statement = statements.get(text);\n  if (!statement) {\n    statement = await connection.prepare(text);\n    ⟦statements⟧.set(text, statement);\n  }\n  const result = await statement.execute([]);\n  connection.release();\n  return result;\n}"), { messageId: released }),
    hit('a statement of whichever connection comes first', mysql("const statements = new Map();\n/** @param {import('mysql2/promise').PoolConnection} connection */\nexport async function run(connection, text) {\n  if (!statements.has(text)) ⟦statements⟧.set(text, await connection.prepare(text));\n  return statements.get(text).execute([]);\n}"), {
      messageId: otherClient,
      message: '`statements` keeps a mysql2/promise statement of one client, and the next call comes with another. Nothing fails: it runs on the connection that prepared it, inside the transaction of whoever has that by then. Make it anew in each checkout.',
    }),
    hit('a cursor', pg("let cursor;\nexport async function page() {\n  const client = await pool.connect();\n  try {\n    ⟦cursor⟧ ??= client.query(new Cursor('select 1'));\n    return await cursor.read(10);\n  } finally {\n    client.release();\n  }\n}"), {
      messageId: released,
      message: '`cursor` keeps a pg-cursor whose checkout ends in line 12, and the next call finds it there. It never ends: whoever gets its connection next waits, because the cursor is still open there. Make it anew in each checkout.',
    }),
    hit('a client for all callers', pg("let client;\nexport async function getClient() {\n  if (!client) ⟦client⟧ = await pool.connect();\n  return client;\n}"), {
      messageId: shared,
      message: "`client` keeps a pg PoolClient that nothing in this file gives back. Nothing fails: all callers share its connection, and one's rollback undoes what others wrote meanwhile. Take a client out of the pool where it is needed, and give it back there.",
    }),
    hit('a promise of a client for all callers', pg("let client;\nexport const getClient = () => (⟦client⟧ ??= pool.connect());"), { messageId: shared }),
    hit('a client for all routes', pg("let client;\npool.connect((error, taken) => {\n  ⟦client⟧ = taken;\n});\napp.get('/users', async (request, response) => response.json(await client.query('select 1')));"), { messageId: shared }),
    hit('a client for all exported functions', pg("let client;\nexport async function connect() {\n  ⟦client⟧ = await pool.connect();\n}\nexport function find() { return client.query('select 1'); }"), { messageId: shared }),
    hit('a field that nobody gives back', pg("export class Database {\n  async connect() {\n    ⟦this.client⟧ = await pool.connect();\n  }\n  async query(text, values) {\n    return this.client.query(text, values);\n  }\n}"), { messageId: shared }),
    hit('a private field', "import { Pool, type PoolClient } from 'pg';\nexport class Database {\n  #pool = new Pool();\n  #client?: PoolClient;\n  async find() {\n    ⟦this.#client⟧ ??= await this.#pool.connect();\n    return this.#client.query('select 1');\n  }\n}", { messageId: shared, filename: 'file.ts' }),
    hit('a function that is handed out', pg("export async function make() {\n  const client = await pool.connect();\n  try {\n    return (text) => ⟦client⟧.query(text);\n  } finally {\n    client.release();\n  }\n}"), {
      messageId: handedOut,
      message: '`client` is a pg PoolClient whose checkout ends in line 10, before the caller can use it. Nothing fails: its next query runs on a connection that someone else has by then, inside their transaction. End the checkout when the caller is done.',
    }),
    hit('methods that are handed out', pg("export async function make() {\n  const client = await pool.connect();\n  const find = (id) => ⟦client⟧.query('select $1', [id]);\n  await client.query('select 1');\n  client.release();\n  return { find };\n}"), { messageId: handedOut }),
    hit('the client itself', pg("export async function take() {\n  const client = await pool.connect();\n  try {\n    await client.query('select 1');\n    return ⟦client⟧;\n  } finally {\n    client.release();\n  }\n}"), { messageId: handedOut }),
    hit('a stream', pg("export async function stream() {\n  const client = await pool.connect();\n  try {\n    return ⟦client.query(new QueryStream('select 1'))⟧;\n  } finally {\n    client.release();\n  }\n}"), { messageId: handedOut }),
    hit('a cursor in a constant', pg("export async function open() {\n  const client = await pool.connect();\n  const cursor = client.query(new Cursor('select 1'));\n  client.release();\n  return ⟦cursor⟧;\n}"), { messageId: handedOut }),
    hit('one name for two texts', pg("export const a = () => pool.query({ name: 'user', text: 'select 1' });\nexport const b = () => pool.query({ name: ⟦'user'⟧, text: 'select 2' });"), {
      messageId: otherText,
      message: "`user` is the name of another text in line 5, and a prepared statement's name stands for one text. It fails with `Prepared statements must be unique - 'user' was used for a different statement`. Give each text a name of its own.",
    }),
    hit('one name on clients of one pool', pg("export async function a() { const client = await pool.connect(); await client.query({ name: 'user', text: 'select 1' }); client.release(); }\nexport const b = () => pool.query({ name: ⟦'user'⟧, text: 'select 2' });"), { messageId: otherText }),
    hit('texts that differ by a blank', pg("export const a = () => pool.query({ name: 'user', text: 'select 1' });\nexport const b = () => pool.query({ name: ⟦'user'⟧, text: 'select  1' });"), { messageId: otherText }),
    hit('one of two texts', pg("export const list = (all) => pool.query({ name: ⟦'list'⟧, text: all ? 'select 1' : 'select 2' });"), {
      messageId: manyTexts,
      message: "`list` names a text that differs from call to call, and a prepared statement's name stands for one text. It fails with `Prepared statements must be unique - 'list' was used for a different statement`. Leave the name out, or name each text.",
    }),
    hit('a part that is one of two', pg("export const list = (down) => pool.query({ name: ⟦'list'⟧, text: `select id from users order by id ${down ? 'desc' : 'asc'}` });"), { messageId: manyTexts }),
    hit('as many placeholders as there are values', pg("export const some = (ids) => pool.query({ name: ⟦'some'⟧, text: `select id from users where id in (${ids.map((_, index) => `$${index + 1}`).join(', ')})`, values: ids });"), { messageId: manyTexts }),
  ],
};
