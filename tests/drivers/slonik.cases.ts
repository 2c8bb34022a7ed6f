import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const pool = (call: string): string => `import { createPool, sql } from 'slonik';\nconst pool = await createPool(url);\n${call}`;
const foreign = 'foreign';

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('holes', pool('await pool.any(sql.unsafe`select * from t where id = ${id}`);')),
      quiet('operators of JSONB', pool("await pool.any(sql.unsafe`select tags ? 'a' from t where tags ?| ${sql.array(keys, 'text')}`);")),
      quiet('fragments', pool('await pool.any(sql.unsafe`select ${sql.identifier([column])} from t where ${sql.join(conditions, sql.fragment` and `)}`);')),
      quiet('a tag of that name from elsewhere', "import { sql } from 'sql-template-tag';\nsql.unsafe`select ?`;"),
    ],
    invalid: [
      hit('a question mark', pool('await pool.any(sql.unsafe`select * from t where id = ⟦?⟧`);'), {
        messageId: foreign,
        message: '`?` in "select * from t where id = ?" is not a placeholder for Slonik sql. It fails with 42601 `syntax error at end of input`. Write `${value}`.',
      }),
      hit('$1 by hand', pool('await pool.one(sql.type(row)`select * from t where id = ⟦$1⟧`, [id]);'), {
        messageId: 'handWritten',
        message: '`$1` in "select * from t where id = $1" is written by hand into a template tag, which numbers its `${}` itself. It fails with 42P02 `there is no parameter $1`. Write the value as `${}`.',
      }),
      hit('$1 beside a hole', pool('await pool.any(sql.typeAlias("id")`select * from t where id = ⟦$1⟧ or parent = ${id}`);'), { messageId: 'handWritten' }),
      hit('a prepared query', pool("const find = sql.prepared('find', row)`select * from t where id = ⟦:id⟧`;"), { messageId: foreign }),
      hit('a tag with types', "import { createSqlTag } from 'slonik';\nconst sql = createSqlTag({ typeAliases });\nconst find = sql.typeAlias('user')`select * from t where id = ⟦%s⟧`;", { messageId: foreign }),
    ],
  },
  'no-placeholder-mismatch': 'every value stands in a `${}`',
  'no-quoted-placeholder': {
    valid: [
      quiet('a text in quotes', pool("await pool.any(sql.unsafe`select * from t where name = 'a' and id = ${id}`);")),
      quiet('a literal of its own', pool("await pool.any(sql.unsafe`select * from t where name = ${sql.literalValue('a')}`);")),
      quiet('a fragment in quotes', pool('await pool.any(sql.unsafe`select \'${sql.fragment`a`}\'`);')),
    ],
    invalid: [
      hit('a hole in quotes', pool("await pool.any(sql.unsafe`select * from t where name = '⟦${String(name)}⟧'`);"), {
        messageId: 'quotedHole',
        message: '`${String(name)}` stands inside SQL quotes in "select * from t where name = \'${…}\'", where no value can be bound. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 0`.',
        output: pool('await pool.any(sql.unsafe`select * from t where name = ${String(name)}`);'),
      }),
      hit('a quoted name', pool('await pool.any(sql.unsafe`select "⟦${column}⟧" from t`);'), { messageId: 'quotedIdentifier' }),
    ],
  },
  'no-result-as-row': {
    valid: [
      quiet('rows as a list', pool('const rows = await pool.any(sql.unsafe`select * from t`);\nrows[0].id;')),
      quiet('rows of a result', pool('const { rows, rowCount } = await pool.query(sql.unsafe`select * from t`);')),
      quiet('values of one column', pool('const ids = await pool.anyFirst(sql.unsafe`select id from t`);\nids.rows;')),
    ],
    invalid: [
      hit('rows as a result', pool('const result = await pool.many(sql.unsafe`select * from t`);\nresult⟦.rows⟧.length;'), { messageId: 'rowsAsResult', output: pool('const result = await pool.many(sql.unsafe`select * from t`);\nresult.length;') }),
    ],
  },
  'no-cached-statement': {
    valid: [
      quiet('a connection in its callback', pool('export const find = () => pool.connect(async (connection) => connection.any(sql.unsafe`select 1`));')),
      quiet('a connection that others of the same run see', pool('let current;\nexport const find = () => pool.connect(async (connection) => { current = connection; return step(); });\nconst step = () => current.any(sql.unsafe`select 1`);')),
      quiet('a connection that is forgotten at the end', pool('let current;\nexport const find = () => pool.connect(async (connection) => { current ??= connection; try { return await step(); } finally { current = null; } });')),
      quiet('functions that run in the callback', pool('export const all = (ids) => pool.connect((connection) => Promise.all(ids.map((id) => connection.one(sql.unsafe`select ${id}`))));')),
      quiet('a pool', "import { createPool } from 'slonik';\nlet pool;\nexport const get = async () => (pool ??= await createPool(url));"),
    ],
    invalid: [
      hit('a connection of the first call', pool('let kept;\nexport async function find() {\n  if (!kept) {\n    await pool.connect(async (connection) => {\n      ⟦kept⟧ = connection;\n    });\n  }\n  return kept.any(sql.unsafe`select 1`);\n}'), {
        messageId: 'released',
        message: '`kept` keeps a Slonik connection whose checkout ends in line 8, and the next call finds it there. It fails with `Cannot use released connection`. Take a client out of the pool where it is needed, and give it back there.',
      }),
      hit('a field', pool('export class Users {\n  find() {\n    return pool.connect((connection) => {\n      ⟦this.connection⟧ ??= connection;\n      return this.connection.any(sql.unsafe`select 1`);\n    });\n  }\n}'), { messageId: 'released' }),
      hit('the connection itself', pool('export const open = () => pool.connect(async (connection) => ⟦connection⟧);'), {
        messageId: 'handedOut',
        message: '`connection` is a Slonik connection whose checkout ends in line 3, before the caller can use it. It fails with `Cannot use released connection`. End the checkout when the caller is done.',
      }),
      hit('a function', pool('const find = await pool.connect(async (connection) => {\n  return (id) => ⟦connection⟧.one(sql.unsafe`select ${id}`);\n});'), { messageId: 'handedOut' }),
      hit('a transaction', pool('let kept;\nexport const find = () => pool.transaction(async (transaction) => {\n  ⟦kept⟧ ??= transaction;\n  return kept.any(sql.unsafe`select 1`);\n});'), {
        messageId: 'released',
        message: '`kept` keeps a Slonik transaction whose checkout ends in line 7, and the next call finds it there. It fails with `Cannot run a query using parent transaction.`. Begin one where it is needed, and end it there.',
      }),
    ],
  },
  'no-connection-per-request': {
    valid: [
      quiet('opened at the top of the file', 'import express from \'express\';\nimport { createPool, sql } from \'slonik\';\nconst db = await createPool(process.env.DATABASE_URL);\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.any(sql.unsafe`select 1`));\n});\n'),
      quiet('opened when it is first needed', 'import express from \'express\';\nimport { createPool, sql } from \'slonik\';\nexpress().get(\'/users\', async (req, res) => {\n  db ??= await createPool(process.env.DATABASE_URL);\n  res.json(await db.any(sql.unsafe`select 1`));\n});\nlet db;\n'),
      quiet('a factory', 'import { createPool, sql } from \'slonik\';\nexport async function open() {\n  const db = await createPool(process.env.DATABASE_URL);\n  return db;\n}\n'),
      quiet('the main function of a script', 'import { createPool, sql } from \'slonik\';\nasync function main() {\n  const db = await createPool(process.env.DATABASE_URL);\n  console.log(await db.any(sql.unsafe`select 1`));\n  await db.end();\n}\nmain();\n'),
    ],
    invalid: [
      hit('opened and left', 'import express from \'express\';\nimport { createPool, sql } from \'slonik\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = await ⟦createPool⟧(process.env.DATABASE_URL);\n  res.json(await db.any(sql.unsafe`select 1`));\n});\n', {
        messageId: 'handler',
        message: '`createPool` opens a Slonik pool each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails with 53300 `sorry, too many clients already`. Open it once, for all of them.',
      }),
      hit('opened and closed', 'import express from \'express\';\nimport { createPool, sql } from \'slonik\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = await ⟦createPool⟧(process.env.DATABASE_URL);\n  res.json(await db.any(sql.unsafe`select 1`));\n  await db.end();\n});\n', {
        messageId: 'handler',
        message: '`createPool` opens a Slonik pool each time that an Express handler runs. It is closed again after use. Nothing fails: it takes about 85 times as long as the same query on one that stays open. Open it once, for all of them.',
      }),
    ],
  },
};
