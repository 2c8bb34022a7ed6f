import { hit, quiet } from './marked.js';
import type { RuleCases } from './rule-cases.js';

const pg = (call: string): string => `import { Pool } from 'pg';\nconst pool = new Pool();\n${call}`;
const postgres = (call: string): string => `import postgres from 'postgres';\nconst sql = postgres();\n${call}`;
const mysql = (call: string): string => `import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({ host: 'db' });\n${call}`;
const sqlite = (call: string): string => `import Database from 'better-sqlite3';\nconst db = new Database('shop.db');\n${call}`;

export const cases: RuleCases = {
  valid: [
    quiet('as many values as placeholders', pg("pool.query('select $1, $2', [a, b]);")),
    quiet('a number used twice', pg("pool.query('select $1, $1', [a]);")),
    quiet('no values and no placeholder', pg("pool.query('select 1');")),
    quiet('an empty list and no placeholder', pg("pool.query('select 1', []);")),
    quiet('values in a variable', pg("pool.query('select $1, $2', values);")),
    quiet('a list that grows', pg("const values = [a];\nvalues.push(b);\npool.query('select $1, $2', values);")),
    quiet('a spread', pg("pool.query('select $1, $2', [...values]);")),
    quiet('spread arguments', pg("pool.query('select $1', ...rest);")),
    quiet('a hole may carry more placeholders', pg('pool.query(`select * from t where id = $1 ${more}`, [id, n]);')),
    quiet('numbered holes', pg("pool.query(`insert into t values (${rows.map((_, i) => `$${i + 1}`)})`, [a, b, c]);")),
    quiet('a callback instead of values', pg("pool.query('select 1', (error, result) => {});")),
    quiet('a callback in a variable', pg("pool.query('select 1', done);")),
    quiet('values and a callback', pg("pool.query('select $1', [id], (error, result) => {});")),
    quiet('a prepared statement of SQL takes its values later', pg("pool.query('prepare find as select * from t where id = $1');")),
    quiet('a function body', pg("pool.query('create function f(int) returns int language sql return $1 + 1');")),
    quiet('a generic plan', pg("pool.query('explain (generic_plan) select * from t where id = $1');")),
    quiet('a config object whose values come from elsewhere', pg("pool.query({ text: 'select $1', ...rest });")),
    quiet('a config object that is completed later', pg("const query = { text: 'select $1' };\nquery.values = [id];\npool.query(query);")),
    quiet('text that is used in two places', pg("const text = 'select $1';\npool.query(text, [1]);\npool.query(text, [2]);")),
    quiet('holes of a tag', postgres('sql`select ${a}, ${b}`;')),
    quiet('a scalar on mysql2', mysql("pool.query('select ?', id);")),
    quiet('one value too many on query() of mysql2 is harmless', mysql("pool.query('select ?', [a, b]);")),
    quiet('an object for SET on mysql2', mysql("pool.query('insert into t set ?', [{ a: 1, b: 2 }]);")),
    quiet('values, list and record of better-sqlite3', sqlite("db.prepare('select ?, ?').get(1, 2);\ndb.prepare('select ?, ?').get([1, 2]);\ndb.prepare('select @a').get({ a: 1 });")),
    quiet('an unknown argument of better-sqlite3 may be a list', sqlite("db.prepare('select ?, ?').get(values);")),
    quiet('a record with a key too many', sqlite("db.prepare('select @a').get({ a: 1, b: 2 });")),
    quiet('numbers as names', sqlite("db.prepare('select * from t where a = ?1 and b = ?2').all({ 1: 'x', 2: 'y' });")),
    quiet('bound before', sqlite("db.prepare('select ?').bind(1).get();")),
    quiet('bound before, in a statement of its own', sqlite("const find = db.prepare('select ?');\nfind.bind(1);\nfind.get();")),
  ],
  invalid: [
    hit('too few values', pg("pool.query('select $1, ⟦$2⟧', [a]);"), {
      messageId: 'tooFew',
      message: 'The text has 2 placeholders, but 1 value is passed: `$2` gets none. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 2`.',
    }),
    hit('too many values', pg("pool.query('select $1', [a, ⟦b⟧]);"), {
      messageId: 'tooMany',
      message: 'The text has 1 placeholder, but 2 values are passed. It fails with 08P01 `bind message supplies 2 parameters, but prepared statement "" requires 1`.',
    }),
    hit('values without a placeholder', pg("pool.query('select 1', ⟦[a]⟧);"), {
      messageId: 'unused',
      message: 'The text has no placeholder outside of quotes and comments, but 1 value is passed. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 0`.',
    }),
    hit('no values', pg("pool.query('select * from t where id = ⟦$1⟧');"), {
      messageId: 'none',
      message: '`$1` in "select * from t where id = $1" gets no value: none are passed. It fails with 42P02 `there is no parameter $1`.',
    }),
    hit('an empty list', pg("pool.query('select * from t where id = ⟦$1⟧', []);"), { messageId: 'none' }),
    hit('no values in the config object', pg("pool.query({ text: 'select ⟦$1⟧' });"), { messageId: 'none' }),
    hit('a gap', pg("pool.query('select $1, ⟦$3⟧', [a, b, c]);"), {
      messageId: 'gap',
      message: '`$3` is used, but `$2` is not. It fails with 42P18 `could not determine data type of parameter $2`.',
    }),
    hit('$0', pg("pool.query('select ⟦$0⟧::int', [a]);"), { messageId: 'zero' }),
    hit('an object', pg("pool.query('select $1', ⟦{ a: 1 }⟧);"), { messageId: 'notAList' }),
    hit('a scalar', pg("pool.query('select $1', ⟦42⟧);"), {
      messageId: 'notAList',
      message: 'pg Pool takes the values as an array, and this is none. It fails with `Query values must be an array`.',
      suggestion: ['wrap', pg("pool.query('select $1', [42]);")],
    }),
    hit('a parameter that is a number', "import type { Pool } from 'pg';\nexport const find = (pool: Pool, id: number) => pool.query('select $1', ⟦id⟧);", {
      filename: 'file.ts',
      messageId: 'notAList',
      suggestion: ['wrap', "import type { Pool } from 'pg';\nexport const find = (pool: Pool, id: number) => pool.query('select $1', [id]);"],
    }),
    hit('values as separate arguments', pg("pool.query('select $1, $2', ⟦1, 'a'⟧);"), {
      messageId: 'spread',
      message: 'pg Pool takes the values as one array, not as separate arguments. It fails: the second value is taken for a callback, so the call gives `undefined`, and the process ends with `cb is not a function`.',
      suggestion: ['wrap', pg("pool.query('select $1, $2', [1, 'a']);")],
    }),
    hit('a list in a constant of its own', pg("const values = [a];\npool.query('select $1, ⟦$2⟧', values);"), { messageId: 'tooFew' }),
    hit('a hole that can only be a name hides no placeholder', pg('pool.query(`update ${schema}.jobs set state = $1 where id = $2`, [state, id, ⟦name⟧]);'), { messageId: 'tooMany' }),
    hit('a number beyond the list, whatever the hole brings', pg('pool.query(`select * from ${table} where id = ⟦$2⟧`, [id]);'), { messageId: 'tooFew' }),
    hit('unsafe() of postgres.js', postgres("sql.unsafe('select $1', [a, ⟦b⟧]);"), { messageId: 'tooMany' }),
    hit('execute() of mysql2, one too many', mysql("pool.execute('select ?', [a, ⟦b⟧]);"), { messageId: 'tooMany' }),
    hit('execute() of mysql2, one too few', mysql("pool.execute('select ?, ⟦?⟧', [a]);"), { messageId: 'tooFew' }),
    hit('better-sqlite3, one too few', sqlite("db.prepare('select ?, ⟦?⟧').get(1);"), {
      messageId: 'tooFew',
      message: 'The text has 2 placeholders, but 1 value is passed: `?` gets none. It fails with `Too few parameter values were provided`.',
    }),
    hit('better-sqlite3, one too many', sqlite("db.prepare('select ?').get(1, ⟦2⟧);"), { messageId: 'tooMany' }),
    hit('better-sqlite3, none', sqlite("db.prepare('select ⟦?⟧').get();"), { messageId: 'none' }),
    hit('better-sqlite3, a name without a value', sqlite("db.prepare('select @a, ⟦@b⟧').get({ a: 1 });"), { messageId: 'missingName' }),
    hit('pg-cursor', "import Cursor from 'pg-cursor';\nnew Cursor('select $1, ⟦$2⟧', [1]);", { messageId: 'tooFew' }),
  ],
};
