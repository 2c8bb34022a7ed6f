import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const sql = (call: string): string => `import { sql } from '@vercel/postgres';\n${call}`;
const pool = (call: string): string => `import { createPool } from '@vercel/postgres';\nconst pool = createPool();\n${call}`;
const foreign = 'foreign';

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('holes of the tag', sql('await sql`select * from t where id = ${id}`;')),
      quiet('a JSONB operator', sql("await sql`select tags ? 'a' from t where id = ${id}`;")),
      quiet('numbers of query()', sql("await sql.query('select * from t where id = $1', [id]);")),
      quiet('a tag of that name from elsewhere', "import { sql } from './sql.js';\nsql`select ?`;"),
    ],
    invalid: [
      hit('a question mark in the tag', sql('await sql`select * from t where id = ⟦?⟧`;'), {
        messageId: foreign,
        message: '`?` in "select * from t where id = ?" is not a placeholder for Vercel sql. It fails with 42601 `syntax error at end of input`. Write `${value}`.',
      }),
      hit('$1 by hand in the tag', sql('await sql`select * from t where id = ⟦$1⟧`;'), { messageId: 'handWritten' }),
      hit('$1 beside a hole', sql('await sql`select * from t where id = ⟦$1⟧ or parent = ${id}`;'), { messageId: 'handWritten' }),
      hit('the other name of it', "import { db } from '@vercel/postgres';\nawait db.query('select ⟦?⟧', [id]);", { messageId: foreign, output: "import { db } from '@vercel/postgres';\nawait db.query('select $1', [id]);" }),
      hit('the tag of a pool', pool('await pool.sql`select * from t where id = ⟦:id⟧`;'), { messageId: foreign }),
      hit('the tag of a client', pool('const client = await pool.connect();\nawait client.sql`select ⟦%s⟧`;'), {
        messageId: foreign,
        message: '`%s` in "select %s" is not a placeholder for Vercel PoolClient. It fails with 42601 `syntax error at or near "%"`. Write `${value}`.',
      }),
      hit('the tag of a connection', "import { createClient } from '@vercel/postgres';\nconst client = createClient();\nawait client.sql`select ⟦?⟧::int`;", { messageId: foreign }),
      hit('a client', pool("const client = await pool.connect();\nawait client.query('select ⟦?⟧', [id]);"), {
        messageId: foreign,
        output: pool("const client = await pool.connect();\nawait client.query('select $1', [id]);"),
      }),
      hit('a client by its type', "import type { VercelPoolClient } from '@vercel/postgres';\nexport const find = (client: VercelPoolClient) => client.sql`select ⟦?⟧`;", { filename: 'file.ts', messageId: foreign }),
    ],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('as many values as placeholders', sql("await sql.query('select $1, $2', [a, b]);")),
      quiet('holes of the tag', sql('await sql`select ${a}, ${b}`;')),
      quiet('values in a variable', pool("await pool.query('select $1, $2', values);")),
    ],
    invalid: [
      hit('a value too few', sql("await sql.query('select $1, ⟦$2⟧', [a]);"), { messageId: 'tooFew' }),
      hit('a value too many', pool("await pool.query('select $1', [a, ⟦b⟧]);"), { messageId: 'tooMany' }),
      hit('one value without a list', sql("await sql.query('select $1', ⟦42⟧);"), {
        messageId: 'notAList',
        message: 'Vercel sql takes the values as an array, and this is none. It fails with `Query values must be an array`.',
        suggestion: ['wrap', sql("await sql.query('select $1', [42]);")],
      }),
    ],
  },
  'no-quoted-placeholder': {
    valid: [
      quiet('a text in quotes', sql("await sql`select * from t where name = 'a' and id = ${id}`;")),
      quiet('a number in quotes that no value is meant for', sql("await sql.query(\"select '$1' from t where id = $1\", [id]);")),
      quiet('a pattern beside a hole', sql("await sql`select * from t where name like '%' || ${name}`;")),
    ],
    invalid: [
      hit('a hole in quotes', sql("await sql`select * from t where name = '⟦${String(name)}⟧'`;"), {
        messageId: 'quotedHole',
        message: '`${String(name)}` stands inside SQL quotes in "select * from t where name = \'${…}\'", where no value can be bound. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 0`.',
        output: sql('await sql`select * from t where name = ${String(name)}`;'),
      }),
      hit('a number in quotes', pool("await pool.query(\"select * from t where name = ⟦'$1'⟧\", [name]);"), { messageId: 'quoted', output: pool('await pool.query("select * from t where name = $1", [name]);') }),
    ],
  },
  'no-result-as-row': {
    valid: [
      quiet('rows of a result', sql('const { rows, rowCount } = await sql`select * from t`;\nrows[0].id;')),
      quiet('a result of a client', pool('const client = await pool.connect();\n(await client.sql`select 1`).rows.length;')),
      quiet('fields of a result', sql('(await sql`select 1`).fields;')),
    ],
    invalid: [
      hit('a result as rows', sql('const users = await sql`select * from t`;\nusers⟦.map⟧((user) => user.id);'), { messageId: 'resultAsRows', output: sql('const users = await sql`select * from t`;\nusers.rows.map((user) => user.id);') }),
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
        message: '`client` keeps a Vercel PoolClient whose checkout ends in line 6, and the next call finds it there. It fails with `Release called on client which has already been released to the pool.`. Take a client out of the pool where it is needed, and give it back there.',
      }),
    ],
  },
  'no-connection-per-request': 'its documentation opens a connection for each request: the service keeps the pool',
};
