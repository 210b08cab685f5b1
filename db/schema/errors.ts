import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../instant.ts";

/** Errors that nobody expected, those that are the same together. */
export const errorGroups = pgTable(
  "error_groups",
  {
    id: uuid().primaryKey(),
    fingerprint: text().notNull().unique(),
    kind: text().notNull(),
    /** The procedure, route, page or queue. */
    place: text().notNull(),
    name: text().notNull(),
    /** As of the first of them, with what differs left out. */
    message: text().notNull(),
    count: integer().notNull(),
    firstSeenAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    status: text().notNull().default("open"),
    /** Whoever resolved, ignored or reopened it last, and when; nobody when it came back by itself. */
    settledByName: text(),
    settledAt: instant(),
    /** When it occurred again after it was resolved. */
    cameBackAt: instant(),
  },
  (table) => [
    check("error_groups_kind", sql`${table.kind} in ('procedure', 'request', 'page', 'job')`),
    check("error_groups_status", sql`${table.status} in ('open', 'resolved', 'ignored')`),
    index().on(table.lastSeenAt, table.id),
    index().on(table.status, table.lastSeenAt, table.id),
    index().on(table.firstSeenAt, table.id),
    index().on(table.count, table.id),
  ],
);

/** How often by the hour. */
export const errorCounts = pgTable(
  "error_counts",
  {
    groupId: uuid()
      .notNull()
      .references(() => errorGroups.id, { onDelete: "cascade" }),
    hour: instant().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.groupId, table.hour] })],
);

/** The newest few of each group, whole. */
export const errorSamples = pgTable(
  "error_samples",
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => errorGroups.id, { onDelete: "cascade" }),
    at: instant().notNull(),
    message: text().notNull(),
    stack: text(),
    requestId: text(),
    jobId: uuid(),
    actorName: text(),
  },
  (table) => [index().on(table.groupId, table.id)],
);
