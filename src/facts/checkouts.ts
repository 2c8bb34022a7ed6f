/** What keeping a checked-out client, or something that lives on one, ends in. Seen with each driver that names them. */
import type { CheckoutFacts, Outcome } from './schema.js';

const shared = { message: "all callers share its connection, and one's rollback undoes what others wrote meanwhile", silent: true } as const;

/** A client whose methods go on working after it was given back. */
export const clientOfPool: CheckoutFacts = {
  released: { message: 'its next query runs on a connection that someone else has by then, inside their transaction', silent: true },
  shared,
};

/** The same, where giving it back twice is noticed, unless someone else has taken it in between. */
export const clientReleasedOnce: CheckoutFacts = {
  ...clientOfPool,
  releasedAgain: { message: 'Release called on client which has already been released to the pool.' },
};

/** A client that answers no more once it was given back; giving it back twice may fail in a way of its own. */
export function spentClient(released: Outcome, releasedAgain?: Outcome): CheckoutFacts {
  return { released, ...(releasedAgain !== undefined && { releasedAgain }), shared };
}

/** A statement of the server is executed on the connection that prepared it. */
export const statementOfClient: CheckoutFacts = {
  released: { message: 'it runs on the connection that prepared it, inside the transaction of whoever has that by then', silent: true },
  shared,
};

/** A cursor is a query that has not ended: what its connection is asked next waits for that. */
export const cursorOfClient: CheckoutFacts = {
  released: { message: 'whoever gets its connection next waits, because the cursor is still open there', hangs: true },
  shared,
};

/** A stream of rows ends its query when it was read to its end or left: until then it is the same. */
export const streamOfClient: CheckoutFacts = {
  ...cursorOfClient,
  released: { message: 'whoever gets its connection next waits until the stream is read to its end or left', hangs: true },
};
