import { describe, expect, it } from 'vitest';
import { probe } from './probe.js';

const TYPEORM = "import { DataSource } from 'typeorm';\nconst source = new DataSource({ type: 'postgres' });\n";

/** name, expected, code. */
const forms: readonly (readonly [name: string, expected: string, code: string])[] = [
  ['a data source', 'typeorm.postgresDataSource', `${TYPEORM}probe(source);`],
  ['a data source of MariaDB', 'typeorm.mysqlDataSource', `${TYPEORM}probe(new DataSource({ type: 'mariadb' }));`],
  ['settings from elsewhere', 'typeorm.dataSource', `${TYPEORM}probe(new DataSource(settings));`],
  ['a manager', 'typeorm.postgresManager', `${TYPEORM}probe(source.manager);`],
  ['a repository', 'typeorm.postgresRepository', `${TYPEORM}probe(source.getRepository(User));`],
  ['a runner', 'typeorm.postgresRunner', `${TYPEORM}probe(source.createQueryRunner());`],
  ['the manager of a runner', 'typeorm.postgresManager', `${TYPEORM}probe(source.createQueryRunner().manager);`],
  ['a transaction with a level', 'typeorm.postgresManager', `${TYPEORM}source.transaction('SERIALIZABLE', async (manager) => { probe(manager); });`],
  ['rows', 'typeorm.postgresRows', `${TYPEORM}probe(await source.query('select 1'));`],
  ['a result of another shape', 'unknown', `${TYPEORM}probe(await source.createQueryRunner().query('select 1', [], true));`],
];

describe.each(['js', 'ts'] as const)('TypeORM, read through the %s parser', (parser) => {
  it.each(forms)('%s: %s', (_name, expected, code) => {
    expect(probe(code, parser)).toBe(expected);
  });
});

it('the runner of a migration by its type, without a server', () => {
  expect(probe("import { QueryRunner } from 'typeorm'; export class Fill { async up(queryRunner: QueryRunner) { probe(queryRunner); } }", 'ts')).toBe('typeorm.runner');
});
