import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const db = (call: string): string => `import { PGlite } from '@electric-sql/pglite';\nconst db = await PGlite.create();\n${call}`;
const template = (call: string): string => `import { PGlite } from '@electric-sql/pglite';\nimport { identifier, raw, sql } from '@electric-sql/pglite/template';\nconst db = new PGlite();\n${call}`;
const foreign = 'foreign';

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('numbers', db("await db.query('select * from t where id = $1', [id]);")),
      quiet('holes of the tag', db('await db.sql`select * from t where id = ${id}`;')),
      quiet('fragments', template("await db.sql`select ${identifier`name`} from t where ${raw`tags ? 'a'`} and ${sql`id = ${id}`}`;")),
      quiet('several statements with operators of JSONB', db("await db.exec(\"select tags ? 'a' from t; select 1 % 2\");")),
      quiet('an absolute value', db("await db.exec('select @balance from t');")),
    ],
    invalid: [
      hit('a question mark', db("await db.query('select * from t where id = ⟦?⟧', [id]);"), {
        messageId: foreign,
        message: '`?` in "select * from t where id = ?" is not a placeholder for PGlite. It fails with 42601 `syntax error at end of input`. Write `$1`.',
        output: db("await db.query('select * from t where id = $1', [id]);"),
      }),
      hit('a name with a record: the text is read first', db("await db.query('select * from t where id = ⟦:id⟧', { id });"), {
        messageId: foreign,
        message: '`:id` in "select * from t where id = :id" is not a placeholder for PGlite. It fails with 42601 `syntax error at or near ":"`. Write `$1`.',
        output: db("await db.query('select * from t where id = $1', [id]);"),
      }),
      hit('a question mark in the tag', db('await db.sql`select * from t where id = ⟦?⟧`;'), { messageId: foreign }),
      hit('$1 by hand in the tag', db('await db.sql`select * from t where id = ⟦$1⟧`;'), {
        messageId: 'handWritten',
        message:
          '`$1` in "select * from t where id = $1" is written by hand into a template tag, which numbers its `${}` itself. It fails with 08P01 `bind message supplies 0 parameters, but prepared statement "" requires 1`. Write the value as `${}`.',
      }),
      hit('a transaction', db("await db.transaction(async (tx) => { await tx.query('select ⟦%s⟧', [id]); });"), { messageId: foreign, output: db("await db.transaction(async (tx) => { await tx.query('select $1', [id]); });") }),
      hit('the tag of a transaction', db('await db.transaction(async (tx) => { await tx.sql`select ⟦?⟧::int`; });'), { messageId: foreign }),
      hit('a database by its type', "import type { PGliteInterface } from '@electric-sql/pglite';\nexport const find = (db: PGliteInterface, id: number) => db.query('select ⟦?⟧', [id]);", {
        filename: 'file.ts',
        messageId: foreign,
        output: "import type { PGliteInterface } from '@electric-sql/pglite';\nexport const find = (db: PGliteInterface, id: number) => db.query('select $1', [id]);",
      }),
      hit('a worker', "import { PGliteWorker } from '@electric-sql/pglite/worker';\nconst db = new PGliteWorker(worker);\nawait db.query('select ⟦?⟧', [1]);", {
        messageId: foreign,
        output: "import { PGliteWorker } from '@electric-sql/pglite/worker';\nconst db = new PGliteWorker(worker);\nawait db.query('select $1', [1]);",
      }),
    ],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('as many values as placeholders', db("await db.query('select $1, $2', [a, b]);")),
      quiet('options after the values', db("await db.query('select $1', [a], { rowMode: 'array' });")),
      quiet('options of exec()', db("await db.exec('select 1', { rowMode: 'array' });")),
      quiet('parameters of a function that is created', db("await db.exec('create function f(int) returns int language sql return $1 + 1');")),
    ],
    invalid: [
      hit('a value too few', db("await db.query('select $1, ⟦$2⟧', [a]);"), { messageId: 'tooFew' }),
      hit('no values', db("await db.query('select ⟦$1⟧');"), {
        messageId: 'none',
        message: '`$1` in "select $1" gets no value: none are passed. It fails with 08P01 `bind message supplies 0 parameters, but prepared statement "" requires 1`.',
      }),
      hit('a value too many', db("await db.query('select $1', [a, ⟦b⟧]);"), { messageId: 'tooMany' }),
      hit('a placeholder in exec()', db("await db.exec('delete from t where id = ⟦$1⟧', [id]);"), {
        messageId: 'none',
        message: '`$1` in "delete from t where id = $1" gets no value: none are passed. It fails with 42P02 `there is no parameter $1`.',
      }),
      hit('one value without a list', db("await db.query('select $1', ⟦42⟧);"), {
        messageId: 'notAList',
        message: 'PGlite takes the values as an array, and this is none. It fails with `e.map is not a function`.',
        suggestion: ['wrap', db("await db.query('select $1', [42]);")],
      }),
    ],
  },
  'no-quoted-placeholder': {
    valid: [
      quiet('text that is spliced in', template("await db.sql`select '${raw`a`}'`;")),
      quiet('a name that is spliced in', template('await db.sql`select "${raw`a`}" from t`;')),
      quiet('a number in quotes that no value is meant for', db("await db.query(\"select '$1' from t where id = $1\", [id]);")),
      quiet('a number in quotes in exec()', db("await db.exec(\"select '$1'\");")),
    ],
    invalid: [
      hit('a hole in quotes', db("await db.sql`select * from t where name = '⟦${String(name)}⟧'`;"), {
        messageId: 'quotedHole',
        message: '`${String(name)}` stands inside SQL quotes in "select * from t where name = \'${…}\'", where no value can be bound. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 0`.',
        output: db('await db.sql`select * from t where name = ${String(name)}`;'),
      }),
      hit('a number in quotes', db("await db.query(\"select * from t where name = ⟦'$1'⟧\", [name]);"), { messageId: 'quoted', output: db('await db.query("select * from t where name = $1", [name]);') }),
    ],
  },
  'no-result-as-row': {
    valid: [
      quiet('rows of a result', db("const { rows, affectedRows } = await db.query('select * from t');\nrows[0].id;")),
      quiet('results of several statements', db("const [first] = await db.exec('select 1; select 2');\nfirst.rows;")),
      quiet('options that may change the shape', db("(await db.query('select 1', [], { rowMode: 'array' })).rows[0][0];")),
    ],
    invalid: [
      hit('a result as rows', db("const result = await db.query('select * from t');\nfor (const row of ⟦result⟧) row.id;"), { messageId: 'resultAsRows', output: db("const result = await db.query('select * from t');\nfor (const row of result.rows) row.id;") }),
    ],
  },
  'no-cached-statement': 'there is one connection, which is taken from no pool, and no statement or cursor of its own',
  'no-connection-per-request': {
    valid: [
      quiet('opened at the top of the file', 'import express from \'express\';\nimport { PGlite } from \'@electric-sql/pglite\';\nconst db = new PGlite(\'./data\');\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.query(\'select 1\'));\n});\n'),
      quiet('opened when it is first needed', 'import express from \'express\';\nimport { PGlite } from \'@electric-sql/pglite\';\nexpress().get(\'/users\', async (req, res) => {\n  db ??= new PGlite(\'./data\');\n  res.json(await db.query(\'select 1\'));\n});\nlet db;\n'),
      quiet('a factory', 'import { PGlite } from \'@electric-sql/pglite\';\nexport async function open() {\n  const db = new PGlite(\'./data\');\n  return db;\n}\n'),
      quiet('the main function of a script', 'import { PGlite } from \'@electric-sql/pglite\';\nasync function main() {\n  const db = new PGlite(\'./data\');\n  console.log(await db.query(\'select 1\'));\n  await db.close();\n}\nmain();\n'),
      quiet('in memory', 'import express from \'express\';\nimport { PGlite } from \'@electric-sql/pglite\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = new PGlite();\n  res.json(await db.query(\'select 1\'));\n});\n'),
      quiet('in memory, by name', 'import express from \'express\';\nimport { PGlite } from \'@electric-sql/pglite\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = await PGlite.create(\'memory://\');\n  res.json(await db.query(\'select 1\'));\n});\n'),
      quiet('in memory, with extensions', 'import express from \'express\';\nimport { PGlite } from \'@electric-sql/pglite\';\nimport { vector } from \'@electric-sql/pglite/vector\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = await PGlite.create({ extensions: { vector } });\n  res.json(await db.query(\'select 1\'));\n});\n'),
    ],
    invalid: [
      hit('opened and left', 'import express from \'express\';\nimport { PGlite } from \'@electric-sql/pglite\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦new PGlite⟧(\'./data\');\n  res.json(await db.query(\'select 1\'));\n});\n', {
        messageId: 'handler',
        message: '`new PGlite` opens a PGlite each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails: each one holds about 170 MB of memory, until there is none. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport { PGlite } from \'@electric-sql/pglite\';\nconst db = new PGlite(\'./data\');\n\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.query(\'select 1\'));\n});\n'],
      }),
      hit('opened and closed', 'import express from \'express\';\nimport { PGlite } from \'@electric-sql/pglite\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = ⟦new PGlite⟧(\'./data\');\n  res.json(await db.query(\'select 1\'));\n  await db.close();\n});\n', {
        messageId: 'handler',
        message: '`new PGlite` opens a PGlite each time that an Express handler runs. It is closed again after use. Nothing fails: it takes more than 2,000 times as long as the same query on one that stays open. Open it once, for all of them.',
        suggestion: ['moveToTop', 'import express from \'express\';\nimport { PGlite } from \'@electric-sql/pglite\';\nconst db = new PGlite(\'./data\');\n\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.query(\'select 1\'));\n});\n'],
      }),
      hit('a folder in a record', 'import express from \'express\';\nimport { PGlite } from \'@electric-sql/pglite\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = await ⟦PGlite.create⟧({ dataDir: process.env.DATA });\n  res.json(await db.query(\'select 1\'));\n});\n', {
        messageId: 'handler',
        message: '`PGlite.create` opens a PGlite each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails: each one holds about 170 MB of memory, until there is none. Open it once, for all of them.',
      }),
    ],
  },
};
