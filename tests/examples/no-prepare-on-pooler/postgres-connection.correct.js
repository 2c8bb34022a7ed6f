// Parameters of the connection
import postgres from 'postgres';

// Once, by the owner of the database: alter role shop set statement_timeout = '5s'
const sql = postgres(process.env.DATABASE_URL, { prepare: false });

console.log(await sql`select name from users where id = ${1}`);
await sql.end();
