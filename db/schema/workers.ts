import { integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** One row per worker process, touched every few seconds while it lives. */
export const workerHeartbeats = pgTable("worker_heartbeats", {
  id: uuid().primaryKey(),
  host: text().notNull(),
  pid: integer().notNull(),
  version: text().notNull(),
  startedAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
  seenAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
});
