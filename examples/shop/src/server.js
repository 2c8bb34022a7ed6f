import { createApp } from './app.js';
import { pool } from './db.js';

const port = Number(process.env.PORT ?? 3000);
const server = createApp(pool).listen(port, '127.0.0.1', () => {
  console.log(`shop is listening on http://127.0.0.1:${server.address().port}`);
});

process.once('SIGTERM', () => {
  server.close();
  void pool.end();
});
