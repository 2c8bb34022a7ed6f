/**
 * A toy language for the test of the seam between languages and rules. A line `query "select … ?" with id, name` sends SQL through a
 * pool of the first Postgres driver; nothing in it is JavaScript, and no tree has a shape that a rule could know.
 */
import { TextSourceCodeBase, VisitNodeStep } from '@eslint/plugin-kit';
import type { Rule } from 'eslint';
import { drivers } from '../../src/facts/drivers/index.js';
import type { Handle, Model, Query, Values } from '../../src/model/words.js';
import { readSettings } from '../../src/settings/read-settings.js';
import { placeholderFindings } from '../../src/sql/find-findings.js';

interface Script {
  readonly kind: 'Script';
  readonly range: readonly [number, number];
}

class ToySourceCode extends TextSourceCodeBase {
  override traverse(): Iterable<VisitNodeStep> {
    const target: Script = this.ast;
    return [new VisitNodeStep({ target, phase: 1, args: [target, null] }), new VisitNodeStep({ target, phase: 2, args: [target, null] })];
  }
  declare readonly ast: Script;
  override getLocFromIndex(index: number): { line: number; column: number } {
    const before = this.text.slice(0, index).split('\n');
    return { line: before.length, column: before.at(-1)?.length ?? 0 };
  }
  override getIndexFromLoc({ line, column }: { line: number; column: number }): number {
    return this.text.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column;
  }
}

/** For `plugins: { toy: { languages: { toy } } }` and `language: 'toy/toy'`. */
export const toy = {
  fileType: 'text',
  lineStart: 1,
  columnStart: 0,
  nodeTypeKey: 'kind',
  validateLanguageOptions(): void {},
  parse: ({ body }: { body: string }) => ({ ok: true, ast: { kind: 'Script', range: [0, body.length] } satisfies Script }),
  createSourceCode: ({ body }: { body: string }, { ast }: { ast: Script }) => new ToySourceCode({ text: body, ast }),
};

/** The whole second reader. */
export const toyReader = {
  language: 'toy',
  canRead: ({ sourceCode }: Rule.RuleContext): boolean => sourceCode instanceof ToySourceCode,
  read({ sourceCode, settings }: Rule.RuleContext): Model {
    const lines = [...sourceCode.text.matchAll(/query "([^"\n]*)"(?: with ([^\n]*))?/g)];
    return { root: 'Script', settings: readSettings(settings['db']), resultUses: [], creations: [], stores: [], queries: lines.map((match) => readLine(match[0], match[1] ?? '', match[2], match.index)) };
  },
} as const;

function readLine(line: string, text: string, list: string | undefined, start: number): Query {
  const names = list === undefined || list.trim() === '' ? [] : list.split(',').map((name) => name.trim());
  const textStart = start + line.indexOf('"') + 1;
  const listStart = start + line.length - (list?.length ?? 0);
  const values: Values = {
    shape: list === undefined ? { kind: 'absent' } : { kind: 'list', length: names.length },
    range: list === undefined ? null : [listStart, start + line.length],
    item: () => null,
    toList: () => null,
    repeat: () => null,
    wrap: () => null,
    unwrap: () => null,
  };
  const handle = poolOfPostgres();
  const facts = handle.driver.placeholders['server'];
  if (facts === undefined) throw new Error('the driver lost its placeholders');
  return {
    kind: 'query',
    range: [start, start + line.length],
    handle,
    member: 'query',
    sql: {
      text,
      holes: new Map(),
      locate: (from, to) => [textStart + from, textStart + to],
      isEditable: () => true,
      replace: (from, to, written) => [{ range: [textStart + from, textStart + to], text: written }],
      unquote: () => null,
    },
    statements: 'one',
    isWrite: false,
    values,
    placeholders: facts,
    placeholderFindings: placeholderFindings({ text, dialect: 'postgres', holes: new Map(), facts, values: values.shape, named: 'off' }),
  };
}

function poolOfPostgres(): Handle {
  const driver = drivers.find((candidate) => candidate.id === 'pg');
  const facts = driver?.handles['pool'];
  if (driver === undefined || facts === undefined) throw new Error('no facts for pg');
  return { driver, name: 'pool', facts, evidence: 'proved', known: 'annotation', dialect: 'postgres', roleUnknown: false, creation: null };
}
