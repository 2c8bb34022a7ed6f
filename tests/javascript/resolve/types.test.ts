/** Step 3: what only the type checker can tell, in a package of its own with small typings. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterAll, describe, expect, it } from 'vitest';
import plugin from '../../../src/index.js';
import { typeLookup } from '../../../src/javascript/resolve/types.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'typed-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: 'typed', dependencies: { pg: '8' } }),
  'tsconfig.json': JSON.stringify({ compilerOptions: { strict: true, module: 'nodenext', moduleResolution: 'nodenext', skipLibCheck: true }, include: ['*.ts'] }),
  'node_modules/@types/pg/package.json': JSON.stringify({ name: '@types/pg', version: '8.0.0', types: 'index.d.ts' }),
  'node_modules/@types/pg/index.d.ts': 'export class Pool { query(text: string, values?: unknown[]): Promise<unknown>; }\nexport class PoolClient { query(text: string, values?: unknown[]): Promise<unknown>; release(): void; }\n',
  'node_modules/@types/other/package.json': JSON.stringify({ name: '@types/other', version: '1.0.0', types: 'index.d.ts' }),
  'node_modules/@types/other/index.d.ts': 'export class Pool { query(text: string, values?: unknown[]): Promise<unknown>; }\n',
  'db.ts': "import type { Pool } from 'pg';\nimport type { Pool as Other } from 'other';\nexport declare const db: { main: Pool; other: Other };\nexport declare function open(): Promise<Pool>;\n",
};
/** Every linted file stands there before the first one is parsed: the checker reads the project once. */
const sources = {
  'main.ts': "import { db } from './db.js';\nexport const find = (id: number) => db.main.query('select * from t where id = ?', [id]);\n",
  'awaited.ts': "import { open } from './db.js';\nexport const find = async (id: number) => (await open()).query('select * from t where id = ?', [id]);\n",
  'other.ts': "import { db } from './db.js';\nexport const find = (id: number) => db.other.query('select * from t where id = ?', [id]);\n",
} as const;
for (const [path, text] of Object.entries({ ...files, ...sources })) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function lint(file: keyof typeof sources): string[] {
  const config: Linter.Config = {
    files: ['**/*.ts'],
    ...plugin.configs.all,
    languageOptions: { parser: tseslint.parser, parserOptions: { project: './tsconfig.json', tsconfigRootDir: folder } },
  };
  return new Linter({ cwd: folder }).verify(sources[file], [config], { filename: join(folder, file) }).map(({ message }) => message);
}

describe('a receiver that only its type tells', () => {
  it('is known by the type of the driver, across files', () => {
    expect(lint('main.ts')).toEqual([
      '`?` in "select * from t where id = ?" is not a placeholder for pg Pool. It fails with 42601 `syntax error at end of input`. Write `$1`.',
    ]);
  });
  it('is known when it is awaited', () => {
    expect(lint('awaited.ts')).toHaveLength(1);
  });
  it('is unknown when the type of that name belongs to another package', () => {
    expect(lint('other.ts')).toEqual([]);
  });
});

describe('type services', () => {
  it.each([
    ['none', undefined],
    ['those of oxlint and espree', {}],
    ['those of a file without types', { program: null }],
  ])('%s are no look-up', (_name, services) => {
    expect(typeLookup(services)).toBeNull();
  });
  it('that throw say nothing', () => {
    const lookup = typeLookup({
      program: {},
      getTypeAtLocation: () => {
        throw new Error('as the checker does on some real code');
      },
    });
    expect(lookup?.typeOf({ type: 'Identifier' } as never)).toBeNull();
  });
});
