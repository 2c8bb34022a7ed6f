import * as tsParser from '@typescript-eslint/parser';
import type { Scope } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { Linter } from 'eslint';
import type { Comment, ParsedFile } from '../../src/javascript/syntax/tree.js';

/** Parses as ESLint does, through espree (`js`) or the typescript-eslint parser (`ts`). */
export function parseFile(code: string, parser: 'js' | 'ts' = 'ts'): ParsedFile {
  const linter = new Linter();
  const languageOptions = parser === 'ts' ? { parser: tsParser as unknown as Linter.Parser } : {};
  const messages = linter.verify(code, [{ files: ['**/*.js'], languageOptions }], { filename: 'file.js' });
  const fatal = messages.find((message) => message.fatal);
  if (fatal !== undefined) throw new Error(`${fatal.message} in:\n${code.slice(0, 500)}`);
  const source = linter.getSourceCode();
  return {
    ast: source.ast as unknown as TSESTree.Program,
    text: code,
    comments: source.getAllComments() as unknown as Comment[],
    scopes: source.scopeManager.scopes as unknown as Scope[],
    visitorKeys: source.visitorKeys,
    types: null,
  };
}
