/**
 * The words in which driver facts are written. A driver is one data file in `drivers/`; resolution, the model, the
 * rules that apply, the generated tables and the driver's own tests are all derived from it.
 */

export type Language = 'javascript' | 'python';

/** The SQL dialect of the server that a driver talks to. */
export type Dialect = 'postgres' | 'mysql' | 'sqlite' | 'mssql' | 'oracle';

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
  /** No values at all; absent where that was not seen. */
  readonly none?: Outcome;
  /** How the keys of the record are written: with the mark of the placeholder (`':id'`), or either way; absent: the bare name. */
  readonly keys?: 'with-mark' | 'either';
  /** A key that no placeholder asks for; absent where that is harmless. It is met before a name without a key. */
  readonly strange?: Outcome;
}

/** What an expression gives: a handle of this driver, possibly inside a promise. */
export interface Gives {
  readonly handle: string;
  readonly promise?: true;
}

/** The parts a handle can play; rules ask for the role, never for the driver. */
export type HandleRole =
  | 'factory' // opens nothing itself: calling it gives a handle
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
  /** What calling it gives: `pgp(connection)`, `knex('table')`. */
  readonly call?: Gives;
  /** The dialect, where one driver talks to several servers and the handle tells which. */
  readonly dialect?: Dialect;
  /** For results, rows and rows: how they are read, and what reading them in another way gives. */
  readonly reading?: ReadingFacts;
}

/**
 * How the outcome of a query is read, and what was seen when it was read as something else. An outcome is absent where the reading is
 * right, or where nothing was seen.
 */
export interface ReadingFacts {
  /**
   * `record`: an object with the members of the handle; `array`: an array of rows, with the members besides; `row`: one row, whose keys
   * are columns; `pair`: an array of fixed parts (rows, then what describes them); `count`: a number.
   */
  readonly shape: 'record' | 'array' | 'row' | 'pair' | 'count';
  /** The property that leads to the rows: `rows`, `0`; absent where they are the thing itself or there are none. */
  readonly rows?: string;
  /** The property that holds the number of affected rows. */
  readonly affected?: string;
  /** `result[0]`. */
  readonly index?: Outcome;
  /** `for (… of result)`, `[...result]`, `const [first] = result`. */
  readonly iterate?: Outcome;
  /** `result.map(…)`: a method of arrays. */
  readonly arrayMethod?: Outcome;
  /** `result.length`. */
  readonly length?: Outcome;
  /** A property that it has not: a column's name on a result, `.rows` on an array. */
  readonly property?: Outcome;
  /** `if (!result)`: it is never falsy. */
  readonly falsy?: Outcome;
}

export type MemberFacts =
  | QueryFacts
  | PrepareFacts
  /** Without `gives` only the callback has the handle, and it comes back by itself: `pool.connect(async (connection) => …)`. */
  | { readonly does: 'acquire'; readonly gives?: Gives; readonly callback?: CallbackFacts }
  /** Gives the handle back; with `argument`, the one that is passed there: `pool.releaseConnection(connection)`. */
  | { readonly does: 'release'; readonly argument?: number }
  | { readonly does: 'transaction'; readonly callback: CallbackFacts }
  | { readonly does: 'close' }
  | { readonly does: 'listen'; readonly callback?: Readonly<Record<string, CallbackFacts>> }
  | { readonly does: 'read'; readonly gives?: Gives }
  /**
   * Gives the same thing in another guise: `.promise()`, `.pluck()`. With `values` it also binds these to the statement itself, for
   * good: after `statement.bind(1)` no execution of that statement takes values.
   */
  | { readonly does: 'become'; readonly gives: Gives; readonly values?: ValuesSpot }
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
  /** The same for a config object in place of the text, where that is bound in another way. */
  readonly configPlaceholders?: string;
  readonly gives?: Gives;
  /** The argument that, when it is there, changes what is given, so that nothing is known of it: options, a mapping function. */
  readonly reshapedBy?: number;
  /** Whether calling it sends the query, or only awaiting what it gives. */
  readonly sent: 'now' | 'when-awaited';
  /** The callback that may stand as last argument instead of awaiting. */
  readonly callback?: CallbackFacts;
  /** Key into `Driver.placeholders` for its use as a template tag, where it is both: `request.query('…')` and request.query`…`. */
  readonly tag?: string;
}

/** SQL text given now, values given later to a statement. */
export interface PrepareFacts {
  readonly does: 'prepare';
  readonly sql: SqlSpot;
  readonly placeholders: string;
  readonly gives: Gives;
  /** The callback that gets the statement. */
  readonly callback?: CallbackFacts;
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
  /**
   * All arguments from `index` on; a single list or record is taken as the values themselves. With `separate` only a record is: a
   * list is one argument like others.
   */
  | { readonly at: 'rest'; readonly index: number; readonly separate?: true }
  /** An options object whose keys hold the values, each with its own placeholders: `{ replacements }`, `{ bind }`. */
  | { readonly at: 'options'; readonly index: number; readonly keys: Readonly<Record<string, string>> }
  | { readonly at: 'template' }
  /** They were bound to the statement before. */
  | { readonly at: 'statement' }
  | { readonly at: 'nowhere' };

/** What a module's export is. */
export type ExportFacts =
  | { readonly is: 'class'; readonly creates: Gives; readonly query?: Omit<QueryFacts, 'does' | 'gives'> }
  | { readonly is: 'function'; readonly creates: Gives }
  /** A handle that is there without being created: a global tag. */
  | { readonly is: 'handle'; readonly handle: string }
  /** A function that is a method of such a handle: `sql.query('…')` of a module with a pool of its own. */
  | { readonly is: 'member'; readonly handle: string; readonly member: string }
  /** A function that gives the module itself: `require('sqlite3').verbose()`. */
  | { readonly is: 'module' }
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
  /** Null where only the handle or an option of its creation tells. */
  readonly dialect: Dialect | null;
  /** The option of a creation that tells the dialect, and what its values mean: `client: 'pg'`. */
  readonly dialectOption?: { readonly name: string; readonly values: Readonly<Record<string, Dialect>> };
  /** Names in package.json that mean this driver is used. */
  readonly packages: readonly string[];
  /** The versions the facts were measured with, by package. */
  readonly measured: Readonly<Record<string, string>>;
  /** Import specifiers and what they export. */
  readonly modules: Readonly<Record<string, ModuleFacts>>;
  /** Global objects of a run time that stand for exports: `Bun`. */
  readonly globals?: Readonly<Record<string, ExportFacts>>;
  readonly handles: Readonly<Record<string, HandleFacts>>;
  readonly placeholders: Readonly<Record<string, PlaceholderFacts>>;
  /** Why something about it is taken from its documentation and not from a run; shown on the pages. */
  readonly fromDocumentation?: string;
}
