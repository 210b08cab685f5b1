import { integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "../instant.ts";

/** Run-time settings: per group, the fields that differ from the configuration. */
export const settings = pgTable("settings", {
  name: text().primaryKey(),
  overrides: jsonb().$type<Record<string, unknown>>().notNull(),
  version: integer().notNull(),
  updatedAt: instant().notNull(),
});
