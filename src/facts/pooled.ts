/**
 * What drivers do behind a transaction pooler that does not track prepared statements: PgBouncer 1.18.0 with two connections to
 * PostgreSQL 15, 300 queries at once. Where 1.24.1 with `max_prepared_statements = 200` was asked, none of it failed.
 */
import type { AddressFacts, PooledFacts, StartupFacts } from './pooler-schema.js';
import type { Outcome } from './schema.js';

const refused: Outcome = { code: '08P01', message: 'unsupported startup parameter: {name}' };
/** PgBouncer before 1.20 says "unsupported startup parameter: options", later ones "unsupported startup parameter in options: search_path". */
const packed = { parameter: 'options', value: /(?:^|\s)-(?:c|-)/, outcome: { code: '08P01', message: 'unsupported startup parameter' } } as const;
const alreadyExists: Outcome = { code: '42P05', message: 'prepared statement "{name}" already exists' };

const pgAddress: AddressFacts = { url: ['connectionString'], host: ['host'], port: ['port'] };
/** `application_name` is tracked, and `query_timeout` stays in the client. */
const pgStartup: StartupFacts = {
  parameters: { statement_timeout: 'statement_timeout', lock_timeout: 'lock_timeout', idle_in_transaction_session_timeout: 'idle_in_transaction_session_timeout', options: 'options' },
  outcome: refused,
  packed,
};

/** Texts without a name are prepared without one, for one execution, which works. */
export const pgPooled: PooledFacts = { address: pgAddress, named: alreadyExists, startup: pgStartup };

/**
 * With at most as many queries as connections it repeats what failed, and all is well. With more of them on one connection the answers
 * get out of step. `unsafe` prepares nothing, and so Drizzle and kysely-postgres-js prepare nothing either.
 */
export const postgresPooled: PooledFacts = {
  address: { url: [], host: ['host', 'hostname'], port: ['port'] },
  prepares: {
    what: 'tags',
    option: 'prepare',
    offOption: 'no_prepare',
    takenBy: ['drizzle-orm', 'kysely-postgres-js'],
    outcome: {
      message: 'a transaction with 26000 `prepared statement "…" does not exist`, and under load other queries give rows with the columns of another one, or never settle',
      inWords: true,
    },
  },
  startup: { within: 'connection', parameters: null, outcome: refused, packed },
};

/** `unsafe` prepares, too. The SQLSTATE stands in `error.errno`. */
export const bunPooled: PooledFacts = {
  address: { url: ['url'], host: ['host', 'hostname'], port: ['port'] },
  prepares: { what: 'every text', option: 'prepare', takenBy: [], outcome: { code: '42P05', message: 'prepared statement "P0" already exists' } },
  startup: { within: 'connection', parameters: null, outcome: refused, packed },
};

/** What is built upon node-postgres and names no statement of its own. */
export const knexPooled: PooledFacts = { address: { ...pgAddress, within: 'connection' }, startup: { ...pgStartup, within: 'connection' } };
export const sequelizePooled: PooledFacts = { address: { ...pgAddress, url: [] }, startup: { ...pgStartup, within: 'dialectOptions' } };
export const typeormPooled: PooledFacts = { address: { ...pgAddress, url: ['url'] }, startup: { ...pgStartup, within: 'extra' } };

/** A minute each where they are not written. */
export const slonikPooled: PooledFacts = {
  address: { url: [], host: [], port: [] },
  startup: {
    parameters: { statementTimeout: 'statement_timeout', idleInTransactionSessionTimeout: 'idle_in_transaction_session_timeout' },
    unlessSetTo: 'DISABLE_TIMEOUT',
    outcome: refused,
  },
};
