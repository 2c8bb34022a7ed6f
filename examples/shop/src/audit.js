/** Who changed what, for the auditors. */
import { Pool } from 'pg';

const archive = new Pool({ database: 'audit', max: 2 });
let writer;

export async function record(who, what) {
  writer ??= await archive.connect();
  await writer.query('insert into audit (who, what) values ($1, $2)', [who, what]);
}
