import { describe, expect, it } from 'vitest';
import { readPath } from '../../src/settings/written-paths.js';

describe('a path', () => {
  it.each([
    ['db', [{ name: 'db' }]],
    ['ctx.db', [{ name: 'ctx' }, { name: 'db' }]],
    ['this.db', [{ name: 'this' }, { name: 'db' }]],
    ['this.#db', [{ name: 'this' }, { name: '#db' }]],
    ['ctx?.db', [{ name: 'ctx' }, { name: 'db' }]],
    ["ctx['read-only']", [{ name: 'ctx' }, { name: 'read-only' }]],
    ['getDb()', [{ name: 'getDb' }, { arguments: null }]],
    ["c.get('db')", [{ name: 'c' }, { name: 'get' }, { arguments: ['db'] }]],
    ['c.get( "db" , "x" ).pool', [{ name: 'c' }, { name: 'get' }, { arguments: ['db', 'x'] }, { name: 'pool' }]],
    ['$größe._1', [{ name: '$größe' }, { name: '_1' }]],
  ])('is read: %s', (text, steps) => {
    expect(readPath(text)).toEqual(steps);
  });

  it.each(['', 'this', ' db', 'a b', 'ctx.', '.db', 'ctx..db', '1db', 'ctx[0]', 'get(db)', "get('a\\'b')", 'ctx.db;', '*.db', 'new Db()', 'ctx.db\n'])('is none: %j', (text) => {
    expect(readPath(text)).toBeNull();
  });
});
