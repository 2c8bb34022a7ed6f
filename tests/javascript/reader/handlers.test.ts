import { describe, expect, it } from 'vitest';
import { frameworks } from '../../../src/facts/frameworks.js';
import { readModel } from '../../../src/javascript/reader/reader.js';
import type { Place } from '../../../src/model/words.js';
import { parseFile } from '../parse-file.js';

/** Code around `open()`, which stands for the creation of a pool, and the path of the file. */
type Snippet = string | readonly [path: string, code: string];

/** Rows for `it.each`, which spreads lists. */
const named = (snippets: readonly Snippet[] = []): [name: string, snippet: Snippet][] => snippets.map((snippet) => [typeof snippet === 'string' ? snippet : snippet.join(': '), snippet]);

interface Row {
  readonly hits: readonly [Snippet, ...Snippet[]];
  readonly misses: readonly [Snippet, ...Snippet[]];
}

function placeIn(snippet: Snippet): Place | undefined {
  const [path, code] = typeof snippet === 'string' ? ['src/server.ts', snippet] : snippet;
  const [, directive = '', rest = ''] = /^('use \w+'; )?(.*)$/.exec(code) ?? [];
  const text = `${directive}import { Pool } from 'pg';\n${rest.replace('open()', 'new Pool()')}`;
  return readModel({ ...parseFile(text), path })?.creations[0]?.place;
}

/** For each entry of the table what it finds, and what looks like it. */
const table: Readonly<Record<string, Row>> = {
  express: {
    hits: [
      "import express from 'express'; const app = express(); app.get('/', () => { open(); });",
      "const express = require('express'); const router = express.Router(); router.route('/').post(async () => { open(); });",
      "import { Router } from 'express'; const router = Router(); router.use((req, res, next) => { open(); next(); });",
      "import { Router } from 'express'; const list = async () => { open(); }; Router().get('/', authenticate, list);",
      "import { Router } from 'express'; Router().get('/', wrap(async (req) => { open(); }));",
      "import { Router } from 'express'; Router().get('/', [check, () => { open(); }]);",
      "import type { Request, Response } from 'express'; export function list(_request: Request, answer: Response) { open(); }",
      "import type { RequestHandler } from 'express'; export const list: RequestHandler = () => { open(); };",
      "import type { RequestHandler } from 'express'; type Users = { list: RequestHandler }; const users: Users = { list: () => { open(); } };",
      "import express from 'express'; class Server { constructor() { this.app = express(); } routes() { this.app.get('/', () => { open(); }); } }",
    ],
    misses: [
      "import express from 'express'; const app = express(); app.listen(80, () => { open(); });",
      "import express from 'express'; const app = express(); app.get('/', wrap(() => { open(); }));",
      "import express from 'express'; const app = express(); const make = () => open(); app.use(sessions({ pool: make() }));",
      "const app = own(); app.get('key', () => { open(); });",
      "import type { Request } from './own.js'; export function list(request: Request) { open(); }",
    ],
  },
  fastify: {
    hits: [
      "import Fastify from 'fastify'; const app = Fastify(); app.get('/', async () => { open(); });",
      "import Fastify from 'fastify'; Fastify().route({ method: 'GET', url: '/', handler: async () => { open(); } });",
      "import type { FastifyInstance } from 'fastify'; export async function routes(app: FastifyInstance) { app.post('/', async () => { open(); }); }",
      "export const list = async (request, reply) => { open(); return reply.send([]); };",
    ],
    misses: [
      "import Fastify from 'fastify'; const app = Fastify(); app.register(async () => { open(); });",
      "import Fastify from 'fastify'; const app = Fastify(); app.addHook('onClose', async () => { open(); });",
      "import type { FastifyInstance } from 'fastify'; export async function plugin(app: FastifyInstance) { app.decorate('db', open()); }",
    ],
  },
  koa: {
    hits: ["import Koa from 'koa'; new Koa().use(async (ctx) => { open(); });", "import Router from '@koa/router'; const router = new Router(); router.get('users', '/', async () => { open(); });"],
    misses: ["import Koa from 'koa'; const app = new Koa(); app.on('error', () => { open(); });"],
  },
  hono: {
    hits: ["import { Hono } from 'hono'; const app = new Hono().basePath('/api'); app.get('/', (c) => { open(); });", "import type { Context } from 'hono'; export const list = async (c: Context) => { open(); };"],
    misses: ["import { Hono } from 'hono'; const app = new Hono(); app.onError(() => { open(); });"],
  },
  elysia: { hits: ["import { Elysia } from 'elysia'; new Elysia().get('/', () => { open(); });"], misses: ["import { Elysia } from 'elysia'; new Elysia().onStart(() => { open(); });"] },
  hapi: {
    hits: ["import Hapi from '@hapi/hapi'; const server = Hapi.server(); server.route({ method: 'GET', path: '/', handler: () => { open(); } });"],
    misses: ["import Hapi from '@hapi/hapi'; const server = Hapi.server(); server.ext('onPostStart', () => { open(); });"],
  },
  nestjs: {
    hits: ["import { Controller, Get } from '@nestjs/common'; @Controller() class Users { @Get('all') async list() { open(); } }", "import { Query } from '@nestjs/graphql'; class Users { @Query(() => [User]) async users() { open(); } }"],
    misses: [
      "import { Injectable } from '@nestjs/common'; @Injectable() class Database { async onModuleInit() { open(); } }",
      "import { Module } from '@nestjs/common'; @Module({ providers: [{ provide: 'POOL', useFactory: () => open() }] }) class DatabaseModule {}",
      "import { Get } from './own.js'; class Users { @Get() async list() { open(); } }",
    ],
  },
  next: {
    hits: [
      ['app/api/users/route.ts', 'export async function GET() { open(); }'],
      ['src/app/(shop)/users/route.ts', 'const list = async () => { open(); }; export { list as POST };'],
      ['pages/api/users.js', 'export default async function users() { open(); }'],
      ['pages/users.jsx', 'export const getServerSideProps = async () => { open(); };'],
      "import type { NextApiRequest } from 'next'; export default async (request: NextApiRequest) => { open(); };",
    ],
    misses: [
      ['app/api/users/route.ts', 'export async function list() { open(); }'],
      ['app/api/users/queries.ts', 'export async function GET() { open(); }'],
      ['pages/users.jsx', 'export const getStaticProps = async () => { open(); };'],
      ['lib/pages-api.js', 'export default async function users() { open(); }'],
    ],
  },
  'server-action': {
    hits: ["'use server'; export async function save() { open(); }", "export function Form() { async function save() { 'use server'; open(); } return save; }"],
    misses: ["'use client'; export async function save() { open(); }", "'use server'; async function save() { open(); }"],
  },
  'react-router': {
    hits: [['app/routes/users.tsx', 'export async function loader() { open(); }'], "import type { LoaderFunctionArgs } from 'react-router'; export const load = async (args: LoaderFunctionArgs) => { open(); };"],
    misses: [['app/lib/users.ts', 'export async function loader() { open(); }'], ['app/routes/users.tsx', 'export async function users() { open(); }']],
  },
  sveltekit: {
    hits: [
      ['src/routes/users/+server.ts', 'export const GET = async () => { open(); };'],
      ['src/routes/+page.server.ts', 'export const actions = { save: async () => { open(); } };'],
      ['src/routes/+page.server.js', 'export async function load() { open(); }'],
    ],
    misses: [['src/routes/+page.ts', 'export async function load() { open(); }'], ['src/lib/server.ts', 'export const GET = async () => { open(); };']],
  },
  nitro: {
    hits: [['server/api/users.ts', 'export default defineEventHandler(async () => { open(); });'], "import { eventHandler } from 'h3'; export default eventHandler(() => { open(); });"],
    misses: ["import { defineEventHandler } from './own.js'; export default defineEventHandler(() => { open(); });", 'export default defineNitroPlugin(() => { open(); });'],
  },
  astro: { hits: [['src/pages/users.ts', 'export const GET = async () => { open(); };'], "import type { APIRoute } from 'astro'; export const POST: APIRoute = async () => { open(); };"], misses: [['src/content/users.ts', 'export const GET = async () => { open(); };']] },
  trpc: {
    hits: ["import { publicProcedure } from './trpc.js'; export const users = publicProcedure.input(schema).query(async () => { open(); });", "import { initTRPC } from '@trpc/server'; const t = initTRPC.create(); t.procedure.mutation(() => { open(); });"],
    misses: ["import { users } from './users.js'; users.query(async () => { open(); });", "import { publicProcedure } from './trpc.js'; publicProcedure.meta(() => { open(); });"],
  },
  'trpc-context': {
    hits: ["import { createExpressMiddleware } from '@trpc/server/adapters/express'; app.use(createExpressMiddleware({ router, createContext: () => ({ db: open() }) }));"],
    misses: ["import { createExpressMiddleware } from '@trpc/server/adapters/express'; createExpressMiddleware({ router, onError: () => { open(); } });"],
  },
  'graphql-context': {
    hits: ["import { ApolloServer } from 'apollo-server'; const dataSources = () => ({ db: open() }); new ApolloServer({ dataSources });", "import { expressMiddleware } from '@apollo/server/express4'; expressMiddleware(server, { context: async () => ({ db: open() }) });"],
    misses: ["import { ApolloServer } from 'apollo-server'; new ApolloServer({ plugins: [{ serverWillStart: () => { open(); } }] });"],
  },
  graphql: {
    hits: ["const resolvers = { Query: { users: async () => { open(); } } };", 'createSchema({ typeDefs, resolvers: { Mutation: { save: () => { open(); } } } });', 'export const userResolvers = { Query: { users } }; async function users() { open(); }'],
    misses: ['const queries = { Query: { users: async () => { open(); } } };', 'const resolvers = { Date: { parse: () => { open(); } } };'],
  },
  'tanstack-start': {
    hits: ["import { createServerFn } from '@tanstack/react-start'; export const list = createServerFn({ method: 'GET' }).middleware([log]).handler(async () => { open(); });"],
    misses: ["import { createServerFn } from './own.js'; export const list = createServerFn().handler(async () => { open(); });"],
  },
  'aws-lambda': {
    hits: ['export const handler = async (event) => { open(); };', 'exports.handler = async function (event, context) { open(); };', "import type { APIGatewayProxyHandler } from 'aws-lambda'; export const list: APIGatewayProxyHandler = async () => { open(); };", "import middy from '@middy/core'; export const list = middy(async (event) => { open(); });"],
    misses: ['exports.handler = async (argv) => { open(); };', 'const handler = async (event) => { open(); };', 'export const onEvent = async (event) => { open(); };'],
  },
  'azure-functions': {
    hits: ["import { app } from '@azure/functions'; app.http('list', { methods: ['GET'], handler: async () => { open(); } });", "import type { HttpRequest } from '@azure/functions'; export async function list(request: HttpRequest) { open(); }"],
    misses: ["import { app } from '@azure/functions'; app.hook.appStart(() => { open(); });"],
  },
  'google-functions': {
    hits: ["import functions from '@google-cloud/functions-framework'; functions.http('list', () => { open(); });", "const functions = require('firebase-functions'); exports.list = functions.https.onRequest(() => { open(); });", "import { onCall } from 'firebase-functions/v2/https'; export const list = onCall(async () => { open(); });"],
    misses: ["import { onInit } from 'firebase-functions'; onInit(() => { open(); });"],
  },
  'node-http': {
    hits: ["import http from 'node:http'; http.createServer(() => { open(); });", "const { createServer } = require('http'); const server = createServer(); server.on('request', () => { open(); });"],
    misses: ["import http from 'node:http'; http.createServer(app).listen(80, () => { open(); });", "import http from 'node:http'; const server = http.createServer(app); server.on('listening', () => { open(); });"],
  },
  bun: { hits: ['Bun.serve({ fetch() { open(); } });', "Bun.serve({ routes: { '/users': async () => { open(); } } });"], misses: ['Bun.serve({ error() { open(); } });', 'own.serve({ fetch() { open(); } });'] },
  deno: { hits: ['Deno.serve(() => { open(); });', 'Deno.serve({ port: 80, handler: () => { open(); } });'], misses: ['Deno.test(() => { open(); });'] },
  'socket-io': {
    hits: ["import { Server } from 'socket.io'; const io = new Server(); io.on('connection', (socket) => { socket.on('save', async () => { open(); }); });"],
    misses: ["import { io } from 'socket.io-client'; const socket = io(); socket.on('save', async () => { open(); });"],
  },
  ws: { hits: ["import { WebSocketServer } from 'ws'; const server = new WebSocketServer(); server.on('connection', () => { open(); });"], misses: ["import { WebSocketServer } from 'ws'; new WebSocketServer().on('listening', () => { open(); });"] },
  bot: {
    hits: ["import { Client } from 'discord.js'; const client = new Client(); client.on('messageCreate', async () => { open(); });", "import { Telegraf } from 'telegraf'; const bot = new Telegraf(token); bot.command('list', async () => { open(); });"],
    misses: ["import { Client } from 'discord.js'; const client = new Client(); client.on('ready', async () => { open(); });", "import { EventEmitter } from 'node:events'; new EventEmitter().on('message', () => { open(); });"],
  },
  queue: {
    hits: ["import { Worker } from 'bullmq'; new Worker('mail', async () => { open(); });", "import amqp from 'amqplib'; const connection = await amqp.connect(url); const channel = await connection.createChannel(); channel.consume('mail', () => { open(); });"],
    misses: ["import { Worker } from 'node:worker_threads'; new Worker('mail', async () => { open(); });", "import { Worker } from 'bullmq'; const worker = new Worker('mail', file); worker.on('ready', () => { open(); });"],
  },
  cron: {
    hits: ["import cron from 'node-cron'; cron.schedule('* * * * *', async () => { open(); });", 'setInterval(() => { open(); }, 1000);', "import { CronJob } from 'cron'; new CronJob('* * * * *', () => { open(); });"],
    misses: ['setTimeout(() => { open(); }, 1000);', "import { schedule } from './own.js'; schedule('* * * * *', async () => { open(); });"],
  },
  'request-response': {
    hits: ['exports.list = async (req, res) => { open(); res.status(200).json([]); };', "module.exports = (app) => { app.get('/users', async (request) => { open(); }); };", 'class Users { async list(req, res, next) { open(); res.send([]); } }'],
    misses: ['exports.list = async (req, res) => { open(); res.push(1); };', "cache.get('/users', () => { open(); });", "lookup.get('users', (key) => { open(); });", 'exports.list = async (response, request) => { open(); response.json([]); };'],
  },
};

describe('a handler', () => {
  it('has a row in this table for each entry of the facts', () => {
    expect(Object.keys(table)).toEqual(frameworks.map(({ id }) => id));
  });

  describe.each(frameworks)('$id', ({ id, title, runs }) => {
    it.each(named(table[id]?.hits))('is found: %s', (_, snippet) => {
      expect(placeIn(snippet)).toEqual({ kind: 'handler', handler: { title, runs } });
    });

    it.each(named(table[id]?.misses))('is not what only looks like it: %s', (_, snippet) => {
      expect(placeIn(snippet)?.kind).toMatch(/^(?:function|top)$/);
    });
  });

  it('is also the function around one that is called at once, or passed on in place', () => {
    const express = (body: string): string => `import { Router } from 'express'; Router().get('/', async () => { ${body} });`;
    expect(placeIn(express('await span(async () => { open(); });'))).toMatchObject({ kind: 'handler' });
    expect(placeIn(express('ids.map((id) => { open(); });'))).toMatchObject({ kind: 'handler' });
    expect(placeIn(express('const later = () => { open(); };'))).toMatchObject({ kind: 'function' });
  });
});
