/** What one source file becomes, so that the rules have something to do in it and something to stumble over. */
import { parseSync } from 'oxc-parser';
import { isNode, walk } from '../house/source-tree.js';
import { isNestedTooDeeply } from '../../src/javascript/syntax/nesting.js';
import { createRandom, seedOf } from './random.js';

export interface Variant {
  readonly name: string;
  readonly text: string;
}

const MAX_LITERALS = 24;
const MAX_LENGTH = 4_000;

/** Ways to send a text to a server; `?` stands for the text. In turn, so that each driver and form gets its share. */
const SENDERS = [
  'pool_.query(TEXT, [one_, two_]);',
  'pool_.query({ text: TEXT, values: [1, "two"] });',
  'await sql_.unsafe(TEXT, { one_, two: 2 });',
  'pool_.query(TEXT, { id: 1, name: one_ });',
  'mysql_.execute(TEXT, [one_]);',
  'db_.prepare(TEXT).all(one_, two_);',
  'pool_.query(TEXT + " and id = ?", [one_]);',
  'const text_ = TEXT; pool_.query(text_); pool_.query(text_, [one_]);',
  'mysql_.query(`${TEXT} where id = $1`, [one_]);',
] as const;

/**
 * The file with a function at its end that sends the file's own literals to four drivers: then every gate is open, and SQL text,
 * placeholders and edits meet whatever people write between quotes.
 */
export function asDatabaseCode(path: string, text: string): string {
  const literals = literalsOf(path, text);
  const statements = literals.map((literal, index) => {
    if (literal.startsWith('`') && index % 3 === 0) return `await sql_${literal};`;
    return (SENDERS[index % SENDERS.length] ?? SENDERS[0]).replace('TEXT', () => literal);
  });
  const tail = [
    ';(async (one_, two_) => {',
    "const pool_ = new (require('pg').Pool)();",
    "const sql_ = require('postgres')();",
    "const mysql_ = require('mysql2/promise').createPool({});",
    "const db_ = new (require('better-sqlite3'))('x.db');",
    // One block each: they declare the same names.
    ...statements.map((statement) => `{ ${statement} }`),
    '});',
  ];
  return `${text}\n${tail.join('\n')}\n`;
}

/** The source of the string literals and templates of a file, those first that look most like a query. */
function literalsOf(path: string, text: string): string[] {
  if (isNestedTooDeeply(text)) return [];
  const { program, errors } = parseSync(path, text, { sourceType: 'unambiguous' });
  if (errors.length > 0 || !isNode(program)) return [];
  const found = new Set<string>();
  walk(program, (node) => {
    const isText = node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node['value'] === 'string');
    if (isText && node.end - node.start > 4 && node.end - node.start < MAX_LENGTH) found.add(text.slice(node.start, node.end));
  });
  const rank = (literal: string): number => literal.replace(/[^?$%:@{}]/g, '').length / literal.length;
  return [...found].filter((literal) => !/\b(?:yield|super)\b/.test(literal)).sort((a, b) => rank(b) - rank(a)).slice(0, MAX_LITERALS);
}

/** The same text as other editors and other accidents leave it. */
export function mutations(path: string, text: string): Variant[] {
  const random = createRandom(seedOf(path));
  const boundaries = [...text.matchAll(/[\s;,(){}]/g)].map(({ index }) => index);
  const cut = boundaries[Math.floor(random() * boundaries.length)] ?? 0;
  return [
    { name: 'CRLF', text: text.replace(/\r?\n/g, '\r\n') },
    { name: 'BOM', text: `\uFEFF${text}` },
    { name: `cut at ${String(cut)}`, text: text.slice(0, cut) },
    { name: 'without its first line', text: text.slice(text.indexOf('\n') + 1) },
  ];
}
