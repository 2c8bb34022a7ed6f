import oracledb from 'oracledb';

const pool = await oracledb.createPool({ connectString: 'db/users', poolMax: 10 });

export async function findUser(id) {
  const connection = await pool.getConnection();
  try {
    const { rows } = await connection.execute('select id, name from users where id = :id', { id }, { outFormat: oracledb.OUT_FORMAT_OBJECT });
    return rows[0] ?? null;
  } finally {
    await connection.close();
  }
}

export async function rename(id, name) {
  const connection = await pool.getConnection();
  try {
    const { rowsAffected } = await connection.execute('update users set name = :1 where id = :2', [name, id], { autoCommit: true });
    return rowsAffected;
  } finally {
    await connection.close();
  }
}
