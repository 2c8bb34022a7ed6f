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
        message: '`\'?\'` in "select * from t where name = \'?\'" is a string, not a placeholder. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 0`.',
        output: db('db.raw("select * from t where name = ?", [name]);'),
      }),
      hit('a name', db("db.raw(\"select * from t where name = ⟦':name'⟧\", { name });"), {
        messageId: 'quoted',
        message: '`\':name\'` in "select * from t where name = \':name\'" is a string, not a placeholder. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 0`.',
        output: db('db.raw("select * from t where name = :name", { name });'),
      }),
      hit('MySQL says nothing', mysql("db.raw(\"select * from t where name = ⟦'?'⟧\", [name]);"), {
        messageId: 'quoted',
        message: '`\'?\'` in "select * from t where name = \'?\'" is a string, not a placeholder. Nothing fails: the text in quotes stays as it is, and its value is not used.',
        output: mysql('db.raw("select * from t where name = ?", [name]);'),
      }),
    ],
  },
};
