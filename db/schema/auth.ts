import { index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../bytea.ts";
import { instant } from "../instant.ts";
import { users } from "./users.ts";

/** Password hashes live apart from `users`, so that no read of a user can carry one. */
export const credentials = pgTable("credentials", {
  userId: uuid()
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  passwordHash: text().notNull(),
  changedAt: instant().notNull(),
});

/** Single-use links sent by mail or printed at start. Only the SHA-256 of the secret is kept. */
export const tokens = pgTable(
  "tokens",
  {
    id: uuid().primaryKey(),
    purpose: text({
      enum: [
        "set-up",
        "invitation",
        "email-verification",
        "email-change-current",
        "email-change-new",
        "password-reset",
      ],
    }).notNull(),
    tokenHash: bytea().notNull().unique(),
    userId: uuid().references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (table) => [
    index("tokens_user_purpose_index").on(table.userId, table.purpose),
    index("tokens_expires_at_index").on(table.expiresAt),
  ],
);

/** A user's wish for another e-mail address, until it is confirmed at both or expires. */
export const emailChanges = pgTable("email_changes", {
  userId: uuid()
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  email: text().notNull(),
  createdAt: instant().notNull(),
  expiresAt: instant().notNull(),
  currentConfirmedAt: instant(),
  newConfirmedAt: instant(),
});

/** Somebody who asked for an account and has yet to prove the address. The newest wish counts. */
export const registrations = pgTable(
  "registrations",
  {
    email: text().primaryKey(),
    name: text().notNull(),
    tokenHash: bytea().notNull().unique(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [index("registrations_expires_at_index").on(table.expiresAt)],
);

/** Failures counted per key (an account or an address) in a fixed window; shared by all processes. */
export const signInThrottles = pgTable(
  "sign_in_throttles",
  {
    key: text().primaryKey(),
    failures: integer().notNull(),
    windowStartedAt: instant().notNull(),
    /** Whose account the key is; null for an address and for an account that does not exist. */
    userId: uuid().references(() => users.id, { onDelete: "cascade" }),
  },
  (table) => [
    index("sign_in_throttles_window_index").on(table.windowStartedAt),
    index("sign_in_throttles_user_index").on(table.userId),
  ],
);

/** Sign-ins that failed, by UTC hour: 24 rows a day, however many somebody tries. */
export const signInFailures = pgTable("sign_in_failures", {
  hour: instant().primaryKey(),
  /** An unknown account, one that is not active, or a wrong password. */
  refused: integer().notNull(),
  /** Turned away before anybody looked at the password. */
  throttled: integer().notNull(),
});
