import mysql from 'mysql';

const pool = mysql.createPool({ host: 'db', connectionLimit: 10 });

export function findUser(id, done) {
  pool.query('select id, name from users where id = ?', [id], (error, rows) => done(error, rows?.[0] ?? null));
}

export function rename(id, name, done) {
  pool.query('update users set ? where id = ?', [{ name }, id], (error, result) => done(error, result?.affectedRows));
}

export function withConnection(work, done) {
  pool.getConnection((error, connection) => {
    if (error) return done(error);
    return work(connection, (failed) => {
      connection.release();
      done(failed);
    });
  });
}
