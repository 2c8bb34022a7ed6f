/** Sessions of signed-in customers. */
import { Pool } from 'pg';

const sessions = new Pool({ database: 'sessions', max: 5 });
let reader;

export async function findSession(token) {
  reader ??= await sessions.connect();
  try {
    const { rows } = await reader.query({ name: 'session', text: 'select customer from sessions where token = $1', values: [token] });
    return rows[0];
  } finally {
    reader.release();
  }
}

export async function endSession(token) {
  await sessions.query({ name: 'session', text: 'delete from sessions where token = $1', values: [token] });
}

export async function listSessions(newestFirst) {
  const { rows } = await sessions.query({ name: 'list-sessions', text: `select token, customer from sessions order by started ${newestFirst ? 'desc' : 'asc'}` });
  return rows;
}

export async function sessionFinder() {
  const client = await sessions.connect();
  try {
    return (token) => client.query('select customer from sessions where token = $1', [token]);
  } finally {
    client.release();
  }
}
