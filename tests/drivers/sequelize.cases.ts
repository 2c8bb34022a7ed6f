import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const createdAs = (dialect: string): string => `import { Sequelize } from 'sequelize';\nconst db = new Sequelize('app', 'me', 'secret', { dialect: '${dialect}' });\n`;
const postgres = (call: string): string => createdAs('postgres') + call;
const mysql = (call: string): string => createdAs('mysql') + call;
const sqlite = (call: string): string => createdAs('sqlite') + call;
const foreign = 'foreign';

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('replacements by position', postgres("db.query('select * from t where id = ?', { replacements: [id] });")),
      quiet('replacements by name', postgres("db.query('select * from t where id = :id', { replacements: { id } });")),
      quiet('bind by number', postgres("db.query('select * from t where id = $1', { bind: [id], type: QueryTypes.SELECT });")),
      quiet('bind by name', mysql("db.query('select * from t where id = $id', { bind: { id } });")),
      quiet('options in a variable', postgres("db.query('select * from t where id = %s', options);")),
      quiet('a JSONB operator beside names', postgres("db.query(\"select tags ? 'a' from t where id = :id\", { replacements: { id } });")),
      quiet('a dialect that is computed', "import { Sequelize } from 'sequelize';\nnew Sequelize({ dialect: process.env.DIALECT }).query('select $1', { replacements: [1] });"),
      quiet('a migration, which runs on a server that nobody knows', "import type { Sequelize } from 'sequelize';\nexport const up = (db: Sequelize) => db.query('select $1', { replacements: [1] });", 'file.ts'),
    ],
    invalid: [
      hit('a number with replacements', postgres("db.query('select * from t where id = ⟦$1⟧', { replacements: [id] });"), {
        messageId: foreign,
        message: '`$1` in "select * from t where id = $1" is not a placeholder for Sequelize. It fails with 42P02 `there is no parameter $1`. Write `?`.',
        output: postgres("db.query('select * from t where id = ?', { replacements: [id] });"),
      }),
      hit('a name with a list of replacements', postgres("db.query('select * from t where id = ⟦:id⟧', { replacements: [id] });"), {
        messageId: foreign,
        suggestion: ['rewrite', postgres("db.query('select * from t where id = ?', { replacements: [id] });")],
      }),
      hit('a question mark with bind', postgres("db.query('select * from t where id = ⟦?⟧', { bind: [id] });"), {
        messageId: foreign,
        message: '`?` in "select * from t where id = ?" is not a placeholder for Sequelize. It fails with 42601 `syntax error at end of input`. Write `$1`.',
        output: postgres("db.query('select * from t where id = $1', { bind: [id] });"),
      }),
      hit('a name with a list to bind', postgres("db.query('select * from t where id = ⟦$id⟧', { bind: [id] });"), {
        messageId: foreign,
        message: '`$id` in "select * from t where id = $id" is not a placeholder for Sequelize. It fails with `Named bind parameter "$id" has no value in the given object.`. Write `$1`.',
        suggestion: ['rewrite', postgres("db.query('select * from t where id = $1', { bind: [id] });")],
      }),
      hit('a question mark with bind on MySQL', mysql("db.query('select * from t where id = ⟦?⟧', { bind: [id] });"), {
        messageId: foreign,
        message: '`?` in "select * from t where id = ?" is not a placeholder for Sequelize. It fails with ER_PARSE_ERROR `You have an error in your SQL syntax`. Write `$1`.',
        output: mysql("db.query('select * from t where id = $1', { bind: [id] });"),
      }),
      hit('a number with replacements on SQLite', sqlite("db.query('select * from t where id = ⟦$1⟧', { replacements: [id] });"), {
        messageId: foreign,
        message: '`$1` in "select * from t where id = $1" is not a placeholder for Sequelize. Nothing fails: the placeholder is NULL. Write `?`.',
        output: sqlite("db.query('select * from t where id = ?', { replacements: [id] });"),
      }),
      hit('an address', "const { Sequelize } = require('sequelize');\nconst db = new Sequelize('postgres://db/app');\ndb.query('select ⟦?⟧', { bind: [1] });", {
        messageId: foreign,
        output: "const { Sequelize } = require('sequelize');\nconst db = new Sequelize('postgres://db/app');\ndb.query('select $1', { bind: [1] });",
      }),
    ],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('as many replacements', postgres("db.query('select ?, ?', { replacements: [a, b] });")),
      quiet('a replacement too many', postgres("db.query('select ?', { replacements: [a, b] });")),
      quiet('a value too many to bind on MySQL', mysql("db.query('select $1', { bind: [a, b] });")),
      quiet('a list in a list', postgres("db.query('select * from t where id in (?)', { replacements: [[1, 2]] });")),
      quiet('options that are spread', postgres("db.query('select $1', { ...options });")),
      quiet('a query object', postgres("db.query({ query: 'select $1', bind: [1] });")),
      quiet('a text without placeholders', postgres("db.query('select 1', { type: QueryTypes.SELECT });")),
    ],
    invalid: [
      hit('too few replacements', postgres("db.query('select ?, ⟦?⟧', { replacements: [a] });"), {
        messageId: 'tooFew',
        message:
          'The text has 2 placeholders, but 1 value is passed: `?` gets none. It fails with `Positional replacement (?) 1 has no entry in the replacement map (replacements[1] is undefined).`.',
      }),
      hit('a name without a key', postgres("db.query('select :a, ⟦:b⟧', { replacements: { a } });"), {
        messageId: 'missingName',
        message: '`:b` in "select :a, :b" gets no value: the object has no key `b`. It fails with `Named replacement ":b" has no entry in the replacement map.`.',
      }),
      hit('too few to bind', postgres("db.query('select $1, ⟦$2⟧', { bind: [a] });"), {
        messageId: 'tooFew',
        message: 'The text has 2 placeholders, but 1 value is passed: `$2` gets none. It fails with `Named bind parameter "$2" has no value in the given object.`.',
      }),
      hit('too many to bind', postgres("db.query('select $1', { bind: [a, ⟦b⟧] });"), { messageId: 'tooMany' }),
      hit('a name to bind without a key', mysql("db.query('select $a, ⟦$b⟧', { bind: { a } });"), {
        messageId: 'missingName',
        message: '`$b` in "select $a, $b" gets no value: the object has no key `b`. It fails with `Named bind parameter "$b" has no value in the given object.`.',
      }),
      hit('a list in place of the options', postgres("db.query('select * from t where id = ⟦$1⟧', [id]);"), {
        messageId: 'none',
        message: '`$1` in "select * from t where id = $1" gets no value: none are passed. It fails: the placeholder goes to the server as it is, which finds no value for it.',
      }),
      hit('no options on SQLite', sqlite("db.query('select * from t where id = ⟦?⟧');"), {
        messageId: 'none',
        message: '`?` in "select * from t where id = ?" gets no value: none are passed. Nothing fails: the placeholder is NULL.',
      }),
      hit('a record of replacements for positions', postgres("db.query('select ?', { replacements: ⟦{ id }⟧ });"), { messageId: 'notAList' }),
    ],
  },
  'no-quoted-placeholder': {
    valid: [
      quiet('a text in quotes', postgres("db.query(\"select '?' where id = ?\", { replacements: [id] });")),
      quiet('no values', postgres("db.query(\"select '$1'\");")),
      quiet('options in a variable', postgres("db.query(\"select '?'\", options);")),
    ],
    invalid: [
      hit('a replacement', postgres("db.query(\"select * from t where name = ⟦'?'⟧\", { replacements: [name] });"), {
        messageId: 'quoted',
        message: '`\'?\'` in "select * from t where name = \'?\'" is text inside quotes, not a placeholder. Nothing fails: the text in quotes stays as it is, and its value is not used.',
        output: postgres('db.query("select * from t where name = ?", { replacements: [name] });'),
      }),
      hit('a named replacement', mysql("db.query(\"select * from t where name = ⟦':name'⟧\", { replacements: { name } });"), {
        messageId: 'quoted',
        output: mysql('db.query("select * from t where name = :name", { replacements: { name } });'),
      }),
      hit('a number to bind', postgres("db.query(\"select * from t where name = ⟦'$1'⟧\", { bind: [name] });"), { messageId: 'quoted', output: postgres('db.query("select * from t where name = $1", { bind: [name] });') }),
    ],
  },
  'no-connection-per-request': {
    valid: [
      quiet('opened at the top of the file', 'import express from \'express\';\nimport { Sequelize } from \'sequelize\';\nconst db = new Sequelize(\'app\', \'me\', \'secret\', { dialect: \'postgres\' });\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.query(\'select 1\'));\n});\n'),
      quiet('opened when it is first needed', 'import express from \'express\';\nimport { Sequelize } from \'sequelize\';\nexpress().get(\'/users\', async (req, res) => {\n  db ??= new Sequelize(\'app\', \'me\', \'secret\', { dialect: \'postgres\' });\n  res.json(await db.query(\'select 1\'));\n});\nlet db;\n'),
      quiet('a factory', 'import { Sequelize } from \'sequelize\';\nexport async function open() {\n  const db = new Sequelize(\'app\', \'me\', \'secret\', { dialect: \'postgres\' });\n  return db;\n}\n'),
      quiet('the main function of a script', 'import { Sequelize } from \'sequelize\';\nasync function main() {\n  const db = new Sequelize(\'app\', \'me\', \'secret\', { dialect: \'postgres\' });\n  console.log(await db.query(\'select 1\'));\n  await db.close();\n}\nmain();\n'),
      quiet('a database in memory, by its address', 'import express from \'express\';\nimport { Sequelize } from \'sequelize\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = new Sequelize(\'sqlite::memory:\');\n  res.json(await db.query(\'select 1\'));\n});\n'),
      quiet('a database in memory, by nothing', 'import express from \'express\';\nimport { Sequelize } from \'sequelize\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = new Sequelize({ dialect: \'sqlite\' });\n  res.json(await db.query(\'select 1\'));\n});\n'),
    ],
    invalid: [
      hit('opened and left', 'import express from \'express\';\nimport { Sequelize } from \'sequelize\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦new Sequelize⟧(\'app\', \'me\', \'secret\', { dialect: \'postgres\' });\n  res.json(await db.query(\'select 1\'));\n});\n', {
        messageId: 'handler',
        message: '`new Sequelize` opens a Sequelize pool each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails with 53300 `sorry, too many clients already`. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport { Sequelize } from \'sequelize\';\nconst db = new Sequelize(\'app\', \'me\', \'secret\', { dialect: \'postgres\' });\n\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.query(\'select 1\'));\n});\n'],
      }),
      hit('opened and closed', 'import express from \'express\';\nimport { Sequelize } from \'sequelize\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦new Sequelize⟧(\'app\', \'me\', \'secret\', { dialect: \'postgres\' });\n  res.json(await db.query(\'select 1\'));\n  await db.close();\n});\n', {
        messageId: 'handler',
        message: '`new Sequelize` opens a Sequelize pool each time that an Express handler runs. It is closed again after use. Nothing fails: it takes more than 100 times as long as the same query on one that stays open. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport { Sequelize } from \'sequelize\';\nconst db = new Sequelize(\'app\', \'me\', \'secret\', { dialect: \'postgres\' });\n\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.query(\'select 1\'));\n});\n'],
      }),
      hit('a file of SQLite', 'import express from \'express\';\nimport { Sequelize } from \'sequelize\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦new Sequelize⟧({ dialect: \'sqlite\', storage: \'shop.db\' });\n  res.json(await db.query(\'select 1\'));\n});\n', {
        messageId: 'handler',
        message: '`new Sequelize` opens a Sequelize pool each time that an Express handler runs. Nobody closes it, and the open ones pile up. Nothing fails: it takes about 5 times as long as the same query on one that stays open. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport { Sequelize } from \'sequelize\';\nconst db = new Sequelize({ dialect: \'sqlite\', storage: \'shop.db\' });\n\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.query(\'select 1\'));\n});\n'],
      }),
    ],
  },
};
