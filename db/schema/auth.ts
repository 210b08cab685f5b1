import { index, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../bytea.ts";
import { users } from "./users.ts";

/** Password hashes live apart from `users`, so that no read of a user can carry one. */
export const credentials = pgTable("credentials", {
  userId: uuid()
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  passwordHash: text().notNull(),
  changedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
});

/** Single-use links sent by mail or printed at start. Only the SHA-256 of the secret is kept. */
export const tokens = pgTable(
  "tokens",
  {
    id: uuid().primaryKey(),
    purpose: text({
      enum: ["set-up", "invitation", "email-verification", "password-reset"],
    }).notNull(),
    tokenHash: bytea().notNull().unique(),
    userId: uuid().references(() => users.id, { onDelete: "cascade" }),
    createdAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    expiresAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    usedAt: timestamp({ withTimezone: true, precision: 3 }),
  },
  (table) => [
    index("tokens_user_purpose_index").on(table.userId, table.purpose),
    index("tokens_expires_at_index").on(table.expiresAt),
  ],
);

/** Failures counted per key (an account or an address) in a fixed window; shared by all processes. */
export const signInThrottles = pgTable("sign_in_throttles", {
  key: text().primaryKey(),
  failures: integer().notNull(),
  windowStartedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
});
