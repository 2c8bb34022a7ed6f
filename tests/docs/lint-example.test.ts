import { expect, it } from 'vitest';
import { lintExample } from './lint-example.js';

const program = (query: string): string => `import pg from 'pg';\nconst pool = new pg.Pool();\nawait pool.query(${query});\n`;

it('an example is linted with every rule, and each report says its place and whether it can be mended', () => {
  expect(lintExample(program("'select * from users where id = ?', [1]"))).toEqual([
    expect.objectContaining({ ruleId: 'db/no-foreign-placeholder', line: 3, column: 50, endLine: 3, endColumn: 51, repair: { kind: 'fix' } }),
  ]);
  expect(lintExample(program("'select * from users where id = $1 and age = $2', [1]")).map(({ ruleId, repair }) => [ruleId, repair.kind])).toEqual([['db/no-placeholder-mismatch', 'none']]);
  expect(lintExample(program("'select * from users where id = $1', [1]"))).toEqual([]);
});

it('an example that does not parse is refused', () => {
  expect(() => lintExample('const = 1;')).toThrow('Parsing error');
});
