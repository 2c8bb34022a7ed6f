/** Queries whose driver only the project around them tells. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../../src/javascript/reader/reader.js';
import { parseModule } from '../../../src/javascript/syntax/module-parser.js';
import { writeProject } from '../resolve/project-files.js';

function evidenceOf(code: string, dependencies: readonly string[] = ['pg']): string {
  const root = writeProject({ 'package.json': JSON.stringify({ dependencies: Object.fromEntries(dependencies.map((name) => [name, '*'])) }), 'main.js': code });
  const file = parseModule(code, join(root, 'main.js'));
  const query = file === null ? undefined : readModel(file)?.queries[0];
  return query === undefined ? 'none' : `${query.handle.driver.id} ${query.handle.evidence} ${String(query.placeholderFindings.length)}`;
}

describe('a query in a package with one driver', () => {
  it.each([
    ['a telling name', "req.db.query('select 1 where a = ?')", undefined, 'pg likely 0'],
    ['the end of a name', "this.readPool.query('select 1')", undefined, 'pg likely 0'],
    ['what a function gives', "getClient().query('select 1')", undefined, 'pg likely 0'],
    ['a tag', 'req.sql`select ${id}`', ['postgres'], 'postgres likely 0'],
    ['another name', "api.query('select 1')", undefined, 'none'],
    ['another text', "req.db.query('hello')", undefined, 'none'],
    ['no text', 'req.db.query(text)', undefined, 'none'],
    ['two drivers', "req.db.query('select 1')", ['pg', 'mysql2'], 'none'],
    ['no driver', "req.db.query('select 1')", [], 'none'],
    ['a member of another driver', "req.db.execute('select 1')", undefined, 'none'],
    ['a receiver that is known to be something else', "const db = { query(text) {} }; db.query('select 1')", undefined, 'none'],
  ])('%s: %s', (_, code, dependencies, expected) => {
    expect(evidenceOf(code, dependencies)).toBe(expected);
  });
});
