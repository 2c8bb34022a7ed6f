import { hit, quiet } from './marked.js';
import type { RuleCases } from './rule-cases.js';

const pg = (call: string): string => `import { Pool } from 'pg';\nconst pool = new Pool();\n${call}`;
const postgres = (call: string): string => `import postgres from 'postgres';\nconst sql = postgres();\n${call}`;

export const cases: RuleCases = {
  valid: [
    quiet('a string that only looks like one', pg("pool.query(\"select * from t where name = '$1'\");")),
    quiet('a string beside enough placeholders', pg("pool.query(\"select '$1', $1\", [a]);")),
    quiet('a price in a string', pg("pool.query(\"select '$1.50', $1\", [a]);")),
    quiet('a string that names a placeholder', pg("pool.query(\"select 'use $1 here', $1\", [a]);")),
    quiet('values in a variable', pg("pool.query(\"select '$1'\", values);")),
    quiet('text around it', pg("pool.query(\"select * from t where n like '%' || $9 || '%'\", values);")),
    quiet('an empty string', pg("pool.query(\"select coalesce(a, '') = coalesce($1, '') from t\", [a]);")),
    quiet('a format', pg("pool.query(\"select to_char(d, 'YYYY-MM') = $1 from t\", [month]);")),
    quiet('a JSON key', pg("pool.query(\"select data ->> '?' from t where id = $1\", [id]);")),
    quiet('a LIKE pattern', pg("pool.query(\"select * from t where n like '%s' and id = $1\", [id]);")),
    quiet('a hole outside quotes', postgres("sql`select * from t where n = ${name} and k = 'a'`;")),
    quiet('a fragment inside quotes', postgres("sql`select '${sql.unsafe(name)}'`;")),
    quiet('a condition between fragments', postgres("sql`select '${admin ? sql`a` : sql`b`}'`;")),
    quiet('a hole in a comment', postgres('sql`select 1 -- ${note}`;')),
    quiet('a plain template is another matter', pg("pool.query(`select * from t where n = '${name}'`);")),
  ],
  invalid: [
    hit('$1', pg("pool.query(\"select * from t where name = ⟦'$1'⟧\", [name]);"), {
      messageId: 'quoted',
      message: '`\'$1\'` in "select * from t where name = \'$1\'" is text inside quotes, not a placeholder. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 0`.',
      output: pg('pool.query("select * from t where name = $1", [name]);'),
    }),
    hit('%s', pg("pool.query(\"select * from t where name = ⟦'%s'⟧\", [name]);"), { messageId: 'quoted', output: pg('pool.query("select * from t where name = $1", [name]);') }),
    hit('?', pg("pool.query(\"select * from t where name = ⟦'?'⟧\", [name]);"), { messageId: 'quoted', output: pg('pool.query("select * from t where name = $1", [name]);') }),
    hit('escaped quotes of JavaScript', pg("pool.query('select * from t where name = ⟦\\'$1\\'⟧', [name]);"), { messageId: 'quoted', output: pg("pool.query('select * from t where name = $1', [name]);") }),
    hit('beside others', pg("pool.query(\"select * from t where id = $1 and name = ⟦'$2'⟧\", [id, name]);"), { messageId: 'quoted', output: pg('pool.query("select * from t where id = $1 and name = $2", [id, name]);') }),
    hit('a part of a pattern: only the report', pg("pool.query(\"select * from t where n like '%⟦$1⟧%'\", [q]);"), {
      messageId: 'quoted',
      message: '`$1` in "select * from t where n like \'%$1%\'" is text inside quotes, not a placeholder. It fails with 08P01 `bind message supplies 1 parameters, but prepared statement "" requires 0`.',
    }),
    hit('a part of an interval', pg("pool.query(\"select * from t where d > now() - interval '⟦$1⟧ days'\", [n]);"), { messageId: 'quoted' }),
    hit('a hole of unknown kind', postgres("await sql`select * from t where name = '⟦${name}⟧'`;"), {
      messageId: 'quotedHole',
      message: '`${name}` stands inside SQL quotes in "select * from t where name = \'${…}\'", where no value can be bound. It fails with 42P18 `could not determine data type of parameter $1`.',
      suggestion: ['unquote', postgres('await sql`select * from t where name = ${name}`;')],
    }),
    hit('a hole that is certainly a value', postgres("await sql`select * from t where name = '⟦${String(name)}⟧'`;"), { messageId: 'quotedHole', output: postgres('await sql`select * from t where name = ${String(name)}`;') }),
    hit('a parameter that is a string', "import postgres from 'postgres';\nconst sql = postgres();\nexport const find = (name: string) => sql`select * from t where name = '⟦${name}⟧'`;", {
      filename: 'file.ts',
      messageId: 'quotedHole',
      output: "import postgres from 'postgres';\nconst sql = postgres();\nexport const find = (name: string) => sql`select * from t where name = ${name}`;",
    }),
    hit('a pattern around a value', postgres("await sql`select * from t where n like '%⟦${String(q)}⟧%'`;"), { messageId: 'quotedHole', output: postgres('await sql`select * from t where n like ${`%${String(q)}%`}`;') }),
    hit('an interval', postgres("await sql`select now() - interval '⟦${Number(n)}⟧ days'`;"), { messageId: 'quotedHole' }),
    hit('a quoted name', postgres('await sql`select * from "⟦${table}⟧"`;'), {
      messageId: 'quotedIdentifier',
      message: '`${table}` stands inside a quoted name in "select * from "${…}"", where no value can be bound. It fails with 42703 `column "$1" does not exist`.',
    }),
    hit('two holes in one string: one mistake', postgres("await sql`select * from t where n = '⟦${String(a)}⟧-${String(b)}'`;"), { messageId: 'quotedHole', output: postgres('await sql`select * from t where n = ${`${String(a)}-${String(b)}`}`;') }),
  ],
};
