import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const sqlite = (call: string): string => `const sqlite3 = require('sqlite3').verbose();\nconst db = new sqlite3.Database(':memory:');\n${call}`;
const foreign = 'foreign';

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('question marks, with and without numbers', sqlite("db.all('select * from t where id = ? and n = ?2', [id, n], done);")),
      quiet('names whose keys have their marks', sqlite("db.get('select * from t where id = $id and n = :n', { $id: id, ':n': n }, (error, row) => {});")),
      quiet('names bound from a list', sqlite("db.run('insert into t values (@a, $b, :c)', [a, b, c]);")),
      quiet('numbers are names', sqlite("db.all('select $1', [id], done);")),
      quiet('a LIKE pattern', sqlite("db.all(\"select * from t where name like '%s'\", done);")),
      quiet('a module that only has its name', "import sqlite3 from './sqlite3.js';\nnew sqlite3.Database('a').all('select %s', [1]);"),
    ],
    invalid: [
      hit('%s', sqlite("db.all('select * from t where id = ⟦%s⟧', [id], (error, rows) => {});"), {
        messageId: foreign,
        message: '`%s` in "select * from t where id = %s" is not a placeholder for sqlite3 Database. It fails with SQLITE_ERROR `SQLITE_ERROR: near "%": syntax error`. Write `?`.',
        output: sqlite("db.all('select * from t where id = ?', [id], (error, rows) => {});"),
      }),
      hit('{name}', sqlite("db.run('delete from t where id = ⟦{id}⟧', { id });"), { messageId: foreign, output: sqlite("db.run('delete from t where id = ?', [id]);") }),
      hit('a statement', sqlite("const statement = db.prepare('insert into t values (⟦%s⟧)');\nstatement.run([1]);"), { messageId: foreign, output: sqlite("const statement = db.prepare('insert into t values (?)');\nstatement.run([1]);") }),
      hit('inside serialize()', sqlite("db.serialize(() => { db.run('delete from t where id = ⟦%s⟧', [1]); });"), { messageId: foreign, output: sqlite("db.serialize(() => { db.run('delete from t where id = ?', [1]); });") }),
      hit('after another call', sqlite("db.run('select 1').run('delete from t where id = ⟦%s⟧', [1]);"), { messageId: foreign, output: sqlite("db.run('select 1').run('delete from t where id = ?', [1]);") }),
      hit('exec()', sqlite("db.exec('delete from t where id = ⟦%s⟧');"), { messageId: foreign }),
      hit('import, without verbose()', "import sqlite3 from 'sqlite3';\nnew sqlite3.Database('a.db').get('select ⟦#{id}⟧', [id]);", { messageId: foreign, suggestion: ['rewrite', "import sqlite3 from 'sqlite3';\nnew sqlite3.Database('a.db').get('select ?', [id]);"] }),
      hit('a cached database', "const { cached } = require('sqlite3');\ncached.Database('a.db').run('select ⟦%d⟧', [1]);", { messageId: foreign, output: "const { cached } = require('sqlite3');\ncached.Database('a.db').run('select ?', [1]);" }),
      hit('a database by its type', "import type { Database } from 'sqlite3';\nexport const find = (db: Database) => db.all('select ⟦%s⟧', [1]);", { filename: 'file.ts', messageId: foreign, output: "import type { Database } from 'sqlite3';\nexport const find = (db: Database) => db.all('select ?', [1]);" }),
    ],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('as many values as placeholders', sqlite("db.all('select ?, ?', [1, 2], done);")),
      quiet('values one by one', sqlite("db.get('select ?, ?', 1, 2, (error, row) => {});")),
      quiet('one value and a callback', sqlite("db.get('select ?', 5, (error, row) => {});")),
      quiet('values or a callback in a variable', sqlite("db.get('select ?', given);")),
      quiet('names from a list', sqlite("db.all('select $a, $b, $a', [1, 2], done);")),
      quiet('keys that are numbers', sqlite("db.all('select ?1, ?2', { 1: 'a', 2: 'b' });")),
      quiet('values of the execution before', sqlite("const statement = db.prepare('select ?', [5]);\nstatement.get((error, row) => {});")),
      quiet('values that are bound', sqlite("const statement = db.prepare('select ?');\nstatement.bind(5);\nstatement.all((error, rows) => {});")),
    ],
    invalid: [
      hit('a value too few', sqlite("db.all('select ?, ⟦?⟧', [1], (error, rows) => {});"), {
        messageId: 'tooFew',
        message: 'The text has 2 placeholders, but 1 value is passed: `?` gets none. Nothing fails: a placeholder without a value is NULL.',
      }),
      hit('a value too many', sqlite("db.run('insert into t values (?)', [1, ⟦2⟧]);"), {
        messageId: 'tooMany',
        message: 'The text has 1 placeholder, but 2 values are passed. It fails with SQLITE_RANGE `SQLITE_RANGE: column index out of range`.',
      }),
      hit('no value, but a callback', sqlite("db.all('select * from t where id = ⟦?⟧', (error, rows) => {});"), { messageId: 'none' }),
      hit('a value that nobody asks for', sqlite("db.all('select 1', ⟦[5]⟧, (error, rows) => {});"), { messageId: 'unused' }),
      hit('a bare key', sqlite("db.get('select ⟦$id⟧', { id: 5 }, (error, row) => {});"), {
        messageId: 'missingName',
        message: '`$id` in "select $id" gets no value: the object has no key `$id`. It fails with SQLITE_RANGE `SQLITE_RANGE: column index out of range`.',
      }),
      hit('a name without a key', sqlite("db.get('select $a, ⟦$b⟧', { $a: 5 });"), {
        messageId: 'missingName',
        message: '`$b` in "select $a, $b" gets no value: the object has no key `$b`. Nothing fails: b is NULL.',
      }),
      hit('no value for a name', sqlite("db.get('select ⟦:a⟧');"), { messageId: 'none' }),
      hit('a record for question marks', sqlite("db.get('select ?', ⟦{ a: 1 }⟧);"), { messageId: 'notAList' }),
      hit('names from a list, one too few', sqlite("db.all('select $a, $b, $a, ⟦$c⟧', [1, 2]);"), { messageId: 'tooFew' }),
      hit('numbers are names, one too many', sqlite("db.all('select $1, $1', [1, ⟦2⟧]);"), { messageId: 'tooMany' }),
      hit('a statement', sqlite("db.prepare('select ?').get(1, ⟦2⟧);"), { messageId: 'tooMany' }),
      hit('exec() takes no values', sqlite("db.exec('delete from t where id = ⟦?⟧');"), { messageId: 'none' }),
    ],
  },
  'no-quoted-placeholder': {
    valid: [
      quiet('a string that looks like one', sqlite("db.all(\"select * from t where name = '?'\", (error, rows) => {});")),
      quiet('a string beside enough placeholders', sqlite("db.all(\"select '?', ?\", [1]);")),
      quiet('values in a variable', sqlite("db.all(\"select '?'\", values);")),
    ],
    invalid: [
      hit('?', sqlite("db.all(\"select * from t where name = ⟦'?'⟧\", ['a'], (error, rows) => {});"), {
        messageId: 'quoted',
        message: '`\'?\'` in "select * from t where name = \'?\'" is text inside quotes, not a placeholder. It fails with SQLITE_RANGE `SQLITE_RANGE: column index out of range`.',
        output: sqlite("db.all(\"select * from t where name = ?\", ['a'], (error, rows) => {});"),
      }),
      hit('one value', sqlite("db.get(\"select * from t where name = ⟦'?'⟧\", 'a');"), { messageId: 'quoted', output: sqlite("db.get(\"select * from t where name = ?\", 'a');") }),
    ],
  },
  'no-result-as-row': {
    valid: [
      quiet('rows and a row', sqlite("db.all('select id from t', (error, rows) => { f(rows[0].id, rows.length); });\ndb.get('select id from t', (error, row) => { if (row) f(row.id); });")),
      quiet('what a statement changed', sqlite("db.run('delete from t', function () { f(this.changes, this.lastID); });")),
      quiet('the database that a call gives', sqlite("const same = db.run('delete from t');\nf(same.rows);")),
    ],
    invalid: [
      hit("another driver's habit", sqlite("db.all('select id from t', (error, result) => { f(result⟦.rows⟧); });"), { messageId: 'rowsAsResult', output: sqlite("db.all('select id from t', (error, result) => { f(result); });") }),
      hit('a row as a list', sqlite("db.get('select id from t', (error, row) => { f(row⟦[0]⟧); });"), { messageId: 'rowAsRows' }),
    ],
  },
  'no-cached-statement': 'a statement lives as long as its connection, which is taken from no pool: to keep it is right',
  'no-connection-per-request': {
    valid: [
      quiet('opened at the top of the file', 'import express from \'express\';\nimport sqlite3 from \'sqlite3\';\nconst db = new sqlite3.Database(\'shop.db\');\nexpress().get(\'/users\', async (req, res) => {\n  db.all(\'select 1\', (error, rows) => res.json(rows));\n});\n'),
      quiet('opened when it is first needed', 'import express from \'express\';\nimport sqlite3 from \'sqlite3\';\nexpress().get(\'/users\', async (req, res) => {\n  db ??= new sqlite3.Database(\'shop.db\');\n  db.all(\'select 1\', (error, rows) => res.json(rows));\n});\nlet db;\n'),
      quiet('a factory', 'import sqlite3 from \'sqlite3\';\nexport async function open() {\n  const db = new sqlite3.Database(\'shop.db\');\n  return db;\n}\n'),
      quiet('the main function of a script', 'import sqlite3 from \'sqlite3\';\nasync function main() {\n  const db = new sqlite3.Database(\'shop.db\');\n  db.all(\'select 1\', (error, rows) => console.log(rows));\n  db.close();\n}\nmain();\n'),
      quiet('a database in memory', 'import express from \'express\';\nimport sqlite3 from \'sqlite3\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = new sqlite3.Database(\':memory:\');\n  db.all(\'select 1\', (error, rows) => res.json(rows));\n});\n'),
      quiet('the one that is open already', 'import express from \'express\';\nimport sqlite3 from \'sqlite3\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = new sqlite3.cached.Database(\'shop.db\');\n  db.all(\'select 1\', (error, rows) => res.json(rows));\n});\n'),
    ],
    invalid: [
      hit('opened and left', 'import express from \'express\';\nimport sqlite3 from \'sqlite3\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦new sqlite3.Database⟧(\'shop.db\');\n  db.all(\'select 1\', (error, rows) => res.json(rows));\n});\n', {
        messageId: 'handler',
        message: '`new sqlite3.Database` opens a sqlite3 Database each time that an Express handler runs. Nobody closes it, and the open ones pile up. Nothing fails: it takes 4 times as long as the same query on one that stays open. Open it once, and let one transaction at a time run on it.',
      }),
      hit('opened and closed', 'import express from \'express\';\nimport sqlite3 from \'sqlite3\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦new sqlite3.Database⟧(\'shop.db\');\n  db.all(\'select 1\', (error, rows) => res.json(rows));\n  db.close();\n});\n', {
        messageId: 'handler',
        message: '`new sqlite3.Database` opens a sqlite3 Database each time that an Express handler runs. It is closed again after use. Nothing fails: it takes 4 times as long as the same query on one that stays open. Open it once, and let one transaction at a time run on it.',
      }),
    ],
  },
};
