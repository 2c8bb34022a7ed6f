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
};
