import tseslint from 'typescript-eslint';
import type { Scope } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/utils';
import { Linter } from 'eslint';
import { parseForESLint } from '../../src/javascript/syntax/oxc-parser.js';
import type { Comment, ParsedFile } from '../../src/javascript/syntax/tree.js';

/** Parses as ESLint does, through espree (`js`) or the typescript-eslint parser (`ts`), or through oxc as the command does. */
export function parseFile(code: string, parser: 'js' | 'ts' | 'oxc' = 'ts'): ParsedFile {
  if (parser === 'oxc') {
    const { ast, scopeManager, visitorKeys } = parseForESLint(code, { filePath: 'file.ts' });
    return { ast, text: code, comments: ast.comments, scopes: scopeManager.scopes, visitorKeys, types: null };
  }
  const linter = new Linter();
  const languageOptions = parser === 'ts' ? { parser: tseslint.parser } : {};
  const messages = linter.verify(code, [{ files: ['**/*.js', '**/*.ts'], languageOptions }], { filename: `file.${parser}` });
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
