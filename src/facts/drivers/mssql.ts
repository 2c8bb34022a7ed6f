import { emitterMembers } from '../event-emitter.js';
import { documentedPoolOpening } from '../openings.js';
import { listOfRows, recordWithRows, rowOfAnyShape } from '../readings.js';
import type { Driver, ExportFacts, MemberFacts, ModuleFacts, Outcome, QueryFacts } from '../schema.js';

const other = { does: 'other' } as const;
const read = { does: 'read' } as const;

/** `request.query('…')` and request.query`…`. A request has its values by `input()`, everything else sends none; text may declare variables. */
const untagged = {
  does: 'query',
  sql: { at: 'argument', index: 0 },
  values: { at: 'statement' },
  placeholders: 'inputs',
  gives: { handle: 'result', promise: true },
  sent: 'now',
  callback: { parameters: [null, 'result'] },
} as const;
const query: QueryFacts = { ...untagged, tag: 'tag' };
const queries: Readonly<Record<string, MemberFacts>> = { query, batch: query };
/** The name of a procedure, or the values of a prepared text. */
const execute: QueryFacts = { ...untagged, sql: { at: 'statement' } };

const emitter = emitterMembers({ does: 'listen' });
const request: MemberFacts = { does: 'become', gives: { handle: 'request' } };
const samePrepared: MemberFacts = { does: 'become', gives: { handle: 'prepared' } };

const requestMembers: Readonly<Record<string, MemberFacts>> = {
  ...emitter,
  ...queries,
  ...{ input: request, replaceInput: request, output: request, replaceOutput: request },
  execute,
  ...{ bulk: other, cancel: other, pause: other, resume: other, pipe: other, toReadableStream: other, template: other },
  ...{ parent: read, overrides: read, parameters: read, transaction: read, pstatement: read, canceled: read, paused: read },
  ...{ verbose: read, multiple: read, stream: read, arrayRowMode: read, rowsAffected: read },
};

const cannotParse: Outcome = { code: 'EREQUEST', message: 'Incorrect syntax near' };

const poolMembers = (handle: string): Readonly<Record<string, MemberFacts>> => ({
  ...emitter,
  ...queries,
  request,
  connect: { does: 'become', gives: { handle, promise: true } },
  transaction: { does: 'become', gives: { handle: 'transaction' } },
  close: { does: 'close' },
  ...{ acquire: other, release: other, connected: read, connecting: read, healthy: read, config: read, driver: read, pool: read },
  ...{ size: read, available: read, pending: read, borrowed: read },
});

const exported = (handle: string): ExportFacts => ({ is: 'class', creates: { handle } });
const module: ModuleFacts = {
  commonjs: 'named',
  named: {
    ConnectionPool: exported('pool'),
    Request: exported('request'),
    Transaction: exported('transaction'),
    PreparedStatement: exported('prepared'),
    connect: { is: 'function', creates: { handle: 'modulePool', promise: true } },
    // These run on the pool that `connect` opened.
    query: { is: 'member', handle: 'globalPool', member: 'query' },
    batch: { is: 'member', handle: 'globalPool', member: 'batch' },
  },
  default: { is: 'namespace' },
};

export default {
  id: 'mssql',
  title: 'mssql',
  language: 'javascript',
  dialect: 'mssql',
  packages: ['mssql'],
  measured: { mssql: '12.7.14' },
  fromDocumentation: 'No SQL Server was at hand: what the server says is taken from its documentation, what the driver does from its source.',
  modules: { mssql: module, 'mssql/tedious': module, 'mssql/msnodesqlv8': module },
  handles: {
    globalPool: { role: 'pool', title: 'mssql', types: {}, members: queries },
    pool: { role: 'pool', title: 'mssql ConnectionPool', types: { mssql: ['ConnectionPool'] }, members: poolMembers('pool'), opening: documentedPoolOpening },
    // `connect` gives the one pool of the module, if it is there.
    modulePool: { role: 'pool', title: 'mssql ConnectionPool', types: {}, variantOf: 'pool', members: poolMembers('modulePool') },
    request: { role: 'client', title: 'mssql Request', types: { mssql: ['Request'] }, members: requestMembers },
    // Begun, committed and rolled back by its owner.
    transaction: {
      role: 'transaction',
      title: 'mssql Transaction',
      types: { mssql: ['Transaction'] },
      members: {
        ...emitter,
        request,
        begin: { does: 'become', gives: { handle: 'transaction', promise: true } },
        ...{ commit: other, rollback: other, acquire: other, release: other, config: read, connected: read },
        ...{ isolationLevel: read, name: read, parent: read },
      },
    },
    // Holds a connection from `prepare` to `unprepare`.
    prepared: {
      role: 'statement',
      title: 'mssql PreparedStatement',
      types: { mssql: ['PreparedStatement'] },
      members: {
        ...emitter,
        ...{ input: samePrepared, replaceInput: samePrepared, output: samePrepared, replaceOutput: samePrepared },
        prepare: { does: 'query', sql: { at: 'argument', index: 0 }, values: { at: 'statement' }, placeholders: 'inputs', sent: 'now' },
        execute,
        unprepare: { does: 'close' },
        ...{ acquire: other, release: other, config: read, connected: read, prepared: read, statement: read, parameters: read, parent: read },
        ...{ transaction: read, stream: read },
      },
    },
    result: {
      role: 'result',
      title: 'mssql result',
      types: { mssql: ['IResult', 'IProcedureResult'] },
      // `rowsAffected` is a list: one number for each statement. `recordset` is undefined when nothing was selected.
      members: {
        recordset: { does: 'read', gives: { handle: 'rows' } },
        ...{ recordsets: read, rowsAffected: read, output: read, returnValue: read },
      },
      reading: { ...recordWithRows, rows: 'recordset', affected: 'rowsAffected' },
    },
    rows: {
      role: 'rows',
      title: 'mssql recordset',
      types: { mssql: ['IRecordSet'] },
      members: { columns: read, toTable: other },
      reading: listOfRows,
    },
    // Undefined when there is none; a list where `arrayRowMode` is set.
    row: { role: 'row', title: 'row', types: {}, members: {}, reading: rowOfAnyShape },
  },
  placeholders: {
    // `$1` is an amount of money, `$action` a column of `merge`, `$(name)` a variable of the command line tool: none of them is rejected.
    inputs: {
      positional: [],
      // No outcome for a missing value: `@id` may be declared in the text, or name a parameter of a procedure.
      named: { styles: ['at-name'], missing: { code: 'EREQUEST', message: 'Must declare the scalar variable "@{name}".' } },
      rejects: {
        qmark: cannotParse,
        'qmark-number': cannotParse,
        'qmark-ident': cannotParse,
        'colon-name': cannotParse,
        'colon-number': cannotParse,
        'percent-s': cannotParse,
        'percent-name': cannotParse,
        'dollar-brace': cannotParse,
        'brace-name': cannotParse,
        'hash-brace': cannotParse,
      },
      quoted: { message: 'the text in quotes stays as it is', silent: true },
      ...{ tooFew: null, none: null, tooMany: null, unused: null, notAList: null },
    },
    // The driver writes `@param1` for the first `${}`.
    tag: {
      positional: [],
      named: null,
      rejects: {
        qmark: cannotParse,
        'colon-name': cannotParse,
        'colon-number': cannotParse,
        'percent-s': cannotParse,
        'percent-name': cannotParse,
        'brace-name': cannotParse,
      },
      quoted: { message: 'the text in quotes stays as it is', silent: true },
      ...{ tooFew: null, none: null, tooMany: null, unused: null, notAList: null },
      holeInString: { message: 'the text in quotes is `@param{first}`, and the value is not used', silent: true },
      holeInIdentifier: { code: 'EREQUEST', message: "Invalid object name '@param{first}'." },
    },
  },
} satisfies Driver as Driver;
