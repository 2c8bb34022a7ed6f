// Run by the guard at the end of a test run on the server of DATABASE_URL: drops the databases of that run, which are
// named after its process id (the argument).
import pg from 'pg';

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
const own = `eslint\\_plugin\\_db\\_${process.argv[2]}\\_%`;
const { rows } = await client.query('select datname from pg_database where datname like $1', [own]);
for (const { datname } of rows) await client.query(`drop database ${client.escapeIdentifier(datname)} with (force)`);
await client.end();
