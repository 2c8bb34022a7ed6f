import { hit, quiet } from '../rules/marked.js';
import type { DriverCases } from './driver-cases.js';

const oracle = (call: string): string => `import oracledb from 'oracledb';\nconst connection = await oracledb.getConnection(config);\n${call}`;
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
          '`\':name\'` in "select * from t where name = \':name\'" is a string, not a placeholder. It fails with NJS-098 `NJS-098: 0 bind placeholders were used in the SQL statement but 1 bind values were provided`.',
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
};
