import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const mysql = (call: string): string => `const mysql = require('mysql');\nconst pool = mysql.createPool({ host: 'db' });\n${call}`;
const foreign = 'foreign';

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('question marks', mysql("pool.query('select ?? from t where id = ?', ['name', id], (error, rows) => {});")),
      quiet('a record for SET', mysql("pool.query('update t set ? where id = ?', [{ name }, id]);")),
      quiet('a variable of the session', mysql("pool.query('select @total := count(*) from t where id = ?', [id]);")),
      quiet('a column with a dollar sign', mysql("pool.query('select $name from t where id = ?', [id]);")),
      quiet('a comment', mysql("pool.query('select 1 # {id} %s');")),
      quiet('a LIKE pattern', mysql("pool.query(\"select * from t where name like '%s'\");")),
      quiet('the same call on something unknown', "require('my-sql').createPool({}).query('select $1', [id]);"),
    ],
    invalid: [
      hit('$1', mysql("pool.query('select * from t where id = ⟦$1⟧', [id], (error, rows) => {});"), {
        messageId: foreign,
        message: "`$1` in \"select * from t where id = $1\" is not a placeholder for mysql Pool. It fails with ER_BAD_FIELD_ERROR `ER_BAD_FIELD_ERROR: Unknown column '$1'`. Write `?`.",
        output: mysql("pool.query('select * from t where id = ?', [id], (error, rows) => {});"),
      }),
      hit('names, which only mysql2 knows', mysql("pool.query('select * from t where id = ⟦:id⟧', { id });"), { messageId: foreign, output: mysql("pool.query('select * from t where id = ?', [id]);") }),
      hit('%s', mysql("pool.query('select * from t where id = ⟦%s⟧', [id]);"), {
        messageId: foreign,
        message: '`%s` in "select * from t where id = %s" is not a placeholder for mysql Pool. It fails with ER_PARSE_ERROR `ER_PARSE_ERROR: You have an error in your SQL syntax`. Write `?`.',
        output: mysql("pool.query('select * from t where id = ?', [id]);"),
      }),
      hit('?1', mysql("pool.query('select ⟦?1⟧', [id]);"), {
        messageId: foreign,
        message: '`?1` in "select ?1" is not a placeholder for mysql Pool. Nothing fails: the value takes the place of the `?`, and the number stays behind it. Write `?`.',
      }),
      hit('a config object', mysql("pool.query({ sql: 'select * from t where id = ⟦$1⟧', values: [id] });"), { messageId: foreign, output: mysql("pool.query({ sql: 'select * from t where id = ?', values: [id] });") }),
      hit('a connection', "import mysql from 'mysql';\nconst connection = mysql.createConnection(url);\nconnection.query('select ⟦$1⟧', [1]);", { messageId: foreign, output: "import mysql from 'mysql';\nconst connection = mysql.createConnection(url);\nconnection.query('select ?', [1]);" }),
      hit('a connection of the pool', mysql("pool.getConnection((error, connection) => { connection.query('select ⟦$1⟧', [1]); });"), { messageId: foreign, output: mysql("pool.getConnection((error, connection) => { connection.query('select ?', [1]); });") }),
      hit('a connection of an event', mysql("pool.on('acquire', (connection) => { connection.query('set a = ⟦$1⟧', [1]); });"), { messageId: foreign, output: mysql("pool.on('acquire', (connection) => { connection.query('set a = ?', [1]); });") }),
      hit('a cluster', "import { createPoolCluster } from 'mysql';\nconst cluster = createPoolCluster();\ncluster.of('*').query('select ⟦$1⟧', [1]);", { messageId: foreign, output: "import { createPoolCluster } from 'mysql';\nconst cluster = createPoolCluster();\ncluster.of('*').query('select ?', [1]);" }),
      hit('a connection by its type', "import type { PoolConnection } from 'mysql';\nexport const find = (connection: PoolConnection) => connection.query('select ⟦$1⟧', [1]);", { filename: 'file.ts', messageId: foreign, output: "import type { PoolConnection } from 'mysql';\nexport const find = (connection: PoolConnection) => connection.query('select ?', [1]);" }),
    ],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('as many values as placeholders', mysql("pool.query('select ?, ?', [1, 2], (error, rows) => {});")),
      quiet('one value without a list', mysql("pool.query('select ?', 5, (error, rows) => {});")),
      quiet('values that nobody asks for', mysql("pool.query('select ?', [1, 2]);")),
      quiet('in quotes and in a comment, where they are replaced, too', mysql("pool.query(\"select '?' /* ? */\", [1, 2]);")),
      quiet('three question marks, which are left alone', mysql("pool.query('select \"???\"', []);")),
      quiet('a list in a variable', mysql("pool.query('insert into t (a, b) values ?', rows);")),
      quiet('a question mark in quotes, without values', mysql("pool.query(\"select '?'\", (error, rows) => {});")),
    ],
    invalid: [
      hit('a value too few', mysql("pool.query('select ?, ⟦?⟧', [1]);"), {
        messageId: 'tooFew',
        message: 'The text has 2 placeholders, but 1 value is passed: `?` gets none. It fails with ER_PARSE_ERROR `ER_PARSE_ERROR: You have an error in your SQL syntax`.',
      }),
      hit('no values, but a callback', mysql("pool.query('select * from t where id = ⟦?⟧', (error, rows) => {});"), { messageId: 'none' }),
      hit('a comment takes the value', mysql("pool.query('select 1 /* why? */ as a, ⟦?⟧ as b', [1]);"), { messageId: 'tooFew' }),
      hit('a connection', mysql("pool.getConnection((error, connection) => connection.query('select ?, ⟦?⟧', [1]));"), { messageId: 'tooFew' }),
    ],
  },
  'no-quoted-placeholder': 'the driver replaces placeholders inside quotes, too',
  'no-result-as-row': {
    valid: [
      quiet('rows', mysql("pool.query('select id from t', (error, rows) => { rows.map(f); f(rows[0].id, rows.length); });")),
      quiet('what a statement changed', mysql("pool.query('delete from t', (error, result) => { f(result.affectedRows, result.insertId); });")),
      quiet('the query that a call gives', mysql("const query = pool.query('select 1');\nf(query.rows, query.length);")),
    ],
    invalid: [
      hit("another driver's habit", mysql("pool.query('select id from t', (error, result) => { f(result⟦.rows⟧); });"), { messageId: 'rowsAsResult', output: mysql("pool.query('select id from t', (error, result) => { f(result); });") }),
      hit('rows as a row', mysql("pool.query('select name from t', (error, rows) => { f(rows⟦.name⟧); });"), { messageId: 'rowsAsRow', suggestion: ['repair', mysql("pool.query('select name from t', (error, rows) => { f(rows[0].name); });")] }),
    ],
  },
  'no-cached-statement': {
    valid: [
      quiet('a connection in a variable of the callback', mysql("exports.find = (then) => pool.getConnection((error, connection) => { connection.query('select 1', then); connection.release(); });")),
      quiet('a connection that is forgotten when it goes back', mysql("let kept;\nexports.find = (then) => pool.getConnection((error, connection) => { kept ??= connection; connection.release(); kept = null; then(); });")),
      quiet('a connection of its own', "const mysql = require('mysql');\nlet connection;\nexports.get = () => (connection ??= mysql.createConnection({}));"),
      quiet('a pool', "const mysql = require('mysql');\nlet pool;\nexports.get = () => (pool ??= mysql.createPool({}));"),
    ],
    invalid: [
      hit('a connection that each call gives back', mysql("let kept;\nexports.find = (then) => {\n  pool.getConnection((error, connection) => {\n    ⟦kept⟧ ??= connection;\n    kept.query('select 1', then);\n    kept.release();\n  });\n};"), {
        messageId: 'released',
        message: '`kept` keeps a mysql PoolConnection whose checkout ends in line 8, and the next call finds it there. It fails with `Connection already released`. Take a client out of the pool where it is needed, and give it back there.',
      }),
      hit('a connection of the first call', mysql("let kept;\nexports.find = (then) => {\n  pool.getConnection((error, connection) => {\n    if (!kept) {\n      ⟦kept⟧ = connection;\n      connection.release();\n    }\n    kept.query('select 1', then);\n  });\n};"), {
        messageId: 'released',
        message: '`kept` keeps a mysql PoolConnection whose checkout ends in line 8, and the next call finds it there. Nothing fails: its next query runs on a connection that someone else has by then, inside their transaction. Take a client out of the pool where it is needed, and give it back there.',
      }),
    ],
  },
  'no-connection-per-request': {
    valid: [
      quiet('opened at the top of the file', 'import express from \'express\';\nimport mysql from \'mysql\';\nconst db = mysql.createPool({ host: \'db\' });\nexpress().get(\'/users\', async (req, res) => {\n  db.query(\'select 1\', (error, rows) => res.json(rows));\n});\n'),
      quiet('opened when it is first needed', 'import express from \'express\';\nimport mysql from \'mysql\';\nexpress().get(\'/users\', async (req, res) => {\n  db ??= mysql.createPool({ host: \'db\' });\n  db.query(\'select 1\', (error, rows) => res.json(rows));\n});\nlet db;\n'),
      quiet('a factory', 'import mysql from \'mysql\';\nexport async function open() {\n  const db = mysql.createPool({ host: \'db\' });\n  return db;\n}\n'),
      quiet('the main function of a script', 'import mysql from \'mysql\';\nasync function main() {\n  const db = mysql.createPool({ host: \'db\' });\n  db.query(\'select 1\', (error, rows) => console.log(rows));\n  db.end();\n}\nmain();\n'),
      quiet('a connection of the pool', 'import express from \'express\';\nimport mysql from \'mysql\';\nconst pool = mysql.createPool({ host: \'db\' });\nexpress().get(\'/users\', async (req, res) => {\n  pool.getConnection((error, connection) => {\n    connection.query(\'select 1\', (failed, rows) => res.json(rows));\n    connection.release();\n  });\n});\n'),
    ],
    invalid: [
      hit('opened and left', 'import express from \'express\';\nimport mysql from \'mysql\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦mysql.createPool⟧({ host: \'db\' });\n  db.query(\'select 1\', (error, rows) => res.json(rows));\n});\n', {
        messageId: 'handler',
        message: '`mysql.createPool` opens a mysql Pool each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails with ER_CON_COUNT_ERROR `ER_CON_COUNT_ERROR: Too many connections`. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport mysql from \'mysql\';\nconst db = mysql.createPool({ host: \'db\' });\n\nexpress().get(\'/users\', async (req, res) => {\n  db.query(\'select 1\', (error, rows) => res.json(rows));\n});\n'],
      }),
      hit('opened and closed', 'import express from \'express\';\nimport mysql from \'mysql\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦mysql.createPool⟧({ host: \'db\' });\n  db.query(\'select 1\', (error, rows) => res.json(rows));\n  db.end();\n});\n', {
        messageId: 'handler',
        message: '`mysql.createPool` opens a mysql Pool each time that an Express handler runs. It is closed again after use. Nothing fails: it takes about 6 times as long as the same query on one that stays open. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport mysql from \'mysql\';\nconst db = mysql.createPool({ host: \'db\' });\n\nexpress().get(\'/users\', async (req, res) => {\n  db.query(\'select 1\', (error, rows) => res.json(rows));\n});\n'],
      }),
      hit('a connection: all may not share it', 'import express from \'express\';\nimport mysql from \'mysql\';\nexpress().get(\'/users\', async (req, res) => {\n  const connection = ⟦mysql.createConnection⟧({ host: \'db\' });\n  connection.query(\'select 1\', (error, rows) => res.json(rows));\n  connection.end();\n});\n', {
        messageId: 'handler',
        message: '`mysql.createConnection` opens a mysql Connection each time that an Express handler runs. It is closed again after use. Nothing fails: it takes about 10 times as long as the same query on one that stays open. Open one pool, once, and query that.',
      }),
    ],
  },
};
