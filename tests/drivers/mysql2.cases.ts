import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const pool = (call: string): string => `import { createPool } from 'mysql2/promise';\nconst pool = createPool({ host: 'db' });\n${call}`;
const callbacks = (call: string): string => `const mysql = require('mysql2');\nconst connection = mysql.createConnection({ host: 'db' });\n${call}`;

export const cases: DriverCases = {
  'no-foreign-placeholder': {
    valid: [
      quiet('question marks', pool("pool.execute('select * from t where id = ? and n = ?', [id, n]);")),
      quiet('a name and a value', callbacks("connection.query('select ?? from t where id = ?', [column, id], done);")),
      quiet('names switched on in the config object', pool("pool.query({ sql: 'select * from t where id = :id', namedPlaceholders: true }, { id });")),
    ],
    invalid: [
      hit('a number on a checked-out connection', pool("const connection = await pool.getConnection();\nawait connection.query('select * from t where id = ⟦$1⟧', [id]);"), {
        messageId: 'foreign',
        output: pool("const connection = await pool.getConnection();\nawait connection.query('select * from t where id = ?', [id]);"),
      }),
      hit('a number with callbacks', callbacks("connection.query('select * from t where id = ⟦$1⟧', [id], done);"), { messageId: 'foreign', output: callbacks("connection.query('select * from t where id = ?', [id], done);") }),
    ],
  },
  'no-placeholder-mismatch': {
    valid: [
      quiet('a list for IN', pool("pool.query('select * from t where id in (?)', [[1, 2, 3]]);")),
      quiet('rows for VALUES', pool("pool.query('insert into t (a, b) values ?', [[[1, 2], [3, 4]]]);")),
      quiet('one value as it is', callbacks("connection.query('select * from t where id = ?', 1, done);")),
    ],
    invalid: [hit('a value too many for execute()', pool("pool.execute('select ?', [a, ⟦b⟧]);"), { messageId: 'tooMany' })],
  },
  'no-quoted-placeholder': {
    valid: [
      quiet('a string with a question mark', pool("pool.query(\"select 'why?' where id = ?\", [id]);")),
      quiet('a quoted one beside enough others', pool("pool.query(\"select '?' where id = ?\", [id]);")),
      quiet('values that are not known', pool("pool.execute(\"select '?'\", values);")),
    ],
    invalid: [hit('a placeholder in quotes', pool("pool.execute(\"select * from t where n = ⟦'?'⟧\", [n]);"), { messageId: 'quoted', output: pool('pool.execute("select * from t where n = ?", [n]);') })],
  },
};
