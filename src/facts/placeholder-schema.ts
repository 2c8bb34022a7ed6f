/** The words for placeholders in driver facts: which a driver takes, and what was seen for everything else. */

/** Every way of writing a placeholder that some driver or habit knows. */
export type PlaceholderStyle =
  | 'dollar-number' // $1
  | 'qmark' // ?
  | 'qmark-number' // ?1
  | 'qmark-ident' // ??
  | 'colon-name' // :name
  | 'colon-number' // :1
  | 'at-name' // @name
  | 'percent-s' // %s
  | 'percent-name' // %(name)s
  | 'dollar-name' // $name
  | 'dollar-brace' // ${name} in plain quotes
  | 'dollar-angle' // $<name>
  | 'dollar-slash' // $/name/
  | 'dollar-paren' // $(name)
  | 'dollar-square' // $[name]
  | 'brace-name' // {0}, {name}
  | 'hash-brace'; // #{name}

/**
 * What was seen when something wrong ran.
 * `message` may hold `{next}`, which stands for Postgres's own words about the next token: `at end of input` or
 * `at or near "and"`; `{given}` and `{expected}` stand for numbers of values, `{first}` and
 * `{missing}` for numbers of parameters, `{name}` for a name.
 */
export interface Outcome {
  /** SQLSTATE or the driver's error code; absent when the error has none, or nothing was thrown. */
  readonly code?: string;
  /** The error's message, word for word; for a silent outcome a sentence that says what happens instead. */
  readonly message: string;
  /** True when nothing is thrown. */
  readonly silent?: true;
  /** True when the message is a sentence and no quotation: what the server says depends on names and types unknown here. */
  readonly inWords?: true;
  /** True when what is read is `undefined`, so that reading on fails. */
  readonly isUndefined?: true;
  /** True when something waits for ever, and the message is a sentence that says what. */
  readonly hangs?: true;
}

/** Which placeholders a way of sending a query accepts, and what was seen for everything else. */
export interface PlaceholderFacts {
  /** Styles bound from a list of values, in the form that is right to write. The first one is the style to write. */
  readonly positional: readonly PlaceholderStyle[];
  /** Styles bound by name from a record of values; null when the driver knows none. */
  readonly named: NamedPlaceholderFacts | null;
  /**
   * Styles that are wrong here, with what happens. A style that stands in no list is never reported. A style of `named` stands
   * here, too: it is as wrong as any other where a list is given, or where its option is off.
   */
  readonly rejects: Readonly<Partial<Record<PlaceholderStyle, Outcome>>>;
  /** True when the driver itself replaces placeholders, also inside quotes and comments (sqlstring does). */
  readonly insideStrings?: true;
  /** A placeholder of the right style inside quotes, when values are given. */
  readonly quoted: Outcome;
  /** Fewer values than placeholders, no values at all, more values; null where the driver takes them without harm. */
  readonly tooFew: Outcome | null;
  readonly none: Outcome | null;
  /** An empty list, where that ends in another way than no values at all. */
  readonly emptyList?: Outcome;
  readonly tooMany: Outcome | null;
  /** Values given although the text has no placeholder; null where that is harmless. */
  readonly unused: Outcome | null;
  /** `$1, $3` and `$0`; only where placeholders carry numbers. */
  readonly gap?: Outcome;
  readonly zero?: Outcome;
  /** A record or a scalar where a list is needed; null where the driver takes them. */
  readonly notAList: Outcome | null;
  /** A list where each value must be an argument of its own; only where `ValuesSpot` says `separate`. */
  readonly asList?: Outcome;
  /** True when the text is compiled before the driver looks at the values: what is wrong in the text is said first. */
  readonly textFirst?: true;
  /** The same for a scalar, or for several arguments, where that ends in another way; null where only these are taken. */
  readonly scalar?: Outcome | null;
  /** Several arguments where one list is needed, where that ends in another way than a scalar. */
  readonly severalArguments?: Outcome;
  /** Only for template tags: a hand-written placeholder, alone and beside `${}`. */
  readonly handWritten?: Outcome;
  readonly handWrittenBesideHoles?: Outcome;
  /** A number beyond the holes, where that ends in another way than without any hole. */
  readonly handWrittenBeyondHoles?: Outcome;
  /** Only for template tags: a `${}` inside '…' and inside "…". */
  readonly holeInString?: Outcome;
  /** The same with a bound `${}` further on, where that ends in another way. */
  readonly holeInStringBeforeOthers?: Outcome;
  readonly holeInIdentifier?: Outcome;
}

export interface NamedPlaceholderFacts {
  readonly styles: readonly PlaceholderStyle[];
  /** The option that must be true, on the handle's creation or in the query's config object; absent: always on. */
  readonly option?: string;
  /** A name without a key in the record. */
  readonly missing: Outcome;
  /** No values at all; absent where that was not seen. */
  readonly none?: Outcome;
  /** How the keys of the record are written: with the mark of the placeholder (`':id'`), or either way; absent: the bare name. */
  readonly keys?: 'with-mark' | 'either';
  /** True when `:ID` takes the value of the key `id`. */
  readonly anyCase?: true;
  /**
   * A list is bound to them, too, in the order of the text: `each-place` takes a value of its own (`:a, :a` takes two), or `each-name`
   * one; absent: a list is bound to none.
   */
  readonly fromList?: 'each-place' | 'each-name';
  /** A key that no placeholder asks for; absent where that is harmless. It is met before a name without a key. */
  readonly strange?: Outcome;
}
