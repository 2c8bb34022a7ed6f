import mysql from 'mysql2/promise';

const pool = mysql.createPool({ host: 'db', connectionLimit: 10 });
const named = mysql.createPool({ host: 'db', namedPlaceholders: true });

export async function findUser(id) {
  const [rows] = await pool.execute('select id, name from users where id = ?', [id]);
  return rows[0] ?? null;
}

export async function search(column, ids) {
  const [rows] = await pool.query('select ?? from users where id in (?)', [column, ids]);
  return rows.length;
}

export async function rename(id, name) {
  const [result] = await named.execute('update users set name = :name where id = :id', { id, name });
  return result.affectedRows;
}

export async function transfer(from, to, amount) {
  const connection = await pool.getConnection();
  try {
    await connection.beginTransaction();
    await connection.execute('update accounts set balance = balance - ? where id = ?', [amount, from]);
    await connection.execute('update accounts set balance = balance + ? where id = ?', [amount, to]);
    await connection.commit();
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}
