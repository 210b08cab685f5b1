import { boolean, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../instant.ts";

/** One row per worker process, touched every few seconds while it lives. */
export const workerHeartbeats = pgTable("worker_heartbeats", {
  id: uuid().primaryKey(),
  host: text().notNull(),
  pid: integer().notNull(),
  version: text().notNull(),
  startedAt: instant().notNull(),
  seenAt: instant().notNull(),
  /** What it works off, and how many jobs it is at. */
  queues: text().array().notNull().default([]),
  running: integer().notNull().default(0),
  /** Some of those jobs: as many as fit a page. */
  jobIds: uuid().array().notNull().default([]),
  /** Its breaker is open: it leaves the mail provider alone. */
  leavesMailAlone: boolean().notNull().default(false),
});
