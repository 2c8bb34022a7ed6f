import { hit, quiet } from './marked.js';
import type { RuleCases } from './rule-cases.js';

const pg = (code: string): string => `import { Pool } from 'pg';\nconst pool = new Pool();\n${code}`;
const inAsync = (code: string): string => pg(`async function f() {\n${code}\n}`);
const postgres = (code: string): string => `import postgres from 'postgres';\nconst sql = postgres();\n${code}`;
const mysql = (code: string): string => `import mysql from 'mysql2/promise';\nconst pool = mysql.createPool({ host: 'db' });\n${code}`;

export const cases: RuleCases = {
  valid: [
    quiet('the rows of a result', pg("const result = await pool.query('select 1');\nresult.rows.map(f); result.rowCount; result.rows[0].id; result.rows.length;")),
    quiet('destructured rows', pg("const { rows, rowCount } = await pool.query('select 1');\nfor (const row of rows) f(row.id);")),
    quiet('the first row', pg("const { rows: [user] } = await pool.query('select 1');\nf(user.id);")),
    quiet('rows of postgres.js', postgres("const users = await sql`select 1`;\nusers.map(f); users[0].id; users.length; users.count; for (const user of users) f(user);")),
    quiet('the first row of postgres.js', postgres("const [user] = await sql`select 1`;\nf(user.id);")),
    quiet('a pair of mysql2', mysql("const [rows, fields] = await pool.query('select 1');\nrows.map(f); rows[0].id; rows.affectedRows;")),
    quiet('a wrapper that returns rows', pg("const query = async (text) => (await pool.query(text)).rows;\nconst users = await query('select 1');\nusers.map(f); users.length;")),
    quiet('a property that the file writes itself', pg("const result = await pool.query('select 1');\nresult.took = 3;\nf(result.took);")),
    quiet('a column called length', pg("const { rows } = await pool.query('select length from films');\nf(rows[0].length);")),
    quiet('columns that are not known', pg("const { rows } = await pool.query('select * from films');\nf(rows[0].length);")),
    quiet('a variable that may be empty', pg("let result = null;\nif (ready) result = await pool.query('select 1');\nif (!result) f();")),
    quiet('two ways tried one after the other', inAsync("const result = await pool.query('select 1');\nreturn result?.rows?.[0]?.n ?? result?.[0]?.n ?? 0;")),
    quiet('a list under the type of one row', "import mysql from 'mysql2';\nexport async function first(run) { const rows: mysql.RowDataPacket = await run('select 1'); return rows[0].id; }", 'file.ts'),
    quiet('another result', pg('const result = await fetch(url);\nf(result.id, result[0], result.length);')),
    quiet('several statements give a list of results', pg("const results = await pool.query('select 1; select 2');\nf(results[0].rows, results.length);")),
    quiet('a shadowed name', pg("const result = await pool.query('select 1');\nfunction g(result) { return result.id; }")),
    quiet('then()', pg("pool.query('select 1').then((result) => result.rows).catch(f);")),
    quiet('methods of a pending query', postgres('sql`select 1`.simple().then(f);')),
    quiet('a spread into an object', pg("const result = await pool.query('select 1');\nf({ ...result });")),
    quiet('a column whose name is not written down', pg("const { rows } = await pool.query('select 1');\nf(rows[0][column]);")),
    quiet('an asserted type', postgres('const result = await sql`select 1`;\nf((result as unknown as { rows?: unknown[] }).rows ?? result);'), 'file.ts'),
    quiet('the results of several statements', postgres("const results = await sql.unsafe('select 1; select 2');\nf(results[0][0].id);")),
    quiet('text that may hold several statements', pg("const results = await pool.query(script);\nf(results[0].rows);")),
    quiet('properties of a pending query', postgres('const query = sql`select 1`;\nf(query.string);')),
    quiet('a test of what a condition may have left empty', pg("const result = id ? await pool.query('select 1') : null;\nif (!result) f();")),
    quiet('a test behind &&', pg("const result = id && (await pool.query('select 1'));\nif (!result) f();")),
    quiet('a test behind catch()', pg("const result = await pool.query('select 1').catch(() => null);\nif (!result) f();")),
    quiet('a test behind ?.', pg("const result = await pool?.query('select 1');\nif (!result) f();")),
    quiet('a test of what a function gives', pg("const find = async () => { try { return await pool.query('select 1'); } catch { return null; } };\nconst result = await find();\nif (!result) f();")),
    quiet('the results of a procedure', mysql("const [sets] = await pool.query('CALL report(?)', [1]);\nsets[0].map(f); sets[0].length;")),
    quiet('several statements by callback', "const mysql = require('mysql2');\nconst connection = mysql.createConnection({ multipleStatements: true });\nconnection.query('select 1; select 2', (error, results) => f(results[0][0].id));"),
    quiet('the header of a write', mysql("const [result] = await pool.query('insert into t set ?', [row]);\nf(result.insertId, result.rows);")),
    quiet('a cursor', "import { Client } from 'pg';\nimport Cursor from 'pg-cursor';\nconst client = new Client();\nconst cursor = client.query(new Cursor('select 1'));\nconst rows = await cursor.read(10);\nawait cursor.close();"),
    quiet('an object of another class', pg("const stream = pool.query(new Watch('select 1'));\nstream.pipe(out);")),
    quiet('a row put into JSON', pg("const { rows } = await pool.query('select 1');\nf({ ...rows[0] }, Object.keys(rows[0]));")),
  ],
  invalid: [
    hit('a result as a list, by index', pg("const result = await pool.query('select 1');\nf(result⟦[0]⟧.id);"), {
      messageId: 'resultAsRows',
      output: pg("const result = await pool.query('select 1');\nf(result.rows[0].id);"),
    }),
    hit("a pair's habit", pg("const result = await pool.query('select 1');\nresult⟦[0]⟧.map(f);"), { messageId: 'resultAsRows', output: pg("const result = await pool.query('select 1');\nresult.rows.map(f);") }),
    hit('a method of lists', pg("const result = await pool.query('select 1');\nresult⟦.map⟧(f);"), { messageId: 'resultAsRows', output: pg("const result = await pool.query('select 1');\nresult.rows.map(f);") }),
    hit('the length', pg("const result = await pool.query('select 1');\nif (result⟦.length⟧ === 0) f();"), {
      messageId: 'resultAsRows',
      suggestion: ['repair', pg("const result = await pool.query('select 1');\nif (result.rows.length === 0) f();")],
    }),
    hit('a loop', pg("const result = await pool.query('select 1');\nfor (const row of ⟦result⟧) f(row);"), { messageId: 'resultAsRows', output: pg("const result = await pool.query('select 1');\nfor (const row of result.rows) f(row);") }),
    hit('a loop over an awaited query', pg("for (const row of ⟦await pool.query('select 1')⟧) f(row);"), { messageId: 'resultAsRows', output: pg("for (const row of (await pool.query('select 1')).rows) f(row);") }),
    hit('a pair pattern', pg("const ⟦[rows]⟧ = await pool.query('select 1');"), { messageId: 'resultAsRows', output: pg("const { rows } = await pool.query('select 1');") }),
    hit('a pair pattern, used as a list', pg("const ⟦[users]⟧ = await pool.query('select 1');\nusers.map(f);"), { messageId: 'resultAsRows', output: pg("const { rows: users } = await pool.query('select 1');\nusers.map(f);") }),
    hit('a first row pattern', pg("const ⟦[user]⟧ = await pool.query('select 1');\nf(user.id);"), { messageId: 'resultAsRows', output: pg("const [user] = (await pool.query('select 1')).rows;\nf(user.id);") }),
    hit('a column on a result', pg("const result = await pool.query('select id from t');\nf(result⟦.id⟧);"), {
      messageId: 'resultAsRow',
      suggestion: ['repair', pg("const result = await pool.query('select id from t');\nf(result.rows[0].id);")],
    }),
    hit('insertId', pg("const result = await pool.query('insert into t default values');\nf(result⟦.insertId⟧);"), {
      messageId: 'resultAsRow',
      suggestion: ['repair', pg("const result = await pool.query('insert into t default values');\nf(result.rows[0].insertId);")],
    }),
    hit('never falsy', pg("const result = await pool.query('select 1');\nif (!⟦result⟧) f();"), {
      messageId: 'neverFalsy',
      suggestion: ['repair', pg("const result = await pool.query('select 1');\nif (!result.rows.length) f();")],
    }),
    hit('one result of several statements', pg("const result = await pool.query('select 1; select 2');\nf(result⟦.rows⟧);"), {
      messageId: 'manyResults',
      message: '`result` holds the results of several statements, not one pg Result with `.rows`. Nothing fails: it is a list with one result for each statement, and has no such property.',
    }),
    hit('the callback of pg', pg("pool.query('select 1', (error, result) => f(result⟦[0]⟧.id));"), {
      messageId: 'resultAsRows',
      message: "`result` is not the list of rows that `[0]` reads, but a pg Result. It fails with `Cannot read properties of undefined (reading 'id')`. Read `.rows`.",
      output: pg("pool.query('select 1', (error, result) => f(result.rows[0].id));"),
    }),
    hit('parentheses and a comment before the reading', pg("const result = await pool.query('select 1');\nf((result /* it */)⟦[0]⟧.id);"), { messageId: 'resultAsRows' }),
    hit('rows as a row', pg("const { rows } = await pool.query('select id from t');\nf(rows⟦.id⟧);"), {
      messageId: 'rowsAsRow',
      suggestion: ['repair', pg("const { rows } = await pool.query('select id from t');\nf(rows[0].id);")],
    }),
    hit('rows as a row, destructured', pg("const { rows } = await pool.query('select id from t');\nconst { ⟦id⟧ } = rows;"), { messageId: 'rowsAsRow' }),
    hit('a row as rows', pg("const { rows } = await pool.query('select id from t');\nif (rows[0]⟦.length⟧ > 0) f();"), {
      messageId: 'rowAsRows',
      suggestion: ['repair', pg("const { rows } = await pool.query('select id from t');\nif (rows.length > 0) f();")],
    }),
    hit('a row as rows, by a method', pg("const { rows } = await pool.query('select id from t');\nrows[0]⟦.map⟧(f);"), {
      messageId: 'rowAsRows',
      suggestion: ['repair', pg("const { rows } = await pool.query('select id from t');\nrows.map(f);")],
    }),
    hit('a promise', inAsync("const { ⟦rows⟧ } = pool.query('select 1');"), { messageId: 'notAwaited', suggestion: ['awaitFirst', inAsync("const { rows } = await pool.query('select 1');")] }),
    hit('a promise, by a member', inAsync("return pool.query('select 1')⟦.rows⟧;"), { messageId: 'notAwaited', suggestion: ['awaitFirst', inAsync("return (await pool.query('select 1')).rows;")] }),
    hit('a promise where nothing can be awaited', pg("function f() { return pool.query('select 1')⟦.rows⟧; }"), { messageId: 'notAwaited' }),
    hit('.rows of postgres.js', postgres('const result = await sql`select 1`;\nf(result⟦.rows⟧);'), { messageId: 'rowsAsResult', output: postgres('const result = await sql`select 1`;\nf(result);') }),
    hit('{ rows } of postgres.js', postgres('const { ⟦rows⟧ } = await sql`select 1`;'), { messageId: 'rowsAsResult', output: postgres('const rows = await sql`select 1`;') }),
    hit('.rowCount of postgres.js', postgres('const result = await sql`delete from t`;\nf(result⟦.rowCount⟧);'), { messageId: 'rowsAsResult', output: postgres('const result = await sql`delete from t`;\nf(result.count);') }),
    hit('a pair of mysql2 as rows', mysql("const result = await pool.query('select 1');\nif (result⟦.length⟧ === 0) f();"), {
      messageId: 'resultAsRows',
      suggestion: ['repair', mysql("const result = await pool.query('select 1');\nif (result[0].length === 0) f();")],
    }),
    hit('.rows of a mysql2 pair', mysql("const result = await pool.query('select 1');\nf(result⟦.rows⟧);"), { messageId: 'otherResult', output: mysql("const result = await pool.query('select 1');\nf(result[0]);") }),
  ],
};
