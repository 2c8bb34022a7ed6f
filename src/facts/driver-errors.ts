/** What errors of drivers look like that several of them share. Seen with each driver that names them; the runs are repeated in `tests/real`. */
import type { ErrorCode, ErrorFacts } from './error-schema.js';

const message = ['message'] as const;

/** node-postgres, and whoever passes its errors on. */
export const pgErrors: ErrorFacts = {
  codes: [{ path: ['code'], system: 'sqlstate' }],
  constraint: [['constraint']],
  texts: [{ path: message }],
  classes: { pg: ['DatabaseError'] },
};

/** What starts with `err.` in MySQL's drivers; the name of a constraint stands in the text alone. */
export const mysqlErrors: ErrorFacts = {
  codes: [
    { path: ['code'], system: 'mysql-name' },
    { path: ['errno'], system: 'mysql-number' },
    { path: ['sqlState'], system: 'mysql-sqlstate' },
  ],
  texts: [{ path: message }, { path: ['sqlMessage'] }],
};

/** better-sqlite3, and whoever passes its errors on. */
export const betterSqliteErrors: ErrorFacts = {
  codes: [{ path: ['code'], system: 'sqlite-name' }],
  texts: [{ path: message }],
  classes: { 'better-sqlite3': ['SqliteError'] },
};

/** sqlite3: "SQLITE_CONSTRAINT: UNIQUE constraint failed: users.email". Which constraint it was stands in the text alone. */
export const sqlite3Errors: ErrorFacts = {
  codes: [
    { path: ['code'], system: 'sqlite-primary-name' },
    { path: ['errno'], system: 'sqlite-primary-number' },
  ],
  texts: [{ path: message, holdsCode: true }],
};

/** The same errors inside of others, which are found at a path: `err.cause.code`, `err.driverError.code`. */
export function within(step: string, { codes, constraint, texts }: ErrorFacts): Pick<ErrorFacts, 'codes' | 'constraint' | 'texts'> {
  return {
    codes: codes.map((place) => ({ ...place, path: [step, ...place.path] })),
    ...(constraint !== undefined && { constraint: constraint.map((path) => [step, ...path]) }),
    texts: texts.map((place) => ({ ...place, path: [step, ...place.path] })),
  };
}

/** Errors that can be read in several ways: as they are and inside of others. The first way is the one to write. */
export function readableAs(first: ErrorFacts, ...others: readonly Pick<ErrorFacts, 'codes' | 'constraint' | 'texts'>[]): ErrorFacts {
  const all = [first, ...others];
  const constraint = all.flatMap((way) => way.constraint ?? []);
  return { ...first, codes: all.flatMap((way) => way.codes), ...(constraint.length > 0 && { constraint }), texts: all.flatMap((way) => way.texts) };
}

/** Only a text of the driver's own, whatever the server said. */
export function ownMessage(text: string, only?: readonly ErrorCode[]): ErrorFacts['texts'][number] {
  return { path: message, own: [{ text, ...(only !== undefined && { only }) }] };
}
