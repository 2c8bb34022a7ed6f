import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const ready = (call: string): string => `import { sql } from 'bun';\n${call}`;
const postgres = (call: string): string => `import { SQL } from 'bun';\nconst sql = new SQL('postgres://db/shop');\n${call}`;
const foreign = 'foreign';

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('holes', ready('await sql`select * from t where id = ${id}`;')),
      quiet('operators of JSONB', ready("await sql`select tags ? 'a' from t where tags ?| ${keys}`;")),
      quiet('fragments', ready('await sql`insert into t ${sql(rows)} where ${sql`id = ${id}`}`;')),
      quiet('a text for a server that the environment names', ready("await sql.unsafe('select * from t where id = ?', [id]);")),
      quiet('MySQL', "import { SQL } from 'bun';\nconst sql = new SQL('mysql://db/shop');\nawait sql.unsafe('select * from t where id = ?', [id]);"),
      quiet('SQLite by its adapter', "import { SQL } from 'bun';\nconst sql = new SQL({ adapter: 'sqlite', filename });\nawait sql.unsafe('select * from t where id = ?', [id]);"),
      quiet('numbers on PostgreSQL', postgres("await sql.unsafe('select * from t where id = $1', [id]);")),
      quiet('an own object of that name', 'const Bun = { sql: tag };\nBun.sql`select ?`;'),
    ],
    invalid: [
      hit('a question mark', ready('await sql`select * from t where id = ⟦?⟧`;'), {
        messageId: foreign,
        message: '`?` in "select * from t where id = ?" is not a placeholder for Bun sql. It fails with 42601 `syntax error at end of input`. Write `${value}`.',
      }),
      hit('$1 by hand', ready('await sql`select * from t where id = ⟦$1⟧`;'), {
        messageId: 'handWritten',
        message:
          '`$1` in "select * from t where id = $1" is written by hand into a template tag, which numbers its `${}` itself. It fails with 08P01 `bind message supplies 0 parameters, but prepared statement "…" requires 1`. Write the value as `${}`.',
      }),
      hit('$1 beside a hole', ready('await sql`select * from t where id = ⟦$1⟧ or parent = ${id}`;'), { messageId: 'handWritten' }),
      hit('$2 beyond the holes', ready('await sql`select * from t where n = ${n} and id = ⟦$2⟧`;'), {
        messageId: 'handWritten',
        message:
          '`$2` in "… * from t where n = ${…} and id = $2" is written by hand into a template tag, which numbers its `${}` itself. It fails with 08P01 `insufficient data left in message`. Write the value as `${}`.',
      }),
      hit('the global', 'await Bun.sql`select * from t where id = ⟦%s⟧`;', { messageId: foreign }),
      hit('a transaction', ready('await sql.begin(async (tx) => { await tx`select ⟦?⟧::int`; });'), { messageId: foreign }),
      hit('a savepoint', ready("await sql.begin('read write', (tx) => tx.savepoint(async (inner) => { await inner`select ⟦:id⟧`; }));"), { messageId: foreign }),
      hit('a reserved connection', ready('const reserved = await sql.reserve();\nawait reserved`select ⟦?⟧`;'), { messageId: foreign }),
      hit('a question mark on PostgreSQL', postgres("await sql.unsafe('select * from t where id = ⟦?⟧', [id]);"), { messageId: foreign, output: postgres("await sql.unsafe('select * from t where id = $1', [id]);") }),
      hit('a transaction on PostgreSQL', "const sql = new Bun.SQL({ adapter: 'postgres' });\nawait sql.begin((tx) => tx.unsafe('select ⟦?⟧', [id]));", {
        messageId: foreign,
        output: "const sql = new Bun.SQL({ adapter: 'postgres' });\nawait sql.begin((tx) => tx.unsafe('select $1', [id]));",
      }),
      hit('a tag by its type', "import type { SQL } from 'bun';\nexport const find = (sql: SQL) => sql`select ⟦?⟧`;", { filename: 'file.ts', messageId: foreign }),
    ],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('as many values as placeholders', postgres("await sql.unsafe('select $1, $2', [a, b]);")),
      quiet('a value too many', postgres("await sql.unsafe('select $1', [1, 2]);")),
      quiet('a number that is left out', postgres("await sql.unsafe('select $1, $3', [1, 2, 3]);")),
      quiet('a text for a server that the environment names', ready("await sql.unsafe('select $1, $2', [a]);")),
    ],
    invalid: [
      hit('a value too few', postgres("await sql.unsafe('select $1, ⟦$2⟧', [a]);"), {
        messageId: 'tooFew',
        message: 'The text has 2 placeholders, but 1 value is passed: `$2` gets none. It fails with 08P01 `insufficient data left in message`.',
      }),
      hit('no values', postgres("await sql.unsafe('select ⟦$1⟧');"), {
        messageId: 'none',
        message: '`$1` in "select $1" gets no value: none are passed. It fails with 42P02 `there is no parameter $1`.',
      }),
      hit('one value without a list', postgres("await sql.unsafe('select $1', ⟦42⟧);"), {
        messageId: 'notAList',
        message: 'Bun sql takes the values as an array, and this is none. It fails with `values must be an array`.',
        suggestion: ['wrap', postgres("await sql.unsafe('select $1', [42]);")],
      }),
    ],
  },
  'no-quoted-placeholder': {
    valid: [
      quiet('a text in quotes', ready("await sql`select * from t where name = 'a' and id = ${id}`;")),
      quiet('a fragment in quotes', ready('await sql`select * from "${sql(table)}"`;')),
      quiet('a number in quotes that no value is meant for', postgres("await sql.unsafe(\"select '$1' from t where id = $1\", [id]);")),
    ],
    invalid: [
      hit('a hole in quotes', ready("await sql`select * from t where name = '⟦${String(name)}⟧'`;"), {
        messageId: 'quotedHole',
        message: '`${String(name)}` stands inside SQL quotes in "select * from t where name = \'${…}\'", where no value can be bound. It fails with 42P18 `could not determine data type of parameter $1`.',
        output: ready('await sql`select * from t where name = ${String(name)}`;'),
      }),
      hit('a quoted name', ready('await sql`select "⟦${column}⟧" from t`;'), {
        messageId: 'quotedIdentifier',
        message: '`${column}` stands inside a quoted name in "select "${…}" from t", where no value can be bound. It fails with 42703 `column "$1 " does not exist`.',
      }),
      hit('a number in quotes on PostgreSQL', postgres("await sql.unsafe(\"select * from t where name = ⟦'$1'⟧\", [name]);"), { messageId: 'quoted', output: postgres('await sql.unsafe("select * from t where name = $1", [name]);') }),
    ],
  },
  'no-result-as-row': {
    valid: [
      quiet('rows as a list', ready('const rows = await sql`select * from t`;\nrows[0].id;\nrows.count;\nrows.affectedRows;')),
      quiet('rows as lists', ready('const rows = await sql`select * from t`.values();\nrows[0][0];')),
      quiet('lists of several statements', ready("const results = await sql.unsafe('select 1; select 2').simple();\nresults[0][0].id;")),
    ],
    invalid: [
      hit('rows as a result', ready('const result = await sql`select * from t`;\nresult⟦.rows⟧.length;'), { messageId: 'rowsAsResult', output: ready('const result = await sql`select * from t`;\nresult.length;') }),
    ],
  },
  'no-cached-statement': {
    valid: [
      quiet('a connection of the function', ready('export async function find() { const reserved = await sql.reserve(); try { return await reserved`select 1`; } finally { reserved.release(); } }')),
      quiet('a connection that is forgotten when it goes back', ready('let reserved;\nexport async function find() { reserved ??= await sql.reserve(); try { return await reserved`select 1`; } finally { reserved.release(); reserved = undefined; } }')),
      quiet('a connection that holds a lock', ready('let reserved;\nexport async function lock() { reserved ??= await sql.reserve(); await reserved`select pg_advisory_lock(1)`; }')),
      quiet('a pool', "import { SQL } from 'bun';\nlet sql;\nexport const get = () => (sql ??= new SQL(url));"),
    ],
    invalid: [
      hit('a reserved connection', ready('let reserved;\nexport async function find() {\n  ⟦reserved⟧ ??= await sql.reserve();\n  try { return await reserved`select 1`; } finally { reserved.release(); }\n}'), {
        messageId: 'released',
        message: '`reserved` keeps a Bun reserved sql whose checkout ends in line 5, and the next call finds it there. It fails with ERR_POSTGRES_CONNECTION_CLOSED `Connection closed`. Take a client out of the pool where it is needed, and give it back there.',
      }),
      hit('one of MySQL', "import { SQL } from 'bun';\nconst sql = new SQL('mysql://db/shop');\nlet reserved;\nexport async function find() {\n  ⟦reserved⟧ ??= await sql.reserve();\n  try { return await reserved`select 1`; } finally { reserved.release(); }\n}", {
        messageId: 'released',
        message: '`reserved` keeps a Bun reserved sql whose checkout ends in line 6, and the next call finds it there. It fails with ERR_MYSQL_CONNECTION_CLOSED `Connection closed`. Take a client out of the pool where it is needed, and give it back there.',
      }),
      hit('a connection for all callers', ready('let reserved;\nexport const get = async () => (⟦reserved⟧ ??= await sql.reserve());'), { messageId: 'shared' }),
    ],
  },
  'no-connection-per-request': {
    valid: [
      quiet('opened at the top of the file', 'import express from \'express\';\nimport { SQL } from \'bun\';\nconst db = new SQL(process.env.DATABASE_URL);\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db`select 1`);\n});\n'),
      quiet('opened when it is first needed', 'import express from \'express\';\nimport { SQL } from \'bun\';\nexpress().get(\'/users\', async (req, res) => {\n  db ??= new SQL(process.env.DATABASE_URL);\n  res.json(await db`select 1`);\n});\nlet db;\n'),
      quiet('a factory', 'import { SQL } from \'bun\';\nexport async function open() {\n  const db = new SQL(process.env.DATABASE_URL);\n  return db;\n}\n'),
      quiet('the main function of a script', 'import { SQL } from \'bun\';\nasync function main() {\n  const db = new SQL(process.env.DATABASE_URL);\n  console.log(await db`select 1`);\n  await db.close();\n}\nmain();\n'),
      quiet('the one that is there', 'import express from \'express\';\nimport { sql } from \'bun\';\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await sql`select 1`);\n});\n'),
    ],
    invalid: [
      hit('opened and left', 'import express from \'express\';\nimport { SQL } from \'bun\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦new SQL⟧(process.env.DATABASE_URL);\n  res.json(await db`select 1`);\n});\n', {
        messageId: 'handler',
        message: '`new SQL` opens a Bun SQL pool each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails: each pool holds connections of its own, until the server takes no more. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport { SQL } from \'bun\';\nconst db = new SQL(process.env.DATABASE_URL);\n\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db`select 1`);\n});\n'],
      }),
      hit('opened and closed', 'import express from \'express\';\nimport { SQL } from \'bun\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦new SQL⟧(process.env.DATABASE_URL);\n  res.json(await db`select 1`);\n  await db.close();\n});\n', {
        messageId: 'handler',
        message: '`new SQL` opens a Bun SQL pool each time that an Express handler runs. It is closed again after use. Nothing fails: each query waits until a connection is open and logged in. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport { SQL } from \'bun\';\nconst db = new SQL(process.env.DATABASE_URL);\n\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db`select 1`);\n});\n'],
      }),
    ],
  },
};
