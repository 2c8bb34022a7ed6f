/**
 * What opening a pool or connection again and again leads to. The times compare one query over a connection of its own, opening and
 * closing included, with the same query on a pool that stays open; both on one machine, so over a network the difference is larger.
 */
import type { OpeningFacts, Outcome } from './schema.js';

const times = (factor: string): Outcome => ({ message: `it takes ${factor} times as long as the same query on one that stays open`, silent: true });

/** PostgreSQL 15 has 100 connections by default; the 101st client is turned away. */
const tooManyClients: Outcome = { code: '53300', message: 'sorry, too many clients already' };
/** MariaDB 10.11 and MySQL 8 have 151 connections by default. */
const tooManyConnections: Outcome = { code: 'ER_CON_COUNT_ERROR', message: 'Too many connections' };

/** node-postgres, and what has its protocol code: 7.7 ms against 0.21 ms. */
export const pgPoolOpening: OpeningFacts = { closed: times('37'), left: tooManyClients, shareable: true };
/** A client runs one query after the other, and a transaction on it would be everybody's. */
export const pgClientOpening: OpeningFacts = { ...pgPoolOpening, shareable: false };

/** postgres.js asks for the types of the server on each new connection: 32 ms against 0.76 ms. Idle connections stay by default. */
export const postgresOpening: OpeningFacts = { closed: times('42'), left: tooManyClients, shareable: true };

/** mysql2: 4 to 7 ms against 0.1 to 0.7 ms on a busy machine. */
export const mysqlPoolOpening: OpeningFacts = { closed: times('about 20'), left: tooManyConnections, shareable: true };
export const mysqlConnectionOpening: OpeningFacts = { ...mysqlPoolOpening, shareable: false };

/** SQLite reads the file and its schema anew: 0.15 ms against 0.025 ms. A connection that nobody closes goes with the object. */
export const sqliteFileOpening: OpeningFacts = { closed: times('6'), left: times('6'), shareable: true, scratch: ['', ':memory:'] };
