import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { environmentValues } from '../../../src/javascript/resolve/environment-files.js';
import { beginFile } from '../../../src/javascript/resolve/files.js';

let root = '';
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const values = (source: string, names?: readonly string[]): ReturnType<typeof environmentValues> => environmentValues(join(root, source), root, 'URL', names);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'environment-'));
  write('package.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('an environment variable', () => {
  it('is looked up in the templates around the file', () => {
    write('.env.example', 'URL=here');
    expect(values('src/db.js')).toEqual([{ value: 'here', file: '.env.example' }]);
  });

  it('is the one of the nearest folder', () => {
    write('.env.example', 'URL=far');
    write('apps/web/.env.sample', 'URL=near');
    expect(values('apps/web/src/db.js')).toEqual([{ value: 'near', file: 'apps/web/.env.sample' }]);
    expect(values('apps/api/src/db.js')).toEqual([{ value: 'far', file: '.env.example' }]);
  });

  it('is passed over where it has no value', () => {
    write('.env.example', 'URL=far');
    write('apps/web/.env.example', 'URL=\nOTHER=1');
    expect(values('apps/web/db.js')).toEqual([{ value: 'far', file: '.env.example' }]);
  });

  it('may have several values', () => {
    write('.env.example', 'URL=one');
    write('.env.production.example', 'URL=two');
    expect(values('db.js').map(({ value }) => value)).toEqual(['one', 'two']);
  });

  it('is never read from .env unasked', () => {
    write('.env', 'URL=secret');
    write('.env.local', 'URL=secret');
    write('.env.production', 'URL=secret');
    expect(values('db.js')).toEqual([]);
  });

  it('is read from the files that the settings name, and from no other', () => {
    write('.env', 'URL=own');
    write('.env.example', 'URL=template');
    write('config/prod.env', 'URL=prod');
    expect(values('src/db.js', ['.env'])).toEqual([{ value: 'own', file: '.env' }]);
    expect(values('src/db.js', ['config/prod.env'])).toEqual([{ value: 'prod', file: 'config/prod.env' }]);
    expect(values('src/db.js', [join(root, 'config/prod.env')])).toEqual([{ value: 'prod', file: 'config/prod.env' }]);
  });

  it('is not looked for above the outermost package.json', () => {
    write('inner/package.json', '{}');
    write('.env.example', 'URL=outside');
    rmSync(join(root, 'package.json'));
    expect(values('inner/src/db.js')).toEqual([]);
  });

  it('is seen anew when the file changes', () => {
    write('.env.example', 'URL=before');
    beginFile(join(root, 'db.js'));
    expect(values('db.js')[0]?.value).toBe('before');
    write('.env.example', 'URL=and after');
    beginFile(join(root, 'db.js'));
    expect(values('db.js')[0]?.value).toBe('and after');
  });

  it('is unknown where the template is a folder, binary or huge', () => {
    mkdirSync(join(root, '.env.example'));
    write('.env.sample', '\u0000\u0001\u0002');
    write('.env.template', `URL=here\n${'#'.repeat(200_000)}`);
    expect(values('db.js')).toEqual([]);
  });

  it('is unknown for a file without a place of its own', () => {
    write('.env.example', 'URL=here');
    expect(environmentValues('<input>', root, 'URL')).toEqual([]);
    expect(environmentValues('file.js', root, 'URL')).toEqual([]);
  });
});
