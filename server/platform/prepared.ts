import type { Drizzle, Transaction } from "#db/client.ts";

/** Builds a prepared query once per database: its SQL is made once, and Postgres plans it once per connection. */
export function preparedOnce<T>(prepare: (db: Drizzle) => T): (db: Drizzle) => T {
  const built = new WeakMap<Drizzle, T>();
  return (db) => {
    const existing = built.get(db);
    if (existing) return existing;
    const query = prepare(db);
    built.set(db, query);
    return query;
  };
}

/**
 * The same prepared query on the connection of a transaction. Drizzle makes a query's SQL anew for
 * each transaction; a prepared one asks only for the client that it runs on.
 */
export function preparedIn<T extends object>(tx: Transaction, query: T): T {
  const { session } = tx as unknown as { session: { client: unknown } };
  return Object.create(query, { client: { value: session.client } });
}
