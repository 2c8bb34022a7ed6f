/** The words in which the errors of servers and drivers are described. */
import type { Dialect } from './schema.js';

/** A vocabulary of codes by which errors are told apart. */
export type CodeSystem =
  | 'sqlstate' // '23505', as PostgreSQL uses it
  | 'mysql-name' // 'ER_DUP_ENTRY'
  | 'mysql-number' // 1062
  | 'mysql-sqlstate' // '23000', which MySQL gives to many errors
  | 'sqlite-name' // 'SQLITE_CONSTRAINT_UNIQUE', an extended code
  | 'sqlite-number' // 2067, the same as a number
  | 'sqlite-primary-name' // 'SQLITE_CONSTRAINT', a primary code, which stands for many extended ones
  | 'sqlite-primary-number'; // 19

export type ErrorCode = string | number;

/** One thing that a server finds wrong. */
export interface ServerError {
  /** The name that PostgreSQL gives to it: `unique_violation`. */
  readonly name: string;
  readonly codes: Readonly<Partial<Record<CodeSystem, readonly ErrorCode[]>>>;
  /** What servers say; `{}` stands for a name or a value. */
  readonly texts: Readonly<Partial<Record<Dialect, readonly string[]>>>;
  /** That only statements which make something are answered with it: it is there already. */
  readonly isOfMaking?: true;
}

/** Where a code stands on an error of a driver: `['cause', 'code']`. */
export interface CodePlace {
  readonly path: readonly string[];
  readonly system: CodeSystem;
  /** The codes that stand there, where a driver puts some elsewhere; and those that do not. */
  readonly only?: readonly ErrorCode[];
  readonly except?: readonly ErrorCode[];
}

/** A text that a driver puts where the server's text could be expected. */
export interface OwnText {
  /** As messages show it: `Failed query: …`. */
  readonly text: string;
  /** The codes of the errors that have it, where others show what the server says. */
  readonly only?: readonly ErrorCode[];
}

export interface TextPlace {
  readonly path: readonly string[];
  /** What stands there instead of the server's words. */
  readonly own?: readonly OwnText[];
  /** That the text holds the code, too: "ER_DUP_ENTRY: Duplicate entry …". */
  readonly holdsCode?: true;
}

/** What an error looks like that a query of a driver throws, after the server answered with one. */
export interface ErrorFacts {
  /** Where the server's code stands: the place to read first. */
  readonly codes: readonly CodePlace[];
  /** What stands where other drivers keep the code, by path with dots; nothing stands at other paths. */
  readonly occupied?: Readonly<Record<string, string>>;
  /** Where the name of the violated constraint stands: the place to read first. Absent where it stands nowhere, or was not looked for. */
  readonly constraint?: readonly (readonly string[])[];
  readonly texts: readonly TextPlace[];
  /** The classes of such errors, by module specifier: an error of another class is none of them. */
  readonly classes?: Readonly<Record<string, readonly string[]>>;
  /** The version since which it is so, of the package whose name comes first. */
  readonly since?: readonly [packageName: string, version: string];
  /** That it is so for texts of one's own, while what the driver makes of models gives other errors. */
  readonly ofTextsOnly?: true;
}
