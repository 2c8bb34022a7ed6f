/**
 * The words in which rules think. They know no syntax tree: a place in the source is a range `[start, end)` of UTF-16
 * offsets, and a change to the source is a verb that answers with text edits, or with null when it cannot be done.
 */
import type { Dialect, Driver, HandleFacts, Outcome, PlaceholderFacts, ReadingFacts } from '../facts/schema.js';
import type { Settings } from '../settings/read-settings.js';
import type { HoleRole, PlaceholderFinding, ValuesShape } from '../sql/findings.js';
import type { Pooler, Preparing, StartupParameter } from './pooler-words.js';
import type { ErrorTest } from './error-words.js';
import type { ForeignUse } from './foreign-words.js';

export type Range = readonly [start: number, end: number];

/** One replacement in the source of the linted file. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/** The answer of an edit verb: edits that belong together, or null for "cannot". */
export type Edits = readonly TextEdit[] | null;

/** How a handle's driver is known. Rules about placeholders, results and lifetimes accept the first two only. */
export type Evidence = 'proved' | 'wrapper' | 'likely';

/**
 * What told the driver: the code of the file itself, a written type, the type checker, the code of another module, what the callers in
 * other files pass, a function that passes on what it gets, the user's settings, the project around it.
 */
export type Known = 'same file' | 'annotation' | 'types' | 'module' | 'importer' | 'wrapper' | 'settings' | 'likely';

/** A driver object that an expression holds. */
export interface Handle {
  readonly driver: Driver;
  /** Key into `driver.handles`. */
  readonly name: string;
  readonly facts: HandleFacts;
  readonly evidence: Evidence;
  readonly known: Known;
  /** The dialect of the server behind it; null when nothing tells. */
  readonly dialect: Dialect | null;
  /** True when it may be another handle of the same driver (`Pool | PoolClient`). */
  readonly roleUnknown: boolean;
  /** Where it was created, when that is known; null for a handle known by its type alone. */
  readonly creation: Creation | null;
}

/** A call that opens a pool or a connection. */
export interface Creation {
  readonly kind: 'creation';
  readonly range: Range;
  /** What is called, as it is written: `new Pool`. */
  readonly callee: Range;
  readonly options: Options;
  readonly driver: Driver;
  /** The facts of the handle that it gives. */
  readonly facts: HandleFacts;
  readonly place: Place;
  readonly fate: Fate;
  /** What its arguments depend on, seen from the handler, loop or function of its place. */
  readonly dependence: Dependence;
  /** Moves it to the top of the file, for all who use it, and takes away what closes it. */
  moveToTop(): Edits;
  /** The transaction pooler that it connects to; null where it certainly connects to none, or nobody can tell. */
  readonly pooler: Pooler | null;
  /** That its driver prepares texts unasked; null where it does not, or nobody can tell. */
  readonly preparing: Preparing | null;
  /** What its connections certainly tell a server when they start, as far as poolers may not know it. */
  readonly startup: readonly StartupParameter[];
}

/** Where a creation stands, which says how often it runs. */
export type Place =
  /** At the top of the file: once. */
  | { readonly kind: 'top' }
  /** In a test, a migration, a seed, a script; or on a platform where no connection outlives its request. */
  | { readonly kind: 'exempt' }
  | { readonly kind: 'handler'; readonly handler: Handler }
  | { readonly kind: 'loop' }
  /**
   * In any other function. `calls`: where handlers of this file call it, directly or through other functions. `isShared`: others can
   * call it as often as they like, and its name does not say that it runs once.
   */
  | { readonly kind: 'function'; readonly name: string | null; readonly calls: readonly OpeningCall[]; readonly isShared: boolean };

/** Who calls a function again and again: "an Express handler". */
export interface Handler {
  readonly title: string;
  /** For each request, or by the clock. */
  readonly runs: 'request' | 'schedule';
}

/** A call in a handler that leads to a creation. */
export interface OpeningCall {
  /** What is called, as it is written: `openClient`. */
  readonly callee: Range;
  readonly handler: Handler;
  readonly fate: Fate;
  readonly dependence: Dependence;
}

/**
 * What becomes of a pool or connection in the run that opens it: it is closed there, it is used and never closed, or somebody keeps it:
 * it is stored, given back to a caller, handed on.
 */
export type Fate = 'closed' | 'left' | 'kept';

/** On nothing but the program and its environment; on the values of one run; on what a platform hands out for one request. */
export type Dependence = 'nothing' | 'one run' | 'platform';

/** The options of a creation: null stands for "not known". */
export interface Options {
  /** The literal value of an option; `undefined` when it is certainly absent, null when nobody can tell. */
  get(name: string): string | number | boolean | undefined | null;
}

/** SQL text that a query sends, and the way back to the source. */
export interface SqlText {
  readonly text: string;
  readonly holes: ReadonlyMap<number, Hole>;
  /** Where to report an offset range of the text: exact characters where they exist, else the argument. */
  locate(start: number, end: number): Range;
  /** Whether the characters are in this file, in one literal, and serve this query alone. */
  isEditable(start: number, end: number): boolean;
  /** Replaces characters of the text in the source; escapes what the literal needs escaped. */
  replace(start: number, end: number, text: string): Edits;
  /**
   * Takes a string literal of the SQL text that holds holes out of its quotes: `'${name}'` → `${name}`,
   * `'%${name}%'` → one hole that holds the whole string. The range is the literal with its quotes.
   */
  unquote(start: number, end: number): Edits;
}

export interface Hole {
  readonly role: HoleRole;
  /** The expression inside. */
  readonly range: Range;
  readonly source: string;
  /** Whether the expression certainly holds a plain value (no fragment of the driver): a literal, a typed parameter. */
  readonly isPlainValue: boolean;
}

/** The values of a query. */
export interface Values {
  readonly shape: ValuesShape;
  /** The expression(s) that hold them; null when absent or inside the template. */
  readonly range: Range | null;
  /** The item that is passed for the n-th placeholder, from 0; null when there is none or it is not known. */
  item(index: number): Range | null;
  /** Turns a record into a list of its values in the order of the keys. */
  toList(keys: readonly string[]): Edits;
  /** Writes a list anew with its items in this order, some of them perhaps twice. */
  repeat(order: readonly number[]): Edits;
  /** Puts the values into one list: `1, 2` → `[1, 2]`, `id` → `[id]`. */
  wrap(): Edits;
  /** Makes each value of one list an argument of its own: `[1, 2]` → `1, 2`. */
  unwrap(): Edits;
}

/** SQL text on its way to a server. */
export interface Query {
  readonly kind: 'query';
  /** The whole call or tagged template. */
  readonly range: Range;
  readonly handle: Handle;
  /** The member that sends it; the empty string for a tag. */
  readonly member: string;
  /** Null when the text is not visible. */
  readonly sql: SqlText | null;
  /** How many statements it sends at once; several give their outcomes in another shape. */
  readonly statements: 'one' | 'several' | 'unknown';
  /** Whether it certainly writes and gives no rows: an `insert`, `update`, `delete` or `replace` without `returning`. */
  readonly isWrite: boolean;
  readonly values: Values;
  readonly placeholders: PlaceholderFacts;
  /** What is wrong with its placeholders; each finding belongs to exactly one rule. */
  readonly placeholderFindings: readonly PlaceholderFinding[];
  /** The name under which its text is prepared; absent where it has none. */
  readonly statementName?: StatementName;
}

/** The name of a prepared statement, which stands for one text on each connection. */
export interface StatementName {
  readonly name: string;
  readonly range: Range;
  /** What a second text under the name ends in. */
  readonly otherText: Outcome;
  /** Where the file gives the same name to another text; null where it does not. */
  readonly other: Range | null;
  /** Whether its own text certainly differs from call to call. */
  readonly isOfManyTexts: boolean;
  /** The transaction pooler that the text is sent through, and what was seen of the name there; null where nobody can tell. */
  readonly pooler: Pooler | null;
  readonly pooled: Outcome | null;
  /** Leaves the text without a name. */
  leaveOut(): Edits;
}

/** How the outcome of a query is read in one place. */
export type Access =
  /** `result[0]`, `rows[i]`; null for an index that is not written down. */
  | { readonly by: 'index'; readonly index: number | null }
  /** `result.rows`, `rows.map(…)`; `called` as a method. */
  | { readonly by: 'member'; readonly name: string; readonly called: boolean }
  /** `for (… of result)`, `[...result]`. */
  | { readonly by: 'iteration' }
  /** `const [rows] = result`: the names that the elements get, null for what is no plain name. */
  | { readonly by: 'list pattern'; readonly names: readonly (string | null)[] }
  /** One property of `const { rows } = result`; `only`: the pattern has no other. */
  | { readonly by: 'record pattern'; readonly name: string; readonly only: boolean }
  /** `if (!result)`, `if (result)`. */
  | { readonly by: 'truth' };

/** One reading of the outcome of a query. */
export interface ResultUse {
  readonly kind: 'resultUse';
  /** The text that reads: `.id`, `[0]`, the pattern. */
  readonly range: Range;
  /** What is read: a result, rows, a row; for a promise, what it will give. */
  readonly handle: Handle;
  readonly reading: ReadingFacts;
  /** False when the promise is read, and not what it gives. */
  readonly isAwaited: boolean;
  readonly access: Access;
  /** What is read, as it is written. */
  readonly source: string;
  /** The query that gives it; null when it is known by its type alone. */
  readonly query: Query | null;
  /** How the value that is read here is itself read on: as a list (`.map`, `.length`, `[0]`), as one row (`.id`), both, or not at all. */
  readonly readOn: 'list' | 'row' | 'both' | 'nothing';
  /** The property that is read of it right there: `name` in `result[0].name`; null when there is none, or only after `?.`. */
  readonly next: string | null;
  /** Puts a way between what is read and the reading: `result[0]` → `result.rows[0]` for `['rows']`. */
  through(path: readonly string[]): Edits;
  /** Puts another way in place of the reading: `result.rows` → `result` for `[]`. */
  instead(path: readonly string[]): Edits;
  /** Reads the list that a row is taken from: `rows[0].length` → `rows.length`; null where the row is not written as one of a list. */
  ofList(): Edits;
  /** Reads what the promise gives: `(await query).rows`; null outside of async functions. */
  awaitFirst(): Edits;
}

/**
 * A checked-out client, or a statement or cursor of one, that is put where later calls find it: nothing in the file empties the place,
 * and what becomes of the checkout is certain.
 */
export interface Store {
  readonly kind: 'store';
  /** The place where it is filled, or the text that uses the client after it was given back. */
  readonly range: Range;
  /** The same as it is written: `this.client`, `cache`. */
  readonly source: string;
  readonly handle: Handle;
  /** `closure`: a function that is returned uses it; `return`: it is returned itself. */
  readonly place: 'variable' | 'field' | 'global' | 'property' | 'collection' | 'closure' | 'return';
  readonly ending: Ending;
}

/** Who ends the checkout that a store belongs to. */
export type Ending =
  /** The function that takes the client gives it back there; `again`: also when it took none, because one was kept. */
  | { readonly by: 'taker'; readonly range: Range; readonly again: boolean }
  /** The caller, whose client it is; another call brings another one. */
  | { readonly by: 'caller' }
  /** Nobody. */
  | { readonly by: 'nobody' };

/** What happens to databases in one file. */
export interface Model {
  /** The selector of the tree's root, at which rules report: `Program`. */
  readonly root: string;
  readonly queries: readonly Query[];
  readonly resultUses: readonly ResultUse[];
  readonly creations: readonly Creation[];
  readonly stores: readonly Store[];
  /** What the user declares about the project. */
  readonly settings: Settings;
  /** Absent in a language whose reader looks for none. */
  readonly errorTests?: readonly ErrorTest[];
  readonly foreignUses?: readonly ForeignUse[];
}
