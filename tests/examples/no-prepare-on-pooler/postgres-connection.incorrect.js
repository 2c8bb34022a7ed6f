// Parameters of the connection
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL, { prepare: false, connection: { statement_timeout: 5000 } });

console.log(await sql`select name from users where id = ${1}`);
await sql.end();
