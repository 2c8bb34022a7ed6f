import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const over = (driver: string): string => `import { sql } from 'drizzle-orm';\nimport { drizzle } from 'drizzle-orm/${driver}';\nconst db = drizzle(client);\n`;
const pg = (code: string): string => over('node-postgres') + code;
const postgresJs = (code: string): string => over('postgres-js') + code;
const mysql = (code: string): string => over('mysql2') + code;
const sqlite = (code: string): string => over('better-sqlite3') + code;

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('holes', pg('await db.execute(sql`select * from t where id = ${id}`);')),
      quiet('a JSONB operator', pg("await db.execute(sql`select tags ? 'a' from t where id = ${id}`);")),
      quiet('a template that is not sent here', pg('db.select().from(t).where(sql`id = ?`);')),
      quiet('a text without placeholders', pg("await db.execute('select 1');")),
      quiet('a text that is spliced in', pg('await db.execute(sql.raw(text));')),
      quiet('a driver that nobody knows', "import { sql } from 'drizzle-orm';\nimport { drizzle } from 'drizzle-orm/sqlite-proxy';\nawait drizzle(client).all(sql`select $1`);"),
      quiet('a tag of the same name', "import { drizzle } from 'drizzle-orm/node-postgres';\nimport { sql } from 'other';\nawait drizzle(client).execute(sql`select ?`);"),
    ],
    invalid: [
      hit('a question mark', pg('await db.execute(sql`select * from t where id = ⟦?⟧`);'), {
        messageId: 'foreign',
        message: '`?` in "select * from t where id = ?" is not a placeholder for Drizzle. It fails with 42601 `syntax error at end of input`. Write `${value}`.',
      }),
      hit('a number by hand', postgresJs('await db.execute(sql`select * from t where id = ⟦$1⟧`);'), {
        messageId: 'handWritten',
        message: '`$1` in "select * from t where id = $1" is written by hand into a template tag, which numbers its `${}` itself. It fails with 42P02 `there is no parameter $1`. Write the value as `${}`.',
      }),
      hit('a transaction', pg('await db.transaction(async (tx) => { await tx.execute(sql`select ⟦%s⟧`); });'), { messageId: 'foreign' }),
      hit('a template in a constant', pg('const query = sql`select ⟦?⟧`;\nawait db.execute(query);'), { messageId: 'foreign' }),
      hit('a database by its type', "import { sql } from 'drizzle-orm';\nimport type { NodePgDatabase } from 'drizzle-orm/node-postgres';\nexport const find = (db: NodePgDatabase) => db.execute(sql`select ⟦?⟧`);", { messageId: 'foreign', filename: 'file.ts' }),
      hit('MySQL, which has a placeholder of its own', mysql('await db.execute(sql`select ⟦?⟧`);'), {
        messageId: 'handWritten',
        message: '`?` in "select ?" is written by hand into a template tag, which numbers its `${}` itself. It fails: the server finds no value for it. Write the value as `${}`.',
      }),
      hit('a name in SQLite', sqlite('db.get(sql`select * from t where id = ⟦:id⟧`);'), { messageId: 'foreign' }),
    ],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('holes', pg('await db.execute(sql`select ${a}, ${b}`);')),
      quiet('a text without placeholders', pg("await db.execute('select 1');")),
      quiet('a text in a variable', pg('await db.execute(text);')),
      quiet('a number in quotes', pg("await db.execute(\"select '$1'\");")),
    ],
    invalid: [
      hit('a text takes no values', pg("await db.execute('select * from t where id = ⟦$1⟧');"), {
        messageId: 'none',
        message: '`$1` in "select * from t where id = $1" gets no value: none are passed. It fails with 42P02 `there is no parameter $1`.',
      }),
      hit('not even those that are passed', pg("await db.execute('select * from t where id = ⟦$1⟧', [id]);"), { messageId: 'none' }),
      hit('SQLite', sqlite("db.all('select * from t where id = ⟦?⟧');"), { messageId: 'none' }),
    ],
  },
  'no-quoted-placeholder': {
    valid: [
      quiet('holes', pg('await db.execute(sql`select * from t where name = ${name}`);')),
      quiet('a text in quotes', pg("await db.execute(sql`select 'a', ${id}`);")),
      quiet('a literal that is spliced in', pg("await db.execute(sql`select 'a${sql.raw(suffix)}'`);")),
      quiet('a nested template', pg('await db.execute(sql`select * from t where ${sql`id = ${id}`}`);')),
    ],
    invalid: [
      hit('a hole in quotes', pg("const name = 'a';\nawait db.execute(sql`select * from t where name = '⟦${name}⟧'`);"), {
        messageId: 'quotedHole',
        message: '`${name}` stands inside SQL quotes in "select * from t where name = \'${…}\'", where no value can be bound. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 0`.',
        output: pg("const name = 'a';\nawait db.execute(sql`select * from t where name = ${name}`);"),
      }),
      hit('postgres.js describes the statement first', postgresJs("const name = 'a';\nawait db.execute(sql`select * from t where name = '⟦${name}⟧'`);"), {
        messageId: 'quotedHole',
        message: '`${name}` stands inside SQL quotes in "select * from t where name = \'${…}\'", where no value can be bound. It fails with 42P18 `could not determine data type of parameter $1`.',
        output: postgresJs("const name = 'a';\nawait db.execute(sql`select * from t where name = ${name}`);"),
      }),
      hit('MySQL says nothing', mysql("const name = 'a';\nawait db.execute(sql`select * from t where name = '⟦${name}⟧'`);"), {
        messageId: 'quotedHole',
        output: mysql("const name = 'a';\nawait db.execute(sql`select * from t where name = ${name}`);"),
      }),
    ],
  },
  'no-connection-per-request': {
    valid: [
      quiet('opened at the top of the file', 'import express from \'express\';\nimport { drizzle } from \'drizzle-orm/node-postgres\';\nconst db = drizzle(process.env.DATABASE_URL);\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.execute(\'select 1\'));\n});\n'),
      quiet('opened when it is first needed', 'import express from \'express\';\nimport { drizzle } from \'drizzle-orm/node-postgres\';\nexpress().get(\'/users\', async (req, res) => {\n  db ??= drizzle(process.env.DATABASE_URL);\n  res.json(await db.execute(\'select 1\'));\n});\nlet db;\n'),
      quiet('a factory', 'import { drizzle } from \'drizzle-orm/node-postgres\';\nexport async function open() {\n  const db = drizzle(process.env.DATABASE_URL);\n  return db;\n}\n'),
      quiet('the main function of a script', 'import { drizzle } from \'drizzle-orm/node-postgres\';\nasync function main() {\n  const db = drizzle(process.env.DATABASE_URL);\n  console.log(await db.execute(\'select 1\'));\n  await db.$client.end();\n}\nmain();\n'),
      quiet('over a pool that is there', 'import express from \'express\';\nimport { drizzle } from \'drizzle-orm/node-postgres\';\nimport { pool } from \'./pool.js\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = drizzle(pool);\n  res.json(await db.execute(\'select 1\'));\n});\n'),
      quiet('over a pool that is there, in a record', 'import express from \'express\';\nimport { drizzle } from \'drizzle-orm/node-postgres\';\nimport { pool } from \'./pool.js\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = drizzle({ client: pool });\n  res.json(await db.execute(\'select 1\'));\n});\n'),
      quiet('over a client of this request', 'import express from \'express\';\nimport { drizzle } from \'drizzle-orm/node-postgres\';\nimport { pool } from \'./pool.js\';\nexpress().get(\'/users\', async (req, res) => {\n  const client = await pool.connect();\n  const db = drizzle(client, { logger: true });\n  res.json(await db.execute(\'select 1\'));\n  client.release();\n});\n'),
    ],
    invalid: [
      hit('opened and left', 'import express from \'express\';\nimport { drizzle } from \'drizzle-orm/node-postgres\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦drizzle⟧(process.env.DATABASE_URL);\n  res.json(await db.execute(\'select 1\'));\n});\n', {
        messageId: 'handler',
        message: '`drizzle` opens a Drizzle database each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails with 53300 `sorry, too many clients already`. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport { drizzle } from \'drizzle-orm/node-postgres\';\nconst db = drizzle(process.env.DATABASE_URL);\n\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.execute(\'select 1\'));\n});\n'],
      }),
      hit('opened and closed', 'import express from \'express\';\nimport { drizzle } from \'drizzle-orm/node-postgres\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦drizzle⟧(process.env.DATABASE_URL);\n  res.json(await db.execute(\'select 1\'));\n  await db.$client.end();\n});\n', {
        messageId: 'handler',
        message: '`drizzle` opens a Drizzle database each time that an Express handler runs. It is closed again after use. Nothing fails: it takes about 30 times as long as the same query on one that stays open. Open it once, for all of them.',
      }),
      hit('an address in a record', 'import express from \'express\';\nimport { drizzle } from \'drizzle-orm/mysql2\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦drizzle⟧({ connection: process.env.DATABASE_URL });\n  res.json(await db.execute(\'select 1\'));\n});\n', {
        messageId: 'handler',
        message: '`drizzle` opens a Drizzle database each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails with ER_CON_COUNT_ERROR `Too many connections`. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport { drizzle } from \'drizzle-orm/mysql2\';\nconst db = drizzle({ connection: process.env.DATABASE_URL });\n\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.execute(\'select 1\'));\n});\n'],
      }),
    ],
  },
};
