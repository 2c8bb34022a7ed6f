import express from 'express';
import { orderStore } from './orders.js';
import { productStore } from './products.js';
import { reports } from './reports.js';

export function createApp(pool) {
  const app = express();
  const products = productStore();
  const orders = orderStore(pool);
  const report = reports(pool);
  app.use(express.json());

  app.get('/products/:id', async (request, response) => {
    const product = await products.byId(Number(request.params.id));
    response.status(product ? 200 : 404).json(product ?? { error: 'no such product' });
  });
  app.get('/products', async (request, response) => {
    response.json(await products.search(String(request.query.q ?? ''), Number(request.query.limit ?? 10)));
  });
  app.get('/tags/:tag', async (request, response) => {
    response.json(await products.withTag(request.params.tag));
  });
  app.get('/customers/:customer/orders', async (request, response) => {
    response.json(await orders.ofCustomer(request.params.customer));
  });
  app.post('/orders', async (request, response) => {
    response.status(201).json(await orders.place(request.body));
  });
  app.get('/orders/by-note', async (request, response) => {
    response.json(await orders.withNote(String(request.query.note)));
  });
  app.get('/reports/expensive', async (request, response) => {
    response.json(await report.expensive(Number(request.query.above)));
  });
  app.get('/reports/sold', async (request, response) => {
    response.json(await report.sold(String(request.query.product)));
  });

  // Express knows an error handler by its four parameters.
  app.use((error, request, response, next) => {
    if (response.headersSent) next(error);
    else response.status(500).json({ error: error.message, code: error.code });
  });
  return app;
}
