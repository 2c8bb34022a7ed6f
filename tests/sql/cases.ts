import { readFileSync } from 'node:fs';
import type { PlaceholderStyle } from '../../src/facts/schema.js';
import type { ValuesShape } from '../../src/sql/values.js';

/** Every style but `hash-brace`, which the cases do not know. */
export const allStyles: readonly PlaceholderStyle[] = [
  'dollar-number', 'qmark', 'qmark-number', 'qmark-ident', 'colon-name', 'colon-number', 'at-name', 'percent-s', 'percent-name',
  'dollar-name', 'dollar-brace', 'dollar-angle', 'dollar-slash', 'dollar-paren', 'dollar-square', 'brace-name', 'hash-brace',
];

interface ExpectedPlaceholder {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quoted: boolean;
  readonly style: PlaceholderStyle;
  readonly index?: number;
  readonly name?: string;
  readonly ambiguous?: string;
  readonly filter?: string;
}

interface BaseCase {
  readonly id: string;
  readonly note?: string;
  readonly styles: readonly PlaceholderStyle[] | 'all';
}

export interface LexCase extends BaseCase {
  readonly group: 'all' | 'at' | 'colon' | 'dollar' | 'name' | 'percent' | 'pgp' | 'qmark';
  readonly sql: string;
  readonly expect: readonly ExpectedPlaceholder[];
}

export interface RewriteCase extends BaseCase {
  readonly group: 'rewrite';
  readonly sql: string;
  readonly params: { readonly kind: 'array'; readonly length: number } | { readonly kind: 'object'; readonly keys: string[]; readonly pure: boolean; readonly closed: boolean } | { readonly kind: 'absent' | 'unknown' };
  readonly target: 'dollar' | 'qmark';
  readonly expect: { readonly verdict: string; readonly output?: string };
}

export interface SourceMapCase extends BaseCase {
  readonly group: 'source-map';
  readonly js: string;
  readonly sqlText: string;
  readonly expectSourceRanges: readonly (readonly [number, number])[];
}

type Case = LexCase | RewriteCase | SourceMapCase;

/** Each was prepared on PostgreSQL 15 and parsed by libpg-query 18 when it was written; `verified` keeps their answers. */
const cases: readonly Case[] = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8'));

export const rewriteCases = cases.filter((item) => item.group === 'rewrite');
export const sourceMapCases = cases.filter((item) => item.group === 'source-map');
export const lexCases = cases.filter((item): item is LexCase => item.group !== 'rewrite' && item.group !== 'source-map');

export function stylesOf({ styles }: BaseCase): readonly PlaceholderStyle[] {
  return styles === 'all' ? allStyles : styles;
}

export function valuesOf({ params }: RewriteCase): ValuesShape {
  switch (params.kind) {
    case 'array':
      return { kind: 'list', length: params.length };
    case 'object':
      return { ...params, kind: 'record' };
    default:
      return { kind: params.kind };
  }
}
