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

const inWords = (message: string): Outcome => ({ message, inWords: true });

/** What opens a pool on PostgreSQL 15, and the same on MariaDB 10.11: opened, asked and closed, against one that stays open. */
const onPostgres = (factor: string): OpeningFacts => ({ closed: times(factor), left: tooManyClients, shareable: true });
const onMysql = (factor: string): OpeningFacts => ({ closed: times(factor), left: tooManyConnections, shareable: true });

/** On a file of SQLite. What nobody closes goes with the object; a database in memory is nobody else's. */
const inMemory = [':memory:', 'sqlite::memory:'] as const;
const onSqlite = (factor: string): OpeningFacts => ({ closed: times(factor), left: times(factor), shareable: true, scratch: inMemory });

/** Where the server is not known: the least that was seen on one of them, and what two of the three do. */
const onAnyServer = (factor: string, unasked: string): OpeningFacts => ({
  closed: times(`${factor} or more`),
  left: inWords('PostgreSQL and MySQL turn further connections away at their limit, 100 and 151 by default'),
  shareable: true,
  scratch: inMemory,
  source: { unasked },
});

export const pgPromiseOpening = onPostgres('about 30');
/** Slonik tries a connection out and opens another one: 16 ms against 0.18 ms. */
export const slonikOpening = onPostgres('about 85');

/** mysql: 0.5 ms against 0.05 to 0.08 ms on one machine. The driver puts the code before the server's message. */
const tooManyInMysql: Outcome = { ...tooManyConnections, message: 'ER_CON_COUNT_ERROR: Too many connections' };
export const mysqljsPoolOpening: OpeningFacts = { closed: times('about 6'), left: tooManyInMysql, shareable: true };
export const mysqljsConnectionOpening: OpeningFacts = { closed: times('about 10'), left: tooManyInMysql, shareable: false };

/** The pool of a database of SQLite keeps its file open for good, until the process may open no more. */
const noFile: Outcome = { code: 'SQLITE_CANTOPEN', message: 'unable to open database file' };
/** Only with a connection: `knex({ client: 'pg' })` writes texts. */
const knexOn = (opening: OpeningFacts): OpeningFacts => ({ ...opening, source: { ...opening.source, option: 'connection' }, what: 'a Knex pool' });
export const knexOpenings = {
  any: knexOn(onAnyServer('7', 'client')),
  postgres: knexOn(onPostgres('about 50')),
  mysql: knexOn(onMysql('about 10')),
  betterSqlite: knexOn({ ...onSqlite('about 10'), left: noFile }),
  sqlite: knexOn({ ...onSqlite('about 7'), left: { ...noFile, message: 'SQLITE_CANTOPEN: unable to open database file' } }),
} as const;

const sequelizeOn = (opening: OpeningFacts): OpeningFacts => ({ ...opening, what: 'a Sequelize pool' });
/** On PostgreSQL it reads the types of the server over a connection of its own. Without `storage` a database of SQLite lives in memory. */
export const sequelizeOpenings = {
  any: sequelizeOn(onAnyServer('5', 'dialect')),
  postgres: sequelizeOn(onPostgres('more than 100')),
  mysql: sequelizeOn(onMysql('about 14')),
  sqlite: sequelizeOn({ ...onSqlite('about 5'), source: { option: 'storage' } }),
} as const;

/** "Cannot initialize DataSource because it is already connected to the database.": it is created and initialized in one place. */
const initialized = (opening: OpeningFacts): OpeningFacts => ({ ...opening, shareable: false, remedy: 'Initialize it once, where the app starts.' });
export const typeormOpenings = {
  any: initialized(onAnyServer('14', 'type')),
  postgres: initialized(onPostgres('about 45')),
  mysql: initialized(onMysql('about 14')),
  sqlite: initialized(onSqlite('about 20')),
} as const;

/** Measured with one entity. */
export const mikroOrmOpenings = { postgresql: onPostgres('about 45'), mysql: onMysql('about 25'), sqlite: onSqlite('about 45') } as const;

/** `drizzle(pool)` uses what it is handed; with an address it opens a pool of the driver beneath. */
const drizzleSource = { option: 'connection', seen: true } as const;
const drizzleOn = (opening: OpeningFacts): OpeningFacts => ({ ...opening, source: drizzleSource, what: 'a Drizzle database' });
export const drizzleOpenings = {
  nodePostgres: drizzleOn(onPostgres('about 30')),
  postgresJs: drizzleOn(onPostgres('about 100')),
  mysql2: drizzleOn(onMysql('about 8')),
  betterSqlite3: drizzleOn(onSqlite('about 5')),
} as const;

/** With the adapter of pg: 5.5 ms against 0.22 ms. Without one a client of version 7 does not start; what another one opens was not seen. */
export const prismaPgOpening: OpeningFacts = { ...onPostgres('about 25'), source: { adapter: 'adapter' } };

/** 0.2 to 0.3 s for a folder that is there, 1 to 2 s for a new one; 170 MB for each. In memory it is nobody else's. */
export const pgliteOpening: OpeningFacts = {
  closed: times('more than 2,000'),
  left: inWords('each one holds about 170 MB of memory, until there is none'),
  shareable: true,
  scratch: ['', 'memory://'],
  source: { option: 'dataDir', seen: true },
};

/** sqlite3: 0.10 ms against 0.024 ms. A second `begin` fails: "cannot start a transaction within a transaction". */
export const sqlite3Opening: OpeningFacts = {
  ...onSqlite('4'),
  shareable: false,
  scratch: ['', ...inMemory],
  remedy: 'Open it once, and let one transaction at a time run on it.',
};
/** node:sqlite: 0.029 ms against 0.0045 ms. */
export const nodeSqliteOpening: OpeningFacts = { ...onSqlite('6'), scratch: ['', ...inMemory] };

/** From the documentation of drivers that were not asked. */
export const documentedPoolOpening: OpeningFacts = {
  closed: { message: 'each query waits until a connection is open and logged in', silent: true },
  left: inWords('each pool holds connections of its own, until the server takes no more'),
  shareable: true,
  scratch: [...inMemory, 'sqlite://:memory:'],
};
