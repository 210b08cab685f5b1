import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../instant.ts";

/** What operators have set for a queue. A queue without a row runs as its definition says. */
export const jobQueues = pgTable(
  "job_queues",
  {
    name: text().primaryKey(),
    /** Jobs at once in each worker process, in place of the definition's. */
    concurrency: integer(),
    pausedAt: instant(),
    pausedByName: text(),
    pauseReason: text(),
    version: integer().notNull().default(1),
  },
  (table) => [
    check("job_queues_concurrency", sql`${table.concurrency} between 1 and 1000`),
    check("job_queues_pause", sql`(${table.pausedAt} is null) = (${table.pausedByName} is null)`),
  ],
);

/** What a job has done for good: a run that comes after a crash finds its steps here. */
export const jobSteps = pgTable(
  "job_steps",
  {
    jobId: uuid().notNull(),
    step: text().notNull(),
    value: jsonb(),
    doneAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.step] }), index().on(table.doneAt)],
);

/** Attempts that failed. The last one, when it completed, is the job's own row. */
export const jobAttempts = pgTable(
  "job_attempts",
  {
    jobId: uuid().notNull(),
    /** 0 for the first run of the job. */
    attempt: integer().notNull(),
    queue: text().notNull(),
    worker: text().notNull(),
    startedAt: instant().notNull(),
    endedAt: instant().notNull(),
    error: jsonb().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.jobId, table.attempt] }),
    index().on(table.queue, table.endedAt),
  ],
);

/** Lines that handlers wrote. */
export const jobLines = pgTable(
  "job_lines",
  {
    id: uuid().primaryKey(),
    jobId: uuid().notNull(),
    attempt: integer().notNull(),
    at: instant().notNull(),
    line: text().notNull(),
  },
  (table) => [index().on(table.jobId, table.id)],
);

/** How far a running job is. */
export const jobProgress = pgTable("job_progress", {
  jobId: uuid().primaryKey(),
  attempt: integer().notNull(),
  done: integer().notNull(),
  total: integer().notNull(),
  note: text(),
  at: instant().notNull(),
});
