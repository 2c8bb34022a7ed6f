import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const mssql = (call: string): string => `import sql from 'mssql';\nconst pool = await sql.connect(process.env.URL);\n${call}`;
const foreign = 'foreign';

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('inputs', mssql("await pool.request().input('id', sql.Int, id).query('select * from t where id = @id');")),
      quiet('variables of the server and of the text', mssql("await pool.query('declare @n int = 5 select @n, @@rowcount');")),
      quiet('names in brackets', mssql("await pool.query('select [what?], [a:b], [x]]:y] from [t{id}]');")),
      quiet('amounts of money', mssql("await pool.query('update t set price = $1 where price > $1.50');")),
      quiet('a column of merge', mssql("await pool.query('merge t using s on t.id = s.id when matched then delete output $action;');")),
      quiet('a JSON object', mssql("await pool.query(\"select json_object('id':id, 'n':5) from t\");")),
      quiet('a static method', mssql("await pool.query('select geography::Point(1, 2, 4326)');")),
      quiet('a temporary table', mssql("await pool.query('select * from #t join ##u on 5 % s = 1');")),
      quiet('a string of its own kind', mssql("await pool.query(\"select N'who?'\");")),
      quiet('holes of a tag', mssql('await sql.query`select * from t where id = ${id} and price > $5`;')),
      quiet('the name of a procedure', mssql("await pool.request().execute('find?');")),
      quiet('a pool of another package', "import sql from './mssql.js';\nsql.query('select ?');"),
    ],
    invalid: [
      hit('a question mark', mssql("await pool.request().input('id', id).query('select * from t where id = ⟦?⟧');"), {
        messageId: foreign,
        message: '`?` in "select * from t where id = ?" is not a placeholder for mssql Request. It fails with EREQUEST `Incorrect syntax near`. Write `@name`.',
      }),
      hit(':name', mssql("await pool.query('select * from [t] where id = ⟦:id⟧');"), { messageId: foreign }),
      hit('the global pool', mssql("await sql.query('select * from t where id = ⟦?⟧');"), {
        messageId: foreign,
        message: '`?` in "select * from t where id = ?" is not a placeholder for mssql. It fails with EREQUEST `Incorrect syntax near`. Write `@name`.',
      }),
      hit('a batch', mssql("await new sql.Request(pool).batch('select ⟦%s⟧');"), { messageId: foreign }),
      hit('a pool that is opened in a chain', "import { ConnectionPool } from 'mssql';\nconst pool = await new ConnectionPool(config).connect();\npool.query('select ⟦{id}⟧');", { messageId: foreign }),
      hit('a pool in a then', "const sql = require('mssql');\nsql.connect(config).then((pool) => pool.request().query('select ⟦?⟧'));", { messageId: foreign }),
      hit('a transaction', mssql("const transaction = new sql.Transaction(pool);\nawait transaction.begin();\nawait transaction.request().query('select ⟦#{id}⟧');"), { messageId: foreign }),
      hit('a prepared statement', mssql("const statement = new sql.PreparedStatement(pool);\nstatement.input('id', sql.Int);\nawait statement.prepare('select ⟦?⟧');\nawait statement.execute({ id });"), { messageId: foreign }),
      hit('a question mark in a tag', mssql('await sql.query`select * from t where id = ⟦?⟧ and n = ${n}`;'), { messageId: foreign }),
      hit('a tag of a request', mssql('await pool.request().query`select ⟦:id⟧`;'), { messageId: foreign }),
      hit('a request by its type', "import type { Request } from 'mssql';\nexport const find = (request: Request) => request.query('select ⟦?⟧');", { filename: 'file.ts', messageId: foreign }),
    ],
  },
  'no-placeholder-mismatch': 'values come one by one through input(), and a name may also be a variable of the text itself',
  'no-quoted-placeholder': {
    valid: [
      quiet('a hole outside quotes', mssql("await sql.query`select * from t where name = ${name} and kind = 'a'`;")),
      quiet('a hole in a comment', mssql('await sql.query`select 1 -- ${note}`;')),
      quiet('a name in quotes', mssql("await pool.request().input('id', id).query(\"select * from t where name = '@id'\");")),
      quiet('a plain template is another matter', mssql("await pool.query(`select * from t where name = '${name}'`);")),
    ],
    invalid: [
      hit('a hole in quotes', mssql("await sql.query`select * from t where name = '⟦${String(name)}⟧'`;"), {
        messageId: 'quotedHole',
        message: '`${String(name)}` stands inside SQL quotes in "select * from t where name = \'${…}\'", where no value can be bound. Nothing fails: the text in quotes is `@param1`, and the value is not used.',
        output: mssql('await sql.query`select * from t where name = ${String(name)}`;'),
      }),
      hit('a hole in brackets', mssql('await pool.query`select * from [⟦${table}⟧]`;'), {
        messageId: 'quotedIdentifier',
        message: "`${table}` stands inside a quoted name in \"select * from [${…}]\", where no value can be bound. It fails with EREQUEST `Invalid object name '@param1'.`.",
      }),
    ],
  },
  'no-result-as-row': {
    valid: [
      quiet('the rows of a result', mssql("const result = await pool.query('select id from t');\nf(result.recordset[0].id, result.recordset.length, result.rowsAffected[0], result.output);")),
      quiet('a list of several results', mssql("const { recordsets } = await pool.query('select 1 select 2');\nf(recordsets[1]);")),
      quiet('rows as lists', mssql("const [[id]] = (await pool.query('select id from t')).recordset;\nf(id);")),
    ],
    invalid: [
      hit('a result as a list', mssql("const result = await sql.query`select id from t`;\nresult⟦.map⟧(f);"), { messageId: 'resultAsRows', output: mssql("const result = await sql.query`select id from t`;\nresult.recordset.map(f);") }),
      hit('a column on a result', mssql("const result = await pool.request().query('select id from t');\nf(result⟦.id⟧);"), { messageId: 'resultAsRow', suggestion: ['repair', mssql("const result = await pool.request().query('select id from t');\nf(result.recordset[0].id);")] }),
    ],
  },
  'no-cached-statement': 'a transaction and a prepared statement take their connection with `begin` and `prepare`, and can do so again after they gave it back',
  'no-connection-per-request': {
    valid: [
      quiet('opened at the top of the file', 'import express from \'express\';\nimport sql from \'mssql\';\nconst db = await new sql.ConnectionPool(process.env.DATABASE_URL).connect();\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.query(\'select 1\'));\n});\n'),
      quiet('opened when it is first needed', 'import express from \'express\';\nimport sql from \'mssql\';\nexpress().get(\'/users\', async (req, res) => {\n  db ??= await new sql.ConnectionPool(process.env.DATABASE_URL).connect();\n  res.json(await db.query(\'select 1\'));\n});\nlet db;\n'),
      quiet('a factory', 'import sql from \'mssql\';\nexport async function open() {\n  const db = await new sql.ConnectionPool(process.env.DATABASE_URL).connect();\n  return db;\n}\n'),
      quiet('the main function of a script', 'import sql from \'mssql\';\nasync function main() {\n  const db = await new sql.ConnectionPool(process.env.DATABASE_URL).connect();\n  console.log(await db.query(\'select 1\'));\n  await db.close();\n}\nmain();\n'),
      quiet('the pool of the module', 'import express from \'express\';\nimport sql from \'mssql\';\nexpress().get(\'/users\', async (req, res) => {\n  const pool = await sql.connect(process.env.DATABASE_URL);\n  res.json(await pool.query(\'select 1\'));\n});\n'),
      quiet('the callback of a promise, which may close it', 'import express from \'express\';\nimport sql from \'mssql\';\nexpress().get(\'/users\', async (req, res) => {\n  await new sql.ConnectionPool(process.env.DATABASE_URL).connect().then(async (pool) => {\n    res.json(await pool.query(\'select 1\'));\n    await pool.close();\n  });\n});\n'),
    ],
    invalid: [
      hit('opened and left', 'import express from \'express\';\nimport sql from \'mssql\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = await ⟦new sql.ConnectionPool⟧(process.env.DATABASE_URL).connect();\n  res.json(await db.query(\'select 1\'));\n});\n', {
        messageId: 'handler',
        message: '`new sql.ConnectionPool` opens an mssql ConnectionPool each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails: each pool holds connections of its own, until the server takes no more. Open it once, for all of them.',
      }),
      hit('opened and closed', 'import express from \'express\';\nimport sql from \'mssql\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = await ⟦new sql.ConnectionPool⟧(process.env.DATABASE_URL).connect();\n  res.json(await db.query(\'select 1\'));\n  await db.close();\n});\n', {
        messageId: 'handler',
        message: '`new sql.ConnectionPool` opens an mssql ConnectionPool each time that an Express handler runs. It is closed again after use. Nothing fails: each query waits until a connection is open and logged in. Open it once, for all of them.',
      }),
    ],
  },
};
