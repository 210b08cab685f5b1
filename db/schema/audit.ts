import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../instant.ts";

/** Append-only: a trigger refuses UPDATE, DELETE and TRUNCATE. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: uuid().primaryKey(),
    at: instant().notNull(),
    action: text().notNull(),
    actorKind: text({ enum: ["user", "anonymous", "system"] }).notNull(),
    actorId: uuid(),
    actorName: text().notNull(),
    subjectType: text().notNull(),
    subjectId: text().notNull(),
    changes: jsonb().$type<Record<string, { before: unknown; after: unknown }>>().notNull(),
    requestId: text(),
    address: text(),
  },
  (table) => [
    index("audit_entries_subject_index").on(table.subjectType, table.subjectId, table.id),
    index("audit_entries_at_index").on(table.at, table.id),
    index("audit_entries_actor_index").on(table.actorId, table.id),
  ],
);
