import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea } from "../bytea.ts";
import { instant } from "../instant.ts";

/** Append-only: a trigger refuses UPDATE, DELETE and TRUNCATE. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: uuid().primaryKey(),
    at: instant().notNull(),
    action: text().notNull(),
    actorKind: text({ enum: ["user", "anonymous", "system", "database"] }).notNull(),
    actorId: uuid(),
    actorName: text().notNull(),
    subjectType: text().notNull(),
    subjectId: text().notNull(),
    changes: jsonb().$type<Record<string, { before: unknown; after: unknown }>>().notNull(),
    requestId: text(),
    address: text(),
    /** Who acts in the name of the actor. */
    impersonatorId: uuid(),
    impersonatorName: text(),
  },
  (table) => [
    index("audit_entries_subject_index").on(table.subjectType, table.subjectId, table.id),
    index("audit_entries_at_index").on(table.at, table.id),
    index("audit_entries_actor_index").on(table.actorId, table.id),
    index("audit_entries_impersonator_index")
      .on(table.impersonatorId, table.id)
      .where(sql`${table.impersonatorId} is not null`),
    index("audit_entries_action_index").on(table.action, table.at, table.id),
    index("audit_entries_actor_kind_index").on(table.actorKind, table.at, table.id),
    index("audit_entries_subject_type_index").on(table.subjectType, table.at, table.id),
    index("audit_entries_sign_ins_index")
      .on(table.at)
      .where(sql`${table.action} = 'session.created'`),
    index("audit_entries_changes_index")
      .on(table.id)
      .where(sql`${table.action} not like 'session%'`),
  ],
);

/**
 * The entries in the order in which they became visible; `hash` is SHA-256 of the hash before and of
 * the entry (`server/domains/audit/chain`). Append-only like the entries.
 */
export const auditChain = pgTable("audit_chain", {
  /** From 1, without gaps. */
  seq: bigint({ mode: "number" }).primaryKey(),
  entryId: uuid().notNull().unique(),
  hash: bytea().notNull(),
});

/** Entries that are not in the chain yet: a trigger adds each new one. */
export const auditPending = pgTable("audit_pending", { entryId: uuid().primaryKey() });

/** What the newest verification of the log found: one row, none before the first. */
export const auditVerdicts = pgTable(
  "audit_verdicts",
  {
    id: integer().primaryKey(),
    checkedAt: instant().notNull(),
    isIntact: boolean().notNull(),
    problemCount: integer().notNull(),
    entryCount: bigint({ mode: "number" }).notNull(),
    durationMs: doublePrecision().notNull(),
  },
  (table) => [check("audit_verdicts_one_row", sql`${table.id} = 1`)],
);
