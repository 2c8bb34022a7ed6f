import { prismaPgOpening } from '../openings.js';
import { boundByServer, boundFromTag } from '../pg-api.js';
import { listOfRows, oneRow } from '../readings.js';
import type { Driver, HandleFacts, MemberFacts, PlaceholderFacts } from '../schema.js';

const other = { does: 'other' } as const;
const nothingTold = (names: string): Readonly<Record<string, MemberFacts>> => Object.fromEntries(names.split(' ').map((name) => [name, other]));

/** Sent when it is awaited. `$queryRaw(Prisma.sql`…`)` takes a template from elsewhere. */
function senders(isPostgres: boolean): Readonly<Record<string, MemberFacts>> {
  const asTag = { does: 'query', sql: { at: 'template' }, values: { at: 'template' }, placeholders: 'tag', sent: 'when-awaited' } as const;
  // A list is one value, and so is a record.
  const asText = { does: 'query', sql: { at: 'argument', index: 0 }, values: { at: 'rest', index: 1, separate: true }, placeholders: 'server', sent: 'when-awaited' } as const;
  const rows = isPostgres ? { gives: { handle: 'rows', promise: true } as const } : {};
  return { $queryRaw: { ...asTag, ...rows }, $queryRawUnsafe: { ...asText, ...rows }, $executeRaw: asTag, $executeRawUnsafe: asText };
}

/** With the adapter of pg it is Postgres; with another one, or with none that is written down, nobody knows. */
function clientOf(isPostgres: boolean): HandleFacts {
  return {
    role: 'pool',
    title: 'Prisma Client',
    ...(isPostgres ? { opening: prismaPgOpening, types: {}, dialect: 'postgres', variantOf: 'client' } : { types: { '@prisma/client': ['PrismaClient'] } }),
    members: {
      ...nothingTold('$connect $on $queryRawTyped'),
      $extends: { does: 'become', gives: { handle: 'extended' } },
      ...senders(isPostgres),
      $transaction: { does: 'transaction', callback: { parameters: [isPostgres ? 'postgresTransaction' : 'transaction'] } },
      $disconnect: { does: 'close' },
    },
  };
}

function transactionOf(isPostgres: boolean): HandleFacts {
  return {
    role: 'transaction',
    title: 'Prisma transaction',
    ...(isPostgres ? { types: {}, dialect: 'postgres', variantOf: 'transaction' } : { types: { '@prisma/client': ['Prisma.TransactionClient'] } }),
    members: { ...nothingTold('$queryRawTyped'), ...senders(isPostgres) },
  };
}

const { severalArguments: ofPg, ...bound } = boundByServer;
const server: PlaceholderFacts = { ...bound, notAList: null };

export default {
  id: 'prisma',
  title: 'Prisma',
  language: 'javascript',
  dialect: null,
  packages: ['@prisma/client', '@prisma/adapter-pg', 'prisma'],
  measured: { '@prisma/client': '7.10.0', '@prisma/adapter-pg': '7.10.0' },
  modules: {
    '@prisma/client': {
      commonjs: 'named',
      named: { PrismaClient: { is: 'class', creates: { handle: 'client' }, choice: { option: 'adapter', handles: { pgAdapter: 'postgresClient' } } } },
    },
    '@prisma/adapter-pg': { commonjs: 'named', named: { PrismaPg: { is: 'class', creates: { handle: 'pgAdapter' } } } },
  },
  handles: {
    client: clientOf(false),
    postgresClient: clientOf(true),
    transaction: transactionOf(false),
    postgresTransaction: transactionOf(true),
    // An extension may send and read queries in a way of its own.
    extended: {
      role: 'pool',
      title: 'Prisma Client',
      types: {},
      members: {
        ...nothingTold('$connect $on $transaction $queryRaw $queryRawUnsafe $queryRawTyped $executeRaw $executeRawUnsafe'),
        ...{ $extends: { does: 'become', gives: { handle: 'extended' } }, $disconnect: { does: 'close' } },
      },
    },
    pgAdapter: { role: 'fragment', title: 'PrismaPg', types: { '@prisma/adapter-pg': ['PrismaPg'] }, members: {} },
    rows: { role: 'rows', title: 'rows', types: {}, members: {}, reading: listOfRows },
    row: { role: 'row', title: 'row', types: {}, members: {}, reading: oneRow },
  },
  // The server's code and message stand inside of P2010: "Raw query failed. Code: `42601`. Message: `…`".
  errors: {
    postgres: {
      codes: [{ path: ['meta', 'driverAdapterError', 'cause', 'originalCode'], system: 'sqlstate' }],
      occupied: { code: 'P2010' },
      texts: [{ path: ['message'], holdsCode: true }, { path: ['meta', 'driverAdapterError', 'cause', 'originalMessage'] }],
      since: ['@prisma/client', '7.0.0'],
      ofTextsOnly: true,
    },
  },
  placeholders: { server, tag: boundFromTag },
} satisfies Driver as Driver;
