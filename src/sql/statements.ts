import { lex, type LexOptions } from './lex.js';
import { isComment, type Token } from './tokens.js';

/** One statement of a text, without its semicolon. */
export interface Statement {
  readonly start: number;
  readonly end: number;
  /**
   * The words it starts with, in lower case: `select`, `prepare`, `create function` (without `or replace` and
   * `temporary`), `explain`, `explain generic_plan`. Empty when it starts with no word.
   */
  readonly keyword: string;
}

/** Splits a text at its semicolons. Parentheses do not count; a statement without tokens is none. */
export function splitStatements(sql: string, tokens: readonly Token[]): readonly Statement[] {
  const statements: Statement[] = [];
  let current: Token[] = [];
  const close = (): void => {
    const [first, last] = [current[0], current.at(-1)];
    if (first && last) statements.push({ start: first.start, end: last.end, keyword: keywordOf(sql, current) });
    current = [];
  };
  for (const token of tokens) {
    if (isComment(token)) continue;
    if (sql[token.start] === ';' && token.kind === 'punctuation') close();
    else current.push(token);
  }
  close();
  return statements;
}

/** What a text sends. A text that begins with an unknown part may hold any number of statements, and a procedure may give any number of results. */
export function describeStatements(sql: string, options: LexOptions): { readonly statements: 'one' | 'several' | 'unknown'; readonly isWrite: boolean } {
  const tokens = lex(sql, options);
  const [first, second] = splitStatements(sql, tokens);
  if (second !== undefined) return { statements: 'several', isWrite: false };
  if (first === undefined || first.keyword === '' || first.keyword === 'call') return { statements: 'unknown', isWrite: false };
  const returns = tokens.some((token) => token.kind === 'word' && sql.slice(token.start, token.end).toLowerCase() === 'returning');
  return { statements: 'one', isWrite: writes.has(first.keyword) && !returns };
}

const writes: ReadonlySet<string> = new Set(['insert', 'update', 'delete', 'replace']);

const schemaWords: ReadonlySet<string> = new Set(['create', 'alter', 'drop', 'comment', 'grant', 'revoke', 'rename', 'reindex', 'prepare', 'deallocate', 'import']);
const routineWords: ReadonlySet<string> = new Set(['call', 'do', 'exec', 'execute']);

/** Whether one of the statements changes the schema; whether one calls a routine, `select f(…)`, which may raise errors in words of its own. */
export function describeEffects(sql: string, options: LexOptions): { readonly changesSchema: boolean; readonly callsRoutine: boolean } {
  const tokens = lex(sql, options);
  const statements = splitStatements(sql, tokens);
  const words = tokens.filter((token) => !isComment(token)).map((token) => sql.slice(token.start, token.end).toLowerCase());
  const isCalled = (index: number): boolean => words[index] === '(' || (words[index] === '.' && words[index + 2] === '(');
  return {
    changesSchema: statements.some(({ keyword }) => schemaWords.has(keyword.split(' ')[0] ?? '')),
    callsRoutine: statements.some(({ keyword }) => routineWords.has(keyword)) || words.some((word, index) => (word === 'select' || word === 'from') && isCalled(index + 2) && words[index + 1] !== '('),
  };
}

const createModifiers = new Set(['or', 'replace', 'temporary', 'temp', 'unlogged', 'global', 'local']);

function keywordOf(sql: string, tokens: readonly Token[]): string {
  const text = (token: Token | undefined): string =>
    token === undefined || token.end - token.start > 30 ? '' : sql.slice(token.start, token.end).toLowerCase();
  // A parenthesised query: `(select 1) union …`.
  const start = tokens.findIndex((token) => text(token) !== '(');
  const first = tokens[start];
  if (first?.kind !== 'word') return '';
  const rest = tokens.slice(start + 1, start + 21);
  if (text(first) === 'create') {
    const what = rest.find((token) => !createModifiers.has(text(token)));
    return what?.kind === 'word' ? `create ${text(what)}` : 'create';
  }
  if (text(first) === 'explain' && text(rest[0]) === '(') {
    const close = rest.findIndex((token) => text(token) === ')');
    const options = close < 0 ? rest : rest.slice(0, close);
    return options.some((token) => text(token) === 'generic_plan') ? 'explain generic_plan' : 'explain';
  }
  return text(first);
}
