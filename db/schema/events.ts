import { bigint, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../instant.ts";

/** What has happened, in the order in which it is told: one row for each entry of the audit log. */
export const events = pgTable(
  "events",
  {
    /** Given when the event is published, so that a higher one never becomes visible first. */
    position: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    entryId: uuid().notNull(),
    name: text().notNull(),
    subjectType: text().notNull(),
    subjectId: text().notNull(),
    actorId: uuid(),
    at: instant().notNull(),
  },
  (table) => [index().on(table.at)],
);

/** Entries that are committed and not yet published: a trigger adds each new one. */
export const eventPending = pgTable("event_pending", {
  /** A change that waited for another one has the higher number. */
  number: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  entryId: uuid().notNull(),
});
