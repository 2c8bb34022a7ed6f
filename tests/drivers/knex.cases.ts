import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const createdWith = (client: string): string => `import knex from 'knex';\nconst db = knex({ client: '${client}', connection: { host: 'db' } });\n`;
const head = createdWith('pg');
const db = (call: string): string => head + call;
const mysql = (call: string): string => createdWith('mysql2') + call;
const sqlite = (call: string): string => createdWith('better-sqlite3') + call;
const foreign = 'foreign';

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('question marks, for values and for names', db("db.raw('select ?? from t where id = ?', ['name', id]);")),
      quiet('names, for values and for names', db("db.raw('select :column: from t where id = :id', { column: 'name', id });")),
      quiet('a name with digits from a record', db("db.raw('select * from t where id = :1', { 1: id });")),
      quiet('one value without a list', db("db.raw('select * from t where id = ?', id);")),
      quiet('a JSONB operator with its backslash', db("db.raw(\"select tags \\\\? 'a' from t where id = ?\", [id]);")),
      quiet('a text without values may hold anything', db("db.raw('prepare find as select * from t where id = $1');")),
      quiet('a variable of the session', mysql("db.raw('select @total := @total + ?', [1]);")),
      quiet('a server that nobody knows', "import knex from 'knex';\nexport const find = (settings) => knex(settings).raw('select * from t where id = $1', [1]);"),
      quiet('a type tells no server', "import type { Knex } from 'knex';\nexport async function up(knex: Knex) { await knex.raw('select * from t where id = $1', [1]); }", 'file.ts'),
      quiet('a client that is spread over', "import knex from 'knex';\nconst db = knex({ client: 'pg', ...settings });\ndb.raw('select * from t where id = $1', [1]);"),
      quiet('a method of something else', "import knex from 'knex';\nknex({ client: 'pg' });\nother.raw('select * from t where id = $1', [1]);"),
    ],
    invalid: [
      hit('a number', db("db.raw('select * from t where id = ⟦$1⟧', [id]);"), {
        messageId: foreign,
        message: '`$1` in "select * from t where id = $1" is not a placeholder for Knex. It fails with `Expected 1 bindings, saw 0`. Write `?`.',
        output: db("db.raw('select * from t where id = ?', [id]);"),
      }),
      hit('a number with values in a variable', db("db.raw('select * from t where id = ⟦$1⟧', values);"), {
        messageId: foreign,
        message: '`$1` in "select * from t where id = $1" is not a placeholder for Knex. It fails with `Expected … bindings, saw 0`. Write `?`.',
        suggestion: ['rewrite', db("db.raw('select * from t where id = ?', values);")],
      }),
      hit('a format directive', db("db.raw('select * from t where id = ⟦%s⟧', [id]);"), { messageId: foreign, output: db("db.raw('select * from t where id = ?', [id]);") }),
      hit('a name with a list', db("db.raw('select * from t where id = ⟦:id⟧', [id]);"), { messageId: foreign, suggestion: ['rewrite', db("db.raw('select * from t where id = ?', [id]);")] }),
      hit('another name with a record is left to the server', db("db.raw('select * from t where id = ⟦%(id)s⟧', { id });"), {
        messageId: foreign,
        message: '`%(id)s` in "select * from t where id = %(id)s" is not a placeholder for Knex. It fails with 42601 `syntax error at or near "%"`. Write `?`.',
        output: db("db.raw('select * from t where id = ?', [id]);"),
      }),
      hit('a transaction', db("db.transaction(async (trx) => { await trx.raw('select ⟦$1⟧', [1]); });"), {
        messageId: foreign,
        message: '`$1` in "select $1" is not a placeholder for Knex transaction. It fails with `Expected 1 bindings, saw 0`. Write `?`.',
        output: db("db.transaction(async (trx) => { await trx.raw('select ?', [1]); });"),
      }),
      hit('a transaction that is awaited', db("const trx = await db.transaction();\nawait trx.raw('select ⟦$1⟧', [1]);"), { messageId: foreign, output: db("const trx = await db.transaction();\nawait trx.raw('select ?', [1]);") }),
      hit('MySQL', mysql("db.raw('select * from t where id = ⟦$1⟧', [id]);"), { messageId: foreign, output: mysql("db.raw('select * from t where id = ?', [id]);") }),
      hit('SQLite', sqlite("db.raw('select * from t where id = ⟦@id⟧', [id]);"), { messageId: foreign, suggestion: ['rewrite', sqlite("db.raw('select * from t where id = ?', [id]);")] }),
      hit('an address', "const { knex } = require('knex');\nconst db = knex('postgres://db/app');\ndb.raw('select ⟦$1⟧', [1]);", { messageId: foreign, output: "const { knex } = require('knex');\nconst db = knex('postgres://db/app');\ndb.raw('select ?', [1]);" }),
      hit('settings in a constant', "const settings = { client: 'pg' };\nconst db = require('knex')(settings);\ndb.raw('select ⟦$1⟧', [1]);", {
        messageId: foreign,
        output: "const settings = { client: 'pg' };\nconst db = require('knex')(settings);\ndb.raw('select ?', [1]);",
      }),
    ],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('as many values', db("db.raw('select ?, ?', [a, b]);")),
      quiet('a list in a list', db("db.raw('select * from t where id = any(?)', [[1, 2]]);")),
      quiet('values nobody can count', db("db.raw('select ?, ?', [...values]);")),
      quiet('no values for a text without placeholders', db("db.raw('select 1', []);")),
      quiet('a record with keys that nobody asks for', db("db.raw('select :a', { a, b });")),
      quiet('one value', db("db.raw('select ?', 1);")),
      quiet('a JSONB operator with its backslash', db("db.raw(\"select tags \\\\? ? from t\", ['a']);")),
      quiet('a server that nobody knows', "import knex from 'knex';\nexport const find = (settings) => knex(settings).raw('select ?, ?', [1]);"),
    ],
    invalid: [
      hit('too few', db("db.raw('select ?, ⟦?⟧', [a]);"), {
        messageId: 'tooFew',
        message: 'The text has 2 placeholders, but 1 value is passed: `?` gets none. It fails with `Expected 1 bindings, saw 2`.',
      }),
      hit('too many', db("db.raw('select ?', [a, ⟦b⟧]);"), { messageId: 'tooMany', message: 'The text has 1 placeholder, but 2 values are passed. It fails with `Expected 2 bindings, saw 1`.' }),
      hit('values for nothing', db("db.raw('select 1', ⟦[a]⟧);"), { messageId: 'unused' }),
      hit('an empty list', db("db.raw('select ⟦?⟧', []);"), { messageId: 'none', message: '`?` in "select ?" gets no value: none are passed. It fails with `Expected 0 bindings, saw 1`.' }),
      hit('no list', db("db.raw('select ⟦?⟧');"), { messageId: 'none', message: '`?` in "select ?" gets no value: none are passed. It fails with 42P02 `there is no parameter $1`.' }),
      hit('no list in MySQL', mysql("db.raw('select ⟦?⟧');"), { messageId: 'none', message: '`?` in "select ?" gets no value: none are passed. It fails with ER_PARSE_ERROR `You have an error in your SQL syntax`.' }),
      hit('no list in SQLite', sqlite("db.raw('select ⟦?⟧');"), { messageId: 'none', message: '`?` in "select ?" gets no value: none are passed. It fails with `Too few parameter values were provided`.' }),
      hit('no list in the older client of SQLite', `${createdWith('sqlite3')}db.raw('select ⟦?⟧');`, { messageId: 'none', message: '`?` in "select ?" gets no value: none are passed. Nothing fails: the placeholder is NULL.' }),
      hit('a name without a key', db("db.raw('select :a, ⟦:b⟧', { a });"), {
        messageId: 'missingName',
        message: '`:b` in "select :a, :b" gets no value: the object has no key `b`. It fails with 42601 `syntax error at or near ":"`.',
      }),
      hit('a record for positions', db("db.raw('select ?', ⟦{ id }⟧);"), { messageId: 'notAList', message: 'Knex takes the values as an array, and this is none. It fails with 42P02 `there is no parameter $1`.' }),
    ],
  },
  'no-quoted-placeholder': {
    valid: [
      quiet('a question mark as text', db("db.raw(\"select '?' where id = ?\", [id]);")),
      quiet('a text without values', db("db.raw(\"select '?'\");")),
      quiet('no quotes', db("db.raw('select ?', [a]);")),
      quiet('a server that nobody knows', "import knex from 'knex';\nexport const find = (settings) => knex(settings).raw(\"select '?'\", [1]);"),
    ],
    invalid: [
      hit('a question mark', db("db.raw(\"select * from t where name = ⟦'?'⟧\", [name]);"), {
        messageId: 'quoted',
        message: '`\'?\'` in "select * from t where name = \'?\'" is text inside quotes, not a placeholder. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 0`.',
        output: db('db.raw("select * from t where name = ?", [name]);'),
      }),
      hit('a name', db("db.raw(\"select * from t where name = ⟦':name'⟧\", { name });"), {
        messageId: 'quoted',
        message: '`\':name\'` in "select * from t where name = \':name\'" is text inside quotes, not a placeholder. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 0`.',
        output: db('db.raw("select * from t where name = :name", { name });'),
      }),
      hit('MySQL says nothing', mysql("db.raw(\"select * from t where name = ⟦'?'⟧\", [name]);"), {
        messageId: 'quoted',
        message: '`\'?\'` in "select * from t where name = \'?\'" is text inside quotes, not a placeholder. Nothing fails: the text in quotes stays as it is, and its value is not used.',
        output: mysql('db.raw("select * from t where name = ?", [name]);'),
      }),
    ],
  },
  'no-cached-statement': {
    valid: [
      quiet('a transaction of the function', db("export async function add() { const trx = await db.transaction(); try { await trx('t').insert({ id: 1 }); await trx.commit(); } catch (error) { await trx.rollback(); throw error; } }")),
      quiet('a transaction in its callback', db("export const add = () => db.transaction(async (trx) => { await trx('t').insert({ id: 1 }); await trx.raw('select 1'); });")),
      quiet('a transaction that others of the same run see', db("let current;\nexport const add = () => db.transaction(async (trx) => { current = trx; await step(); });\nconst step = () => current('t').insert({ id: 1 });")),
      quiet('a transaction that is forgotten at its end', db("let trx;\nexport async function add() { trx ??= await db.transaction(); await trx('t').insert({ id: 1 }); await trx.commit(); trx = null; }")),
      quiet('a transaction that its callback leaves open', db("let trx;\nexport function begin(then) { if (trx) return then(trx); db.transaction((opened) => { trx = opened; then(opened); }); }")),
      quiet('a transaction that others end', db("let trx;\nexport const get = async () => (trx ??= await db.transaction());")),
      quiet('the pool', "import knex from 'knex';\nlet db;\nexport const get = () => (db ??= knex({ client: 'pg' }));"),
    ],
    invalid: [
      hit('a transaction that each call ends', db("let trx;\nexport async function add() {\n  ⟦trx⟧ ??= await db.transaction();\n  await trx('t').insert({ id: 1 });\n  await trx.commit();\n}"), {
        messageId: 'released',
        message: '`trx` keeps a Knex transaction whose checkout ends in line 7, and the next call finds it there. It fails with `Transaction query already complete, run with DEBUG=knex:tx for more info`. Begin one where it is needed, and end it there.',
      }),
      hit('a transaction of a callback', mysql("let kept;\nexport async function add() {\n  if (!kept) await db.transaction(async (trx) => {\n    ⟦kept⟧ = trx;\n  });\n  await kept.raw('select 1');\n}"), { messageId: 'released' }),
      hit('a transaction that is handed out', db("export async function begin() {\n  const trx = await db.transaction();\n  await trx.raw('select 1');\n  await trx.commit();\n  return { add: (row) => ⟦trx⟧('t').insert(row) };\n}"), { messageId: 'handedOut' }),
    ],
  },
  'no-connection-per-request': {
    valid: [
      quiet('opened at the top of the file', 'import express from \'express\';\nimport knex from \'knex\';\nconst db = knex({ client: \'pg\', connection: process.env.DATABASE_URL });\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.raw(\'select 1\'));\n});\n'),
      quiet('opened when it is first needed', 'import express from \'express\';\nimport knex from \'knex\';\nexpress().get(\'/users\', async (req, res) => {\n  db ??= knex({ client: \'pg\', connection: process.env.DATABASE_URL });\n  res.json(await db.raw(\'select 1\'));\n});\nlet db;\n'),
      quiet('a factory', 'import knex from \'knex\';\nexport async function open() {\n  const db = knex({ client: \'pg\', connection: process.env.DATABASE_URL });\n  return db;\n}\n'),
      quiet('the main function of a script', 'import knex from \'knex\';\nasync function main() {\n  const db = knex({ client: \'pg\', connection: process.env.DATABASE_URL });\n  console.log(await db.raw(\'select 1\'));\n  await db.destroy();\n}\nmain();\n'),
      quiet('a server that was not asked', 'import express from \'express\';\nimport knex from \'knex\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = knex({ client: \'mssql\', connection: process.env.DATABASE_URL });\n  res.json(await db.raw(\'select 1\'));\n});\n'),
      quiet('a builder without a connection', 'import express from \'express\';\nimport knex from \'knex\';\nexpress().get(\'/users\', async (req, res) => {\n  const builder = knex({ client: \'pg\' });\n  res.json(builder(\'users\').toString());\n});\n'),
      quiet('over a pool that is there', 'import express from \'express\';\nimport knex from \'knex\';\nimport { pool } from \'./pool.js\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = knex({ client: \'pg\', connectionPool: pool });\n  res.json(await db.raw(\'select 1\'));\n});\n'),
      quiet('a database in memory', 'import express from \'express\';\nimport knex from \'knex\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = knex({ client: \'better-sqlite3\', connection: { filename: \':memory:\' } });\n  res.json(await db.raw(\'select 1\'));\n});\n'),
    ],
    invalid: [
      hit('opened and left', 'import express from \'express\';\nimport knex from \'knex\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦knex⟧({ client: \'pg\', connection: process.env.DATABASE_URL });\n  res.json(await db.raw(\'select 1\'));\n});\n', {
        messageId: 'handler',
        message: '`knex` opens a Knex pool each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails with 53300 `sorry, too many clients already`. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport knex from \'knex\';\nconst db = knex({ client: \'pg\', connection: process.env.DATABASE_URL });\n\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.raw(\'select 1\'));\n});\n'],
      }),
      hit('opened and closed', 'import express from \'express\';\nimport knex from \'knex\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦knex⟧({ client: \'pg\', connection: process.env.DATABASE_URL });\n  res.json(await db.raw(\'select 1\'));\n  await db.destroy();\n});\n', {
        messageId: 'handler',
        message: '`knex` opens a Knex pool each time that an Express handler runs. It is closed again after use. Nothing fails: it takes about 50 times as long as the same query on one that stays open. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport knex from \'knex\';\nconst db = knex({ client: \'pg\', connection: process.env.DATABASE_URL });\n\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.raw(\'select 1\'));\n});\n'],
      }),
      hit('a builder for each table', 'import express from \'express\';\nimport knex from \'knex\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦knex⟧({ client: \'mysql2\', connection: process.env.DATABASE_URL });\n  res.json(await db(\'users\'));\n});\n', {
        messageId: 'handler',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport knex from \'knex\';\nconst db = knex({ client: \'mysql2\', connection: process.env.DATABASE_URL });\n\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db(\'users\'));\n});\n'],
      }),
      hit('a file of SQLite stays open', 'import express from \'express\';\nimport knex from \'knex\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦knex⟧({ client: \'better-sqlite3\', connection: { filename: \'shop.db\' } });\n  res.json(await db.raw(\'select 1\'));\n});\n', {
        messageId: 'handler',
        message: '`knex` opens a Knex pool each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails with SQLITE_CANTOPEN `unable to open database file`. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport knex from \'knex\';\nconst db = knex({ client: \'better-sqlite3\', connection: { filename: \'shop.db\' } });\n\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.raw(\'select 1\'));\n});\n'],
      }),
      hit('a server that is not known', 'import express from \'express\';\nimport knex from \'knex\';\nimport config from \'./knexfile.js\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦knex⟧(config);\n  res.json(await db.raw(\'select 1\'));\n});\n', {
        messageId: 'handler',
        message: '`knex` opens a Knex pool each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails: PostgreSQL and MySQL turn further connections away at their limit, 100 and 151 by default. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport knex from \'knex\';\nimport config from \'./knexfile.js\';\nconst db = knex(config);\n\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.raw(\'select 1\'));\n});\n'],
      }),
    ],
  },
};
