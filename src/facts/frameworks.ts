/**
 * What is called once per request, per message or by the clock. From the documentation of each framework; that a pool which is opened
 * there is opened again each time follows from it.
 */
import type { FrameworkFacts, HandlerFacts, InlineFacts, OneTimeFacts, RequestFacts } from './frameworks-schema.js';

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'del', 'head', 'options', 'all'] as const;
const upperVerbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const;
/** Events that come once in the life of a server or a bot, or bring no work. */
const onceEvents = ['ready', 'clientReady', 'listening', 'open', 'close', 'error', 'qr', 'authenticated', 'shardReady', 'invalidated'] as const;
const routes: HandlerFacts = { by: 'method', methods: [...verbs, 'use', 'route', 'on'] };

/** Entries are tried in this order: what an import proves comes before what names suggest. */
export const frameworks: readonly FrameworkFacts[] = [
  {
    id: 'express',
    title: 'an Express handler',
    modules: ['express', 'express-promise-router', '@types/express', 'express-serve-static-core'],
    runs: 'request',
    handlers: [{ by: 'method', methods: [...verbs, 'use', 'param'] }, { by: 'type', types: ['RequestHandler', 'Response', 'ErrorRequestHandler'] }],
  },
  {
    id: 'fastify',
    title: 'a Fastify handler',
    modules: ['fastify'],
    runs: 'request',
    handlers: [
      { by: 'method', methods: verbs },
      { by: 'method', methods: ['route'], keys: ['handler', 'preHandler', 'onRequest'] },
      { by: 'type', types: ['FastifyRequest', 'FastifyReply', 'RouteHandler', 'RouteHandlerMethod'] },
      { by: 'signature', parameters: [['request', 'req', '_request', '_req', '_'], ['reply']], answers: { position: 1, methods: ['send', 'code', 'status', 'header', 'type', 'redirect'] } },
    ],
  },
  {
    id: 'koa',
    title: 'a Koa handler',
    modules: ['koa', '@koa/router', 'koa-router'],
    runs: 'request',
    handlers: [{ by: 'method', methods: [...verbs, 'use'] }, { by: 'type', types: ['Middleware', 'ParameterizedContext', 'RouterContext'] }],
  },
  { id: 'hono', title: 'a Hono handler', modules: ['hono', '@hono/zod-openapi'], runs: 'request', handlers: [routes, { by: 'method', methods: ['openapi'] }, { by: 'type', types: ['Context', 'Handler', 'MiddlewareHandler'] }] },
  { id: 'elysia', title: 'an Elysia handler', modules: ['elysia'], runs: 'request', handlers: [{ by: 'method', methods: [...verbs, 'derive', 'resolve'] }] },
  { id: 'hapi', title: 'a hapi handler', modules: ['@hapi/hapi'], runs: 'request', handlers: [{ by: 'method', methods: ['route'], keys: ['handler'] }, { by: 'type', types: ['ResponseToolkit'] }] },
  {
    id: 'nestjs',
    title: 'a NestJS handler',
    modules: ['@nestjs/common', '@nestjs/microservices', '@nestjs/websockets', '@nestjs/graphql', 'type-graphql', 'routing-controllers'],
    runs: 'request',
    handlers: [
      { by: 'decorator', decorators: ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options', 'All', 'Sse', 'MessagePattern', 'EventPattern', 'SubscribeMessage', 'Query', 'Mutation', 'ResolveField', 'FieldResolver'] },
    ],
  },
  {
    id: 'next',
    title: 'a Next.js handler',
    modules: ['next', 'next/server'],
    runs: 'request',
    handlers: [
      { by: 'file', files: /(?:^|\/)app\/(?:.*\/)?route\.[cm]?[jt]sx?$/, exports: upperVerbs },
      { by: 'file', files: /(?:^|\/)pages\/api\/.*\.[cm]?[jt]sx?$/, exports: ['default'] },
      { by: 'file', files: /(?:^|\/)pages\/.*\.[cm]?[jt]sx?$/, exports: ['getServerSideProps'] },
      { by: 'type', types: ['NextApiRequest', 'NextApiResponse', 'NextApiHandler', 'NextRequest', 'GetServerSideProps'] },
    ],
  },
  { id: 'server-action', title: 'a server action', modules: [], runs: 'request', handlers: [{ by: 'directive', directive: 'use server' }] },
  {
    id: 'react-router',
    title: 'a loader or action',
    modules: ['@remix-run/node', '@remix-run/server-runtime', 'react-router'],
    runs: 'request',
    handlers: [
      { by: 'file', files: /(?:^|\/)app\/(?:routes\/.*|(?:.*\/)?(?:root|route))\.[jt]sx?$/, exports: ['loader', 'action'] },
      { by: 'type', types: ['LoaderFunction', 'ActionFunction', 'LoaderFunctionArgs', 'ActionFunctionArgs', 'LoaderArgs', 'ActionArgs'] },
    ],
  },
  {
    id: 'sveltekit',
    title: 'a SvelteKit handler',
    modules: ['@sveltejs/kit', './$types'],
    runs: 'request',
    handlers: [
      { by: 'file', files: /(?:^|\/)\+server\.[jt]s$/, exports: [...upperVerbs, 'fallback'] },
      { by: 'file', files: /(?:^|\/)\+(?:page|layout)\.server\.[jt]s$/, exports: ['load', 'actions'] },
      { by: 'file', files: /(?:^|\/)src\/hooks\.server\.[jt]s$/, exports: ['handle'] },
      { by: 'type', types: ['RequestHandler', 'RequestEvent', 'PageServerLoad', 'LayoutServerLoad'] },
    ],
  },
  {
    id: 'nitro',
    title: 'a Nitro handler',
    modules: ['h3', '#imports', 'nitropack', 'nitropack/runtime', 'nitro'],
    runs: 'request',
    handlers: ['defineEventHandler', 'eventHandler', 'defineCachedEventHandler'].flatMap((name): HandlerFacts[] => [
      { by: 'export', exports: [name] },
      { by: 'global', name },
    ]),
  },
  {
    id: 'astro',
    title: 'an Astro endpoint',
    modules: ['astro', 'astro:middleware'],
    runs: 'request',
    handlers: [
      { by: 'file', files: /(?:^|\/)src\/pages\/.*\.[jt]s$/, exports: [...upperVerbs, 'ALL'] },
      { by: 'type', types: ['APIRoute', 'APIContext'] },
      { by: 'export', exports: ['defineMiddleware'] },
    ],
  },
  {
    id: 'trpc',
    title: 'a tRPC procedure',
    modules: ['@trpc/server'],
    runs: 'request',
    handlers: [
      { by: 'method', methods: ['query', 'mutation', 'subscription', 'use'] },
      // Projects export it from a module of their own.
      { by: 'method', methods: ['query', 'mutation', 'subscription'], of: /procedure$/i },
    ],
  },
  {
    id: 'trpc-context',
    title: 'a tRPC context',
    modules: ['@trpc/server/adapters/express', '@trpc/server/adapters/fetch', '@trpc/server/adapters/next', '@trpc/server/adapters/standalone', '@trpc/server/adapters/fastify'],
    runs: 'request',
    givesContext: true,
    handlers: [{ by: 'export', exports: ['createExpressMiddleware', 'fetchRequestHandler', 'createNextApiHandler', 'createHTTPServer', 'createHTTPHandler'], keys: ['createContext'] }],
  },
  {
    id: 'graphql-context',
    title: 'a GraphQL context',
    modules: ['@apollo/server', '@apollo/server/express4', '@apollo/server/standalone', '@as-integrations/next', '@as-integrations/express5', 'apollo-server', 'apollo-server-express', 'apollo-server-koa', 'apollo-server-lambda', 'graphql-yoga', 'mercurius'],
    runs: 'request',
    givesContext: true,
    handlers: [
      { by: 'export', exports: ['ApolloServer', 'startStandaloneServer', 'expressMiddleware', 'startServerAndCreateNextHandler', 'createYoga', 'createServer', 'GraphQLServer'], keys: ['context', 'dataSources'] },
    ],
  },
  {
    id: 'graphql',
    title: 'a GraphQL resolver',
    modules: [],
    runs: 'request',
    handlers: [{ by: 'resolver map', name: /resolvers?$/i, keys: ['Query', 'Mutation', 'Subscription'] }],
  },
  {
    id: 'tanstack-start',
    title: 'a server function',
    modules: ['@tanstack/react-start', '@tanstack/solid-start', '@tanstack/start', '@tanstack/react-start/server'],
    runs: 'request',
    handlers: [{ by: 'method', methods: ['handler'] }, { by: 'method', methods: ['server'] }],
  },
  {
    id: 'aws-lambda',
    title: 'an AWS Lambda handler',
    modules: ['aws-lambda', '@middy/core'],
    runs: 'request',
    handlers: [
      { by: 'file', files: /./, exports: ['handler', 'lambdaHandler'], parameters: ['event', '_event', 'evt'] },
      { by: 'export', exports: ['default'] },
      { by: 'method', methods: ['handler'] },
      { by: 'type', types: ['Handler', 'APIGatewayProxyHandler', 'APIGatewayProxyHandlerV2', 'APIGatewayProxyEvent', 'APIGatewayProxyEventV2', 'SQSHandler', 'SQSEvent'] },
    ],
  },
  {
    id: 'azure-functions',
    title: 'an Azure function',
    modules: ['@azure/functions'],
    runs: 'request',
    handlers: [
      { by: 'method', methods: ['http', 'get', 'post', 'put', 'patch', 'deleteRequest'] },
      { by: 'method', methods: ['http', 'storageQueue', 'serviceBusQueue', 'serviceBusTopic', 'eventHub', 'cosmosDB'], keys: ['handler'] },
      { by: 'type', types: ['HttpRequest', 'HttpHandler', 'AzureFunction', 'InvocationContext'] },
    ],
  },
  {
    id: 'google-functions',
    title: 'a Google Cloud function',
    modules: ['@google-cloud/functions-framework', 'firebase-functions', 'firebase-functions/v1', 'firebase-functions/v2', 'firebase-functions/https', 'firebase-functions/v2/https'],
    runs: 'request',
    handlers: [{ by: 'method', methods: ['http', 'cloudEvent', 'onRequest', 'onCall'] }, { by: 'export', exports: ['http', 'cloudEvent', 'onRequest', 'onCall'] }],
  },
  {
    id: 'node-http',
    title: 'a request listener',
    modules: ['http', 'https', 'http2', 'node:http', 'node:https', 'node:http2'],
    runs: 'request',
    handlers: [{ by: 'export', exports: ['createServer', 'createSecureServer', 'Server'] }, { by: 'method', methods: ['on', 'addListener'], when: ['request'] }, { by: 'type', types: ['ServerResponse', 'RequestListener'] }],
  },
  { id: 'bun', title: 'a Bun.serve handler', modules: ['bun'], runs: 'request', handlers: [{ by: 'global', name: 'Bun', method: 'serve', keys: ['fetch', 'routes'] }, { by: 'export', exports: ['serve'], keys: ['fetch', 'routes'] }] },
  { id: 'deno', title: 'a Deno.serve handler', modules: [], runs: 'request', handlers: [{ by: 'global', name: 'Deno', method: 'serve' }, { by: 'global', name: 'Deno', method: 'serve', keys: ['handler'] }] },
  { id: 'socket-io', title: 'a Socket.IO listener', modules: ['socket.io'], runs: 'request', handlers: [{ by: 'method', methods: ['on', 'use'], unless: onceEvents }] },
  { id: 'ws', title: 'a WebSocket listener', modules: ['ws'], runs: 'request', handlers: [{ by: 'method', methods: ['on', 'addEventListener'], unless: onceEvents }] },
  {
    id: 'bot',
    title: 'a bot listener',
    modules: ['discord.js', 'telegraf', 'grammy', 'node-telegram-bot-api', '@slack/bolt', 'whatsapp-web.js'],
    runs: 'request',
    handlers: [{ by: 'method', methods: ['on', 'onText', 'command', 'action', 'hears', 'message', 'event', 'view', 'shortcut', 'callbackQuery', 'use'], unless: onceEvents }],
  },
  {
    id: 'queue',
    title: 'a queue worker',
    modules: ['bullmq', 'bull', 'bee-queue', 'agenda', 'amqplib', 'kafkajs', 'pg-boss', 'graphile-worker'],
    runs: 'request',
    handlers: [
      { by: 'export', exports: ['Worker'] },
      { by: 'method', methods: ['process', 'define', 'consume', 'work'] },
      { by: 'method', methods: ['run'], keys: ['eachMessage', 'eachBatch'] },
      { by: 'export', exports: ['run'], keys: ['taskList'] },
    ],
  },
  {
    id: 'cron',
    title: 'a scheduled job',
    modules: ['node-cron', 'cron', 'node-schedule', 'croner', 'toad-scheduler', '@nestjs/schedule'],
    runs: 'schedule',
    handlers: [
      { by: 'method', methods: ['schedule', 'scheduleJob'] },
      { by: 'export', exports: ['schedule', 'scheduleJob', 'CronJob', 'Cron', 'AsyncTask', 'Task'] },
      { by: 'decorator', decorators: ['Cron', 'Interval'] },
      { by: 'global', name: 'setInterval' },
    ],
  },
  // What names alone suggest comes last.
  {
    id: 'request-response',
    title: 'a request handler',
    modules: [],
    runs: 'request',
    handlers: [
      {
        by: 'signature',
        parameters: [['req', 'request', '_req', '_request', '_'], ['res', 'response']],
        answers: { position: 1, methods: ['json', 'send', 'status', 'sendStatus', 'end', 'render', 'redirect', 'write', 'writeHead', 'setHeader', 'set', 'sendFile', 'download', 'jsonp'] },
      },
      { by: 'route', methods: [...verbs] },
    ],
  },
];

export const oneTime: OneTimeFacts = {
  files: [
    /(?:^|\/)(?:tests?|__tests__|__mocks__|specs?|e2e|fixtures?|testing|test-utils|migrations?|seeds?|seeders?|seeding|scripts?|bin|tools|cypress|playwright|bench(?:marks?)?)\//i,
    /[.-](?:test|tests|spec|e2e|bench|cy|stories|seed|migration)\.[cm]?[jt]sx?$/i,
    /(?:^|\/)(?:(?:seed|migrat|reset-?d)[\w-]*|(?:reset|setup|bench|benchmark|test)(?:[-_][\w-]*)?)\.[cm]?[jt]sx?$/i,
  ],
  functions: /^_*(?:main|run|start|init|initialize|setup|bootstrap|boot|install|reset|connect|ping|test|health|wait|listen|up|down|before|after)(?![a-z])|[mM]igrat|[sS]eed|[cC]onnection/,
  platforms: ['cloudflare:workers', 'cloudflare:sockets', '@opennextjs/cloudflare', '@cloudflare/next-on-pages', '@cloudflare/workers-types', 'hono/cloudflare-workers'],
  bindings: 'env',
  ownObjects: ['process', 'Bun', 'Deno'],
  declarations: { runtime: ['edge', 'experimental-edge'] },
};

/** Paths of tests: what they pass to a function says nothing of the program. */
export const tests: readonly RegExp[] = [
  /(?:^|\/)(?:tests?|__tests__|__mocks__|specs?|e2e|fixtures?|testing|test-utils|cypress|playwright)\//i,
  /[.-](?:test|tests|spec|e2e|cy|stories)\.[cm]?[jt]sx?$/i,
];

export const request: RequestFacts = { state: ['locals', 'state'] };

export const inline: InlineFacts = {
  perItem: ['forEach', 'map', 'flatMap', 'filter', 'some', 'every', 'reduce', 'reduceRight', 'find', 'findIndex'],
  onSettled: ['then', 'catch', 'finally'],
  executor: 'Promise',
};
