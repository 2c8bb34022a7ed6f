/**
 * The words in which driver facts are written. A driver is one data file in `drivers/`; resolution, the model, the
 * rules that apply, the generated tables and the driver's own tests are all derived from it.
 */

export type Language = 'javascript' | 'python';

/** The SQL dialect of the server that a driver talks to. */
export type Dialect = 'postgres' | 'mysql' | 'sqlite';

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
}

/** Which placeholders a way of sending a query accepts, and what was seen for everything else. */
export interface PlaceholderFacts {
  /** Styles bound from a list of values, in the form that is right to write. The first one is the style to write. */
  readonly positional: readonly PlaceholderStyle[];
  /** Styles bound by name from a record of values; null when the driver knows none. */
  readonly named: NamedPlaceholderFacts | null;
  /** Styles that are wrong here, with what happens. A style that stands in no list is never reported. */
  readonly rejects: Readonly<Partial<Record<PlaceholderStyle, Outcome>>>;
  /** True when the driver itself replaces placeholders, also inside quotes and comments (sqlstring does). */
  readonly insideStrings?: true;
  /** A placeholder of the right style inside quotes, when values are given. */
  readonly quoted: Outcome;
  /** Fewer values than placeholders, no values at all, more values; null where the driver takes them without harm. */
  readonly tooFew: Outcome | null;
  readonly none: Outcome | null;
  readonly tooMany: Outcome | null;
  /** Values given although the text has no placeholder; null where that is harmless. */
  readonly unused: Outcome | null;
  /** `$1, $3` and `$0`; only where placeholders carry numbers. */
  readonly gap?: Outcome;
  readonly zero?: Outcome;
  /** A record or a scalar where a list is needed; null where the driver takes them. */
  readonly notAList: Outcome | null;
  /** Only for template tags: a hand-written placeholder, alone and beside `${}`. */
  readonly handWritten?: Outcome;
  readonly handWrittenBesideHoles?: Outcome;
  /** Only for template tags: a `${}` inside '…' and inside "…". */
  readonly holeInString?: Outcome;
  readonly holeInIdentifier?: Outcome;
}

export interface NamedPlaceholderFacts {
  readonly styles: readonly PlaceholderStyle[];
  /** The option that must be true, on the handle's creation or in the query's config object; absent: always on. */
  readonly option?: string;
  /** A name without a key in the record. */
  readonly missing: Outcome;
}

/** What an expression gives: a handle of this driver, possibly inside a promise. */
export interface Gives {
  readonly handle: string;
  readonly promise?: true;
}

/** The parts a handle can play; rules ask for the role, never for the driver. */
export type HandleRole =
  | 'pool' // hands out connections; each query may run on another one
  | 'connection' // one connection for its own, opened and closed by its owner
  | 'client' // checked out of a pool, must be given back
  | 'transaction' // valid inside a transaction's callback
  | 'statement' // a prepared statement
  | 'cursor' // reads in portions, on one connection
  | 'query' // a query that may still have to be sent
  | 'result'
  | 'rows'
  | 'row';

export interface HandleFacts {
  readonly role: HandleRole;
  /** How a reader calls it: "pg Pool". */
  readonly title: string;
  /** The type names under which the published typings show it, by module specifier of this driver. */
  readonly types: Readonly<Record<string, readonly string[]>>;
  /** What each member does. Members of no interest to any rule are listed as `other`, so that their use is known. */
  readonly members: Readonly<Record<string, MemberFacts>>;
  /** What it does as a template tag: sql`…`. */
  readonly tag?: QueryFacts;
  /** The handle that awaiting this one gives, where it is a thenable of its own: a pending query gives rows. */
  readonly awaited?: string;
}

export type MemberFacts =
  | QueryFacts
  | PrepareFacts
  | { readonly does: 'acquire'; readonly gives: Gives; readonly callback?: CallbackFacts }
  | { readonly does: 'release' }
  | { readonly does: 'transaction'; readonly callback: CallbackFacts }
  | { readonly does: 'close' }
  | { readonly does: 'listen'; readonly callback?: Readonly<Record<string, CallbackFacts>> }
  | { readonly does: 'read'; readonly gives?: Gives }
  /** Gives the same thing in another guise: `.promise()`, `.bind()`. */
  | { readonly does: 'become'; readonly gives: Gives }
  | { readonly does: 'other' };

/** A callback that gets handles: the last function argument, and which of its parameters holds what. */
export interface CallbackFacts {
  /** By parameter position; null for parameters that are no handle. */
  readonly parameters: readonly (string | null)[];
}

export interface QueryFacts {
  readonly does: 'query';
  readonly sql: SqlSpot;
  readonly values: ValuesSpot;
  /** Key into `Driver.placeholders`. */
  readonly placeholders: string;
  readonly gives?: Gives;
  /** Whether calling it sends the query, or only awaiting what it gives. */
  readonly sent: 'now' | 'when-awaited';
}

/** SQL text given now, values given later to a statement. */
export interface PrepareFacts {
  readonly does: 'prepare';
  readonly sql: SqlSpot;
  readonly placeholders: string;
  readonly gives: Gives;
}

export type SqlSpot =
  /** An argument; where `key` is given it may also be a config object that holds the text under that key. */
  | { readonly at: 'argument'; readonly index: number; readonly key?: string }
  | { readonly at: 'template' }
  /** The text was given when the statement was prepared. */
  | { readonly at: 'statement' };

export type ValuesSpot =
  /** One argument, or the config object's `key`. A scalar is taken where `scalar` says so. */
  | { readonly at: 'argument'; readonly index: number; readonly key?: string; readonly scalar?: true }
  /** All arguments from `index` on; a single list or record is taken as the values themselves. */
  | { readonly at: 'rest'; readonly index: number }
  | { readonly at: 'template' }
  | { readonly at: 'nowhere' };

/** What a module's export is. */
export type ExportFacts =
  | { readonly is: 'class'; readonly creates: Gives; readonly query?: Omit<QueryFacts, 'does' | 'gives'> }
  | { readonly is: 'function'; readonly creates: Gives }
  /** An object that holds further exports; `pg.native`, or a default export that equals the namespace. */
  | { readonly is: 'namespace'; readonly of?: Readonly<Record<string, ExportFacts>> };

export interface ModuleFacts {
  readonly named: Readonly<Record<string, ExportFacts>>;
  /** `import x from '…'`; absent when there is no default export. */
  readonly default?: ExportFacts;
  /** What `require()` returns: the object of the named exports, or the default export itself. */
  readonly commonjs: 'named' | 'default';
}

export interface Driver {
  /** Unique, as in the tables: `pg`. */
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly dialect: Dialect;
  /** Names in package.json that mean this driver is used. */
  readonly packages: readonly string[];
  /** The versions the facts were measured with, by package. */
  readonly measured: Readonly<Record<string, string>>;
  /** Import specifiers and what they export. */
  readonly modules: Readonly<Record<string, ModuleFacts>>;
  readonly handles: Readonly<Record<string, HandleFacts>>;
  readonly placeholders: Readonly<Record<string, PlaceholderFacts>>;
}
