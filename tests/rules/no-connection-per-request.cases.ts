import { hit, quiet } from './marked.js';
import type { InvalidCase, RuleCases, ValidCase } from './rule-cases.js';

const pg = (code: string): string => `import { Pool, Client } from 'pg';\n${code}`;
const express = (code: string): string => pg(`import express from 'express';\nconst app = express();\n${code}`);
const route = (...body: readonly string[]): string => express(`app.get('/users', async (req, res) => {\n${body.map((line) => `  ${line}\n`).join('')}});`);
const postgres = (...body: readonly string[]): string => `import express from 'express';\nimport postgres from 'postgres';\nexpress().get('/users', async (req, res) => {\n${body.map((line) => `  ${line}\n`).join('')}});`;

const perCall = <T extends ValidCase>(testCase: T): T => ({ ...testCase, options: [{ kinds: ['per-call'] }] });
const only = (kind: string, testCase: ValidCase): ValidCase => ({ ...testCase, options: [{ kinds: [kind] }] });

const leftInExpress = 'each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails with 53300 `sorry, too many clients already`.';

const valid: readonly ValidCase[] = [
  quiet('at the top of the file', express("const pool = new Pool();\napp.get('/', async (req, res) => { res.json(await pool.query('select 1')); });")),
  quiet('a lazy singleton: ??=', route('pool ??= new Pool();', "res.json(await pool.query('select 1'));") + '\nlet pool;'),
  quiet('a lazy singleton: if (!pool)', route('if (!pool) pool = new Pool();', "res.json(await pool.query('select 1'));") + '\nlet pool;'),
  quiet('a lazy singleton on globalThis', route('const pool = globalThis.pool ?? (globalThis.pool = new Pool());', "res.json(await pool.query('select 1'));")),
  quiet('a lazy singleton on globalThis: ??=', route('const pool = (globalThis.pool ??= new Pool());', "res.json(await pool.query('select 1'));")),
  quiet('a lazy singleton in a helper', route("res.json(await getPool().query('select 1'));") + '\nlet pool;\nfunction getPool() {\n  if (pool) return pool;\n  pool = new Pool();\n  return pool;\n}'),
  quiet('a lazy singleton in a field', pg("export class Users {\n  async list(req, res) {\n    this.pool ??= new Pool();\n    res.json(await this.pool.query('select 1'));\n  }\n}")),
  quiet('one pool per tenant, kept in a map', route('let pool = pools.get(req.tenant);', 'if (!pool) {', '  pool = new Pool({ database: req.tenant });', '  pools.set(req.tenant, pool);', '}', "res.json(await pool.query('select 1'));") + '\nconst pools = new Map();'),
  quiet('kept in a map, closed when it does not work', route('const pool = new Pool();', 'try {', "  await pool.query('select 1');", '  pools.set(req.tenant, pool);', '} catch {', '  await pool.end();', '}') + '\nconst pools = new Map();'),
  quiet('kept in a list', route('const pool = new Pool();', 'pools.push(pool);', "res.json(await pool.query('select 1'));") + '\nconst pools = [];'),
  quiet('made by a callback that a cache may keep', route('const pool = await cache.get(req.tenant, () => new Pool());', "res.json(await pool.query('select 1'));")),
  quiet('kept for the whole app', route('req.app.locals.db = new Pool();', 'res.end();')),
  quiet('kept for the whole app by a method', route('const pool = new Pool();', 'const db = { query: (text) => pool.query(text) };', 'req.app.locals.db = db;', 'res.end();')),
  quiet('kept by a method that somebody gets', route('const pool = new Pool();', 'const db = { query: (text) => pool.query(text) };', 'remember(db);', 'res.end();')),
  quiet('assigned to a variable of the module', route('client = new Client();', 'await client.connect();', 'res.end();') + '\nlet client;'),
  quiet('handed on to somebody who may keep it', route('res.json(await remember(new Pool()));')),
  quiet('handed on as a variable', route('const pool = new Pool();', 'const db = drizzle(pool);', 'res.json(await db.select());')),
  quiet('closed by a listener: how long it lives is not known', route('const client = new Client();', "res.on('finish', () => client.end());", 'await client.connect();')),
  quiet('somebody tries the credentials that were sent', route('const client = new Client({ connectionString: req.body.url });', 'await client.connect();', 'await client.end();', 'res.end();')),
  quiet('a connection test through a variable', route('const { host, user } = req.body;', 'const config = { host, user };', 'const client = new Client(config);', 'try {', '  await client.connect();', '  res.end();', '} finally {', '  await client.end();', '}')),
  quiet('a factory', pg('export function createPool(options) {\n  return new Pool(options);\n}')),
  quiet('a factory that is called at the top', express("const makePool = () => new Pool();\nconst pool = makePool();\napp.get('/', async (req, res) => { res.json(await pool.query('select 1')); });")),
  quiet('a provider', pg("import { Module } from '@nestjs/common';\n@Module({ providers: [{ provide: 'PG', useFactory: () => new Pool() }] })\nexport class DatabaseModule {}"), 'file.ts'),
  quiet('a service that opens when it is created', pg("export class Database {\n  constructor() {\n    this.pool = new Pool();\n  }\n  async onModuleInit() {\n    this.client = new Client();\n    await this.client.connect();\n  }\n}")),
  quiet('main() of a script', pg("async function main() {\n  const client = new Client();\n  await client.connect();\n  await client.query('select 1');\n  await client.end();\n}\nmain();")),
  quiet('a plugin that runs once', pg("import Fastify from 'fastify';\nconst app = Fastify();\napp.register(async (instance) => {\n  const pool = new Pool();\n  instance.decorate('pg', pool);\n});")),
  quiet('where the server starts', express("app.listen(3000, async () => {\n  const client = new Client();\n  await client.connect();\n  await client.query('select 1');\n  await client.end();\n});")),
  quiet('a bot that is ready', pg("import { Client as Bot } from 'discord.js';\nconst bot = new Bot();\nbot.once('ready', async () => {\n  const pool = new Pool();\n  await pool.query('select 1');\n});")),
  quiet('a scheduled job that closes what it opens', pg("import cron from 'node-cron';\ncron.schedule('0 3 * * *', async () => {\n  const client = new Client();\n  await client.connect();\n  await client.query('vacuum');\n  await client.end();\n});")),
  quiet('a test', route('const pool = new Pool();', "res.json(await pool.query('select 1'));"), 'src/users.test.js'),
  quiet('a migration', pg("export async function up() {\n  for (const name of ['a', 'b']) {\n    const client = new Client();\n    await client.connect();\n    await client.query(`create table ${name} ()`);\n    await client.end();\n  }\n}"), 'db/migrations/001.js'),
  quiet('a script by its folder', pg('for (const id of ids) {\n  const client = new Client();\n  await client.connect();\n  await client.end();\n}'), 'scripts/import.mjs'),
  quiet('a script by its first line', '#!/usr/bin/env node\n' + pg('for (const id of ids) {\n  const client = new Client();\n  await client.connect();\n  await client.end();\n}')),
  quiet('Cloudflare Workers with Hyperdrive', "import postgres from 'postgres';\nexport default {\n  async fetch(request, env, ctx) {\n    const sql = postgres(env.HYPERDRIVE.connectionString);\n    ctx.waitUntil(sql.end());\n    return Response.json(await sql`select 1`);\n  },\n};"),
  quiet('Hono on Workers', "import { Hono } from 'hono';\nimport postgres from 'postgres';\nnew Hono().get('/', async (c) => {\n  const sql = postgres(c.env.HYPERDRIVE.connectionString);\n  return c.json(await sql`select 1`);\n});"),
  quiet('SvelteKit on Workers', "import postgres from 'postgres';\nexport const GET = async ({ platform }) => {\n  const sql = postgres(platform.env.HYPERDRIVE.connectionString);\n  return Response.json(await sql`select 1`);\n};", 'src/routes/users/+server.js'),
  quiet('a platform by its import', "import { env } from 'cloudflare:workers';\nimport { Hono } from 'hono';\nimport postgres from 'postgres';\nnew Hono().get('/', async (c) => {\n  const sql = postgres(env.DATABASE_URL);\n  return c.json(await sql`select 1`);\n});"),
  quiet('a route that says it runs at the edge', "import postgres from 'postgres';\nexport const runtime = 'edge';\nexport async function GET() {\n  const sql = postgres(process.env.DATABASE_URL);\n  return Response.json(await sql`select 1`);\n}", 'app/users/route.js'),
  quiet('neon(url) opens no connection', "import { neon } from '@neondatabase/serverless';\nexport async function GET() {\n  const sql = neon(process.env.DATABASE_URL);\n  return Response.json(await sql`select 1`);\n}", 'app/users/route.js'),
  quiet("Neon's pool for each request", "import { Pool } from '@neondatabase/serverless';\nexport async function GET() {\n  const pool = new Pool({ connectionString: process.env.DATABASE_URL });\n  try {\n    return Response.json(await pool.query('select 1'));\n  } finally {\n    await pool.end();\n  }\n}", 'app/users/route.js'),
  quiet('a database in memory', "import Database from 'better-sqlite3';\nexport const list = (req, res) => {\n  const scratch = new Database(':memory:');\n  res.json(scratch.prepare('select 1').all());\n};"),
  quiet('a checked-out client', express("const pool = new Pool();\napp.get('/', async (req, res) => {\n  const client = await pool.connect();\n  res.json(await client.query('select 1'));\n  client.release();\n});")),
  quiet('a Pool of somebody else', "import express from 'express';\nimport { Pool } from './own-pool.js';\nimport 'pg';\nexpress().get('/', (req, res) => {\n  const pool = new Pool();\n  res.json(pool.query('select 1'));\n});"),
  quiet('a name that shadows the import', express("app.get('/', (req, res) => {\n  class Pool {}\n  const pool = new Pool();\n  res.json(pool.query('select 1'));\n});")),
  quiet('a function that only looks like a handler', pg("lookup.get('users', async (key) => {\n  const pool = new Pool();\n  return pool.query('select 1');\n});")),
  quiet('a function in a handler that is never called there', route('const later = () => {', '  const pool = new Pool();', "  return pool.query('select 1');", '};', 'res.end();')),
  quiet('a loop over databases', pg('for (const database of databases) {\n  const client = new Client({ database });\n  await client.connect();\n  await client.end();\n}')),
  quiet('a loop over databases, by a callback', pg('await Promise.all(urls.map(async (url) => {\n  const client = new Client(url);\n  await client.connect();\n  await client.end();\n}));')),
  quiet('a loop that tries until it works', pg('async function wait() {\n  while (true) {\n    const client = new Client();\n    try {\n      await client.connect();\n      await client.end();\n      return;\n    } catch {}\n  }\n}\nwait();')),
  quiet('a loop that tries some times', pg('for (let attempt = 0; attempt < 5; attempt++) {\n  const client = new Client();\n  try {\n    await client.connect();\n    await client.end();\n    break;\n  } catch {}\n}')),
  quiet('a loop that opens many on purpose', pg('const clients = [];\nfor (let count = 0; count < 10; count++) {\n  const client = new Client();\n  await client.connect();\n  clients.push(client);\n}')),
  quiet('the start of a loop', pg('for (const client = new Client(); ids.length > 0; ids.pop()) {\n  await client.query(ids.at(-1));\n}')),
  quiet('a function that opens, uses and closes it: strict only', pg("export async function find(id) {\n  const client = new Client();\n  await client.connect();\n  const { rows } = await client.query('select 1');\n  await client.end();\n  return rows;\n}")),
  quiet('a helper that nobody calls from a handler', pg("export async function open() {\n  const client = new Client();\n  await client.connect();\n  return client;\n}\nconst client = await open();")),
  quiet('a helper whose client the handler keeps', route('client ??= await open();', "res.json(await client.query('select 1'));") + '\nlet client;\nasync function open() {\n  const opened = new Client();\n  await opened.connect();\n  return opened;\n}'),
  quiet('a helper with the credentials that were sent', route('await tryOut(req.body.url);', 'res.end();') + '\nasync function tryOut(url) {\n  const client = new Client(url);\n  await client.connect();\n  await client.end();\n}'),
  quiet('an app that owns its pool', pg("import express from 'express';\nexport function createApp() {\n  const app = express();\n  const pool = new Pool();\n  app.get('/', async (req, res) => { res.json(await pool.query('select 1')); });\n  app.close = () => pool.end();\n  return app;\n}")),
  only('handler', quiet('a loop when only handlers are asked for', pg('for (const id of ids) {\n  const client = new Client();\n  await client.connect();\n  await client.end();\n}'))),
  only('loop', quiet('a handler when only loops are asked for', route('const pool = new Pool();', "res.json(await pool.query('select 1'));"))),
  perCall(quiet('a function that gives it to its caller', pg('export async function open() {\n  const client = new Client();\n  await client.connect();\n  return client;\n}'))),
  perCall(quiet('a function that is called once, at the top', pg("export async function report() {\n  const client = new Client();\n  await client.connect();\n  await client.end();\n}\nawait report();"))),
  perCall(quiet('a function whose name says that it runs once', pg('export async function seedUsers() {\n  const client = new Client();\n  await client.connect();\n  await client.end();\n}'))),
  perCall(quiet('a function that nobody else can call', pg('async function find() {\n  const client = new Client();\n  await client.connect();\n  await client.end();\n}'))),
  perCall(quiet('a function that is told where to connect', pg('export async function ask(url) {\n  const client = new Client(url);\n  await client.connect();\n  await client.end();\n}'))),
];

const invalid: readonly InvalidCase[] = [
  hit('a pool that nobody closes', express("app.get('/users', async (req, res) => {\n  const pool = ⟦new Pool⟧();\n  res.json(await pool.query('select 1'));\n});"), {
    messageId: 'handler',
    message: `\`new Pool\` opens a pg Pool ${leftInExpress} Open it once, for all of them.`,
    suggestion: ['moveToTop', express("const pool = new Pool();\n\napp.get('/users', async (req, res) => {\n  res.json(await pool.query('select 1'));\n});")],
  }),
  hit('a pool that is closed', express("app.get('/users', async (req, res) => {\n  const pool = ⟦new Pool⟧({ max: 1 });\n  const { rows } = await pool.query('select 1');\n  await pool.end();\n  res.json(rows);\n});"), {
    messageId: 'handler',
    message: '`new Pool` opens a pg Pool each time that an Express handler runs. It is closed again after use. Nothing fails: it takes 37 times as long as the same query on one that stays open. Open it once, for all of them.',
    suggestion: ['moveToTop', express("const pool = new Pool({ max: 1 });\n\napp.get('/users', async (req, res) => {\n  const { rows } = await pool.query('select 1');\n  res.json(rows);\n});")],
  }),
  hit('closed through another view of it', express("import mysql from 'mysql2';\napp.get('/users', async (req, res) => {\n  const pool = ⟦mysql.createPool⟧('mysql://db/shop');\n  const db = pool.promise();\n  res.json(await db.query('select 1'));\n  await db.end();\n});"), { messageId: 'handler' }),
  hit('a client: all may not share it', express("app.get('/users', async (req, res) => {\n  const client = ⟦new Client⟧();\n  await client.connect();\n  res.json(await client.query('select 1'));\n  await client.end();\n});"), {
    messageId: 'handler',
    message: '`new Client` opens a pg Client each time that an Express handler runs. It is closed again after use. Nothing fails: it takes 37 times as long as the same query on one that stays open. Open one pool, once, and query that.',
  }),
  hit('postgres.js', postgres('const sql = ⟦postgres⟧(process.env.DATABASE_URL);', 'res.json(await sql`select 1`);'), {
    messageId: 'handler',
    message: `\`postgres\` opens a postgres.js sql ${leftInExpress} Open it once, for all of them.`,
    suggestion: ['moveToTop', "import express from 'express';\nimport postgres from 'postgres';\nconst sql = postgres(process.env.DATABASE_URL);\n\nexpress().get('/users', async (req, res) => {\n  res.json(await sql`select 1`);\n});"],
  }),
  hit('mysql2', "import mysql from 'mysql2/promise';\nexport const list = async (req, res) => {\n  const connection = await ⟦mysql.createConnection⟧(process.env.MYSQL_URL);\n  const [rows] = await connection.query('select 1');\n  await connection.end();\n  res.json(rows);\n};", {
    messageId: 'handler',
    message: '`mysql.createConnection` opens a mysql2/promise Connection each time that a request handler runs. It is closed again after use. Nothing fails: it takes about 20 times as long as the same query on one that stays open. Open one pool, once, and query that.',
  }),
  hit('mysql2 through its promise pool', "const mysql = require('mysql2');\nexports.list = async (req, res) => {\n  const pool = ⟦mysql.createPool⟧(process.env.MYSQL_URL).promise();\n  const [rows] = await pool.query('select 1');\n  res.json(rows);\n};", { messageId: 'handler' }),
  hit('better-sqlite3', "import Database from 'better-sqlite3';\nexport const list = (req, res) => {\n  const db = ⟦new Database⟧('shop.db');\n  res.json(db.prepare('select 1').all());\n  db.close();\n};", {
    messageId: 'handler',
    suggestion: ['moveToTop', "import Database from 'better-sqlite3';\nconst db = new Database('shop.db');\n\nexport const list = (req, res) => {\n  res.json(db.prepare('select 1').all());\n};"],
  }),
  hit('CommonJS, another name', "const { Pool: PgPool } = require('pg');\nexports.list = async (req, res) => {\n  const pool = ⟦new PgPool⟧();\n  res.json(await pool.query('select 1'));\n};", {
    messageId: 'handler',
    suggestion: ['moveToTop', "const { Pool: PgPool } = require('pg');\nconst pool = new PgPool();\n\nexports.list = async (req, res) => {\n  res.json(await pool.query('select 1'));\n};"],
  }),
  hit('a class that extends it', "import { Pool } from 'pg';\nclass Database extends Pool {}\nexport const list = async (req, res) => {\n  const db = ⟦new Database⟧();\n  res.json(await db.query('select 1'));\n};", { messageId: 'handler' }),
  hit('a pool without a name', express("app.get('/users', async (req, res) => {\n  res.json(await ⟦new Pool⟧().query('select 1'));\n});"), { messageId: 'handler' }),
  hit('closed in any case', express("app.get('/users', async (req, res) => {\n  const client = ⟦new Client⟧();\n  try {\n    await client.connect();\n    res.json(await list(client));\n  } finally {\n    await client.end();\n  }\n});"), { messageId: 'handler' }),
  hit('closed after a callback', pg("exports.list = (req, res) => {\n  const client = ⟦new Client⟧();\n  client.connect((error) => {\n    client.query('select 1', (failure, result) => {\n      client.end();\n      res.json(result.rows);\n    });\n  });\n};"), { messageId: 'handler' }),
  hit('by `await using`', "import postgres from 'postgres';\nimport { Pool } from 'pg';\nexport const list = async (req: Request, res) => {\n  await using pool = ⟦new Pool⟧();\n  res.json(await pool.query('select 1'));\n};", { messageId: 'handler', filename: 'file.ts' }),
  hit('closed only when it fails', express("app.get('/users', async (req, res) => {\n  const client = ⟦new Client⟧();\n  try {\n    await client.connect();\n    res.json(await client.query('select 1'));\n  } catch {\n    await client.end();\n  }\n});"), {
    messageId: 'handler',
    message: `\`new Client\` opens a pg Client ${leftInExpress} Open one pool, once, and query that.`,
  }),
  hit('with what was sent, and nobody closes it', express("app.post('/try', async (req, res) => {\n  const pool = ⟦new Pool⟧({ connectionString: req.body.url });\n  res.json(await pool.query('select 1'));\n});"), {
    messageId: 'handler',
    message: `\`new Pool\` opens a pg Pool ${leftInExpress} Close it after use, or keep one for each address.`,
  }),
  hit('kept on the request', express("app.use((req, res, next) => {\n  req.db = ⟦new Pool⟧();\n  next();\n});"), { messageId: 'handler' }),
  hit('kept in the state of the request', express("app.use((req, res, next) => {\n  res.locals.db = ⟦new Pool⟧();\n  next();\n});"), { messageId: 'handler' }),
  hit('kept on the request by a method', express("app.use((req, res, next) => {\n  const pool = ⟦new Pool⟧({ connectionString: req.body.url });\n  const db = { query: (text) => pool.query(text) };\n  res.locals.db = db;\n  next();\n});"), { messageId: 'handler' }),
  hit('in a callback inside', express("app.get('/users', async (req, res) => {\n  res.json(await Promise.all(ids.map(async (id) => {\n    const pool = ⟦new Pool⟧();\n    return pool.query('select $1', [id]);\n  })));\n});"), {
    messageId: 'handler',
    suggestion: ['moveToTop', express("const pool = new Pool();\n\napp.get('/users', async (req, res) => {\n  res.json(await Promise.all(ids.map(async (id) => {\n    return pool.query('select $1', [id]);\n  })));\n});")],
  }),
  hit('a route file', pg('export async function GET() {\n  const pool = ⟦new Pool⟧({ connectionString: process.env.DATABASE_URL });\n  return Response.json(await pool.query(\'select 1\'));\n}'), {
    messageId: 'handler',
    message: '`new Pool` opens a pg Pool each time that a Next.js handler runs. Nobody closes it, and the open ones pile up. It fails with 53300 `sorry, too many clients already`. Open it once, for all of them.',
    filename: 'app/api/users/route.ts',
    suggestion: ['moveToTop', pg("const pool = new Pool({ connectionString: process.env.DATABASE_URL });\n\nexport async function GET() {\n  return Response.json(await pool.query('select 1'));\n}")],
  }),
  hit('a decorated method', pg("import { Controller, Get } from '@nestjs/common';\n@Controller()\nexport class Users {\n  @Get()\n  async list() {\n    const pool = ⟦new Pool⟧();\n    return pool.query('select 1');\n  }\n}"), {
    messageId: 'handler',
    filename: 'file.ts',
    suggestion: ['moveToTop', pg("import { Controller, Get } from '@nestjs/common';\nconst pool = new Pool();\n\n@Controller()\nexport class Users {\n  @Get()\n  async list() {\n    return pool.query('select 1');\n  }\n}")],
  }),
  hit('a context that each request gets', pg("import { ApolloServer } from 'apollo-server';\nconst dataSources = () => ({ users: new Users(⟦new Pool⟧()) });\nnew ApolloServer({ typeDefs, dataSources });"), { messageId: 'handler' }),
  hit('a scheduled job that leaves it open', pg("import cron from 'node-cron';\ncron.schedule('* * * * *', async () => {\n  const client = ⟦new Client⟧();\n  await client.connect();\n  await client.query('select 1');\n});"), { messageId: 'handler' }),

  hit('the comments stay', express("// Lists the users.\n// For everybody.\napp.get('/users', async (req, res) => {\n  // At most two.\n  const pool = ⟦new Pool⟧({\n    max: 2, // enough\n  }); // the pool\n  res.json(await pool.query('select 1'));\n});"), {
    messageId: 'handler',
    suggestion: ['moveToTop', express("const pool = new Pool({\n  max: 2, // enough\n});\n\n// Lists the users.\n// For everybody.\napp.get('/users', async (req, res) => {\n  // At most two.\n   // the pool\n  res.json(await pool.query('select 1'));\n});")],
  }),
  hit('a constant from above', express("const max = 5;\napp.get('/users', async (req, res) => {\n  const pool = ⟦new Pool⟧({ max, port: Number(process.env.PGPORT) });\n  res.json(await pool.query('select 1'));\n});"), {
    messageId: 'handler',
    suggestion: ['moveToTop', express("const max = 5;\nconst pool = new Pool({ max, port: Number(process.env.PGPORT) });\n\napp.get('/users', async (req, res) => {\n  res.json(await pool.query('select 1'));\n});")],
  }),
  hit('without semicolons', "import { Pool } from 'pg'\nexport const list = async (req, res) => {\n  const pool = ⟦new Pool⟧()\n  res.json(await pool.query('select 1'))\n}", {
    messageId: 'handler',
    suggestion: ['moveToTop', "import { Pool } from 'pg'\nconst pool = new Pool()\n\nexport const list = async (req, res) => {\n  res.json(await pool.query('select 1'))\n}"],
  }),
  hit('without semicolons, before a statement that would read on', "import { Pool } from 'pg'\nimport http from 'node:http'\n\n;[http.createServer(async () => {\n  const pool = ⟦new Pool⟧()\n  await pool.query('select 1')\n})]", {
    messageId: 'handler',
    suggestion: ['moveToTop', "import { Pool } from 'pg'\nimport http from 'node:http'\n\n;const pool = new Pool();\n\n[http.createServer(async () => {\n  await pool.query('select 1')\n})]"],
  }),
  hit('with the line ends of Windows', "import { Pool } from 'pg';\r\nexport const list = async (req, res) => {\r\n  const pool = ⟦new Pool⟧({\r\n    max: 2,\r\n  });\r\n\r\n  res.json(await pool.query('select 1'));\r\n};", {
    messageId: 'handler',
    suggestion: ['moveToTop', "import { Pool } from 'pg';\r\nconst pool = new Pool({\r\n  max: 2,\r\n});\r\n\r\nexport const list = async (req, res) => {\r\n  res.json(await pool.query('select 1'));\r\n};"],
  }),
  hit('the option holds a text of several lines: no suggestion', express("app.get('/users', async (req, res) => {\n  const pool = ⟦new Pool⟧({ application_name: `a\n  b` });\n  res.json(await pool.query('select 1'));\n});"), { messageId: 'handler' }),
  hit('several declared at once: no suggestion', express("app.get('/users', async (req, res) => {\n  const pool = ⟦new Pool⟧(), other = 1;\n  res.json(await pool.query('select 1'));\n});"), { messageId: 'handler' }),
  hit('a constant from below: no suggestion', express("app.get('/users', async (req, res) => {\n  const pool = ⟦new Pool⟧({ max });\n  res.json(await pool.query('select 1'));\n});\nconst max = 5;"), { messageId: 'handler' }),
  hit('a constant of the handler: no suggestion', express("app.get('/users', async (req, res) => {\n  const options = { max: 5 };\n  const pool = ⟦new Pool⟧(options);\n  res.json(await pool.query('select 1'));\n});"), { messageId: 'handler' }),
  hit('a function that is asked: no suggestion', express("app.get('/users', async (req, res) => {\n  const pool = ⟦new Pool⟧(config());\n  res.json(await pool.query('select 1'));\n});"), { messageId: 'handler' }),
  hit('another variable of the name: no suggestion', express("app.get('/users', async (req, res) => {\n  const pool = ⟦new Pool⟧();\n  res.json(await pool.query('select 1'));\n});\nexport const other = (pool) => pool.name;"), { messageId: 'handler' }),
  hit('closed where a `finally` would be empty: it goes', express("app.get('/users', async (req, res) => {\n  const pool = ⟦new Pool⟧();\n  try {\n    res.json(await pool.query('select 1'));\n  } catch {\n    res.end();\n  } finally {\n    await pool.end();\n  }\n});"), {
    messageId: 'handler',
    suggestion: ['moveToTop', express("const pool = new Pool();\n\napp.get('/users', async (req, res) => {\n  try {\n    res.json(await pool.query('select 1'));\n  } catch {\n    res.end();\n  }\n});")],
  }),
  hit('closed where a `try` would be without end: no suggestion', express("app.get('/users', async (req, res) => {\n  const pool = ⟦new Pool⟧();\n  try {\n    res.json(await pool.query('select 1'));\n  } finally {\n    await pool.end();\n  }\n});"), { messageId: 'handler' }),
  hit('closed by what is passed on: no suggestion', express("app.get('/users', async (req, res) => {\n  const pool = ⟦new Pool⟧();\n  res.json(await pool.query('select 1'));\n  setTimeout(pool.end, 10);\n});"), { messageId: 'handler' }),

  hit('in a loop', pg("for (const id of ids) {\n  const client = ⟦new Client⟧();\n  await client.connect();\n  await client.query('select $1', [id]);\n  await client.end();\n}"), {
    messageId: 'loop',
    message: '`new Client` opens a pg Client in each turn of the loop. It is closed again after use. Nothing fails: it takes 37 times as long as the same query on one that stays open. Open it once, before the loop.',
  }),
  hit('in a loop, and left open', pg("export async function save(users) {\n  for (const user of users) {\n    const pool = ⟦new Pool⟧();\n    await pool.query('select $1', [user]);\n  }\n}"), {
    messageId: 'loop',
    message: '`new Pool` opens a pg Pool in each turn of the loop. Nobody closes it, and the open ones pile up. It fails with 53300 `sorry, too many clients already`. Open it once, before the loop.',
  }),
  hit('in a callback for each item', pg("await Promise.all(ids.map(async (id) => {\n  const client = ⟦new Client⟧();\n  await client.connect();\n  await client.query('select $1', [id]);\n  await client.end();\n}));"), { messageId: 'loop' }),
  hit('in an inner loop', pg("for (const database of databases) {\n  for (let count = 0; count < 5; count++) {\n    const client = ⟦new Client⟧({ database });\n    await client.connect();\n    await client.end();\n  }\n}"), { messageId: 'loop' }),

  hit('a helper that gives a client', express("async function open() {\n  const client = new Client();\n  await client.connect();\n  return client;\n}\napp.get('/users', async (req, res) => {\n  const client = await ⟦open⟧();\n  res.json(await client.query('select 1'));\n  await client.end();\n});"), {
    messageId: 'helper',
    message: '`open` opens a pg Client (file.js:5) each time that an Express handler runs. It is closed again after use. Nothing fails: it takes 37 times as long as the same query on one that stays open. Open one pool, once, and query that.',
  }),
  hit('a helper that asks and closes, called twice', express("app.get('/users', async (req, res) => res.json(await ⟦ask⟧('select 1')));\napp.get('/shops', async (req, res) => res.json(await ask('select 2')));\nasync function ask(text) {\n  const pool = new Pool();\n  const { rows } = await pool.query(text);\n  await pool.end();\n  return rows;\n}"), {
    messageId: 'helper',
    message: '`ask` opens a pg Pool (file.js:7) each time that an Express handler runs, and so does 1 more call. It is closed again after use. Nothing fails: it takes 37 times as long as the same query on one that stays open. Open it once, for all of them.',
  }),
  hit('a helper of a helper', express("const open = () => new Pool();\nconst list = async () => open().query('select 1');\napp.get('/users', async (req, res) => {\n  res.json(await ⟦list⟧());\n});"), {
    messageId: 'helper',
    message: `\`list\` opens a pg Pool (file.js:4) ${leftInExpress} Open it once, for all of them.`,
  }),
  hit('a method of the same class', pg("import { Controller, Get } from '@nestjs/common';\n@Controller()\nexport class Users {\n  @Get()\n  async list() {\n    const client = await ⟦this.open⟧();\n    return client.query('select 1');\n  }\n  private async open() {\n    const client = new Client();\n    await client.connect();\n    return client;\n  }\n}"), { messageId: 'helper', filename: 'file.ts' }),

  perCall(
    hit('a function that opens, uses and closes it', pg("export async function find(id) {\n  const client = ⟦new Client⟧();\n  await client.connect();\n  const { rows } = await client.query('select $1', [id]);\n  await client.end();\n  return rows;\n}"), {
      messageId: 'perCall',
      message: '`new Client` opens a pg Client each time that `find` is called. It is closed again after use. Nothing fails: it takes 37 times as long as the same query on one that stays open. Open one pool, once, and query that.',
    }),
  ),
  perCall(
    hit('a method', pg("export class Users {\n  async find(id) {\n    const pool = ⟦new Pool⟧(this.options);\n    const { rows } = await pool.query('select $1', [id]);\n    await pool.end();\n    return rows;\n  }\n}"), { messageId: 'perCall' }),
  ),
  perCall(
    hit('a function that leaves it open', pg("module.exports = { find: async (options) => {\n  const pool = ⟦new Pool⟧(options);\n  return pool.query('select 1');\n} };"), { messageId: 'perCall' }),
  ),
];

export const cases: RuleCases = { valid, invalid };
