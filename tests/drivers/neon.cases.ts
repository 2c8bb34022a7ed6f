import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const sql = (call: string): string => `import { neon } from '@neondatabase/serverless';\nconst sql = neon(process.env.DATABASE_URL);\n${call}`;
const pool = (call: string): string => `import { Pool } from '@neondatabase/serverless';\nconst pool = new Pool({ connectionString });\n${call}`;
const foreign = 'foreign';

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('holes of a tag', sql('await sql`select * from t where id = ${id}`;')),
      quiet('a fragment in a tag', sql('await sql`select * from t where ${sql`id = ${id}`}`;')),
      quiet('JSONB operators', sql("await sql`select tags ? 'a', tags ?| ${keys} from t`;")),
      quiet('numbers of query()', sql("await sql.query('select * from t where id = $1', [id]);")),
      quiet('text for another template', sql("sql`select ${sql.unsafe('a ? 1')}`;")),
      quiet('numbers of a pool', pool("await pool.query('select * from t where id = $1', [id]);")),
    ],
    invalid: [
      hit('a question mark in a tag', sql('await sql`select * from t where id = ⟦?⟧`;'), {
        messageId: foreign,
        message: '`?` in "select * from t where id = ?" is not a placeholder for neon sql. It fails with 42601 `syntax error at end of input`. Write `${value}`.',
      }),
      hit('$1 by hand in a tag', sql('await sql`select * from t where id = ⟦$1⟧`;'), {
        messageId: 'handWritten',
        message:
          '`$1` in "select * from t where id = $1" is written by hand into a template tag, which numbers its `${}` itself. It fails with 42P02 `there is no parameter $1`. Write the value as `${}`.',
      }),
      hit('$1 beside a hole', sql('await sql`select * from t where id = ⟦$1⟧ and n = ${n}`;'), {
        messageId: 'handWritten',
        message:
          '`$1` in "select * from t where id = $1 and n = ${…}" is written by hand into a template tag, which numbers its `${}` itself. Nothing fails: it takes the value of the `${}` with that number. Write the value as `${}`.',
      }),
      hit('$2 beyond the holes', sql('await sql`select * from t where n = ${n} and id = ⟦$2⟧`;'), {
        messageId: 'handWritten',
        message:
          '`$2` in "… * from t where n = ${…} and id = $2" is written by hand into a template tag, which numbers its `${}` itself. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 2`. Write the value as `${}`.',
      }),
      hit('a question mark in query()', sql("await sql.query('select * from t where id = ⟦?⟧', [id]);"), { messageId: foreign, output: sql("await sql.query('select * from t where id = $1', [id]);") }),
      hit('a transaction', sql("await sql.transaction((tx) => [tx.query('select ⟦%s⟧', [id])]);"), { messageId: foreign, output: sql("await sql.transaction((tx) => [tx.query('select $1', [id])]);") }),
      hit('a tag with options', "import { neon } from '@neondatabase/serverless';\nconst sql = neon(url, { fullResults: true });\nsql`select ⟦%s⟧`;", { messageId: foreign }),
      hit('a pool', pool("await pool.query('select * from t where id = ⟦?⟧', [id]);"), {
        messageId: foreign,
        message: '`?` in "select * from t where id = ?" is not a placeholder for neon Pool. It fails with 42601 `syntax error at end of input`. Write `$1`.',
        output: pool("await pool.query('select * from t where id = $1', [id]);"),
      }),
      hit('a checked-out client', pool("const client = await pool.connect();\nawait client.query({ text: 'select ⟦?⟧', values: [1] });"), {
        messageId: foreign,
        output: pool("const client = await pool.connect();\nawait client.query({ text: 'select $1', values: [1] });"),
      }),
      hit('a tag by its type', "import type { NeonQueryFunction } from '@neondatabase/serverless';\nexport const find = (sql: NeonQueryFunction<false, false>) => sql`select ⟦?⟧`;", { filename: 'file.ts', messageId: foreign }),
    ],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('as many values as placeholders', sql("await sql.query('select $1, $2', [a, b]);")),
      quiet('options after the values', sql("await sql.query('select $1', [a], { arrayMode: true });")),
      quiet('holes of a tag', sql('await sql`select ${a}, ${b}`;')),
      quiet('values in a variable', pool("await pool.query('select $1, $2', values);")),
    ],
    invalid: [
      hit('a value too few', sql("await sql.query('select $1, ⟦$2⟧', [a]);"), {
        messageId: 'tooFew',
        message: 'The text has 2 placeholders, but 1 value is passed: `$2` gets none. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 2`.',
      }),
      hit('no values', sql("await sql.query('select ⟦$1⟧');"), { messageId: 'none' }),
      hit('a value too many', pool("await pool.query('select $1', [a, ⟦b⟧]);"), { messageId: 'tooMany' }),
      hit('one value without a list', sql("await sql.query('select $1', ⟦42⟧);"), {
        messageId: 'notAList',
        message: 'neon sql takes the values as an array, and this is none. It fails with `t.map is not a function`.',
        suggestion: ['wrap', sql("await sql.query('select $1', [42]);")],
      }),
      hit('the same on a pool', pool("await pool.query('select $1', ⟦42⟧);"), {
        messageId: 'notAList',
        message: 'neon Pool takes the values as an array, and this is none. It fails with `Query values must be an array`.',
        suggestion: ['wrap', pool("await pool.query('select $1', [42]);")],
      }),
    ],
  },
  'no-quoted-placeholder': {
    valid: [
      quiet('a text in quotes', sql("await sql`select * from t where name = 'a' and id = ${id}`;")),
      quiet('a number in quotes that no value is meant for', sql("await sql.query(\"select '$1' from t where id = $1\", [id]);")),
      quiet('text that is spliced in', sql("await sql`select '${sql.unsafe('a')}'`;")),
    ],
    invalid: [
      hit('a hole in quotes', sql("await sql`select * from t where name = '⟦${String(name)}⟧'`;"), {
        messageId: 'quotedHole',
        message: '`${String(name)}` stands inside SQL quotes in "select * from t where name = \'${…}\'", where no value can be bound. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 0`.',
        output: sql('await sql`select * from t where name = ${String(name)}`;'),
      }),
      hit('a hole in quotes before another one', sql("await sql`select * from t where name = '⟦${String(name)}⟧' and id = ${Number(id)}`;"), {
        messageId: 'quotedHole',
        message:
          '`${String(name)}` stands inside SQL quotes in "select * from t where name = \'${…}\' and id = ${…}", where no value can be bound. It fails with 42P18 `could not determine data type of parameter $1`.',
        output: sql('await sql`select * from t where name = ${String(name)} and id = ${Number(id)}`;'),
      }),
      hit('a quoted name', sql('await sql`select "⟦${column}⟧" from t`;'), {
        messageId: 'quotedIdentifier',
        message: '`${column}` stands inside a quoted name in "select "${…}" from t", where no value can be bound. It fails with 42703 `column "$1" does not exist`.',
      }),
      hit('a number in quotes', pool("await pool.query(\"select * from t where name = ⟦'$1'⟧\", [name]);"), { messageId: 'quoted', output: pool('await pool.query("select * from t where name = $1", [name]);') }),
    ],
  },
  'no-result-as-row': {
    valid: [
      quiet('rows as a list', sql('const rows = await sql`select * from t`;\nrows[0].id;\nfor (const row of rows) row.id;')),
      quiet('a result of a shape that the options choose', "import { neon } from '@neondatabase/serverless';\nconst sql = neon(url, { fullResults: true });\n(await sql`select 1`).rows;"),
      quiet('a result with options of its own', sql("(await sql.query('select 1', [], { fullResults: true })).rows;")),
      quiet('a result of a pool', pool("const { rows } = await pool.query('select 1');")),
    ],
    invalid: [
      hit('rows as a result', sql('const result = await sql`select * from t`;\nresult⟦.rows⟧.length;'), { messageId: 'rowsAsResult', output: sql('const result = await sql`select * from t`;\nresult.length;') }),
      hit('a result as rows', pool("const result = await pool.query('select * from t');\nresult⟦.map⟧((row) => row.id);"), { messageId: 'resultAsRows', output: pool("const result = await pool.query('select * from t');\nresult.rows.map((row) => row.id);") }),
    ],
  },
  'no-cached-statement': {
    valid: [
      quiet('a client of the function', pool("export async function find() { const client = await pool.connect(); try { return await client.query('select 1'); } finally { client.release(); } }")),
      quiet('a client that is forgotten when it goes back', pool("let client;\nexport async function find() { client ??= await pool.connect(); try { return await client.query('select 1'); } finally { client.release(); client = null; } }")),
      quiet('a client that is handed to the caller', pool('export async function open() { const client = await pool.connect(); return { client, close: () => client.release() }; }')),
    ],
    invalid: [
      hit('a client that each call gives back', pool("let client;\nexport async function find() {\n  ⟦client⟧ ??= await pool.connect();\n  try { return await client.query('select 1'); } finally { client.release(); }\n}"), {
        messageId: 'released',
        message: '`client` keeps a neon PoolClient whose checkout ends in line 6, and the next call finds it there. It fails with `Release called on client which has already been released to the pool.`. Take a client out of the pool where it is needed, and give it back there.',
      }),
    ],
  },
  'no-connection-per-request': 'its documentation opens a connection for each request: the service keeps the pool',
};
