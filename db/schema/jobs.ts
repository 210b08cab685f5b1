import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
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

/** Attempts that failed or were cancelled. The last one, when it completed, is the job's own row. */
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
    outcome: text().notNull().default("failed"),
    error: jsonb(),
  },
  (table) => [
    check(
      "job_attempts_outcome",
      sql`${table.outcome} in ('failed', 'cancelled') and (${table.outcome} = 'failed') = (${table.error} is not null)`,
    ),
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

/** Queued jobs that the code of today could not run, as the last check has found them. */
export const jobMisfits = pgTable("job_misfits", {
  jobId: uuid().primaryKey(),
  queue: text().notNull(),
  /** Each as `path: message`. */
  problems: text().array().notNull(),
  foundAt: instant().notNull(),
});

/** What each worker has run of each queue, by the minute; by the hour and of all workers when it is old. */
export const jobHistory = pgTable(
  "job_history",
  {
    queue: text().notNull(),
    /** Empty for all of them together. */
    worker: text().notNull(),
    since: instant().notNull(),
    spanSeconds: integer().notNull(),
    completed: integer().notNull(),
    /** Attempts, not jobs. */
    failed: integer().notNull(),
    /** How many attempts waited and ran so long, by the classes of `server/platform/queue/history/spread.ts`. */
    waits: integer().array().notNull(),
    runs: integer().array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.queue, table.worker, table.since, table.spanSeconds] }),
    index().on(table.since),
  ],
);

/** When operators want a mail about a queue. */
export const jobAlerts = pgTable(
  "job_alerts",
  {
    id: uuid().primaryKey(),
    /** Null for every queue, each by itself. */
    queue: text(),
    metric: text().notNull(),
    /** Passed when what is measured is higher: jobs, seconds or percent. */
    threshold: doublePrecision().notNull(),
    recipients: text().array().notNull(),
    createdAt: instant().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    check("job_alerts_metric", sql`${table.metric} in ('depth', 'age', 'failure-rate')`),
    check("job_alerts_threshold", sql`${table.threshold} >= 0`),
    check("job_alerts_recipients", sql`cardinality(${table.recipients}) between 1 and 20`),
  ],
);

/** Where each alert stands; changes with every look, so it is apart from what people change. */
export const jobAlertStates = pgTable("job_alert_states", {
  alertId: uuid()
    .primaryKey()
    .references(() => jobAlerts.id, { onDelete: "cascade" }),
  /** Null while the threshold holds. */
  firingSince: instant(),
  /** Since when it holds again, of one that is not over yet. */
  calmSince: instant(),
  /** The worst queue, and what was measured there. */
  queue: text(),
  value: doublePrecision(),
  checkedAt: instant().notNull(),
});

/** When jobs are made by themselves: by the code, or by operators. */
export const jobSchedules = pgTable(
  "job_schedules",
  {
    id: uuid().primaryKey(),
    name: text().notNull().unique(),
    /** The queue, and what its jobs carry. */
    queue: text().notNull(),
    payload: jsonb().notNull(),
    description: text().notNull(),
    /** One of the three says when. */
    cron: text(),
    everySeconds: integer(),
    onceAt: instant(),
    /** Of `cron`, an IANA name. */
    timeZone: text(),
    isFromCode: boolean().notNull(),
    /** An operator has changed it: a deploy keeps it as it is. */
    isEdited: boolean().notNull().default(false),
    /** When the code would have it run, in words that can be compared. */
    timingInCode: text(),
    /** Since when the code brings it no more: it does not run, and is kept for what operators did to it. */
    droppedAt: instant(),
    pausedAt: instant(),
    pausedByName: text(),
    pauseReason: text(),
    version: integer().notNull().default(1),
  },
  (table) => [
    check(
      "job_schedules_timing",
      sql`num_nonnulls(${table.cron}, ${table.everySeconds}, ${table.onceAt}) = 1`,
    ),
    check("job_schedules_every", sql`${table.everySeconds} between 1 and 31622400`),
    check("job_schedules_time_zone", sql`(${table.cron} is null) = (${table.timeZone} is null)`),
    check(
      "job_schedules_pause",
      sql`(${table.pausedAt} is null) = (${table.pausedByName} is null)`,
    ),
    check("job_schedules_code", sql`${table.isFromCode} = (${table.timingInCode} is not null)`),
    check("job_schedules_dropped", sql`${table.droppedAt} is null or ${table.isFromCode}`),
  ],
);

/** Where each schedule stands; changes with every run, so it is apart from what people change. */
export const jobScheduleRuns = pgTable(
  "job_schedule_runs",
  {
    scheduleId: uuid()
      .primaryKey()
      .references(() => jobSchedules.id, { onDelete: "cascade" }),
    /** Null when it does not run again. */
    nextAt: instant(),
    /** The slot that ran last, and its job. */
    lastAt: instant(),
    lastJobId: uuid(),
    /** When a worker whose code brings the schedule was last heard of; of those that operators make, null. */
    knownAt: instant(),
  },
  (table) => [index().on(table.nextAt)],
);
