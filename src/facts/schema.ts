/**
 * The words in which driver facts are written. A driver is one data file in `drivers/`; resolution, the model, the
 * rules that apply, the generated tables and the driver's own tests are all derived from it.
 */

import type { ErrorFacts } from './error-schema.js';
import type { ForeignFacts } from './foreign-schema.js';
import type { Outcome, PlaceholderFacts } from './placeholder-schema.js';
import type { PooledFacts } from './pooler-schema.js';

export type { ForeignFacts, ForeignForm, ForeignMember } from './foreign-schema.js';
export type { NamedPlaceholderFacts, Outcome, PlaceholderFacts, PlaceholderStyle } from './placeholder-schema.js';

export type Language = 'javascript' | 'python';

/** The SQL dialect of the server that a driver talks to. */
export type Dialect = 'postgres' | 'mysql' | 'sqlite' | 'mssql' | 'oracle';

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
  | 'row'
  | 'fragment'; // a piece of SQL that others send, and the tag that makes it

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
  /** What it gives as a template tag whose text others send: sql`…` of an ORM. */
  readonly template?: Gives;
  /** The handle that awaiting this one gives, where it is a thenable of its own: a pending query gives rows. */
  readonly awaited?: string;
  /** What calling it gives: `pgp(connection)`, `knex('table')`. */
  readonly call?: Gives;
  /** The dialect, where one driver talks to several servers and the handle tells which. */
  readonly dialect?: Dialect;
  /** The handle under whose types the typings show this one: the same object, on a server that is known. */
  readonly variantOf?: string;
  /** For results, rows and rows: how they are read, and what reading them in another way gives. */
  readonly reading?: ReadingFacts;
  /** For pools and connections: what opening one again and again leads to; absent where that costs nothing or was not seen. */
  readonly opening?: OpeningFacts;
  /**
   * That it belongs to a checkout, and what was seen when it was kept beyond that. Absent where keeping it is right: a statement of an
   * embedded database lives as long as its connection.
   */
  readonly checkout?: CheckoutFacts;
  /** What errors of its queries look like, where they are others than those of the driver; null where nothing certain is known of them. */
  readonly errors?: ErrorFacts | null;
  /** Habits of other drivers that it does not know, with what was seen of them. A name that stands in no list is never reported. */
  readonly foreign?: ForeignFacts;
}

/** What was seen of a checked-out client, or of a statement or cursor of one, that was kept. */
export interface CheckoutFacts {
  /** Used after its client had gone back to the pool. */
  readonly released: Outcome;
  /** Its client given back a second time; absent where that goes unseen. */
  readonly releasedAgain?: Outcome;
  /** Never given back, so that all callers use it; absent where it comes back by itself, or is kept for good with reason. */
  readonly shared?: Outcome;
}

/** What was seen when a pool or connection was opened anew for each request, and not once for all of them. */
export interface OpeningFacts {
  /** Opened, used for one query and closed, each time. */
  readonly closed: Outcome;
  /** Opened and used each time, and never closed. */
  readonly left: Outcome;
  /** Whether all requests may share one: pools, and connections on which everything is synchronous. */
  readonly shareable: boolean;
  /** First arguments, the empty string for none, and values of options that open something nobody else should see: `':memory:'`. */
  readonly scratch?: readonly string[];
  /** What it opens from: everything that is passed, where this is absent. */
  readonly source?: OpeningSource;
  /** What is opened, where the title of the handle is the name of the library: "a Knex pool". */
  readonly what?: string;
  /** What to do instead, where all requests may share one that is started in a way of its own. */
  readonly remedy?: string;
}

/** What is passed tells whether a connection is opened, or one that is there is used. */
export interface OpeningSource {
  /** The option that says where to connect: a record without it opens nothing. */
  readonly option?: string;
  /** The option that holds a new adapter, from whose first argument it opens. */
  readonly adapter?: string;
  /** The option that names the server, on a handle without a dialect: one that is named nevertheless was not asked, and nothing is told of it. */
  readonly unasked?: string;
  /** Whether only addresses and records that are seen open something: a variable may hold a pool of somebody else. */
  readonly seen?: true;
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
  /** What it is in truth when the text holds several statements, where that is something else. */
  readonly severalStatements?: Outcome;
}

export type MemberFacts =
  | QueryFacts
  | PrepareFacts
  /** Without `gives` only the callback has the handle, and it comes back by itself: `pool.connect(async (connection) => …)`. */
  | { readonly does: 'acquire'; readonly gives?: Gives; readonly callback?: CallbackFacts }
  /** Gives the handle back; with `argument`, the one that is passed there: `pool.releaseConnection(connection)`. */
  | { readonly does: 'release'; readonly argument?: number }
  /** `gives`: what it gives without a callback: a transaction that the caller ends. */
  | { readonly does: 'transaction'; readonly callback: CallbackFacts; readonly gives?: Gives }
  | { readonly does: 'close' }
  | { readonly does: 'listen'; readonly callback?: Readonly<Record<string, CallbackFacts>> }
  | { readonly does: 'read'; readonly gives?: Gives }
  /**
   * Gives the same thing in another guise: `.promise()`, `.pluck()`. With `values` it also binds these to the statement itself, for
   * good: after `statement.bind(1)` no execution of that statement takes values.
   */
  | { readonly does: 'become'; readonly gives: Gives; readonly values?: ValuesSpot }
  /** A class that the module exports, too: `new pgp.PreparedStatement(…)`. */
  | { readonly does: 'offer'; readonly export: ExportFacts }
  | { readonly does: 'other' };

/** A callback that gets handles: the last function argument, and which of its parameters holds what. */
export interface CallbackFacts {
  /** By parameter position; null for parameters that are no handle. A first one that is none gets the error, as Node has it. */
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
  /** The same without values, and with a record of values, where a driver that writes a list into the text itself leaves these to the server. */
  readonly placeholdersWithoutValues?: string;
  readonly placeholdersWithRecord?: string;
  readonly gives?: Gives;
  /** The argument that, when it is there, changes what is given, so that nothing is known of it: options, a mapping function. */
  readonly reshapedBy?: number;
  /** Options that do the same when they are there, in the query's config object or at the handle's creation. */
  readonly reshapedByOptions?: readonly string[];
  /** Whether calling it sends the query, or only awaiting what it gives. */
  /** `when-passed`: a method sends what it gives, `pool.any(sql.unsafe`…`)`, and awaiting it does not. */
  readonly sent: 'now' | 'when-awaited' | 'when-passed';
  /** The callback that may stand as last argument instead of awaiting. */
  readonly callback?: CallbackFacts;
  /** The config object's key that names a prepared statement, whether it must be there, and what a second text under that name ends in. */
  readonly statementName?: { readonly key: string; readonly needed?: true; readonly otherText: Outcome };
  /** Key into `Driver.placeholders` for its use as a template tag, where it is both: `request.query('…')` and request.query`…`. */
  readonly tag?: string;
  /** The same for a template that is passed in place of the text: db.execute(sql`…`). */
  readonly template?: string;
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
  /**
   * The template that the receiver is, sent to the server of the handle that is passed: sql`…`.execute(db). `contracts` are the keys into
   * `Driver.placeholders` by that handle.
   */
  | { readonly at: 'receiver'; readonly executor: number; readonly contracts: Readonly<Record<string, string>> }
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
  /** `of`: its static methods. */
  | {
      readonly is: 'class';
      readonly creates: Gives;
      readonly choice?: HandleChoice;
      readonly query?: Omit<QueryFacts, 'does' | 'gives'>;
      readonly of?: Readonly<Record<string, ExportFacts>>;
    }
  /** `configured`: what it creates when that argument is there: options that may change the shape of what queries give. */
  | { readonly is: 'function'; readonly creates: Gives; readonly choice?: HandleChoice; readonly configured?: { readonly argument: number; readonly creates: Gives } }
  /** A handle that is there without being created: a global tag. */
  | { readonly is: 'handle'; readonly handle: string }
  /** A function that is a method of such a handle: `sql.query('…')` of a module with a pool of its own. */
  | { readonly is: 'member'; readonly handle: string; readonly member: string }
  /** A function that gives the module itself: `require('sqlite3').verbose()`. */
  | { readonly is: 'module' }
  /** An object that holds further exports; `pg.native`, or a default export that equals the namespace. */
  | { readonly is: 'namespace'; readonly of?: Readonly<Record<string, ExportFacts>> };

/** An option of a creation that tells which handle it gives, where one driver talks to several servers: `client: 'pg'`. */
export interface HandleChoice {
  readonly option: string;
  /** By the option's text, by the scheme of an address in its place, or by the handle of this driver that is passed there: `new PostgresDialect(…)`. */
  readonly handles: Readonly<Record<string, string>>;
}

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
  /** Null where only the handle tells. */
  readonly dialect: Dialect | null;
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
  /** For drivers of PostgreSQL: what was seen behind a transaction pooler; absent where all went well, or nobody looked. */
  readonly pooled?: PooledFacts;
  /** What errors of its queries look like, by the server that answers. */
  readonly errors?: Readonly<Partial<Record<Dialect, ErrorFacts>>>;
  /** Why something about it is taken from its documentation and not from a run; shown on the pages. */
  readonly fromDocumentation?: string;
}
