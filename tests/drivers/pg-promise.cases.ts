import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const head = "import pgPromise from 'pg-promise';\nconst pgp = pgPromise();\nconst db = pgp({ host: 'db' });\n";
const db = (call: string): string => head + call;
const foreign = 'foreign';

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('numbers from a list', db("db.any('select * from t where id = $1', [id]);")),
      quiet('names from a record, in every bracket', db("db.one('select ${a}, $<b>, $/c/, $(d), $[e]', { a, b, c, d, e });")),
      quiet('a name with a filter', db("db.any('select ${columns:name} from $<table~> where id in ($(ids:csv))', { columns, table, ids });")),
      quiet('a number with a filter', db("db.any('select $1:name from $2~ where $3^', [column, table, condition]);")),
      quiet('the record itself, and a way into it', db("db.none('insert into t(${this:name}) values (${this:csv}) returning ${user.id}', { user });")),
      quiet('one value without a list', db("db.one('select * from t where id = $1', 42);")),
      quiet('names with values in a variable', db("db.one('select * from t where id = ${id}', values);")),
      quiet('a JSONB operator', db("db.any(\"select tags ? 'a' from t where id = $1\", [id]);")),
      quiet('a function that is called by its name', db("db.func('find_?', [id]);")),
      quiet('the server binds a config object', db("db.any({ text: 'select * from t where id = $1', values: [id] });")),
    ],
    invalid: [
      hit('a question mark', db("db.any('select * from t where id = ⟦?⟧', [id]);"), {
        messageId: foreign,
        message: '`?` in "select * from t where id = ?" is not a placeholder for pg-promise Database. It fails with 42601 `syntax error at end of input`. Write `$1`.',
        output: db("db.any('select * from t where id = $1', [id]);"),
      }),
      hit('a name that only other drivers know', db("db.one('select * from t where id = ⟦:id⟧', { id });"), { messageId: foreign, output: db("db.one('select * from t where id = $1', [id]);") }),
      hit('an absolute value', db("db.any('select * from t where id = ⟦@id⟧', { id });"), {
        messageId: foreign,
        message: '`@id` in "select * from t where id = @id" is not a placeholder for pg-promise Database. Nothing fails: it is the absolute value of a column, and the value is not used. Write `$1`.',
        output: db("db.any('select * from t where id = $1', [id]);"),
      }),
      hit('a name with a list', db("db.any('select * from t where id = ⟦${id}⟧', [id]);"), { messageId: foreign, suggestion: ['rewrite', db("db.any('select * from t where id = $1', [id]);")] }),
      hit('a name in a config object', db("db.any({ text: 'select * from t where id = ⟦${id}⟧', values: [id] });"), {
        messageId: foreign,
        suggestion: ['rewrite', db("db.any({ text: 'select * from t where id = $1', values: [id] });")],
      }),
      hit('a task', db("db.task('find', async (t) => { await t.many('select * from t where id = ⟦%s⟧', [id]); });"), { messageId: foreign, output: db("db.task('find', async (t) => { await t.many('select * from t where id = $1', [id]); });") }),
      hit('a transaction in a transaction', db("db.tx((t) => t.tx((inner) => inner.none('delete from t where id = ⟦?⟧', [id])));"), { messageId: foreign, output: db("db.tx((t) => t.tx((inner) => inner.none('delete from t where id = $1', [id])));") }),
      hit('a connection', db("const connection = await db.connect();\nawait connection.any('select ⟦?⟧', [1]);"), { messageId: foreign, output: db("const connection = await db.connect();\nawait connection.any('select $1', [1]);") }),
      hit('require and call in place', "const db = require('pg-promise')()(process.env.URL);\ndb.any('select ⟦?⟧', [1]);", { messageId: foreign, output: "const db = require('pg-promise')()(process.env.URL);\ndb.any('select $1', [1]);" }),
      hit('a database by its type', "import pgPromise from 'pg-promise';\nexport const find = (db: pgPromise.IDatabase<object>, id: number) => db.any('select ⟦?⟧', [id]);", {
        filename: 'file.ts',
        messageId: foreign,
        output: "import pgPromise from 'pg-promise';\nexport const find = (db: pgPromise.IDatabase<object>, id: number) => db.any('select $1', [id]);",
      }),
      hit('a prepared statement', "const { PreparedStatement } = require('pg-promise');\nnew PreparedStatement({ name: 'find', text: 'select * from t where id = ⟦?⟧' });", {
        messageId: foreign,
        suggestion: ['rewrite', "const { PreparedStatement } = require('pg-promise');\nnew PreparedStatement({ name: 'find', text: 'select * from t where id = $1' });"],
      }),
    ],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('a value too many', db("db.any('select $1', [a, b]);")),
      quiet('a number that is left out', db("db.any('select $1, $3', [a, b, c]);")),
      quiet('values that nobody asks for', db("db.any('select 1', [a]);")),
      quiet('one value without a list', db("db.one('select $1', 'a');")),
      quiet('a record with keys that nobody asks for', db("db.one('select ${a}', { a, b });")),
      quiet('a record with a spread', db("db.one('select ${a}, ${b}', { a, ...rest });")),
      quiet('a price in a text without values', db("db.none(\"update t set label = 'from $1.50'\");")),
      quiet('a price in a text beside names', db("db.none(\"update t set label = 'from $2' where id = ${id}\", { id });")),
      quiet('a function body without values', db("db.none('create function f(int) returns int language sql as $$ select $1 $$');")),
      quiet('$0 in quotes', db("db.none(\"update t set label = '$0.99' where id = $1\", [id]);")),
      quiet('values that come with the execution', "const { PreparedStatement } = require('pg-promise');\nnew PreparedStatement({ name: 'find', text: 'select $1' });"),
      quiet('a way into the record', db("db.one('select ${user.id}', { user });")),
      quiet('the record itself', db("db.none('insert into t values ${this:csv}, ${this}', { a });")),
    ],
    invalid: [
      hit('a value too few', db("db.any('select $1, ⟦$2⟧', [a]);"), {
        messageId: 'tooFew',
        message: 'The text has 2 placeholders, but 1 value is passed: `$2` gets none. It fails with `Variable $2 out of range. Parameters array length: 1`.',
      }),
      hit('an empty list', db("db.any('select ⟦$1⟧', []);"), {
        messageId: 'none',
        message: '`$1` in "select $1" gets no value: none are passed. It fails with `Variable $1 out of range. Parameters array length: 0`.',
      }),
      hit('no values', db("db.any('select ⟦$1⟧');"), {
        messageId: 'none',
        message: '`$1` in "select $1" gets no value: none are passed. It fails with 42P02 `there is no parameter $1`.',
      }),
      hit('no values for a name', db("db.any('select ⟦${id}⟧');"), {
        messageId: 'none',
        message: '`${id}` in "select ${id}" gets no value: none are passed. It fails with 42601 `syntax error at or near "$"`.',
      }),
      hit('in quotes, where it is replaced, too', db("db.any(\"select $1 where label = '⟦$2⟧'\", [a]);"), { messageId: 'tooFew' }),
      hit('a name without a key', db("db.any('select ${a}, ⟦${b}⟧', { a });"), {
        messageId: 'missingName',
        message: '`${b}` in "select ${a}, ${b}" gets no value: the object has no key `b`. It fails with `Property \'b\' doesn\'t exist.`.',
      }),
      hit('a record for numbers', db("db.any('select $1', ⟦{ a: 1 }⟧);"), { messageId: 'notAList' }),
      hit('a config object: the server counts', db("db.any({ text: 'select $1', values: [a, ⟦b⟧] });"), {
        messageId: 'tooMany',
        message: 'The text has 1 placeholder, but 2 values are passed. It fails with 08P01 `bind message supplies 2 parameters, but prepared statement "" requires 1`.',
      }),
    ],
  },
  'no-quoted-placeholder': 'the driver replaces placeholders inside quotes',
  'no-result-as-row': {
    valid: [
      quiet('rows as a list', db("const users = await db.any('select * from t');\nusers.map((user) => user.id);\nusers[0].id;")),
      quiet('a row by its columns', db("const { id, rows } = await db.one('select * from t');")),
      quiet('a row that may be missing', db("const user = await db.oneOrNone('select * from t');\nif (!user) throw new Error();")),
      quiet('a result, which is iterable here', db("const [first] = await db.result('select * from t');")),
      quiet('what the mask says', db("const user = await db.query('select * from t', [], pgp.queryResult.one);\nuser.id;")),
    ],
    invalid: [
      hit('rows as a result', db("const result = await db.any('select * from t');\nresult⟦.rows⟧.map(String);"), { messageId: 'rowsAsResult', output: db("const result = await db.any('select * from t');\nresult.map(String);") }),
      hit('a row as a list', db("const user = await db.one('select * from t');\nfor (const column of ⟦user⟧) column;"), {
        messageId: 'rowAsRows',
        message: '`user` is one row, not the list of rows that the loop reads. It fails: it is not iterable.',
      }),
    ],
  },
  'no-cached-statement': {
    valid: [
      quiet('a connection of the function', db("export async function find() { const one = await db.connect(); try { return await one.any('select 1'); } finally { one.done(); } }")),
      quiet('a connection for notifications', db("let listener;\nexport async function listen(then) { listener ??= await db.connect({ direct: true }); listener.client.on('notification', then); await listener.none('listen orders'); }")),
      quiet('a connection that is kept for good', db("let kept;\nexport const get = async () => (kept ??= await db.connect({ direct: true }));")),
      quiet('rows of a task', db("export const find = () => db.task(async (task) => { const ids = await task.any('select id from t'); return task.batch(ids.map(({ id }) => task.one('select $1', [id]))); });")),
      quiet('a task that others of the same run see', db("let current;\nexport const find = () => db.task(async (task) => { current = task; return step(); });\nconst step = () => current.any('select 1');")),
      quiet('the database', "import pgPromise from 'pg-promise';\nlet db;\nexport const get = () => (db ??= pgPromise()({}));"),
    ],
    invalid: [
      hit('a connection that each call gives back', db("let kept;\nexport async function find() {\n  ⟦kept⟧ ??= await db.connect();\n  const rows = await kept.any('select 1');\n  kept.done();\n  return rows;\n}"), {
        messageId: 'released',
        message: '`kept` keeps a pg-promise connection whose checkout ends in line 8, and the next call finds it there. It fails with `Querying against a released or lost connection.`. Take a client out of the pool where it is needed, and give it back there.',
      }),
      hit('a connection of the first call', db("let kept;\nexport async function find() {\n  if (!kept) {\n    ⟦kept⟧ = await db.connect();\n    await kept.any('select 1');\n    kept.done();\n  }\n  return kept.any('select 2');\n}"), {
        messageId: 'released',
        message: '`kept` keeps a pg-promise connection whose checkout ends in line 9, and the next call finds it there. It fails with `Cannot execute a query on a disconnected client.`. Take a client out of the pool where it is needed, and give it back there.',
      }),
      hit('a task', db("let kept;\nexport async function find() {\n  if (!kept) await db.task(async (task) => {\n    ⟦kept⟧ = task;\n  });\n  return kept.any('select 1');\n}"), {
        messageId: 'released',
        message: '`kept` keeps a pg-promise Task whose checkout ends in line 8, and the next call finds it there. It fails with `Querying against a released or lost connection.`. Take a client out of the pool where it is needed, and give it back there.',
      }),
      hit('a transaction', db("let kept;\nexport const find = () => db.tx(async (tx) => {\n  ⟦kept⟧ ??= tx;\n  return kept.any('select 1');\n});"), {
        messageId: 'released',
        message: '`kept` keeps a pg-promise transaction whose checkout ends in line 8, and the next call finds it there. It fails with `Querying against a released or lost connection.`. Begin one where it is needed, and end it there.',
      }),
      hit('a task that is handed out', db('export const open = () => db.task((task) => ⟦task⟧);'), { messageId: 'handedOut' }),
    ],
  },
  'no-connection-per-request': {
    valid: [
      quiet('opened at the top of the file', 'import express from \'express\';\nimport pgPromise from \'pg-promise\';\nconst pgp = pgPromise();\nconst db = pgp(process.env.DATABASE_URL);\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.any(\'select 1\'));\n});\n'),
      quiet('opened when it is first needed', 'import express from \'express\';\nimport pgPromise from \'pg-promise\';\nconst pgp = pgPromise();\nexpress().get(\'/users\', async (req, res) => {\n  db ??= pgp(process.env.DATABASE_URL);\n  res.json(await db.any(\'select 1\'));\n});\nlet db;\n'),
      quiet('a factory', 'import pgPromise from \'pg-promise\';\nconst pgp = pgPromise();\nexport async function open() {\n  const db = pgp(process.env.DATABASE_URL);\n  return db;\n}\n'),
      quiet('the main function of a script', 'import pgPromise from \'pg-promise\';\nconst pgp = pgPromise();\nasync function main() {\n  const db = pgp(process.env.DATABASE_URL);\n  console.log(await db.any(\'select 1\'));\n  await db.$pool.end();\n}\nmain();\n'),
      quiet('the library alone opens nothing', 'import express from \'express\';\nimport pgPromise from \'pg-promise\';\nexpress().get(\'/users\', async (req, res) => {\n  const pgp = pgPromise();\n  res.json(pgp.as.format(\'select $1\', [1]));\n});\n'),
      quiet('somebody tries an address, and closes it', 'import express from \'express\';\nimport pgPromise from \'pg-promise\';\nconst pgp = pgPromise();\nexpress().get(\'/users\', async (req, res) => {\n  const db = pgp(req.body.url);\n  await db.any(\'select 1\');\n  await db.$pool.end();\n});\n'),
    ],
    invalid: [
      hit('opened and left', 'import express from \'express\';\nimport pgPromise from \'pg-promise\';\nconst pgp = pgPromise();\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦pgp⟧(process.env.DATABASE_URL);\n  res.json(await db.any(\'select 1\'));\n});\n', {
        messageId: 'handler',
        message: '`pgp` opens a pg-promise Database each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails with 53300 `sorry, too many clients already`. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport pgPromise from \'pg-promise\';\nconst pgp = pgPromise();\nconst db = pgp(process.env.DATABASE_URL);\n\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.any(\'select 1\'));\n});\n'],
      }),
      hit('opened and closed', 'import express from \'express\';\nimport pgPromise from \'pg-promise\';\nconst pgp = pgPromise();\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦pgp⟧(process.env.DATABASE_URL);\n  res.json(await db.any(\'select 1\'));\n  await db.$pool.end();\n});\n', {
        messageId: 'handler',
        message: '`pgp` opens a pg-promise Database each time that an Express handler runs. It is closed again after use. Nothing fails: it takes about 30 times as long as the same query on one that stays open. Open it once, for all of them.',
      }),
      hit('ended by the library', 'import express from \'express\';\nimport pgPromise from \'pg-promise\';\nconst pgp = pgPromise();\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦pgp⟧(process.env.DATABASE_URL);\n  res.json(await db.any(\'select 1\'));\n  pgp.end();\n});\n', {
        messageId: 'handler',
        message: '`pgp` opens a pg-promise Database each time that an Express handler runs. It is closed again after use. Nothing fails: it takes about 30 times as long as the same query on one that stays open. Open it once, for all of them.',
      }),
    ],
  },
};
