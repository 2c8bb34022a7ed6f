import { hit, quiet } from './marked.js';
import type { RuleCases } from './rule-cases.js';

const pg = (call: string): string => `import { Pool } from 'pg';\nconst pool = new Pool();\n${call}`;
const postgres = (call: string): string => `import postgres from 'postgres';\nconst sql = postgres();\n${call}`;
const mysql = (call: string): string => `import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({ host: 'db' });\n${call}`;
const sqlite = (call: string): string => `import Database from 'better-sqlite3';\nconst db = new Database('shop.db');\n${call}`;
const foreign = 'foreign';

export const cases: RuleCases = {
  valid: [
    quiet('the placeholder of the driver', pg('pool.query("select * from t where id = $1", [id]);')),
    quiet('JSONB operators', pg(`pool.query("select tags ? 'a', tags ?| array['a'], tags ?& $1, doc @? '$.a' from t", [keys]);`)),
    quiet('a JSONB operator before a placeholder', pg('pool.query("select id from t where tags ? $1", [tag]);')),
    quiet('a LIKE pattern', pg(`pool.query("select id from t where name like '%s'");`)),
    quiet('modulo', pg('pool.query("select 5 % $1", [n]);')),
    quiet('a cast and a slice', pg("pool.query('select a::text, b[1:2] from t');")),
    quiet('a dollar-quoted body', pg('pool.query("do $$ begin perform f(?); end $$");')),
    quiet('comments', pg('pool.query("select 1 -- id = ?\\n /* :name %s */");')),
    quiet('format() with its own %s', pg("pool.query(\"select format('%s', name) from t\");")),
    quiet('abs() before a column', pg('pool.query("select @balance from t where id = $1", [id]);')),
    quiet('the same text on another driver', mysql('pool.query("select * from t where id = ?", [id]);')),
    quiet('?? of mysql2', mysql('pool.query("select ?? from t", [column]);')),
    quiet('a MySQL variable', mysql('pool.query("select @total := count(*) from t where id = ?", [id]);')),
    quiet('named placeholders that are switched on', "import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({ namedPlaceholders: true });\npool.query('select * from t where id = :id', { id });"),
    quiet('named placeholders that may be switched on', "import mysql from 'mysql2/promise';\nconst pool = mysql.createPool(options);\npool.query('select * from t where id = :id', { id });"),
    quiet('names bound by better-sqlite3', sqlite("db.prepare('select * from t where id = @id and n = $n').get({ id, n });")),
    quiet('a receiver that nobody knows', "db.query('select * from t where id = ?', [id]);"),
    quiet('a pool of another package', "import { Pool } from 'generic-pool';\nnew Pool().query('select ?', [id]);"),
    quiet('a shadowed name', pg('function f(pool) { pool.query("select ?", [id]); }')),
    quiet('text that another function makes', pg('pool.query(format("select %s", name));')),
    quiet('text that is not SQL', pg('pool.query("select \'unterminated = ?", [id]);')),
    quiet('a fragment of postgres.js', postgres('sql`select * from t where ${sql`id = ${id}`}`;')),
    quiet('a numbered hole', pg('pool.query(`select * from t where id = $${values.length}`, values);')),
  ],
  invalid: [
    hit('a question mark', pg("pool.query('select * from t where id = ⟦?⟧', [id]);"), {
      messageId: foreign,
      message: '`?` in "select * from t where id = ?" is not a placeholder for pg Pool. It fails with 42601 `syntax error at end of input`. Write `$1`.',
      output: pg("pool.query('select * from t where id = $1', [id]);"),
    }),
    hit('two question marks give one report', pg("pool.query('select * from t where id = ⟦?⟧ and name = ?', [id, name]);"), {
      messageId: foreign,
      message: '`?` in "select * from t where id = ? and name = …" is not a placeholder for pg Pool. It fails with 42601 `syntax error at or near "and"`. Write `$1`.',
      output: pg("pool.query('select * from t where id = $1 and name = $2', [id, name]);"),
    }),
    hit('a question mark beside a JSONB operator', pg("pool.query('select * from t where tags ? ⟦?⟧', [tag]);"), { messageId: foreign, output: pg("pool.query('select * from t where tags ? $1', [tag]);") }),
    hit('no blank after it', pg("pool.query('select * from t where id=⟦?⟧and n=1', [id]);"), { messageId: foreign, output: pg("pool.query('select * from t where id=$1 and n=1', [id]);") }),
    hit('%s', pg('pool.query("insert into t values (⟦%s⟧, %s)", [a, b]);'), { messageId: foreign, output: pg('pool.query("insert into t values ($1, $2)", [a, b]);') }),
    hit(':name with an object', pg('pool.query("select * from t where id = ⟦:id⟧ or parent = :id and n = :n", { n: 1, id });'), {
      messageId: foreign,
      output: pg('pool.query("select * from t where id = $1 or parent = $1 and n = $2", [id, 1]);'),
    }),
    hit(':name with a key too many', pg('pool.query("select * from t where id = ⟦:id⟧", { id, name });'), {
      messageId: foreign,
      suggestion: ['rewrite', pg('pool.query("select * from t where id = $1", [id]);')],
    }),
    hit(':name with a call among the values', pg('pool.query("select ⟦:a⟧, :b", { b: next(), a: next() });'), {
      messageId: foreign,
      suggestion: ['rewrite', pg('pool.query("select $1, $2", [next(), next()]);')],
    }),
    hit('a comment in the object is not dropped', pg('pool.query("select ⟦:a⟧", { a: 1 /* one */ });'), { messageId: foreign }),
    hit('@name that is a key', pg('pool.query("select * from t where id = ⟦@id⟧", { id });'), { messageId: foreign, output: pg('pool.query("select * from t where id = $1", [id]);') }),
    hit('%(name)s', pg('pool.query("select * from t where id = ⟦%(id)s⟧", { id });'), { messageId: foreign, output: pg('pool.query("select * from t where id = $1", [id]);') }),
    hit('${name} in plain quotes', pg("pool.query('select * from t where id = ⟦${id}⟧', { id });"), { messageId: foreign, output: pg("pool.query('select * from t where id = $1', [id]);") }),
    hit('$name', pg('pool.query("select * from t where id = ⟦$id⟧", { id });'), { messageId: foreign, output: pg('pool.query("select * from t where id = $1", [id]);') }),
    hit('{0}', pg('pool.query("select * from t where id = ⟦{0}⟧", [id]);'), { messageId: foreign, output: pg('pool.query("select * from t where id = $1", [id]);') }),
    hit('#{name}', pg('pool.query("select * from t where id = ⟦#{id}⟧", { id });'), { messageId: foreign, output: pg('pool.query("select * from t where id = $1", [id]);') }),
    hit(':1', pg('pool.query("select * from t where id = ⟦:1⟧", [id]);'), { messageId: foreign, output: pg('pool.query("select * from t where id = $1", [id]);') }),
    hit('?1', pg('pool.query("select * from t where id = ⟦?1⟧", [id]);'), { messageId: foreign, output: pg('pool.query("select * from t where id = $1", [id]);') }),
    hit('values in a variable: only a suggestion', pg("pool.query('select * from t where id = ⟦?⟧', values);"), { messageId: foreign, suggestion: ['rewrite', pg("pool.query('select * from t where id = $1', values);")] }),
    hit('a hole in the text: only a suggestion', pg('pool.query(`select * from ${table} where id = ⟦?⟧`, [id]);'), { messageId: foreign, suggestion: ['rewrite', pg('pool.query(`select * from ${table} where id = $1`, [id]);')] }),
    hit('a wrong number of values: only the report', pg("pool.query('select * from t where id = ⟦?⟧ and n = ?', [id]);"), { messageId: foreign }),
    hit('quotes and the wrong style together', pg(`pool.query("select * from t where id = ⟦%s⟧ and name = '%s'", [id, name]);`), { messageId: foreign, output: pg('pool.query("select * from t where id = $1 and name = $2", [id, name]);') }),
    hit('a config object', pg("pool.query({ text: 'select * from t where id = ⟦?⟧', values: [id] });"), { messageId: foreign, output: pg("pool.query({ text: 'select * from t where id = $1', values: [id] });") }),
    hit('a config object in a constant', pg("const query = { text: 'select ⟦?⟧', values: [id] };\npool.query(query);"), { messageId: foreign, output: pg("const query = { text: 'select $1', values: [id] };\npool.query(query);") }),
    hit('text in a constant', pg("const text = 'select * from t where id = ⟦?⟧';\npool.query(text, [id]);"), { messageId: foreign, output: pg("const text = 'select * from t where id = $1';\npool.query(text, [id]);") }),
    hit('text in a constant of a template', pg("const where = 'id = $1 or id = ⟦?⟧';\npool.query(`select * from t where ${where}`, [id, id]);"), { messageId: foreign }),
    hit('concatenation', pg("pool.query('select * ' +\n  'from t where id = ⟦?⟧ ' + 'and n = ?', [id, n]);"), { messageId: foreign, output: pg("pool.query('select * ' +\n  'from t where id = $1 ' + 'and n = $2', [id, n]);") }),
    hit('an escape', pg("pool.query('select \\u0041 = ⟦\\x3f⟧', [id]);"), { messageId: foreign, output: pg("pool.query('select \\u0041 = $1', [id]);") }),
    hit('CRLF in a template', pg('pool.query(`select *\r\n from t\r\n where id = ⟦?⟧`, [id]);'), { messageId: foreign, output: pg('pool.query(`select *\r\n from t\r\n where id = $1`, [id]);') }),
    hit('a checked-out client', pg("const client = await pool.connect();\nawait client.query('select ⟦?⟧::int', [id]);"), {
      messageId: foreign,
      message: '`?` in "select ?::int" is not a placeholder for pg PoolClient. It fails with 42601 `syntax error at or near "::"`. Write `$1`.',
      output: pg("const client = await pool.connect();\nawait client.query('select $1::int', [id]);"),
    }),
    hit('a client by its type', "import type { PoolClient } from 'pg';\nexport const find = (client: PoolClient, id: number) => client.query('select ⟦?⟧', [id]);", {
      filename: 'file.ts',
      messageId: foreign,
      output: "import type { PoolClient } from 'pg';\nexport const find = (client: PoolClient, id: number) => client.query('select $1', [id]);",
    }),
    hit('pg-cursor', "import Cursor from 'pg-cursor';\nnew Cursor('select * from t where id > ⟦?⟧', [id]);", { messageId: foreign, output: "import Cursor from 'pg-cursor';\nnew Cursor('select * from t where id > $1', [id]);" }),
    hit('pg-query-stream', "const QueryStream = require('pg-query-stream');\nnew QueryStream('select * from t where id > ⟦?⟧', [id]);", { messageId: foreign, output: "const QueryStream = require('pg-query-stream');\nnew QueryStream('select * from t where id > $1', [id]);" }),
    hit('unsafe() of postgres.js', postgres("await sql.unsafe('select * from t where id = ⟦?⟧', [id]);"), { messageId: foreign, output: postgres("await sql.unsafe('select * from t where id = $1', [id]);") }),
    hit('a transaction of postgres.js', postgres("await sql.begin(async (tx) => { await tx.unsafe('select ⟦%s⟧', [id]); });"), { messageId: foreign, output: postgres("await sql.begin(async (tx) => { await tx.unsafe('select $1', [id]); });") }),
    hit('a question mark in a tag', postgres('await sql`select * from t where id = ⟦?⟧`;'), { messageId: foreign }),
    hit('$1 by hand in a tag', postgres('await sql`select * from t where id = ⟦$1⟧`;'), { messageId: 'handWritten' }),
    hit('$1 by hand beside a hole', postgres('await sql`select * from t where id = ⟦$1⟧ and n = ${n}`;'), { messageId: 'handWritten' }),
    hit('$1 on mysql2', mysql("await pool.query('select * from t where id = ⟦$1⟧', [id]);"), {
      messageId: foreign,
      output: mysql("await pool.query('select * from t where id = ?', [id]);"),
    }),
    hit('$1 twice on mysql2: the value must be repeated', mysql("await pool.query('select * from t where a = ⟦$1⟧ or b = $1', [id]);"), {
      messageId: foreign,
      suggestion: ['rewrite', mysql("await pool.query('select * from t where a = ? or b = ?', [id, id]);")],
    }),
    hit('%s on mysql2', mysql("await pool.execute('select * from t where id = ⟦%s⟧', [id]);"), { messageId: foreign, output: mysql("await pool.execute('select * from t where id = ?', [id]);") }),
    hit('names that mysql2 was not told of', mysql("await pool.query('select * from t where id = ⟦:id⟧', { id });"), { messageId: foreign, output: mysql("await pool.query('select * from t where id = ?', [id]);") }),
    hit('the promise wrapper of mysql2', "const mysql = require('mysql2');\nconst pool = mysql.createPool({ host: 'db' }).promise();\npool.query('select ⟦$1⟧', [id]);", { messageId: foreign, output: "const mysql = require('mysql2');\nconst pool = mysql.createPool({ host: 'db' }).promise();\npool.query('select ?', [id]);" }),
    hit('%s on better-sqlite3', sqlite("db.prepare('select * from t where id = ⟦%s⟧').get('a');"), { messageId: foreign, output: sqlite("db.prepare('select * from t where id = ?').get('a');") }),
    hit('$1 with a positional value on better-sqlite3', sqlite("const find = db.prepare('select * from t where id = ⟦$1⟧');\nfind.get(1);"), { messageId: foreign, output: sqlite("const find = db.prepare('select * from t where id = ?');\nfind.get(1);") }),
    hit('a statement used twice: one report, no edit', sqlite("const find = db.prepare('select * from t where id = ⟦%s⟧');\nfind.get(1);\nfind.get(2);"), { messageId: foreign }),
  ],
};
