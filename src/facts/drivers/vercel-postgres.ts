import { clientReleasedOnce } from '../checkouts.js';
import { boundByBundle, boundFromTag, checkedOutMembers, connectionMembers, poolMembers, resultHandle, row, rows } from '../pg-api.js';
import type { Driver, MemberFacts, QueryFacts } from '../schema.js';

const specifier = '@vercel/postgres';

/** sql`…` sends at once, also inside another one's `${}`, where the promise is bound as a value. */
const tag: QueryFacts = {
  does: 'query',
  sql: { at: 'template' },
  values: { at: 'template' },
  placeholders: 'tag',
  gives: { handle: 'result', promise: true },
  sent: 'now',
};
const toTag = (handle: string): MemberFacts => ({ does: 'read', gives: { handle } });
const sqlMembers: Readonly<Record<string, MemberFacts>> = { ...poolMembers, sql: toTag('sql'), Client: { does: 'read' } };

export default {
  id: 'vercel-postgres',
  title: 'Vercel Postgres',
  language: 'javascript',
  dialect: 'postgres',
  packages: [specifier],
  measured: { [specifier]: '0.10.0' },
  fromDocumentation: 'The requests of the driver were answered by PostgreSQL 15 behind an endpoint of our own; the service of Vercel itself was not asked.',
  modules: {
    [specifier]: {
      commonjs: 'named',
      named: {
        // Two names of one object: a pool that is created from POSTGRES_URL when it is first used.
        sql: { is: 'handle', handle: 'sql' },
        db: { is: 'handle', handle: 'sql' },
        createPool: { is: 'function', creates: { handle: 'pool' } },
        createClient: { is: 'function', creates: { handle: 'connection' } },
        VercelPool: { is: 'class', creates: { handle: 'pool' } },
        VercelClient: { is: 'class', creates: { handle: 'connection' } },
      },
    },
  },
  handles: {
    sql: { role: 'pool', title: 'Vercel sql', types: {}, tag, members: sqlMembers },
    pool: { role: 'pool', title: 'Vercel Pool', types: { [specifier]: ['VercelPool'] }, members: sqlMembers },
    connection: {
      role: 'connection',
      title: 'Vercel Client',
      types: { [specifier]: ['VercelClient'] },
      members: { ...connectionMembers, sql: toTag('connectionTag'), neonConfig: { does: 'read' } },
    },
    client: {
      role: 'client',
      title: 'Vercel PoolClient',
      types: { [specifier]: ['VercelPoolClient', 'VercelClientBase'] },
      members: { ...checkedOutMembers, sql: toTag('clientTag'), neonConfig: { does: 'read' } },
      checkout: clientReleasedOnce,
    },
    // The methods `sql` of a connection and of a client.
    connectionTag: { role: 'connection', title: 'Vercel Client', types: {}, tag, members: {} },
    clientTag: { role: 'client', title: 'Vercel PoolClient', types: {}, tag, members: {} },
    result: { ...resultHandle, title: 'Vercel result', types: { [specifier]: ['QueryResult', 'QueryArrayResult'] } },
    rows,
    row,
  },
  placeholders: { server: boundByBundle, tag: boundFromTag },
} satisfies Driver as Driver;
