import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const sqlite = (call: string): string => `import { DatabaseSync } from 'node:sqlite';\nconst db = new DatabaseSync(':memory:');\n${call}`;
const tagged = (call: string): string => sqlite(`const sql = db.createTagStore();\n${call}`);
const foreign = 'foreign';

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('question marks, with and without numbers', sqlite("db.prepare('select * from t where id = ? and n = ?2').get(id, n);")),
      quiet('names with bare keys', sqlite("db.prepare('select * from t where id = @id and n = :n and k = $k').get({ id, n, k });")),
      quiet('numbers are names', sqlite("db.prepare('select $1').get({ 1: id });")),
      quiet('names with values in a variable', sqlite("db.prepare('select :id').get(values);")),
      quiet('brackets and a trigger', sqlite("db.exec('create trigger [a?] after insert on t begin select 1; end');")),
      quiet('a module that only has its name', "import { DatabaseSync } from './sqlite.js';\nnew DatabaseSync('a').prepare('select %s').get(1);"),
      quiet('values of a tag', tagged('sql.all`select * from t where id = ${id}`;')),
      quiet('a tag of another kind', tagged('sql.clear`select %s`;')),
    ],
    invalid: [
      hit('%s', sqlite("db.prepare('select * from t where id = ⟦%s⟧').get(id);"), {
        messageId: foreign,
        message: '`%s` in "select * from t where id = %s" is not a placeholder for node:sqlite StatementSync. It fails with ERR_SQLITE_ERROR `near "%": syntax error`. Write `?`.',
        suggestion: ['rewrite', sqlite("db.prepare('select * from t where id = ?').get(id);")],
      }),
      hit('a number with a value', sqlite("db.prepare('select * from t where id = ⟦$1⟧').get(5);"), {
        messageId: foreign,
        message: '`$1` in "select * from t where id = $1" is not a placeholder for node:sqlite StatementSync. It fails with ERR_SQLITE_ERROR `column index out of range`. Write `?`.',
        output: sqlite("db.prepare('select * from t where id = ?').get(5);"),
      }),
      hit('a name with values', sqlite("db.prepare('select ⟦:id⟧').all(5);"), { messageId: foreign, suggestion: ['rewrite', sqlite("db.prepare('select ?').all(5);")] }),
      hit('{name}', sqlite("db.prepare('select ⟦{id}⟧').get({ id });"), { messageId: foreign, output: sqlite("db.prepare('select ?').get(id);") }),
      hit('exec()', sqlite("db.exec('delete from t where id = ⟦%s⟧');"), { messageId: foreign }),
      hit('%s in a tag', tagged('sql.get`select ⟦%s⟧`;'), { messageId: foreign }),
      hit('a question mark by hand in a tag', tagged('sql.get`select * from t where id = ⟦?⟧ and n = ${n}`;'), {
        messageId: 'handWritten',
        message:
          '`?` in "select * from t where id = ? and n = ${…}" is written by hand into a template tag, which numbers its `${}` itself. It fails with ERR_INVALID_ARG_VALUE `SQLite parameters must be bound using template literal placeholders.`. Write the value as `${}`.',
      }),
      hit('require', "const { DatabaseSync } = require('node:sqlite');\nnew DatabaseSync('a.db').prepare('select ⟦#{id}⟧').get(1);", {
        messageId: foreign,
        suggestion: ['rewrite', "const { DatabaseSync } = require('node:sqlite');\nnew DatabaseSync('a.db').prepare('select ?').get(1);"],
      }),
      hit('a namespace', "import sqlite from 'node:sqlite';\nconst db = new sqlite.DatabaseSync('a.db');\ndb.prepare('select ⟦%d⟧').get(1);", {
        messageId: foreign,
        output: "import sqlite from 'node:sqlite';\nconst db = new sqlite.DatabaseSync('a.db');\ndb.prepare('select ?').get(1);",
      }),
      hit('a statement by its type', "import type { DatabaseSync } from 'node:sqlite';\nexport const find = (db: DatabaseSync) => db.prepare('select ⟦%s⟧').get(1);", {
        filename: 'file.ts',
        messageId: foreign,
        output: "import type { DatabaseSync } from 'node:sqlite';\nexport const find = (db: DatabaseSync) => db.prepare('select ?').get(1);",
      }),
    ],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('as many values as placeholders', sqlite("db.prepare('select ?, ?').get(1, 2);")),
      quiet('values in a variable', sqlite("db.prepare('select ?, ?').get(values);")),
      quiet('a spread list', sqlite("db.prepare('select ?, ?').get(...[1, 2]);")),
      quiet('keys with their marks', sqlite("db.prepare('select @a, :b, $c').get({ '@a': 1, ':b': 2, $c: 3 });")),
      quiet('names before values', sqlite("db.prepare('select @a, ?').get({ a: 1 }, 2);")),
      quiet('an empty list where nothing is needed', sqlite("db.prepare('select 1').get([]);")),
      quiet('a record with a spread', sqlite("db.prepare('select @a, @b').get({ a: 1, ...rest });")),
      quiet('a text that is prepared and never executed here', sqlite("export const find = db.prepare('select ?');")),
    ],
    invalid: [
      hit('a list in place of values', sqlite("db.prepare('select * from t where id = ?').all(⟦[5]⟧);"), {
        messageId: 'oneList',
        message: "node:sqlite StatementSync takes each value as an argument of its own, not in one array. It fails with ERR_INVALID_STATE `Unknown named parameter '0'`.",
        suggestion: ['unwrap', sqlite("db.prepare('select * from t where id = ?').all(5);")],
      }),
      hit('a list of several', sqlite("db.prepare('insert into t values (?, ?)').run(⟦[a, b]⟧);"), { messageId: 'oneList', suggestion: ['unwrap', sqlite("db.prepare('insert into t values (?, ?)').run(a, b);")] }),
      hit('a list in a constant', sqlite("const values = [a, b];\ndb.prepare('insert into t values (?, ?)').run(⟦values⟧);"), {
        messageId: 'oneList',
        suggestion: ['unwrap', sqlite("const values = [a, b];\ndb.prepare('insert into t values (?, ?)').run(...values);")],
      }),
      hit('a value too few', sqlite("db.prepare('select ?, ⟦?⟧').get(1);"), {
        messageId: 'tooFew',
        message: 'The text has 2 placeholders, but 1 value is passed: `?` gets none. Nothing fails: a placeholder without a value is NULL.',
      }),
      hit('a value too many', sqlite("db.prepare('select ?').get(1, ⟦2⟧);"), { messageId: 'tooMany' }),
      hit('no value', sqlite("db.prepare('select * from t where id = ⟦?⟧').get();"), { messageId: 'none' }),
      hit('a value that nobody asks for', sqlite("db.prepare('select 1').get(⟦5⟧);"), { messageId: 'unused' }),
      hit('no value for a name', sqlite("db.prepare('select ⟦@id⟧').get();"), { messageId: 'none' }),
      hit('a name without a key', sqlite("db.prepare('select @a, ⟦@b⟧').get({ a: 1 });"), {
        messageId: 'missingName',
        message: '`@b` in "select @a, @b" gets no value: the object has no key `b`. Nothing fails: b is NULL.',
      }),
      hit('a key under another name', sqlite("db.prepare('select ⟦@userId⟧').get({ userid: 1 });"), {
        messageId: 'missingName',
        message: "`@userId` in \"select @userId\" gets no value: the object has no key `userId`. It fails with ERR_INVALID_STATE `Unknown named parameter 'userid'`.",
      }),
      hit('a record for question marks', sqlite("db.prepare('select ?').get(⟦{ id: 1 }⟧);"), { messageId: 'notAList' }),
      hit('exec() takes no values', sqlite("db.exec('delete from t where id = ⟦?⟧');"), { messageId: 'none' }),
    ],
  },
  'no-quoted-placeholder': {
    valid: [
      quiet('a string that looks like one', sqlite("db.prepare(\"select * from t where name = '?'\").all();")),
      quiet('a string beside enough placeholders', sqlite("db.prepare(\"select '?', ?\").get(1);")),
      quiet('a value outside quotes', tagged("sql.all`select * from t where name = ${name} and k = 'a'`;")),
    ],
    invalid: [
      hit('?', sqlite("db.prepare(\"select * from t where name = ⟦'?'⟧\").get('a');"), {
        messageId: 'quoted',
        message: '`\'?\'` in "select * from t where name = \'?\'" is text inside quotes, not a placeholder. It fails with ERR_SQLITE_ERROR `column index out of range`.',
        output: sqlite("db.prepare(\"select * from t where name = ?\").get('a');"),
      }),
      hit('a value of a tag in quotes', tagged("sql.all`select * from t where name = '⟦${String(name)}⟧'`;"), { messageId: 'quotedHole', output: tagged('sql.all`select * from t where name = ${String(name)}`;') }),
      hit('a name of a tag in quotes', tagged('sql.all`select * from "⟦${table}⟧"`;'), { messageId: 'quotedIdentifier' }),
    ],
  },
  'no-result-as-row': {
    valid: [
      quiet('rows, a row and what was changed', sqlite("const rows = db.prepare('select id from t').all();\nconst row = db.prepare('select id from t').get();\nconst { changes, lastInsertRowid } = db.prepare('delete from t').run();\nf(rows[0].id, rows.length, row?.id, changes, lastInsertRowid);")),
      quiet('a row that may be missing', sqlite("const row = db.prepare('select id from t').get();\nif (!row) f();")),
      quiet('rows as lists', sqlite("const statement = db.prepare('select id from t');\nstatement.setReturnArrays(true);\nconst [id] = statement.get();\nf(id);")),
      quiet('an iterator', sqlite("for (const row of db.prepare('select id from t').iterate()) f(row.id);")),
    ],
    invalid: [
      hit("another driver's habit", sqlite("const result = db.prepare('select id from t').all();\nf(result⟦.rows⟧);"), {
        messageId: 'rowsAsResult',
        output: sqlite("const result = db.prepare('select id from t').all();\nf(result);"),
      }),
      hit('a misspelt id', sqlite("const result = db.prepare('insert into t values (1)').run();\nf(result⟦.lastInsertRowId⟧);"), {
        messageId: 'resultAsRow',
        message: '`result` is not a row with `.lastInsertRowId`, but a node:sqlite result of run(). Nothing fails: it is undefined.',
      }),
      hit('rows that are never missing', tagged("const rows = sql.all`select id from t`;\nif (!⟦rows⟧) f();"), { messageId: 'neverFalsy', suggestion: ['repair', tagged("const rows = sql.all`select id from t`;\nif (!rows.length) f();")] }),
    ],
  },
  'no-cached-statement': 'a statement lives as long as its connection, which is taken from no pool: to keep it is right',
  'no-connection-per-request': {
    valid: [
      quiet('opened at the top of the file', 'import express from \'express\';\nimport { DatabaseSync } from \'node:sqlite\';\nconst db = new DatabaseSync(\'shop.db\');\nexpress().get(\'/users\', async (req, res) => {\n  res.json(db.prepare(\'select 1\').all());\n});\n'),
      quiet('opened when it is first needed', 'import express from \'express\';\nimport { DatabaseSync } from \'node:sqlite\';\nexpress().get(\'/users\', async (req, res) => {\n  db ??= new DatabaseSync(\'shop.db\');\n  res.json(db.prepare(\'select 1\').all());\n});\nlet db;\n'),
      quiet('a factory', 'import { DatabaseSync } from \'node:sqlite\';\nexport async function open() {\n  const db = new DatabaseSync(\'shop.db\');\n  return db;\n}\n'),
      quiet('the main function of a script', 'import { DatabaseSync } from \'node:sqlite\';\nasync function main() {\n  const db = new DatabaseSync(\'shop.db\');\n  console.log(db.prepare(\'select 1\').all());\n  db.close();\n}\nmain();\n'),
      quiet('a database in memory', 'import express from \'express\';\nimport { DatabaseSync } from \'node:sqlite\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = new DatabaseSync(\':memory:\');\n  res.json(db.prepare(\'select 1\').all());\n});\n'),
    ],
    invalid: [
      hit('opened and left', 'import express from \'express\';\nimport { DatabaseSync } from \'node:sqlite\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦new DatabaseSync⟧(\'shop.db\');\n  res.json(db.prepare(\'select 1\').all());\n});\n', {
        messageId: 'handler',
        message: '`new DatabaseSync` opens a node:sqlite DatabaseSync each time that an Express handler runs. Nobody closes it, and the open ones pile up. Nothing fails: it takes 6 times as long as the same query on one that stays open. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport { DatabaseSync } from \'node:sqlite\';\nconst db = new DatabaseSync(\'shop.db\');\n\nexpress().get(\'/users\', async (req, res) => {\n  res.json(db.prepare(\'select 1\').all());\n});\n'],
      }),
      hit('opened and closed', 'import express from \'express\';\nimport { DatabaseSync } from \'node:sqlite\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦new DatabaseSync⟧(\'shop.db\');\n  res.json(db.prepare(\'select 1\').all());\n  db.close();\n});\n', {
        messageId: 'handler',
        message: '`new DatabaseSync` opens a node:sqlite DatabaseSync each time that an Express handler runs. It is closed again after use. Nothing fails: it takes 6 times as long as the same query on one that stays open. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport { DatabaseSync } from \'node:sqlite\';\nconst db = new DatabaseSync(\'shop.db\');\n\nexpress().get(\'/users\', async (req, res) => {\n  res.json(db.prepare(\'select 1\').all());\n});\n'],
      }),
    ],
  },
};
