import { sql } from "drizzle-orm";
import { bigint, boolean, check, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "../instant.ts";

/** Custom roles; the system roles are code. A trigger raises the version in `access_state` at each change. */
export const roles = pgTable("roles", {
  key: text().primaryKey(),
  label: text().notNull(),
  description: text().notNull(),
  /** A list of `Grant`. */
  grants: jsonb().$type<unknown[]>().notNull(),
  version: integer().notNull().default(1),
  createdAt: instant().notNull(),
  updatedAt: instant().notNull(),
});

/** One row: raised in the transaction of each change of a role, so that every process notices. */
export const accessState = pgTable(
  "access_state",
  {
    isOnly: boolean().primaryKey().default(true),
    version: bigint({ mode: "number" }).notNull(),
  },
  (table) => [check("access_state_is_only", sql`${table.isOnly}`)],
);
