import { doublePrecision, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "#db/instant.ts";

/** The view of pg-boss's jobs that `installQueue` makes. */
export const jobList = pgTable("job_list", {
  id: uuid().notNull(),
  queue: text().notNull(),
  state: text().notNull(),
  priority: integer().notNull(),
  /** Begun so far. */
  attempts: integer().notNull(),
  retryLimit: integer().notNull(),
  createdAt: instant().notNull(),
  startAfter: instant().notNull(),
  /** Of the newest attempt. */
  startedAt: instant(),
  endedAt: instant(),
  /** From the start of the newest attempt to its end. */
  seconds: doublePrecision(),
  data: jsonb(),
  output: jsonb(),
});
