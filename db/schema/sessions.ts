import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  index,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
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
    /** The session of whoever acts in the user's name here; null where users act themselves. */
    impersonatorSessionId: uuid().references((): AnyPgColumn => sessions.id, {
      onDelete: "cascade",
    }),
  },
  (table) => [
    index("sessions_user_index").on(table.userId, table.lastSeenAt),
    index("sessions_expires_at_index").on(table.expiresAt),
    uniqueIndex("sessions_impersonator_index")
      .on(table.impersonatorSessionId)
      .where(sql`${table.impersonatorSessionId} is not null`),
  ],
);
