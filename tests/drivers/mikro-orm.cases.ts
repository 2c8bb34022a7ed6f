import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const over = (server: string): string => `import { MikroORM } from '@mikro-orm/${server}';\nconst orm = await MikroORM.init({ dbName: 'app' });\nconst em = orm.em.fork();\n`;
const postgres = (call: string): string => over('postgresql') + call;
const mysql = (call: string): string => over('mysql') + call;
const sqlite = (call: string): string => over('sqlite') + call;
const foreign = 'foreign';

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('question marks', postgres("await em.execute('select ?? from t where id = ?', ['name', id]);")),
      quiet('names', postgres("await em.execute('select * from t where id = :id', { id });")),
      quiet('a text without values may hold anything', postgres("await em.execute('prepare find as select $1');")),
      quiet('a JSONB operator with its backslash', postgres("await em.execute(\"select tags \\\\? 'a' from t where id = ?\", [id]);")),
      quiet('a package that nobody knows', "import { MikroORM } from '@mikro-orm/mssql';\nconst orm = await MikroORM.init({});\nawait orm.em.execute('select $1', [1]);"),
      quiet('a variable of the session', mysql("await em.execute('select @total := @total + ?', [1]);")),
    ],
    invalid: [
      hit('a number', postgres("await em.execute('select * from t where id = ⟦$1⟧', [id]);"), {
        messageId: foreign,
        message: '`$1` in "select * from t where id = $1" is not a placeholder for MikroORM EntityManager. It fails with 42P02 `there is no parameter $1`. Write `?`.',
        output: postgres("await em.execute('select * from t where id = ?', [id]);"),
      }),
      hit('a connection', postgres("await em.getConnection().execute('select ⟦$1⟧', [1]);"), { messageId: foreign, output: postgres("await em.getConnection().execute('select ?', [1]);") }),
      hit('a transaction', postgres("await em.transactional(async (inner) => { await inner.execute('select ⟦%s⟧', [1]); });"), {
        messageId: foreign,
        output: postgres("await em.transactional(async (inner) => { await inner.execute('select ?', [1]); });"),
      }),
      hit('a manager by its type', "import type { EntityManager } from '@mikro-orm/postgresql';\nexport const find = (em: EntityManager) => em.execute('select ⟦$1⟧', [1]);", {
        filename: 'file.ts',
        messageId: foreign,
        output: "import type { EntityManager } from '@mikro-orm/postgresql';\nexport const find = (em: EntityManager) => em.execute('select ?', [1]);",
      }),
      hit('MySQL', mysql("await em.execute('select ⟦$1⟧', [1]);"), { messageId: foreign, output: mysql("await em.execute('select ?', [1]);") }),
      hit('SQLite', sqlite("await em.execute('select ⟦$1⟧', [1]);"), {
        messageId: foreign,
        message: '`$1` in "select $1" is not a placeholder for MikroORM EntityManager. It fails with `Missing named parameters`. Write `?`.',
        output: sqlite("await em.execute('select ?', [1]);"),
      }),
    ],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('as many values', postgres("await em.execute('select ?, ?', [a, b]);")),
      quiet('a value too many', postgres("await em.execute('select ?', [a, b]);")),
      quiet('a list in a list', postgres("await em.execute('select * from t where id in (?)', [[1, 2]]);")),
      quiet('a method after the values', postgres("await em.execute('select ?', [a], 'get');")),
    ],
    invalid: [
      hit('too few', postgres("await em.execute('select ?, ⟦?⟧', [a]);"), {
        messageId: 'tooFew',
        message: 'The text has 2 placeholders, but 1 value is passed: `?` gets none. It fails with 42703 `column "undefined" does not exist`.',
      }),
      hit('too few on MySQL', mysql("await em.execute('select ?, ⟦?⟧', [a]);"), {
        messageId: 'tooFew',
        message: 'The text has 2 placeholders, but 1 value is passed: `?` gets none. Nothing fails: the placeholder is NULL.',
      }),
      hit('none', postgres("await em.execute('select ⟦?⟧');"), { messageId: 'none' }),
      hit('a name without a key', sqlite("await em.execute('select :a, ⟦:b⟧', { a });"), { messageId: 'missingName' }),
      hit('a record for positions', postgres("await em.execute('select ?', ⟦{ id }⟧);"), { messageId: 'notAList' }),
    ],
  },
  'no-quoted-placeholder': {
    valid: [
      quiet('a question mark as text', postgres("await em.execute(\"select '?'\");")),
      quiet('no quotes', postgres("await em.execute('select ?', [a]);")),
      quiet('a text in quotes', postgres("await em.execute(\"select 'a' where id = ?\", [id]);")),
    ],
    invalid: [
      hit('a question mark', postgres("await em.execute(\"select * from t where name = ⟦'?'⟧\", [name]);"), {
        messageId: 'quoted',
        message: '`\'?\'` in "select * from t where name = \'?\'" is text inside quotes, not a placeholder. It fails: the value with quotes of its own stands inside these quotes.',
        output: postgres('await em.execute("select * from t where name = ?", [name]);'),
      }),
    ],
  },
  'no-connection-per-request': {
    valid: [
      quiet('opened at the top of the file', 'import express from \'express\';\nimport { MikroORM } from \'@mikro-orm/postgresql\';\nconst db = await MikroORM.init({ dbName: \'shop\' });\nexpress().get(\'/users\', async (req, res) => {\n  res.json(await db.em.fork().execute(\'select 1\'));\n});\n'),
      quiet('opened when it is first needed', 'import express from \'express\';\nimport { MikroORM } from \'@mikro-orm/postgresql\';\nexpress().get(\'/users\', async (req, res) => {\n  db ??= await MikroORM.init({ dbName: \'shop\' });\n  res.json(await db.em.fork().execute(\'select 1\'));\n});\nlet db;\n'),
      quiet('a factory', 'import { MikroORM } from \'@mikro-orm/postgresql\';\nexport async function open() {\n  const db = await MikroORM.init({ dbName: \'shop\' });\n  return db;\n}\n'),
      quiet('the main function of a script', 'import { MikroORM } from \'@mikro-orm/postgresql\';\nasync function main() {\n  const db = await MikroORM.init({ dbName: \'shop\' });\n  console.log(await db.em.fork().execute(\'select 1\'));\n  await db.close();\n}\nmain();\n'),
      quiet('a fork for each request', 'import express from \'express\';\nimport { MikroORM } from \'@mikro-orm/postgresql\';\nconst orm = await MikroORM.init({ dbName: \'shop\' });\nexpress().get(\'/users\', async (req, res) => {\n  const em = orm.em.fork();\n  res.json(await em.execute(\'select 1\'));\n});\n'),
      quiet('a database in memory', 'import express from \'express\';\nimport { MikroORM } from \'@mikro-orm/sqlite\';\nexpress().get(\'/users\', async (req, res) => {\n  const orm = await MikroORM.init({ dbName: \':memory:\' });\n  res.json(await orm.em.fork().execute(\'select 1\'));\n});\n'),
    ],
    invalid: [
      hit('opened and left', 'import express from \'express\';\nimport { MikroORM } from \'@mikro-orm/postgresql\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = await ⟦MikroORM.init⟧({ dbName: \'shop\' });\n  res.json(await db.em.fork().execute(\'select 1\'));\n});\n', {
        messageId: 'handler',
        message: '`MikroORM.init` opens a MikroORM each time that an Express handler runs. Nobody closes it, and the open ones pile up. It fails with 53300 `sorry, too many clients already`. Open it once, for all of them.',
      }),
      hit('opened and closed', 'import express from \'express\';\nimport { MikroORM } from \'@mikro-orm/postgresql\';\nexpress().get(\'/users\', async (req, res) => {\n  const db = await ⟦MikroORM.init⟧({ dbName: \'shop\' });\n  res.json(await db.em.fork().execute(\'select 1\'));\n  await db.close();\n});\n', {
        messageId: 'handler',
        message: '`MikroORM.init` opens a MikroORM each time that an Express handler runs. It is closed again after use. Nothing fails: it takes about 45 times as long as the same query on one that stays open. Open it once, for all of them.',
      }),
    ],
  },
};
