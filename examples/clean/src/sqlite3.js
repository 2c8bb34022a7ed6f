import sqlite3 from 'sqlite3';

const db = new sqlite3.Database('users.db');

export function findUser(id, done) {
  db.get('select id, name from users where id = ?', [id], (error, row) => done(error, row ?? null));
}

export function adults(age, done) {
  db.all('select name from users where age >= $age', { $age: age }, (error, rows) => done(error, rows?.map(({ name }) => name)));
}

export function add(name, done) {
  db.run('insert into users (name) values (?)', [name], function (error) {
    done(error, this.lastID);
  });
}
