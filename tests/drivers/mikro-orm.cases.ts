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
        message: '`\'?\'` in "select * from t where name = \'?\'" is a string, not a placeholder. It fails: the value with quotes of its own stands inside these quotes.',
        output: postgres('await em.execute("select * from t where name = ?", [name]);'),
      }),
    ],
  },
};
