/**
 * Poolers by their addresses; the first entry that fits counts. An address that is not here says nothing, and neither does port 6432: it
 * is the usual port of PgBouncer, whose mode is set by whoever runs it.
 */
import type { PoolerFacts } from './pooler-schema.js';

const supabase = { source: 'https://supabase.com/docs/guides/database/connecting-to-postgres', read: '2026-11-24' } as const;
const neon = { source: 'https://neon.com/docs/connect/connection-pooling', read: '2026-11-24' } as const;

/** In an address that is put together, or in a template, the name of the project or of the region may be anything. */
const supabasePooler = /\.pooler\.supabase\.com$/;
const supabaseServer = /^db\..+\.supabase\.co$/;

export const poolers: readonly PoolerFacts[] = [
  // "Transaction mode does not support prepared statements". What becomes of startup parameters is not written.
  { title: "Supabase's transaction pooler", example: 'aws-0-region.pooler.supabase.com:6543', host: supabasePooler, port: 6543, mode: 'transaction', prepared: 'no', startup: 'unknown', ...supabase },
  { title: "Supabase's session pooler", example: 'aws-0-region.pooler.supabase.com:5432', host: supabasePooler, port: 5432, mode: 'session', prepared: 'yes', startup: 'unknown', ...supabase },
  // A PgBouncer beside the server: "the current version does not support prepared statement (will be added in a few weeks)", in 2025.
  { title: "Supabase's dedicated pooler", example: 'db.project.supabase.co:6543', host: supabaseServer, port: 6543, mode: 'transaction', prepared: 'unknown', startup: 'unknown', ...supabase },
  { title: "Supabase's server", example: 'db.project.supabase.co:5432', host: supabaseServer, port: 5432, mode: 'none', prepared: 'yes', startup: 'unknown', ...supabase },
  // PgBouncer 1.22 and newer, with protocol-level prepared statements. "Unsupported startup parameter" stands among its connection errors.
  { title: "Neon's pooler", example: 'ep-endpoint-pooler.region.aws.neon.tech', host: /-pooler\..*\bneon\.tech$/, mode: 'transaction', prepared: 'yes', startup: 'refused', ...neon },
  { title: "Neon's server", example: 'ep-endpoint.region.aws.neon.tech', host: /\bneon\.tech$/, mode: 'none', prepared: 'yes', startup: 'unknown', ...neon },
  // A client that prepares statements keeps its connection to the server.
  {
    title: 'RDS Proxy',
    example: 'name.proxy-account.region.rds.amazonaws.com',
    host: /\.proxy-[^.]+\.[^.]+\.rds\.amazonaws\.com$/,
    mode: 'transaction',
    prepared: 'yes',
    startup: 'unknown',
    source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-pinning.html',
    read: '2026-11-24',
  },
  // PgBouncer in transaction mode; of prepared statements nothing is written.
  {
    title: "Prisma Postgres's pooler",
    example: 'pooled.db.prisma.io',
    host: /^pooled\.db\.prisma\.io$/,
    mode: 'transaction',
    prepared: 'unknown',
    startup: 'unknown',
    source: 'https://www.prisma.io/docs/postgres/database/connection-pooling',
    read: '2026-11-24',
  },
];

/**
 * A transaction pooler that the user declares and whose address tells nothing. Seen with PgBouncer 1.18.0, and with 1.24.1 where
 * `max_prepared_statements` is 0. A pooler that tracks prepared statements has to be declared as one for sessions.
 */
export const declaredPooler: PoolerFacts = {
  title: 'the transaction pooler',
  example: null,
  mode: 'transaction',
  prepared: 'no',
  startup: 'refused',
  source: 'https://www.pgbouncer.org/features.html',
  read: '2026-11-24',
};

/** Parameters that PgBouncer keeps for each client, so that a connection may start with them, in lower case. Seen with 1.18.0. */
export const trackedParameters: readonly string[] = ['client_encoding', 'datestyle', 'timezone', 'standard_conforming_strings', 'application_name', 'user', 'database'];

/**
 * Names of variables, constants and options for an address without the pooler, of another database, or of Cloudflare's Hyperdrive, which
 * is a pooler of its own and tracks prepared statements (https://developers.cloudflare.com/hyperdrive, read 2026-11-24).
 */
export const otherAddresses = /direct|unpooled|non_?pool|session|migrat|shadow|test|hyperdrive/i;

/** Names of variables, constants and options for an address. */
export const addressNames = /ur[li]$|dsn$|connection_?string$|conn_?str(?:ing)?$/i;

/** Hosts of the same machine: with the port of PostgreSQL itself a server for development. */
export const ownMachine: readonly string[] = ['localhost', '127.0.0.1', '::1', '0.0.0.0'];

/** Templates of environment files that are committed. `.env` itself is never read unasked. */
export const environmentTemplates: readonly string[] = ['.env.example', '.env.sample', '.env.template', '.env.dist', '.env-example', '.env.local.example', '.env.development.example', '.env.production.example'];
