import sql from 'mssql';

const pool = await new sql.ConnectionPool({ server: 'db', options: { encrypt: true } }).connect();

export async function findUser(id) {
  const result = await pool.request().input('id', sql.Int, id).query('select id, name from users where id = @id');
  return result.recordset[0] ?? null;
}

export async function search(name) {
  const result = await pool.query`select id from users where name = ${name}`;
  return result.recordset.length;
}
