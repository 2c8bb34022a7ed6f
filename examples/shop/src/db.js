import { Pool } from 'pg';

/** Connects as PGHOST, PGPORT, PGUSER and PGDATABASE say. */
export const pool = new Pool({ max: 5, connectionTimeoutMillis: 5000 });

pool.on('error', (error) => {
  console.error('idle connection lost:', error.message);
});
