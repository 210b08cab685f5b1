import { boolean, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../bytea.ts";
import { instant } from "../instant.ts";
import { users } from "./users.ts";

/** A signed-in browser. The cookie holds the token; only its SHA-256 is kept. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey(),
    tokenHash: bytea().notNull().unique(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    isRemembered: boolean().notNull().default(false),
    address: text().notNull(),
    userAgent: text().notNull(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    authenticatedAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [
    index("sessions_user_index").on(table.userId, table.lastSeenAt),
    index("sessions_expires_at_index").on(table.expiresAt),
  ],
);
