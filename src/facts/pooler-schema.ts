/** The words for poolers of PostgreSQL: what stands before a server, and what becomes of a driver's habits behind it. */
import type { Outcome } from './placeholder-schema.js';

/** A pooler, or a server that is reached without one, known by its address. */
export interface PoolerFacts {
  /** How messages call it: "Supabase's transaction pooler". */
  readonly title: string;
  /** Such an address, as pages show it; null where nothing in the address tells. */
  readonly example: string | null;
  /** The host, in lower case; absent: any. */
  readonly host?: RegExp;
  /** The port, where that tells; 5432 also stands for none that is written. Absent: any. */
  readonly port?: number;
  /** For how long a connection to the server is one client's: a transaction, the whole session; `none`: there is no pooler. */
  readonly mode: 'transaction' | 'session' | 'none' | 'unknown';
  /** Whether statements work that a driver prepares under a name. */
  readonly prepared: 'yes' | 'no' | 'unknown';
  /** Whether it refuses connections that start with a parameter which it does not know. */
  readonly startup: 'refused' | 'unknown';
  /** Where that is written, and the day it was read there. */
  readonly source: string;
  readonly read: string;
}

/** What a driver does behind a pooler that gives each transaction another connection to the server. */
export interface PooledFacts {
  readonly address: AddressFacts;
  /** Texts that it prepares under names of its own; absent where it prepares none unasked. */
  readonly prepares?: PreparingFacts;
  /** A text that is prepared under a name of the caller's. */
  readonly named?: Outcome;
  readonly startup?: StartupFacts;
}

/** How a creation is told where to connect. A text as first argument is always an address. */
export interface AddressFacts {
  /** The option that holds the address, as a text or as a record with the options below. */
  readonly within?: string;
  /** Options that hold a whole address, its host, its port. */
  readonly url: readonly string[];
  readonly host: readonly string[];
  readonly port: readonly string[];
}

export interface PreparingFacts {
  /** Every text that it sends, or those of template tags alone. */
  readonly what: 'every text' | 'tags';
  /** The option that turns it off when it is false, which the address may carry, too; and one that does so when it is true. */
  readonly option: string;
  readonly offOption?: string;
  /** Packages that take its handle, and send no tags through it. */
  readonly takenBy: readonly string[];
  readonly outcome: Outcome;
}

/** What it tells the server when a connection starts. */
export interface StartupFacts {
  /** The option whose record holds the parameters; absent: they stand beside the other options. */
  readonly within?: string;
  /** Names of options and of the parameters that they become; null: each key of the record is one. */
  readonly parameters: Readonly<Record<string, string>> | null;
  /** The value that keeps such a parameter from being sent; absent: none is sent where the option is not written. */
  readonly unlessSetTo?: string;
  /** `{name}` stands for the parameter. */
  readonly outcome: Outcome;
  /** The parameter whose value holds others, `-c search_path=app`, and what was seen of that. */
  readonly packed?: { readonly parameter: string; readonly value: RegExp; readonly outcome: Outcome };
}
