import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const oracle = (call: string): string => `import oracledb from 'oracledb';\nconst connection = await oracledb.getConnection(config);\n${call}`;
const pooled = (code: string): string => `import oracledb from 'oracledb';\nconst pool = await oracledb.createPool(config);\n${code}`;
const foreign = 'foreign';

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('names from a record', oracle("await connection.execute('select * from t where id = :id', { id });")),
      quiet('names and numbers from a list', oracle("await connection.execute('select * from t where id = :id and n = :2', [id, n]);")),
      quiet('strings with delimiters of their own', oracle("await connection.execute(\"select q'[it's ? or @x]', nq'{who's :y}' from t where id = :id\", { id });")),
      quiet('an assignment', oracle("await connection.execute('begin :result := f(:id); end;', { id, result });")),
      quiet('a view of the system', oracle("await connection.execute('select * from v$session where sid = :sid', { sid });")),
      quiet('a database link', oracle("await connection.execute('select * from t@other where id = :id', { id });")),
      quiet('a hint', oracle("await connection.execute('select /*+ full(t) ? */ * from t');")),
      quiet('a connection of another package', "import oracledb from './oracledb.js';\n(await oracledb.getConnection()).execute('select ?', [1]);"),
    ],
    invalid: [
      hit('a question mark', oracle("await connection.execute('select * from t where id = ⟦?⟧', [id]);"), {
        messageId: foreign,
        message:
          '`?` in "select * from t where id = ?" is not a placeholder for oracledb Connection. It fails: the driver finds no bind placeholder in it, and the server does not know the character. Write `:name`.',
      }),
      hit('$1', oracle("await connection.execute('select * from t where id = ⟦$1⟧', [id]);"), { messageId: foreign }),
      hit('@name', oracle("await connection.execute('select * from t where id = ⟦@id⟧', { id });"), { messageId: foreign }),
      hit('%s', oracle("await connection.execute('select * from t where id = ⟦%s⟧', [id]);"), { messageId: foreign }),
      hit('many executions', oracle("await connection.executeMany('insert into t values (⟦?⟧, ?)', rows);"), { messageId: foreign }),
      hit('a stream', oracle("connection.queryStream('select * from t where id = ⟦{id}⟧', { id });"), { messageId: foreign }),
      hit('a connection of a pool', "const oracledb = require('oracledb');\nconst pool = await oracledb.createPool(config);\nconst connection = await pool.getConnection();\nawait connection.execute('select ⟦?⟧ from dual', [1]);", { messageId: foreign }),
      hit('a connection of a callback', "const oracledb = require('oracledb');\noracledb.getConnection(config, (error, connection) => { connection.execute('select ⟦?⟧ from dual', [1], (error, result) => {}); });", { messageId: foreign }),
      hit('a connection by its type', "import type { Connection } from 'oracledb';\nexport const find = (connection: Connection) => connection.execute('select ⟦?⟧ from dual', [1]);", { filename: 'file.ts', messageId: foreign }),
    ],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('a value for each place', oracle("await connection.execute('select :a, :b, :a from dual', [1, 2, 1]);")),
      quiet('names in any case', oracle("await connection.execute('select :ID from dual', { id });")),
      quiet('a block takes one value for each name', oracle("await connection.execute('begin f(:a, :a); end;', [1]);")),
      quiet('a JSON object', oracle("await connection.execute(\"select json_object('id':id) from t where n = :n\", { n });")),
      quiet('a trigger', oracle("await connection.execute('create or replace trigger g before insert on t for each row begin :new.id := 1; end;');")),
      quiet('a time in quotes', oracle("await connection.execute(\"select to_date(:d, 'HH24:MI:SS') from dual\", [d]);")),
      quiet('a name in double quotes', oracle("await connection.execute('select :\"Id\", :n from dual', [1, 2]);")),
      quiet('values in a variable', oracle("await connection.execute('select :a, :b from dual', values);")),
      quiet('directions of binds', oracle("await connection.execute('insert into t values (:n) returning id into :id', { n: 1, id: { dir: oracledb.BIND_OUT } });")),
      quiet('options and a callback', oracle("connection.execute('select :a from dual', [1], { resultSet: true }, (error, result) => {});")),
    ],
    invalid: [
      hit('a value too few', oracle("await connection.execute('select :1, ⟦:2⟧ from dual', [1]);"), {
        messageId: 'tooFew',
        message:
          'The text has 2 placeholders, but 1 value is passed: `:2` gets none. It fails with NJS-098 `NJS-098: 2 bind placeholders were used in the SQL statement but 1 bind values were provided`.',
      }),
      hit('one value for two places', oracle("await connection.execute('select :a, ⟦:a⟧ from dual', [1]);"), { messageId: 'tooFew' }),
      hit('a value too many', oracle("await connection.execute('select :1 from dual', [1, ⟦2⟧]);"), { messageId: 'tooMany' }),
      hit('values that nobody asks for', oracle("await connection.execute('select 1 from dual', ⟦[1]⟧);"), { messageId: 'unused' }),
      hit('no values', oracle("await connection.execute('select * from t where id = ⟦:id⟧');"), {
        messageId: 'none',
        message:
          '`:id` in "select * from t where id = :id" gets no value: none are passed. It fails with NJS-098 `NJS-098: 1 bind placeholders were used in the SQL statement but 0 bind values were provided`.',
      }),
      hit('an empty list', oracle("await connection.execute('select ⟦:1⟧ from dual', []);"), { messageId: 'none' }),
      hit('a name without a key', oracle("await connection.execute('select :a, ⟦:b⟧ from dual', { a: 1 });"), {
        messageId: 'missingName',
        message: '`:b` in "select :a, :b from dual" gets no value: the object has no key `b`. It fails: NJS-098 or NJS-097, since the keys are not the names of the text.',
      }),
    ],
  },
  'no-quoted-placeholder': {
    valid: [
      quiet('a string that looks like one', oracle("await connection.execute(\"select * from t where name = ':name'\");")),
      quiet('a string beside enough placeholders', oracle("await connection.execute(\"select ':a', :b from dual\", { b: 1 });")),
      quiet('values in a variable', oracle("await connection.execute(\"select ':a' from dual\", values);")),
    ],
    invalid: [
      hit('a name', oracle("await connection.execute(\"select * from t where name = ⟦':name'⟧\", { name });"), {
        messageId: 'quoted',
        message:
          '`\':name\'` in "select * from t where name = \':name\'" is text inside quotes, not a placeholder. It fails with NJS-098 `NJS-098: 0 bind placeholders were used in the SQL statement but 1 bind values were provided`.',
        output: oracle('await connection.execute("select * from t where name = :name", { name });'),
      }),
    ],
  },
  'no-result-as-row': {
    valid: [
      quiet('the rows of a result', oracle("const result = await connection.execute('select id from t');\nf(result.rows[0][0], result.rows.length, result.rowsAffected, result.outBinds);")),
      quiet('rows as lists', oracle("const { rows: [[id]] } = await connection.execute('select id from t');\nf(id);")),
      quiet('a cursor', oracle("const { resultSet } = await connection.execute('select id from t', [], { resultSet: true });\nf(await resultSet.getRow());")),
    ],
    invalid: [
      hit('a result as a list', oracle("const result = await connection.execute('select id from t');\nfor (const row of ⟦result⟧) f(row);"), { messageId: 'resultAsRows', output: oracle("const result = await connection.execute('select id from t');\nfor (const row of result.rows) f(row);") }),
      hit('a promise', oracle("const { rows } = connection.execute('select id from t');").replace('{ rows }', '{ ⟦rows⟧ }'), { messageId: 'notAwaited', suggestion: ['awaitFirst', oracle("const { rows } = await connection.execute('select id from t');")] }),
    ],
  },
  'no-cached-statement': {
    valid: [
      quiet('a connection of the function', pooled("export async function find() { const connection = await pool.getConnection(); try { return await connection.execute('select 1 from dual'); } finally { await connection.close(); } }")),
      quiet('a connection that is forgotten when it goes back', pooled("let kept;\nexport async function find() { kept ??= await pool.getConnection(); try { return await kept.execute('select 1 from dual'); } finally { await kept.close(); kept = null; } }")),
      quiet('a connection of its own', "import oracledb from 'oracledb';\nlet connection;\nexport const get = async () => (connection ??= await oracledb.getConnection(config));"),
      quiet('a pool', "import oracledb from 'oracledb';\nlet pool;\nexport const get = async () => (pool ??= await oracledb.createPool(config));"),
    ],
    invalid: [
      hit('a connection that each call closes', pooled("let kept;\nexport async function find() {\n  ⟦kept⟧ ??= await pool.getConnection();\n  try { return await kept.execute('select 1 from dual'); } finally { await kept.close(); }\n}"), {
        messageId: 'released',
        message: '`kept` keeps an oracledb Connection whose checkout ends in line 6, and the next call finds it there. It fails with NJS-003 `NJS-003: invalid or closed connection`. Take a client out of the pool where it is needed, and give it back there.',
      }),
      hit('a connection for all callers', pooled('let kept;\nexport async function get() {\n  if (!kept) ⟦kept⟧ = await pool.getConnection();\n  return kept;\n}'), { messageId: 'shared' }),
    ],
  },
  'no-connection-per-request': {
    valid: [
      quiet('opened at the top of the file', 'import express from \'express\';\nimport oracledb from \'oracledb\';\nconst db = await oracledb.createPool({ connectString: \'db/shop\' });\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await (await db.getConnection()).execute(\'select 1 from dual\'));\n});\n'),
      quiet('opened when it is first needed', 'import express from \'express\';\nimport oracledb from \'oracledb\';\nexpress().get(\'/users\', async (req, res) => {\n  db ??= await oracledb.createPool({ connectString: \'db/shop\' });\n  res.json(await (await db.getConnection()).execute(\'select 1 from dual\'));\n});\nlet db;\n'),
      quiet('a factory', 'import oracledb from \'oracledb\';\nexport async function open() {\n  const db = await oracledb.createPool({ connectString: \'db/shop\' });\n  return db;\n}\n'),
      quiet('the main function of a script', 'import oracledb from \'oracledb\';\nasync function main() {\n  const db = await oracledb.createPool({ connectString: \'db/shop\' });\n  console.log(await (await db.getConnection()).execute(\'select 1 from dual\'));\n  await db.close(0);\n}\nmain();\n'),
      quiet('a connection of the pool', 'import express from \'express\';\nimport oracledb from \'oracledb\';\nconst pool = await oracledb.createPool({ connectString: \'db/shop\' });\nexpress().get(\'/users\', async (req, res) => {\n  const connection = await pool.getConnection();\n  res.json(await connection.execute(\'select 1 from dual\'));\n  await connection.close();\n});\n'),
    ],
    invalid: [
      hit('opened and left', 'import express from \'express\';\nimport oracledb from \'oracledb\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = await ⟦oracledb.createPool⟧({ connectString: \'db/shop\' });\n  res.json(await (await db.getConnection()).execute(\'select 1 from dual\'));\n});\n', {
        messageId: 'handler',
        message: '`oracledb.createPool` opens an oracledb Pool each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails: each pool holds connections of its own, until the server takes no more. Open it once, for all of them.',
      }),
      hit('opened and closed', 'import express from \'express\';\nimport oracledb from \'oracledb\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = await ⟦oracledb.createPool⟧({ connectString: \'db/shop\' });\n  res.json(await (await db.getConnection()).execute(\'select 1 from dual\'));\n  await db.close(0);\n});\n', {
        messageId: 'handler',
        message: '`oracledb.createPool` opens an oracledb Pool each time that an Express handler runs. It is closed again after use. Nothing fails: each query waits until a connection is open and logged in. Open it once, for all of them.',
      }),
    ],
  },
};
