import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../bytea.ts";
import { instant } from "../instant.ts";

/** What became of a call with an `Idempotency-Key`, so that a repeat is told and not done again. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    /** SHA-256 of actor, procedure and key. */
    keyHash: bytea().primaryKey(),
    /** No foreign key: it would lock the actor's own row in every such call. */
    userId: uuid().notNull(),
    inputHash: bytea().notNull(),
    /** superjson of the answer. */
    outcome: text().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [index("idempotency_keys_expires_at_index").on(table.expiresAt)],
);
