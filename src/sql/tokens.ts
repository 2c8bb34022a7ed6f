import type { PlaceholderStyle } from '../facts/schema.js';

/** Why a text is no SQL that the server would read. */
export type LexError = 'unterminated' | 'junk after number' | 'junk after parameter' | 'operator too long';

/** Why something that looks like a placeholder may be something else. */
export type Ambiguity =
  /** `a ? …`: stands where an operator is expected. */
  | 'operator'
  /** `?- x`, `?| x`: the geometric operators "is horizontal", "is vertical". */
  | 'prefix operator'
  /** `@x`: Postgres's operator "absolute value", MySQL's variable. */
  | 'absolute value'
  /** `[:x]`: the bound of an array slice. */
  | 'slice bound';

/** Tokens that say no more than what they are and where. Words are names and keywords alike. */
export type PlainKind =
  | 'line-comment'
  | 'block-comment'
  | 'string' // '…', E'…', N'…'; "…" in MySQL
  | 'unicode-string' // U&'…'
  | 'bit-string' // B'…'
  | 'hex-string' // X'…'
  | 'dollar-string' // $$…$$, $tag$…$tag$
  | 'quoted-identifier' // "…", `…`, […]
  | 'unicode-identifier' // U&"…"
  | 'word'
  | 'integer'
  | 'float'
  | 'operator' // two characters or more, or one that is no punctuation
  | 'punctuation' // one of , ( ) [ ] . ; : + - * / % ^ < > = and what has no meaning in SQL
  | 'typecast' // ::
  | 'colon-equals' // :=
  | 'dot-dot'; // ..

interface Span {
  /** UTF-16 offsets into the text; `end` is the first character after the token. */
  readonly start: number;
  readonly end: number;
  /** Holes lie inside: in a string, a comment, a quoted name. */
  readonly hasHole?: true;
  readonly error?: LexError;
}

export interface PlainToken extends Span {
  readonly kind: PlainKind;
}

/** One character of the text that stands for an unknown part. */
export interface HoleToken extends Span {
  readonly kind: 'hole';
}

export interface PlaceholderToken extends Span {
  readonly kind: 'placeholder';
  readonly style: PlaceholderStyle;
  /** For named styles; `{0}` has the name `0`, `{}` the empty one. */
  readonly name?: string;
  /** For numbered styles. */
  readonly index?: number;
  /** pg-promise's formatting filter: `:raw`, `^`, `~`. */
  readonly filter?: string;
  /** `$${i}`: the number is not known. */
  readonly dynamic?: true;
  readonly ambiguous?: Ambiguity;
}

export type Token = PlainToken | HoleToken | PlaceholderToken;

export function isComment(token: Token): boolean {
  return token.kind === 'line-comment' || token.kind === 'block-comment';
}
